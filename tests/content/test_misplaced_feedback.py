"""Feedback that was pasted at the wrong option is told, by its codes or by the names of codes."""

from dataclasses import replace

from generator.checks.writing.misplaced_feedback import feedback_of_another
from generator.facts.corpus import Corpus
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode


def test_most_exchanged_feedback_is_found_and_none_of_ours(corpus: Corpus) -> None:
    """Of every question with two wrong codes, the feedback of the first two is exchanged."""
    assert list(feedback_of_another(corpus)) == []
    exchanged = {
        name: changed
        for name, item in corpus.items.items()
        if isinstance(item, ChooseCode) and (changed := _exchanged(item))
    }
    found = feedback_of_another(replace(corpus, items=exchanged))
    told = {(spot.path, spot.keys[1]) for spot, _ in found}
    assert len(exchanged) > 200
    assert len(told) > 0.8 * len(exchanged)


def _exchanged(item: ChooseCode) -> ChooseCode | None:
    options = list(item.options)
    wrong = [
        place
        for place, option in enumerate(options)
        if getattr(option, "code", None) and not option.key
    ]
    if len(wrong) < 2:
        return None
    one, other = wrong[:2]
    texts = options[one].feedback, options[other].feedback
    options[one] = options[one].model_copy(update={"feedback": texts[1]})
    options[other] = options[other].model_copy(update={"feedback": texts[0]})
    return item.model_copy(update={"options": tuple(options)})
