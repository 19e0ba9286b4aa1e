"""Why a code has so many units, in a sentence for its row."""

from collections.abc import Mapping, Sequence

from generator.billing.claim_result import ClaimResult
from generator.billing.unit_methods import unit_range
from generator.facts.corpus import Corpus
from generator.questions.variants.counted_day import CountedMinutes

Claims = Sequence[Mapping[str, int]]


def why(corpus: Corpus, day: CountedMinutes, bill: ClaimResult, claims: Claims, code: str) -> str:
    """What is said of one row, whichever number was put there.

    `claims` are all right ones, by code.
    """
    if code in day.timed:
        return _alone(day, claims, code) if day.method == "ama" else _pooled(day, claims, code)
    if code in day.untimed:
        return f"{code} is untimed: one unit, however long it ran."
    reasons = [entry.reason.text for entry in bill.not_billed if entry.code == code]
    return reasons[0] if reasons else f"{code} is not billed: no one who may bill it provided it."


def _alone(day: CountedMinutes, claims: Claims, code: str) -> str:
    units = claims[0].get(code, 0)
    low, high = unit_range(day.counting, units)
    earned = (
        f"which is {_count(units, 'unit')} ({low} to {high} minutes)"
        if units
        else f"less than the {day.counting.least} that make a unit"
    )
    return f"{code} is counted by itself: {_count(day.timed[code], 'minute')}, {earned}."


def _pooled(day: CountedMinutes, claims: Claims, code: str) -> str:
    spent = day.timed[code]
    full, left = divmod(spent, day.counting.size)
    head = f"{_count(spent, 'minute')} of {code}: {_full(full)}"
    if not left:
        return f"{head}."
    numbers = {claim.get(code, 0) for claim in claims}
    return f"{head} and {_count(left, 'minute')} left over. {_over(day, full, numbers)}"


def _over(day: CountedMinutes, full: int, numbers: set[int]) -> str:
    total = sum(day.timed.values())
    full_units = sum(spent // day.counting.size for spent in day.timed.values())
    further = day.counting.units_in(total) - full_units
    if len(numbers) > 1:
        return "Another code has as many left over, so the last unit may go to either."
    if numbers == {full}:
        return (
            f"The total of {_count(total, 'minute')} supports no unit beyond the full ones."
            if not further
            else "Codes with more minutes left over get the remaining units first."
        )
    return (
        "No code has more left over, so the last unit goes here."
        if further == 1
        else f"It gets one of the {further} units that remain."
    )


def _full(units: int) -> str:
    return _count(units, "full unit") if units else "no full unit"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
