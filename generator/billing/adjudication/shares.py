"""Who pays the allowed amount: deductible, coinsurance or copay, reductions of the payment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.billing.adjudication.payer_case import (
    TABLE,
    NumberedLine,
    PayerCase,
    adjustment,
    asked,
    dollars,
    plan_fact,
)
from generator.billing.adjudication.pricing import part_of
from generator.billing.adjudication.reduction import LinePrice
from generator.billing.adjudication.remittance import LineAdjustment
from generator.billing.modifiers import ASSISTANT
from generator.billing.reasons import Reason, filled
from generator.facts.plans import FigureKey, PlanFigure, cents

SHARED: tuple[FigureKey, ...] = ("deductible", "coinsurance", "copay")
CUTS: tuple[FigureKey, ...] = ("assistant-payment", "sequestration")
ASSISTED = frozenset(ASSISTANT.values())
NOTHING = Decimal(0)


@dataclass(frozen=True)
class PaidLine:
    """A priced line: what the plan allows and pays, and every cent between charge and payment."""

    price: LinePrice
    allowed: int
    paid: int
    adjustments: tuple[LineAdjustment, ...]


def open_figures(case: PayerCase, line: NumberedLine) -> tuple[Reason, ...]:
    """What must be known of the plan or the patient before the line can be paid."""
    plan, rests_on = case.plan, plan_fact(case.plan)
    unknown = [
        asked(
            "figure-unknown", rests_on, plan=plan.name, day=line.day, figure=TABLE["figures"][key]
        )
        for key in (*SHARED, *CUTS)
        if plan.names(key) and plan.figure(key, line.day) is None
    ]
    if plan.names("deductible") and case.account.deductible_met is None:
        unknown.append(asked("deductible-met", rests_on))
    return tuple(unknown)


def pay_lines(case: PayerCase, prices: Iterable[LinePrice]) -> dict[int, PaidLine]:
    """Each line's payment by its number; shares are taken in an order that is the claim's no more.

    The line that allows most takes deductible and copay first, then by code and modifiers.
    """
    lines = [_contract(price) for price in prices]
    lines.sort(
        key=lambda one: (
            one.price.line.day,
            -one.allowed,
            one.price.line.key,
            one.price.line.number,
        )
    )
    left = _Left(case)
    return {one.price.line.number: _cut(case, left.share(one)) for one in lines}


def _reason(
    name: str, figure: PlanFigure | None, case: PayerCase | None, **values: object
) -> Reason:
    entry = TABLE["amounts"][name]
    sources = (*(figure.sources if figure else ()), *entry.get("sources", ()))
    words = {"text": figure.text, **values} if figure else values
    rests_on = plan_fact(case.plan) if case else ()
    return Reason(filled(entry["why"], words), rests_on, tuple(dict.fromkeys(sources)))


def _contract(price: LinePrice) -> PaidLine:
    """The charge down to what the plan allows: contract first, then the reduction."""
    charge = price.line.billed
    agreed, allowed = min(charge, price.full), min(charge, price.reduced)
    found: list[LineAdjustment] = []
    if charge > agreed:
        values = {"charge": dollars(charge), "allowed": dollars(agreed)}
        why = replace(_reason("contract", None, None, **values), rests_on=price.unit.why.rests_on)
        found.append(adjustment("amounts", "contract", charge - agreed, why))
    if agreed > allowed:
        why = replace(_reason("reduction", None, None, text=price.text), rests_on=("rules/mppr",))
        found.append(adjustment("amounts", "reduction", agreed - allowed, why))
    return PaidLine(price, allowed, allowed, tuple(found))


class _Left:
    """What is left of the deductible and of each day's copay while lines take their shares."""

    def __init__(self, case: PayerCase) -> None:
        self.case = case
        self.met = cents(case.account.deductible_met or NOTHING)
        self.taken: dict[int, int] = {}
        self.copaid: dict[date, int] = {}

    def share(self, line: PaidLine) -> PaidLine:
        """The line after the patient's shares."""
        line = _less(line, self._deductible(line))
        line = _less(line, self._copay(line))
        return _less(line, _coinsurance(self.case, line))

    def _deductible(self, line: PaidLine) -> LineAdjustment | None:
        day = line.price.line.day
        figure = self.case.plan.figure("deductible", day)
        if figure is None:
            return None
        left = max(0, cents(figure.amount) - self.met - self.taken.get(day.year, 0))
        taken = min(left, line.paid)
        self.taken[day.year] = self.taken.get(day.year, 0) + taken
        values = {"left": dollars(left), "taken": dollars(taken)}
        return _taken("deductible", taken, figure, self.case, values)

    def _copay(self, line: PaidLine) -> LineAdjustment | None:
        day = line.price.line.day
        figure = self.case.plan.figure("copay", day)
        if figure is None:
            return None
        taken = min(cents(figure.amount) - self.copaid.get(day, 0), line.paid)
        self.copaid[day] = self.copaid.get(day, 0) + taken
        return _taken("copay", taken, figure, self.case, {"taken": dollars(taken)})


def _coinsurance(case: PayerCase, line: PaidLine) -> LineAdjustment | None:
    figure = case.plan.figure("coinsurance", line.price.line.day)
    return _percentage("coinsurance", figure, case, line.paid, 0) if figure else None


def _cut(case: PayerCase, line: PaidLine) -> PaidLine:
    """The payment after what is taken off the payer's own part."""
    day = line.price.line.day
    assistant = case.plan.figure("assistant-payment", day)
    if assistant and line.price.line.modifiers & ASSISTED:
        line = _less(line, _percentage("assistant", assistant, case, line.paid, 100))
    sequestration = case.plan.figure("sequestration", day)
    if sequestration:
        line = _less(line, _percentage("sequestration", sequestration, case, line.paid, 0))
    return line


def _percentage(
    name: str, figure: PlanFigure, case: PayerCase, base: int, of: int
) -> LineAdjustment | None:
    """A percentage of `base`; where `of` is 100, what the percentage leaves."""
    percent = of - figure.amount if of else figure.amount
    taken = part_of(base, percent)
    shown = f"{percent:f}".rstrip("0").rstrip(".") if "." in f"{percent:f}" else f"{percent:f}"
    values = {"percent": shown, "base": dollars(base), "taken": dollars(taken)}
    return _taken(name, taken, figure, case, values)


def _taken(
    name: str, taken: int, figure: PlanFigure, case: PayerCase, values: dict[str, str]
) -> LineAdjustment | None:
    if taken <= 0:
        return None
    return adjustment("amounts", name, taken, _reason(name, figure, case, **values))


def _less(line: PaidLine, one: LineAdjustment | None) -> PaidLine:
    if one is None:
        return line
    return replace(line, paid=line.paid - one.amount, adjustments=(*line.adjustments, one))
