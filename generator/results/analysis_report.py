"""The analysis as one HTML page that stands by itself.

No script, no request, plots as inline SVG.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.pages.template_environment import environment
from generator.results.gradebook import ReadProblem
from generator.results.item_stats import Analysis, Dispute, ItemStats, Matrix
from generator.results.limits import FEW_LEARNERS

WIDE, HIGH, EDGE = 420, 260, 40
PULL_WIDE, PULL_HIGH = 240, 90
AXIS = ((0, 40), (0.25, 145.0), (0.5, 250.0), (0.75, 355.0), (1, 460))
"""Shares and where they are on the horizontal axis."""
MOST_NUMBERED = 60


@dataclass(frozen=True)
class Dot:
    """An item in the plot of facility and discrimination."""

    x: float
    y: float
    item: ItemStats
    number: int

    @property
    def label_y(self) -> float:
        """Where its number stands."""
        return self.y + 4


@dataclass(frozen=True)
class Bar:
    """A bar: `times` learners have `value` answers right, or a few more."""

    x: float
    y: float
    width: float
    height: float
    value: int
    times: int

    @property
    def middle(self) -> float:
        """The middle of the bar."""
        return self.x + self.width / 2

    @property
    def label_y(self) -> float:
        """Inside a high bar, above a low one."""
        return self.y + (14 if self.height > 20 else -3)


@dataclass(frozen=True)
class OptionCurve:
    """What an option drew from the weakest group on, as points of a polyline."""

    points: str
    right: bool
    name: str


@dataclass(frozen=True)
class AssignmentReport:
    """What the page shows of one assignment."""

    title: str
    analysis: Analysis
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    matrix: Matrix | None
    disputes: tuple[Dispute, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether the class is too small to judge a question."""
        return self.analysis.persons < FEW_LEARNERS

    @property
    def has_room(self) -> bool:
        """Whether each dot can have its number."""
        return len(self.dots) < MOST_NUMBERED

    @property
    def dot_radius(self) -> int:
        """Smaller where there are many dots."""
        return 11 if self.has_room else 4

    @property
    def noticed(self) -> tuple[Dot, ...]:
        """The items to look at."""
        return tuple(dot for dot in _numbered(self.analysis) if dot.item.notices)


def report(
    parts: Sequence[AssignmentReport], problems: Sequence[ReadProblem], as_of: date
) -> bytes:
    """The page."""
    template = environment().get_template("results/report.html.jinja")
    return template.render(
        parts=parts,
        problems=problems,
        as_of=as_of,
        axis=AXIS,
        lines=option_curves,
        numbered=_numbered,
    ).encode()


def assignment_report(
    title: str, found: Analysis, matrix: Matrix | None, disputes: tuple[Dispute, ...] = ()
) -> AssignmentReport:
    """The plots of one analysis, and what learners say of its keys."""
    dots, bars = tuple(_dots(found)), tuple(_bars(found))
    return AssignmentReport(title, found, dots, bars, matrix, disputes)


def _numbered(found: Analysis) -> tuple[Dot, ...]:
    return tuple(Dot(0, 0, item, number) for number, item in enumerate(found.items, 1))


def _dots(found: Analysis) -> list[Dot]:
    return [
        Dot(
            round(EDGE + item.facility * WIDE, 1),
            round(HIGH / 2 * (1 - item.discrimination) + 10, 1),
            item,
            number,
        )
        for number, item in enumerate(found.items, 1)
        if item.discrimination is not None
    ]


def _bars(found: Analysis) -> list[Bar]:
    """For a long test several numbers share a bar."""
    size = len(found.items) + 1
    step = -(-size // 21)
    counted = [0] * -(-size // step)
    for value, times in found.spread:
        counted[min(value, size - 1) // step] += times
    most, width = max(counted), WIDE / len(counted)
    return [
        Bar(
            round(EDGE + place * width + 1, 1),
            round(10 + HIGH * (1 - times / most), 1),
            round(width - 2, 1),
            round(HIGH * times / most, 1),
            place * step,
            times,
        )
        for place, times in enumerate(counted)
    ]


def option_curves(item: ItemStats) -> tuple[OptionCurve, ...]:
    """A curve for each of the first six options."""
    return tuple(
        OptionCurve(_points(pull.by_group), pull.right, pull.name)
        for pull in item.pulls[:6]
        if len(pull.by_group) > 1
    )


def _points(shares: tuple[float, ...]) -> str:
    step = (PULL_WIDE - 20) / (len(shares) - 1)
    return " ".join(
        f"{10 + place * step:.1f},{5 + (PULL_HIGH - 10) * (1 - min(1, share)):.1f}"
        for place, share in enumerate(shares)
    )
