"""What the plan allows for one unit of a code, with the formula that gives it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.billing.adjudication.payer_case import (
    NumberedLine,
    PayerCase,
    asked,
    dollars,
    plan_fact,
)
from generator.billing.reasons import Reason
from generator.facts.corpus import Corpus
from generator.facts.plans import ConversionFactor, FeeSchedule, Locality, ScheduleLine, cents

HUNDRED = Decimal(100)
NATIONAL = Decimal(1)


@dataclass(frozen=True)
class UnitPrice:
    """Cents for one unit, in full and with the reduced practice expense.

    `rank` orders units under the reduction: practice expense first, then the price. None where the
    reduction does not apply.
    """

    full: int
    reduced: int
    rank: tuple[int, int] | None
    why: Reason
    reduced_why: str = ""


def whole_cents(amount: Decimal) -> int:
    """Dollars to cents, half a cent upward."""
    return int((amount * HUNDRED).quantize(Decimal(1), ROUND_HALF_UP))


def part_of(amount: int, percent: Decimal) -> int:
    """A share of cents, half a cent upward."""
    return int((amount * percent / HUNDRED).quantize(Decimal(1), ROUND_HALF_UP))


def unit_price(case: PayerCase, line: NumberedLine) -> UnitPrice | Reason:
    """The price of one unit, or what must be known before there is one."""
    rates = case.plan.rates
    if rates.percent_of_medicare is not None:
        return _by_schedule(case, line, rates.percent_of_medicare)
    fee = next((fee for code, fee in rates.fees.items() if code == line.code), None)
    rests_on = plan_fact(case.plan)
    if fee is None:
        return asked("fee-unknown", rests_on, plan=case.plan.name, code=line.code)
    amount = cents(fee)
    text = f"{line.code}: the plan's fee is {dollars(amount)} for one unit."
    return UnitPrice(amount, amount, None, Reason(text, rests_on))


def _by_schedule(case: PayerCase, line: NumberedLine, percent: int) -> UnitPrice | Reason:
    schedules = case.corpus.fee_schedules.values()
    schedule = next((one for one in schedules if one.holds_on(line.day)), None)
    if schedule is None:
        return asked("schedule-unknown", ("rules/mppr",), day=line.day)
    factor = schedule.conversion_factor(line.day)
    values = next((one for code, one in schedule.values.items() if code == line.code), None)
    wanted = case.plan.rates.locality
    locality = schedule.locality(wanted)
    if wanted and locality is None:
        return asked("locality-unknown", _fact(schedule), schedule.sources, year=line.day.year)
    if factor is None or values is None:
        return asked(
            "price-unknown", _fact(schedule), schedule.sources, code=line.code, day=line.day
        )
    return _Formula(schedule, values, factor, locality, percent).price(case, line)


def _fact(schedule: FeeSchedule) -> tuple[str, ...]:
    return (f"fee_schedules/{schedule.id}",)


@dataclass(frozen=True)
class _Formula:
    """The three relative values, their indices, dollars a unit, and the plan's share."""

    schedule: FeeSchedule
    values: ScheduleLine
    factor: ConversionFactor
    locality: Locality | None
    percent: int

    def price(self, case: PayerCase, line: NumberedLine) -> UnitPrice:
        full, applies = self.amount(NATIONAL), "mppr" in case.plan.applies
        cut = reduction_percent(case.corpus, line)
        if not (applies and self.values.reduced and cut is not None):
            return UnitPrice(full, full, None, self.reason(line, full))
        share = (HUNDRED - cut) / HUNDRED
        reduced = self.amount(share)
        formula = f"{self.text(line.code, share)} = {dollars(reduced)}."
        text = f"with the practice expense cut by {_plain(cut)} percent. {formula}"
        rank = (self.values.practice, full)
        return UnitPrice(full, reduced, rank, self.reason(line, full), text)

    def amount(self, share: Decimal) -> int:
        """Cents of one unit with a share of its practice expense."""
        parts = zip(self.parts(share), self.indices, strict=True)
        value = sum((part * index for part, index in parts), Decimal(0))
        return whole_cents(value * self.factor.amount * self.percent / HUNDRED)

    def parts(self, share: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        """Relative values of work, practice expense and malpractice."""
        values = self.values
        practice = values.practice * share / HUNDRED
        return values.work / HUNDRED, practice, values.malpractice / HUNDRED

    @property
    def indices(self) -> tuple[Decimal, Decimal, Decimal]:
        """The locality's, or 1."""
        place = self.locality
        if place is None:
            return NATIONAL, NATIONAL, NATIONAL
        return place.work, place.practice, place.malpractice

    def text(self, code: str, share: Decimal) -> str:
        """The formula, each factor as it is used."""
        names = ("work", "practice expense", "malpractice")
        parts = " + ".join(
            f"{name} {_plain(part)} × {_plain(index)}"
            for name, part, index in zip(names, self.parts(share), self.indices, strict=True)
        )
        plan = "" if self.percent == int(HUNDRED) else f" × {self.percent} percent"
        return f"{code}: ({parts}) × ${_plain(self.factor.amount)}{plan}"

    def reason(self, line: NumberedLine, full: int) -> Reason:
        """The formula with its sources."""
        sources = (*self.schedule.sources, *self.factor.sources)
        if self.locality:
            sources = (*sources, *self.locality.sources)
        text = f"{self.text(line.code, NATIONAL)} = {dollars(full)} for one unit."
        cited = tuple(dict.fromkeys(sources))
        return Reason(text, _fact(self.schedule), cited, self.schedule.confidence)


def reduction_percent(corpus: Corpus, line: NumberedLine) -> Decimal | None:
    """By how much the practice expense of later units is cut, where it is known."""
    figure = corpus.figure("mppr", "practice-expense-reduction", line.day)
    return Decimal(str(figure.amount)) if figure else None


def _plain(number: Decimal) -> str:
    """A number without zeros at its end."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
