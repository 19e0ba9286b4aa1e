"""The key of every question follows from the facts, can be given as an answer, and is only one."""

from collections.abc import Iterator

from generator.checks.keyed_items import keyed_items, spot_of
from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.registry import kind_of


def keys_not_derivable(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Items whose key the facts do not decide."""
    """Questions to which the facts give no answer."""
    for name, item in corpus.items.items():
        try:
            derive_key(corpus, item)
        except UnderivableError as problem:
            sentence = f"The key of '{name}' cannot be derived: {problem}."
            yield spot_of(corpus, item, *problem.keys), sentence


def two_best_answers(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Items with one answer to choose and several right ones."""
    """Questions with one answer to give and several right ones."""
    for item, key in keyed_items(corpus):
        if kind_of(item).form == "one" and len(key.right) > 1 and not item.contested:
            answers = " and ".join(sorted(key.right))
            sentence = (
                f"The facts leave {len(key.right)} best answers ({answers});"
                " make the visit decide, or say in 'contested' why both are defended."
            )
            yield spot_of(corpus, item, "visit"), sentence


def right_answer_not_offered(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Right answers that the question gives no way to give."""
    for item, key in keyed_items(corpus):
        if obstacle := kind_of(item).unanswerable(item, key):
            place, sentence = obstacle
            yield spot_of(corpus, item, place), sentence


def disagreeing_authors(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Authors' own keys that the facts contradict."""
    """Keys of authors that differ from the facts."""
    for item, key in keyed_items(corpus):
        kind, by_facts = kind_of(item), " and ".join(sorted(key.right))
        for own in kind.own_keys(item):
            right = own.id in key.right
            if own.right != right and own.id not in key.free:
                sentence = (
                    f"The author's key says {_word(own.right)} of '{own.id}', the facts say"
                    f" {_word(right)} (right by the facts: {by_facts}); correct the"
                    f" {kind.part}, the visit or the fact."
                )
                yield spot_of(corpus, item, *own.at), sentence


def keys_on_weak_facts(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Keys that rest on facts of low confidence."""
    """Keys that rest on facts of low confidence."""
    for item, key in keyed_items(corpus):
        for reason in key.reasons:
            if reason.confidence == "low":
                sentence = (
                    f"The key rests on a fact of confidence low ({reason.text.rstrip('.')});"
                    " confirm it or ask about something else."
                )
                yield spot_of(corpus, item, kind_of(item).decided_by), sentence
        for index, reference in enumerate(item.rests_on):
            if getattr(corpus.fact(reference), "confidence", "high") == "low":
                sentence = (
                    f"'{reference}' has confidence low and cannot carry a question; confirm it"
                    " or ask about something else."
                )
                yield spot_of(corpus, item, "rests_on", index), sentence
        for keys, sentence in kind_of(item).weak_facts(corpus, item):
            yield spot_of(corpus, item, *keys), sentence


def _word(right: bool) -> str:
    return "right" if right else "wrong"
