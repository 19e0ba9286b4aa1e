"""Options exclude one another, and neither length nor place tells the right one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from generator.cache.build_cache import cached_by_facts
from generator.checks.item_checks import keyed_items, spot_of
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Problems
from generator.questions.kinds.answers import Key
from generator.questions.kinds.registry import kind_of
from generator.questions.option_order import in_order, places_of

RANGE = re.compile(r"(?<!\d)(\d{1,4})(?:\s*(?:to|–|-|and|through)\s*)(\d{1,4})(?!\d)")
OPEN = re.compile(r"(?<!\d)(\d{1,4})\s+(?:or more|and more|or over|minutes or more)")
OTHER_WORDS = re.compile(r"(?:\d+|\W|\bto\b|\band\b|\bor\b|\bmore\b|\bover\b|\bthrough\b)+")
BY_FAR = 1.5  # times the longest wrong one, and
MORE = 16  # letters longer: of 359 items with one right option 7 were past both
FEWEST = 10  # options with texts of their own that make a pattern
CHANCE = 3.09  # standard deviations that chance exceeds once in a thousand times
FEWEST_EXPECTED = 5  # expected in each place, or chi-square says nothing
CHI_SQUARE = dict(enumerate((10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32), 2))
"""By number of options: exceeded by chance once in a thousand times."""


@dataclass(frozen=True)
class Offered:
    """One option; `own` text was written for this item, and is not the option's usual one.

    The text of a change to a claim is made when it is shown: here it is empty.
    """

    id: str
    at: Keys
    text: str
    own: bool
    right: bool


def chosen_from(corpus: Corpus) -> tuple[tuple[Item, tuple[Offered, ...]], ...]:
    """Every item that offers options, with them; those without a key are left to other checks."""
    return _chosen_from(corpus, tuple(corpus.items.values()))


@cached_by_facts
def _chosen_from(
    corpus: Corpus, items: tuple[Item, ...]
) -> tuple[tuple[Item, tuple[Offered, ...]], ...]:
    # options in a fixed order are the same everywhere
    choices = (item for item in items if item.choices and not kind_of(item).fixed_order)
    return tuple((item, _offered(corpus, item, key)) for item, key in keyed_items(corpus, choices))


def single_right(options: tuple[Offered, ...]) -> Offered | None:
    """The right option where there is just one."""
    right = [option for option in options if option.right]
    return right[0] if len(right) == 1 else None


def _offered(corpus: Corpus, item: Item, key: Key) -> tuple[Offered, ...]:
    return tuple(
        Offered(
            answer.id,
            answer.at,
            answer.text or _usual_text(corpus, answer.id),
            answer.text is not None,
            answer.id in key.right,
        )
        for answer in kind_of(item).answers(item)
    )


def _usual_text(corpus: Corpus, name: str) -> str:
    return "" if "." in name else corpus.names.get(name, name)


def overlapping_options(corpus: Corpus) -> Problems:
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


def longest_by_far(corpus: Corpus) -> Problems:
    """Items whose right option is much longer than the others."""
    for item, options in chosen_from(corpus):
        right = single_right(options)
        if right is None or not right.own or not _comparable(options):
            continue
        wrong = max(len(option.text) for option in options if not option.right)
        if len(right.text) >= wrong * BY_FAR and len(right.text) >= wrong + MORE:
            yield spot_of(corpus, item, *right.at), _longest_message(len(right.text), wrong)


def _longest_message(right: int, wrong: int) -> str:
    return (
        f"The right option is the longest by far ({right} letters; the longest wrong one has"
        f" {wrong}); shorten it, or say as much in a wrong one."
    )


class LengthTally(NamedTuple):
    """How often the longest option was right, and what chance would give."""

    asked: int = 0
    found: float = 0
    expected: float = 0
    variance: float = 0

    @property
    def is_revealing(self) -> bool:
        """Whether the longest is right more often than chance allows."""
        return self.asked >= FEWEST and self.found - self.expected > CHANCE * sqrt(self.variance)


def longest_too_often(corpus: Corpus) -> Problems:
    """Quizzes in which the longest option is right more often than chance allows."""
    tallies = {item.id: _tally(item, options) for item, options in chosen_from(corpus)}
    for quiz in corpus.quizzes.values():
        counted = _sum(tallies[item.id] for item in quiz.items if item.id in tallies)
        if counted.is_revealing:
            yield corpus.spot("quizzes", quiz.id) / "items", _pattern("this quiz", counted)
    whole = _sum(tallies.values())
    if whole.is_revealing and len(corpus.quizzes) > 1:
        yield corpus.spot("quizzes", min(corpus.quizzes)), _pattern("all quizzes together", whole)


def _sum(tallies: Iterable[LengthTally]) -> LengthTally:
    return LengthTally(*map(sum, zip(LengthTally(), *tallies, strict=True)))


def _tally(item: Item, options: tuple[Offered, ...]) -> LengthTally:
    """Options of equal length share the place of the longest."""
    right, size = single_right(options), len(options)
    if right is None or not any(option.own for option in options) or not _comparable(options):
        return LengthTally()
    most = max(len(option.text) for option in options)
    longest = [option for option in options if len(option.text) == most]
    found = 1 / len(longest) if right in longest else 0
    return LengthTally(1, found, 1 / size, (size - 1) / size**2)


def _comparable(options: tuple[Offered, ...]) -> bool:
    return len(options) > 2 and all(option.text for option in options)


def _pattern(where: str, counted: LengthTally) -> str:
    return (
        f"In {where} the longest option is the right one {counted.found:g} times of"
        f" {counted.asked}, where chance gives {counted.expected:.0f}; shorten right options, or"
        " lengthen wrong ones."
    )


def unequal_places(corpus: Corpus) -> Problems:
    """Quizzes in which the right option is in one place more often than chance allows."""
    found = {item.id: options for item, options in chosen_from(corpus)}
    shown: dict[str, tuple[int, int]] = {}
    for quiz in corpus.quizzes.values():
        here = _places(quiz.items, found)
        shown |= here
        for counted in _unequal(here):
            yield corpus.spot("quizzes", quiz.id) / "items", _places_message("this quiz", *counted)
    for counted in _unequal(shown) if len(corpus.quizzes) > 1 else ():
        yield (
            corpus.spot("quizzes", min(corpus.quizzes)),
            _places_message("all quizzes together", *counted),
        )


def _places(
    items: Sequence[Item], found: Mapping[str, tuple[Offered, ...]]
) -> dict[str, tuple[int, int]]:
    places, shown = places_of(items), {}
    for item in items:
        right = single_right(found.get(item.id, ()))
        if right is not None:
            order = in_order(
                item.id, [option.id for option in found[item.id]], {right.id}, places[item.id]
            )
            shown[item.id] = (len(order), order.index(right.id))
    return shown


def _unequal(shown: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, Counter[int]]]:
    for size in sorted({size for size, _ in shown.values()}):
        counted = Counter(place for other, place in shown.values() if other == size)
        expected = counted.total() / size
        spread = sum((counted[place] - expected) ** 2 for place in range(size)) / expected
        if size in CHI_SQUARE and expected >= FEWEST_EXPECTED and spread > CHI_SQUARE[size]:
            yield size, counted


def _places_message(where: str, size: int, counted: Counter[int]) -> str:
    times = ", ".join(str(counted[place]) for place in range(size))
    return (
        f"In {where} the right one of {size} options is in places 1 to {size} unequally often"
        f" ({times}); add questions, or give some another id: the order follows the ids."
    )
