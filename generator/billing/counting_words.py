"""How minutes became units, in sentences. Each names the rule it rests on."""

from collections.abc import Iterator, Mapping

from generator.billing.outcomes import Reason

POOLED = ("rules/eight-minute",)
ALONE = ("rules/midpoint",)


def total(minutes: int, units: int) -> Reason:
    if not units:
        return Reason(f"{number(minutes, 'timed minute')} in all make no unit: fewer than 8.", POOLED)
    return Reason(
        f"{number(minutes, 'timed minute')} in all make {number(units, 'unit')} ({15 * units - 7} to {15 * units + 7}).", POOLED
    )


def full(whole: Mapping[str, int]) -> Iterator[Reason]:
    shares = [f"{number(units, 'unit')} of {code}" for code, units in whole.items() if units]
    if shares:
        yield Reason(f"Full 15 minutes first: {listed(shares)}.", POOLED)


def leftover(spare: Mapping[str, int], sure: tuple[str, ...], tied: tuple[str, ...], left: int) -> Iterator[Reason]:
    """Where the units went that the full quarters did not use up."""
    open_units = left - len(sure)
    for code in sorted(sure + tied if open_units == len(tied) else sure, key=lambda code: -spare[code]):
        yield Reason(f"One unit more goes to {code}, which has {number(spare[code], 'minute')} left over.", POOLED)
    if 0 < open_units < len(tied):
        have = f"{listed(tied)} have {number(spare[tied[0]], 'minute')} left over each"
        yield Reason(f"{have}; {number(open_units, 'unit')} more between them, and any choice is right.", POOLED)


def unpaid(code: str, minutes: int, rule: str) -> Reason:
    return Reason(f"{code} earns no unit with {number(minutes, 'minute')}; they stay in the note.", (rule,))


def alone(code: str, minutes: int, units: int) -> Reason:
    """One code by itself; `8 + 15 n` minutes reach unit n + 1."""
    earned = number(units, "unit") if units else "no unit"
    return Reason(
        f"{code} by itself: {number(minutes, 'minute')} earn {earned}; the next one is earned at {15 * units + 8}.", ALONE
    )


def number(amount: int, word: str) -> str:
    return f"{amount} {word}" if amount == 1 else f"{amount} {word}s"


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Names as a sentence has them: 'a', 'a and b', 'a, b and c'."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
