"""How minutes became units, in sentences, each with the rule it rests on."""

from collections.abc import Iterator, Mapping

from generator.billing.messages import explain, join_names, message, quantity
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
        return explain("total-none", EIGHT_MINUTE, minutes=amount, least=counting.least)
    low, high = unit_range(counting, units)
    return explain(
        "total", EIGHT_MINUTE, minutes=amount, units=quantity(units, "unit"), low=low, high=high
    )


def full(counting: Counting, full_units: Mapping[str, int]) -> Iterator[Reason]:
    """The units that each code fills by itself."""
    shares = [
        message("share", units=quantity(units, "unit"), code=code)
        for code, units in full_units.items()
        if units
    ]
    if shares:
        yield explain("full-quarters", EIGHT_MINUTE, size=counting.size, shares=join_names(shares))


def leftover(
    spare: Mapping[str, int], sure: tuple[str, ...], tied: tuple[str, ...], left: int
) -> Iterator[Reason]:
    """Which codes get the units that full ones did not use up."""
    open_units = left - len(sure)
    paid = sure + tied if open_units == len(tied) else sure
    for code in sorted(paid, key=lambda code: -spare[code]):
        yield explain("leftover", EIGHT_MINUTE, code=code, minutes=quantity(spare[code], "minute"))
    if 0 < open_units < len(tied):
        yield explain(
            "leftover-tie",
            EIGHT_MINUTE,
            codes=join_names(tied),
            minutes=quantity(spare[tied[0]], "minute"),
            units=quantity(open_units, "unit"),
        )


def unpaid(code: str, minutes: int, rule: str) -> Reason:
    """That the minutes of a code earn no unit."""
    return explain("unpaid", (rule,), code=code, minutes=quantity(minutes, "minute"))


def alone(counting: Counting, code: str, minutes: int) -> Reason:
    """The units of one code by itself, and the minutes that earn the next one."""
    units = counting.units_in(minutes)
    return explain(
        "alone",
        MIDPOINT,
        code=code,
        minutes=quantity(minutes, "minute"),
        units=quantity(units, "unit") if units else message("no-unit"),
        next=unit_range(counting, units + 1)[0],
    )
