"""The minutes of a visit on a bar, and the units that they make: numbers come from the engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.billing.unit_methods import (
    METHODS,
    EightMinuteRule,
    Minutes,
    RightAllocations,
    minutes_by_code,
    unit_method,
    unit_range,
)
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import VisitExample
from generator.facts.rule_figures import Counting
from generator.pages.labels import count, join_or
from generator.pages.svg import SMALL, WIDTH, Drawing, wrapped

BAR = 26.0
METHOD_NAMES = {"cms": "Medicare", "ama": "Midpoint rule"}


@dataclass(frozen=True)
class CodeMinutes:
    """A code's minutes: full units, what is left over, the units it may get."""

    code: str
    minutes: int
    full: int
    left: int
    units: tuple[int, ...]

    @property
    def units_text(self) -> str:
        """'2 units', or '0 or 1 unit' where codes tie."""
        return (
            f"{' or '.join(map(str, self.units[:-1]))} or {count(self.units[-1], 'unit')}"
            if (len(self.units) > 1)
            else count(self.units[0], "unit")
        )

    def sum_text(self, size: int) -> str:
        """'33 min = 2 × 15 + 3'."""
        if not self.full:
            return f"{self.minutes} min"
        return f"{self.minutes} min = {self.full} × {size} + {self.left}"


@dataclass(frozen=True)
class MinutesView:
    """A visit's timed minutes counted by Medicare's rule, and the claim by each method."""

    counting: Counting
    total: int
    units: int
    codes: tuple[CodeMinutes, ...]
    claims: tuple[str, ...]

    @property
    def total_text(self) -> str:
        """'47 timed minutes: 3 units (38 to 52)'."""
        text = f"{self.total} timed minutes: {count(self.units, 'unit')}"
        if not self.units:
            return text
        low, high = unit_range(self.counting, self.units)
        return f"{text} ({low} to {high})"

    @property
    def words(self) -> tuple[str, ...]:
        """What the bars say, in sentences."""
        size = self.counting.size
        rows = (f"{one.code}: {one.sum_text(size)}, {one.units_text}." for one in self.codes)
        return (f"{self.total_text}.", *rows, *self.claims)


def minutes_view(corpus: Corpus, example: VisitExample) -> MinutesView:
    """The minutes of an example's timed codes, in the order of the visit."""
    services = example.visit.services
    pairs = [
        (str(one.code), one.minutes)
        for one in services
        if one.code and one.minutes and corpus.codes[one.code].unit.kind == "timed"
    ]
    order = list(dict.fromkeys(code for code, _ in pairs))
    minutes = tuple(sorted(minutes_by_code(pairs), key=lambda entry: order.index(entry[0])))
    found = {name: unit_method(corpus, name, example.date) for name in METHODS}
    rule = found["cms"]
    assert isinstance(rule, EightMinuteRule), "the rule of the sheet has its constants"
    shares = rule.count(minutes).allocations
    return MinutesView(
        rule.counting,
        sum(spent for _, spent in minutes),
        sum(units for _, units in shares.first),
        tuple(_code_minutes(minutes, shares, rule.counting)),
        tuple(
            f"{METHOD_NAMES[name]}: {_claim(method.count(minutes).allocations, order)}."
            for name, method in found.items()
            if method
        ),
    )


def _code_minutes(
    minutes: Minutes, shares: RightAllocations, counting: Counting
) -> Iterator[CodeMinutes]:
    for code, spent in minutes:
        units = sorted({dict(share).get(code, 0) for share in shares})
        yield CodeMinutes(code, spent, spent // counting.size, spent % counting.size, tuple(units))


def _claim(shares: RightAllocations, order: Sequence[str]) -> str:
    """'3 units: 97112 × 2, 97110 × 1', codes in the order of the visit; ties as a choice."""
    total = count(sum(units for _, units in shares.first), "unit")
    is_tied = len(list(shares)) > 1
    units = dict(shares.sure if is_tied else shares.first)
    sure = [f"{code} × {units[code]}" for code in order if units.get(code)]
    if is_tied:
        more = " more" if sure else ""
        sure.append(f"{shares.free}{more} of {join_or(shares.tied)}")
    return f"{total}: {', '.join(sure)}" if sure else "no unit"


def draw_minutes(view: MinutesView) -> Drawing:
    """The bar of the day, a bar for each code, and the claims."""
    drawing = Drawing()
    scale = WIDTH / max(view.total, view.counting.size)
    top = drawing.text(0, 0, wrapped(view.total_text, WIDTH, bold=True), bold=True) + 4
    _day_bar(drawing, view, scale, top)
    y = drawing.bottom + 12
    for one in view.codes:
        drawing.text(0, y, [f"{one.code}: {one.sum_text(view.counting.size)}"])
        y = drawing.text(WIDTH, y, [one.units_text], bold=True, anchor="end") + 2
        _code_bar(drawing, view, one, scale, y)
        y = drawing.bottom + 8
    for claim in view.claims:
        y = drawing.text(0, y, wrapped(claim, WIDTH)) + 2
    return drawing


def _day_bar(drawing: Drawing, view: MinutesView, scale: float, top: float) -> None:
    at = 0.0
    for one in view.codes:
        width = one.minutes * scale
        drawing.box(at, top, width, BAR, "plain")
        _centered(drawing, at, width, top, (f"{one.code}, {one.minutes}", str(one.minutes)))
        at += width
    for units in range(1, view.units + 1):
        x = unit_range(view.counting, units)[0] * scale
        drawing.line((x, top + BAR), (x, top + BAR + 7))
        anchor = "end" if x > WIDTH - 32 else "middle" if x > 32 else "start"
        low = unit_range(view.counting, units)[0]
        says = f"{low}: {count(units, 'unit')}"
        drawing.text(min(x, WIDTH), top + BAR + 8, [says], SMALL, anchor=anchor)


def _code_bar(
    drawing: Drawing, view: MinutesView, one: CodeMinutes, scale: float, top: float
) -> None:
    size, at = view.counting.size, 0.0
    for _ in range(one.full):
        drawing.box(at, top, size * scale, BAR, "strong")
        _centered(drawing, at, size * scale, top, (f"{size}: 1 unit", str(size)))
        at += size * scale
    if one.left:
        earned = max(one.units) - one.full
        says = f"{one.left}: {'+1 unit' if earned else 'no unit'}"
        if len(one.units) > 1:
            says = f"{one.left}: tie"
        drawing.box(at, top, one.left * scale, BAR, "strong" if earned else "dashed")
        _centered(drawing, at, one.left * scale, top, (says, str(one.left)))


def _centered(drawing: Drawing, x: float, width: float, top: float, choices: Sequence[str]) -> None:
    """The longest of `choices` that fits, in the middle."""
    fits = [text for text in choices if len(wrapped(text, width - 6, SMALL)) == 1]
    if fits:
        drawing.text(x + width / 2, top + 6, fits[:1], SMALL, anchor="middle")
