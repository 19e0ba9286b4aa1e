"""The key of every question follows from the facts, can be given as an answer, and is only one."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.keys import derive_key
from generator.questions.kinds.answer_key import Key, Underivable
from generator.questions.kinds.registry import kind_of


def keys_not_derivable(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        try:
            derive_key(corpus, item)
        except Underivable as problem:
            spot = corpus.spot("items", name)
            yield (
                Spot(spot.path, spot.keys + problem.keys),
                f"The key of '{name}' cannot be derived: {problem}.",
            )


def two_best_answers(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        if kind_of(item).form == "one" and len(key.right) > 1 and not item.contested:
            named = " and ".join(sorted(key.right))
            yield (
                spot / "visit",
                (
                    f"The facts leave {len(key.right)} best answers ({named}); make the visit"
                    " decide, or say in 'contested' why both are defended."
                ),
            )


def right_answer_not_offered(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Right answers that the question gives no way to give."""
    for spot, item, key in _keyed(corpus):
        obstacle = kind_of(item).unanswerable(item, key)
        if obstacle:
            place, sentence = obstacle
            yield spot / place, sentence


def disagreeing_authors(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        for own in kind_of(item).own_keys(item):
            right = own.id in key.right
            if own.right != right and own.id not in key.free:
                by_facts = " and ".join(sorted(key.right))
                yield (
                    Spot(spot.path, spot.keys + own.at),
                    (
                        f"The author's key says {_word(own.right)} of '{own.id}', the facts say"
                        f" {_word(right)} (right by the facts: {by_facts}); correct the"
                        f" {kind_of(item).part}, the visit or the fact."
                    ),
                )


def keys_on_weak_facts(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for spot, item, key in _keyed(corpus):
        for reason in key.reasons:
            if reason.confidence == "low":
                text = (
                    f"The key rests on a fact of confidence low ({reason.text.rstrip('.')});"
                    " confirm it or ask about something else."
                )
                yield spot / kind_of(item).decided_by, text
        for index, reference in enumerate(item.rests_on):
            if getattr(corpus.fact(reference), "confidence", "high") == "low":
                yield (
                    spot / "rests_on" / index,
                    (
                        f"'{reference}' has confidence low and cannot carry a question; confirm it"
                        " or ask about something else."
                    ),
                )
        for keys, sentence in kind_of(item).weak_facts(corpus, item):
            yield Spot(spot.path, spot.keys + keys), sentence


def _keyed(corpus: Corpus) -> Iterator[tuple[Spot, Item, Key]]:
    for name, item in corpus.items.items():
        try:
            yield corpus.spot("items", name), item, derive_key(corpus, item)
        except Underivable:
            continue


def _word(right: bool) -> str:
    return "right" if right else "wrong"
