"""Flaws of item writing that a machine can see."""

import re
from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.keys import derive_key
from generator.questions.kinds.answer_key import Underivable
from generator.questions.kinds.registry import kind_of

CATCH_ALL = re.compile(
    r"\b(all|none|both) of (the|these)\b|\b(all|none) of the above\b", re.IGNORECASE
)


def repeated_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        seen: set[str] = set()
        for answer in kind_of(item).answers(item):
            if answer.id in seen:
                yield (
                    _spot(corpus, name, answer.at),
                    f"Option '{answer.id}' stands here twice; remove one.",
                )
            seen.add(answer.id)


def mislabelled_answers(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        try:
            key = derive_key(corpus, item)
        except Underivable:
            continue
        for at in kind_of(item).mislabelled(item, key):
            yield _spot(corpus, name, at), kind_of(item).mislabelled_message


def catch_all_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        for answer in kind_of(item).answers(item):
            if CATCH_ALL.search(answer.text or ""):
                said = (
                    "An option names an answer of its own; 'all/none of the above' tests reading,"
                    " not coding; write the answer out."
                )
                yield _spot(corpus, name, (*answer.at, "text")), said


def _spot(corpus: Corpus, name: str, keys: tuple[str | int, ...]) -> Spot:
    spot = corpus.spot("items", name)
    return Spot(spot.path, spot.keys + keys)
