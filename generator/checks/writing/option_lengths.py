"""The right option cannot be guessed from its length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

from generator.checks.keyed_items import spot_of
from generator.checks.writing.offered_options import Offered, chosen_from, single_right
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot

BY_FAR = 1.5  # times the longest wrong one, and
MORE = 16  # letters longer: of 359 items with one right option 7 were past both
FEWEST = 10  # options with texts of their own that make a pattern
CHANCE = 3.09  # standard deviations that chance exceeds once in a thousand times


def longest_by_far(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
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


@dataclass(frozen=True)
class LengthTally:
    """How often the longest option was right, and what chance would give."""

    asked: int = 0
    found: float = 0
    expected: float = 0
    variance: float = 0

    def __add__(self, other: "LengthTally") -> "LengthTally":
        return LengthTally(
            self.asked + other.asked,
            self.found + other.found,
            self.expected + other.expected,
            self.variance + other.variance,
        )

    @property
    def is_revealing(self) -> bool:
        """Whether the longest is right more often than chance allows."""
        return self.asked >= FEWEST and self.found - self.expected > CHANCE * sqrt(self.variance)


def longest_too_often(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
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
    return sum(tallies, LengthTally())


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
