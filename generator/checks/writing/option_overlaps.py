"""Options exclude one another: no range overlaps, and no text is part of another."""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.checks.keyed_items import spot_of
from generator.checks.writing.offered_options import Offered, chosen_from
from generator.facts.corpus import Corpus
from generator.findings import Spot

RANGE = re.compile(r"(?<!\d)(\d{1,4})(?:\s*(?:to|–|-|and|through)\s*)(\d{1,4})(?!\d)")
OPEN = re.compile(r"(?<!\d)(\d{1,4})\s+(?:or more|and more|or over|minutes or more)")
OTHER_WORDS = re.compile(r"(?:\d+|\W|\bto\b|\band\b|\bor\b|\bmore\b|\bover\b|\bthrough\b)+")


def overlapping_options(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Options of items with one right answer of which one contains another."""
    for item, options in chosen_from(corpus):
        if sum(option.right for option in options) != 1:
            continue
        for first, second in combinations(options, 2):
            if sentence := _overlap(first, second):
                yield spot_of(corpus, item, *second.at), sentence


def _overlap(first: Offered, second: Offered) -> str:
    if not (first.own and second.own):
        return ""
    one, other = _range(first.text), _range(second.text)
    if (
        one
        and other
        and _of_the_same(first.text, second.text)
        and one[0] <= other[1]
        and other[0] <= one[1]
    ):
        return (
            f"The ranges {_range_text(one)} and {_range_text(other)} overlap, so that one visit"
            " fits both; end the one before the other begins."
        )
    short, long = sorted((_words(first.text), _words(second.text)), key=len)
    if short and f" {short} " in f" {long} ":
        return (
            f"'{short}' is the whole of one option and a part of another, so that both may be"
            " right; say what sets them apart."
        )
    return ""


def _range(text: str) -> tuple[int, int] | None:
    closed, opened = RANGE.search(text), OPEN.search(text)
    if closed:
        return int(closed[1]), int(closed[2])
    return (int(opened[1]), 9999) if opened else None


def _range_text(span: tuple[int, int]) -> str:
    return f"{span[0]} or more" if span[1] == 9999 else f"{span[0]} to {span[1]}"


def _of_the_same(first: str, second: str) -> bool:
    """Ranges of different things, such as of minutes and of regions, do not meet."""
    return set(OTHER_WORDS.split(first.lower())) == set(OTHER_WORDS.split(second.lower()))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
