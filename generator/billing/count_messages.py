"""How minutes became units, in sentences. Each names the rule it rests on."""

from collections.abc import Iterator, Mapping

from generator.billing.messages import listed, number, say
from generator.billing.outcomes import Reason

POOLED = ("rules/eight-minute",)
ALONE = ("rules/midpoint",)


def total(minutes: int, units: int) -> Reason:
    told = number(minutes, "timed minute")
    if not units:
        return Reason(say("total-none", minutes=told), POOLED)
    return Reason(
        say(
            "total",
            minutes=told,
            units=number(units, "unit"),
            low=15 * units - 7,
            high=15 * units + 7,
        ),
        POOLED,
    )


def full(whole: Mapping[str, int]) -> Iterator[Reason]:
    shares = [
        say("share", units=number(units, "unit"), code=code)
        for code, units in whole.items()
        if units
    ]
    if shares:
        yield Reason(say("full-quarters", shares=listed(shares)), POOLED)


def leftover(
    spare: Mapping[str, int], sure: tuple[str, ...], tied: tuple[str, ...], left: int
) -> Iterator[Reason]:
    """Where the units went that the full quarters did not use up."""
    open_units = left - len(sure)
    for code in sorted(
        sure + tied if open_units == len(tied) else sure, key=lambda code: -spare[code]
    ):
        yield Reason(say("leftover", code=code, minutes=number(spare[code], "minute")), POOLED)
    if 0 < open_units < len(tied):
        told = {
            "codes": listed(tied),
            "minutes": number(spare[tied[0]], "minute"),
            "units": number(open_units, "unit"),
        }
        yield Reason(say("leftover-tie", **told), POOLED)


def unpaid(code: str, minutes: int, rule: str) -> Reason:
    return Reason(say("unpaid", code=code, minutes=number(minutes, "minute")), (rule,))


def alone(code: str, minutes: int, units: int) -> Reason:
    """One code by itself; `8 + 15 n` minutes reach unit n + 1."""
    earned = number(units, "unit") if units else say("no-unit")
    return Reason(
        say(
            "alone", code=code, minutes=number(minutes, "minute"), units=earned, next=15 * units + 8
        ),
        ALONE,
    )
