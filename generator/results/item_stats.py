"""What an analysis says of a class, its questions and their options."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """`name` is the same in every language; `about` is what `text` speaks of."""

    name: str
    about: str
    text: str = ""


@dataclass(frozen=True)
class OptionStats:
    """What one option drew.

    How many learners, and which share of each ability group, the weakest first.
    """

    id: str
    name: str
    right: bool
    count: int
    by_group: tuple[float, ...]


@dataclass(frozen=True)
class ItemStats:
    """`facility` is the mean of the points, `right` the share wholly right, `interval` its limits.

    The limits are those of 95 %; a question left out counts as wrong.
    """

    id: str
    title: str
    kind: str
    answers: int
    omitted: int
    facility: float
    right: float
    interval: tuple[float, float]
    discrimination: float | None
    seconds: float | None
    pulls: tuple[OptionStats, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class Analysis:
    """`mean` and `deviation` are of the learners' points.

    `spread` counts learners by answers wholly right.
    """

    persons: int
    items: tuple[ItemStats, ...]
    mean: float
    deviation: float
    alpha: float | None
    kr20: float | None
    error: float | None
    spread: tuple[tuple[int, int], ...]
    groups: tuple[int, ...]
    exchanges: tuple[tuple[str, str, int], ...]
    warnings: tuple[Notice, ...]


@dataclass(frozen=True)
class Dispute:
    """A learner's doubt about a key, in their own words; `result` is the attempt's id."""

    item: str
    title: str
    result: str
    learner: str
    attempt: int
    answer: str
    points: float | None
    text: str


@dataclass(frozen=True)
class Matrix:
    """What was taken for what: rows are right answers, columns chosen ones.

    Each cell has how often and how hot it is, from 0 to 3, or 'right'.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
