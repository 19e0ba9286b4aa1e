"""How minutes became units, in sentences. Each names the rule it rests on."""

from collections.abc import Iterator, Mapping

from generator.billing.messages import join_names, message, quantity
from generator.billing.outcomes import Reason

POOLED = ("rules/eight-minute",)
ALONE = ("rules/midpoint",)


def total(minutes: int, units: int) -> Reason:
    told = quantity(minutes, "timed minute")
    if not units:
        return Reason(message("total-none", minutes=told), POOLED)
    return Reason(
        message(
            "total",
            minutes=told,
            units=quantity(units, "unit"),
            low=15 * units - 7,
            high=15 * units + 7,
        ),
        POOLED,
    )


def full(whole: Mapping[str, int]) -> Iterator[Reason]:
    shares = [
        message("share", units=quantity(units, "unit"), code=code)
        for code, units in whole.items()
        if units
    ]
    if shares:
        yield Reason(message("full-quarters", shares=join_names(shares)), POOLED)


def leftover(
    spare: Mapping[str, int], sure: tuple[str, ...], tied: tuple[str, ...], left: int
) -> Iterator[Reason]:
    """Where the units went that the full quarters did not use up."""
    open_units = left - len(sure)
    for code in sorted(
        sure + tied if open_units == len(tied) else sure, key=lambda code: -spare[code]
    ):
        yield Reason(
            message("leftover", code=code, minutes=quantity(spare[code], "minute")), POOLED
        )
    if 0 < open_units < len(tied):
        told = {
            "codes": join_names(tied),
            "minutes": quantity(spare[tied[0]], "minute"),
            "units": quantity(open_units, "unit"),
        }
        yield Reason(message("leftover-tie", **told), POOLED)


def unpaid(code: str, minutes: int, rule: str) -> Reason:
    return Reason(message("unpaid", code=code, minutes=quantity(minutes, "minute")), (rule,))


def alone(code: str, minutes: int, units: int) -> Reason:
    """One code by itself; `8 + 15 n` minutes reach unit n + 1."""
    earned = quantity(units, "unit") if units else message("no-unit")
    return Reason(
        message(
            "alone",
            code=code,
            minutes=quantity(minutes, "minute"),
            units=earned,
            next=15 * units + 8,
        ),
        ALONE,
    )
