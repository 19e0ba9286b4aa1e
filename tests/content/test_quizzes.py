"""The questions.

Enough of them, each with a key that holds, and no key that can be guessed from its place.
"""

import re
from dataclasses import replace

from generator.billing.claim import build_claim
from generator.checks.writing.guessing import best_guess
from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption
from generator.questions.blueprint import FEWEST
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import visit_of
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode
from generator.questions.kinds.mark_words.mark_words_kind import MarkWords
from generator.questions.kinds.registry import KINDS, kind_of

NEIGHBORS = {"97124", "97140", "97110", "97112", "97530"}
SCHEDULES = {"M/W/F": (1, 3, 5), "T/Th": (2, 4)}
DEGREE_ALONE = re.compile(r"(?<!PT), DPT\b")
AUTO_ACCIDENT = re.compile(r"\bMV[AC]\b|\b(?:car|truck) (?:door|crash|accident)\b", re.IGNORECASE)


def test_there_are_enough_questions_in_enough_quizzes(corpus: Corpus) -> None:
    assert len(corpus.items) >= FEWEST["items"]
    assert len(corpus.quizzes) >= 10


def test_massage_and_its_neighbors_are_told_apart_often(corpus: Corpus) -> None:
    told_apart = [
        item.id
        for item in corpus.items.values()
        if isinstance(item, ChooseCode)
        and len(
            {option.code for option in item.options if isinstance(option, CodeOption)} & NEIGHBORS
        )
        >= 2
    ]
    assert len(told_apart) >= 12


def test_every_kind_of_question_is_asked(corpus: Corpus) -> None:
    assert {item.kind for item in corpus.items.values()} == set(KINDS)


def test_every_answer_has_a_verdict_of_its_author(corpus: Corpus) -> None:
    """So that a key which a changed fact turns contradicts somebody, marked or not."""
    silent = []
    for item in corpus.items.values():
        kind, key = kind_of(item), derive_key(corpus, item)
        verdicts = {own.id: own.right for own in kind.own_keys(item)}
        if key.right_answers:
            assert {name for name, right in verdicts.items() if right} in key.right_answers
            continue
        for answer in kind.answers(item):
            if not any(f"{name}.".startswith(f"{answer.id}.") for name in verdicts):
                silent.append((item.id, answer.id))
    assert silent == []


def test_a_chart_with_an_answer_settles_authorization_and_active_care(corpus: Corpus) -> None:
    """Else the note leaves open, or the visit forgets, what a biller checks first."""
    settled = {"authorization", "visit_number", "active_care"}
    left_open = {}
    for item in corpus.items.values():
        if getattr(item, "visit", None) is None:
            continue
        missing = {ask.missing for ask in build_claim(corpus, visit_of(item)).questions} & settled
        if missing and not any("ask" in answer for answer in derive_key(corpus, item).right):
            left_open[item.id] = missing
    assert not left_open


def test_a_visit_falls_on_a_day_of_its_schedule(corpus: Corpus) -> None:
    off = [
        item.id
        for item in corpus.items.values()
        for schedule, days in SCHEDULES.items()
        if schedule in str(item) and item.date.isoweekday() not in days
    ]
    assert not off


def test_a_physical_therapist_signs_with_the_license(corpus: Corpus) -> None:
    """As in "PT, DPT": a degree is no license."""
    signed = [(item.id, str(item)) for item in corpus.items.values()]
    signed += [(name, str(pool)) for name, pool in corpus.pools.items()]
    signed += [(name, str(template)) for name, template in corpus.templates.items()]
    assert not [name for name, text in signed if DEGREE_ALONE.search(text)]


def test_medicare_is_not_billed_first_for_an_auto_accident(corpus: Corpus) -> None:
    """No-fault and med-pay are primary (42 CFR 411.50), so such a note would leave that open."""
    first = [
        item.id
        for item in corpus.items.values()
        if str(item.payer).startswith("medicare")
        and AUTO_ACCIDENT.search(str(getattr(item, "note", "")))
    ]
    assert not first


def test_marked_words_say_what_they_decide(corpus: Corpus) -> None:
    """Each fact that carries a code has a sentence of its own."""
    for item in corpus.items.values():
        if not isinstance(item, MarkWords):
            continue
        view = KINDS["mark-words"].view(corpus, item, derive_key(corpus, item))
        said = {option.feedback for option in view.options if option.right}
        assert item.asks == "line" or "support" not in (view.prompt or ""), item.id
        assert "The code depends on this." not in said, item.id


def test_minutes_of_an_untimed_code_decide_it(corpus: Corpus) -> None:
    item = corpus.items["e-visit-messages-10"]
    view = kind_of(item).view(corpus, item, derive_key(corpus, item))
    said = {option.id: option.feedback for option in view.options}
    assert said["portal.minutes"] == "The total minutes determine the code."


def test_a_code_is_no_key_while_the_engine_asks_about_it(corpus: Corpus) -> None:
    """The note or `visit:` says who may perform it and that the payer covers it."""
    open_codes = [
        (item.id, question.missing)
        for item in corpus.items.values()
        if isinstance(item, ChooseCode | MarkWords) and item.visit
        for question in build_claim(corpus, visit_of(item)).questions
        if set(question.codes) & derive_key(corpus, item).right
        or (question.codes and isinstance(item, MarkWords))
    ]
    assert open_codes == []


def test_questions_with_placeholders_give_no_key_away(corpus: Corpus) -> None:
    """Else a newcomer's first quiz is told of questions that others wrote."""
    item = next(one for one in corpus.items.values() if one.kind == "choose-code")
    drafts = {
        f"draft-{number}": item.model_copy(
            update={"id": f"draft-{number}", "title": "REPLACE: A short title"}
        )
        for number in range(30)
    }
    assert best_guess(replace(corpus, items={**corpus.items, **drafts})) == best_guess(corpus)
