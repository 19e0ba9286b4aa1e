"""How minutes became units, in sentences, each with the rule it rests on."""

from collections.abc import Iterator, Mapping

from generator.billing.messages import join_names, message, quantity
from generator.billing.outcomes import Reason
from generator.facts.registers import Counting

EIGHT_MINUTE = ("rules/eight-minute",)
MIDPOINT = ("rules/midpoint",)


def unit_range(counting: Counting, units: int) -> tuple[int, int]:
    """The fewest and the most minutes that make so many units."""
    low = counting.size * (units - 1) + counting.least
    return low, low + counting.size - 1


def total(counting: Counting, minutes: int) -> Reason:
    """The units of the day's timed minutes together."""
    units, amount = counting.units_in(minutes), quantity(minutes, "timed minute")
    if not units:
        text = message("total-none", minutes=amount, least=counting.least)
        return Reason(text, EIGHT_MINUTE)
    low, high = unit_range(counting, units)
    text = message("total", minutes=amount, units=quantity(units, "unit"), low=low, high=high)
    return Reason(text, EIGHT_MINUTE)


def full(counting: Counting, full_units: Mapping[str, int]) -> Iterator[Reason]:
    """The units that each code fills by itself."""
    shares = [
        message("share", units=quantity(units, "unit"), code=code)
        for code, units in full_units.items()
        if units
    ]
    if shares:
        text = message("full-quarters", size=counting.size, shares=join_names(shares))
        yield Reason(text, EIGHT_MINUTE)


def leftover(
    spare: Mapping[str, int], sure: tuple[str, ...], tied: tuple[str, ...], left: int
) -> Iterator[Reason]:
    """Which codes get the units that full ones did not use up."""
    open_units = left - len(sure)
    paid = sure + tied if open_units == len(tied) else sure
    for code in sorted(paid, key=lambda code: -spare[code]):
        text = message("leftover", code=code, minutes=quantity(spare[code], "minute"))
        yield Reason(text, EIGHT_MINUTE)
    if 0 < open_units < len(tied):
        text = message(
            "leftover-tie",
            codes=join_names(tied),
            minutes=quantity(spare[tied[0]], "minute"),
            units=quantity(open_units, "unit"),
        )
        yield Reason(text, EIGHT_MINUTE)


def unpaid(code: str, minutes: int, rule: str) -> Reason:
    """That the minutes of a code earn no unit."""
    return Reason(message("unpaid", code=code, minutes=quantity(minutes, "minute")), (rule,))


def alone(counting: Counting, code: str, minutes: int) -> Reason:
    """The units of one code by itself, and the minutes that earn the next one."""
    units = counting.units_in(minutes)
    text = message(
        "alone",
        code=code,
        minutes=quantity(minutes, "minute"),
        units=quantity(units, "unit") if units else message("no-unit"),
        next=unit_range(counting, units + 1)[0],
    )
    return Reason(text, MIDPOINT)
