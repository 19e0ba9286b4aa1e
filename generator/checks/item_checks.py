"""Flaws of item writing that a machine can see."""

import re
from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.keys import Underivable, answers, blamed, derive_key

CATCH_ALL = re.compile(
    r"\b(all|none|both) of (the|these)\b|\b(all|none) of the above\b", re.IGNORECASE
)


def repeated_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        seen: set[str] = set()
        for answer in answers(item):
            if answer.id in seen:
                yield (
                    _spot(corpus, name, answer.at),
                    f"Option '{answer.id}' stands here twice; remove one.",
                )
            seen.add(answer.id)


def blame_for_the_right_option(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        try:
            key = derive_key(corpus, item)
        except Underivable:
            continue
        for at in blamed(item, key):
            yield _spot(corpus, name, at), _unjust(item)


def _unjust(item: Item) -> str:
    match item.kind:
        case "units":
            return "This number is right, so no mistake leads to it; remove it from 'wrong'."
        case "spot-the-error":
            return "Nothing is wrong here, so no mistake leads to it; remove 'mistake'."
        case _:
            return "This option is right, so no mistake leads to it; remove 'mistake'."


def catch_all_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, item in corpus.items.items():
        for answer in answers(item):
            if CATCH_ALL.search(answer.text or ""):
                said = (
                    "An option names an answer of its own; 'all/none of the above' tests reading,"
                    " not coding; write the answer out."
                )
                yield _spot(corpus, name, (*answer.at, "text")), said


def _spot(corpus: Corpus, name: str, keys: tuple[str | int, ...]) -> Spot:
    spot = corpus.spot("items", name)
    return Spot(spot.path, spot.keys + keys)
