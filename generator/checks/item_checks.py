"""Flaws of item writing that a machine can see."""

import re
from collections.abc import Iterator

from generator.checks.keyed_items import keyed_items, spot_of
from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.kinds.registry import kind_of

CATCH_ALL = re.compile(
    r"\b(all|none|both) of (the|these)\b|\b(all|none) of the above\b", re.IGNORECASE
)


def repeated_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Options that are offered twice."""
    """Options that are offered twice."""
    for item in corpus.items.values():
        seen: set[str] = set()
        for answer in kind_of(item).answers(item):
            if answer.id in seen:
                sentence = f"Option '{answer.id}' stands here twice; remove one."
                yield spot_of(corpus, item, *answer.at), sentence
            seen.add(answer.id)


def mislabelled_answers(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Mistakes named at right answers."""
    """Right answers that are said to come from a mistake."""
    for item, key in keyed_items(corpus):
        for at in kind_of(item).mislabelled(item, key):
            yield spot_of(corpus, item, *at), kind_of(item).mislabelled_message


def catch_all_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Options such as 'all of the above'."""
    """Options such as 'none of the above'."""
    for item in corpus.items.values():
        for answer in kind_of(item).answers(item):
            if CATCH_ALL.search(answer.text or ""):
                sentence = (
                    "An option names an answer of its own; 'all/none of the above' tests reading,"
                    " not coding; write the answer out."
                )
                yield spot_of(corpus, item, *answer.at, "text"), sentence
