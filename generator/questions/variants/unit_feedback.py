"""Why a code has so many units, in a sentence for its row."""

from collections.abc import Mapping, Sequence

from generator.billing.claim_result import ClaimResult
from generator.billing.unit_methods import unit_range
from generator.facts.corpus import Corpus
from generator.questions.variants.counted_day import CountedMinutes
from generator.questions.variants.note_wording import in_words

Claims = Sequence[Mapping[str, int]]


def why(corpus: Corpus, day: CountedMinutes, bill: ClaimResult, claims: Claims, code: str) -> str:
    """What is said of one row, whichever number was put there.

    `claims` are all right ones, by code.
    """
    if code in day.timed:
        return _alone(day, claims, code) if day.method == "ama" else _pooled(day, claims, code)
    if code in day.untimed:
        return f"{code} is untimed: one unit, however long it took."
    reasons = [entry.reason.text for entry in bill.not_billed if entry.code == code]
    return reasons[0] if reasons else f"{code} is not billed: nobody who may bill it furnished it."


def _alone(day: CountedMinutes, claims: Claims, code: str) -> str:
    units = claims[0].get(code, 0)
    low, high = unit_range(day.counting, units)
    earned = (
        f"which is {_count(units, 'unit')} ({low} to {high})"
        if units
        else f"fewer than the {day.counting.least} that earn a unit"
    )
    return f"Counted by itself, {code} has {_count(day.timed[code], 'minute')}, {earned}."


def _pooled(day: CountedMinutes, claims: Claims, code: str) -> str:
    spent = day.timed[code]
    full, left = divmod(spent, day.counting.size)
    head = f"{_count(spent, 'minute').capitalize()} of {code}: {_full(full)}"
    if not left:
        return f"{head}."
    numbers = {claim.get(code, 0) for claim in claims}
    return f"{head} and {in_words(left)} over. {_over(day, full, numbers)}"


def _over(day: CountedMinutes, full: int, numbers: set[int]) -> str:
    total = sum(day.timed.values())
    full_units = sum(spent // day.counting.size for spent in day.timed.values())
    further = day.counting.units_in(total) - full_units
    if len(numbers) > 1:
        return "Another code has just as many over, so the last unit may stand with either."
    if numbers == {full}:
        return (
            f"{_count(total, 'minute').capitalize()} in all leave no unit beyond the full quarters."
            if not further
            else "The codes with more minutes over come first."
        )
    return (
        "No code has more over, so the last unit comes here."
        if further == 1
        else f"That earns one of the {in_words(further)} units still to share."
    )


def _full(quarters: int) -> str:
    return _count(quarters, "full quarter") if quarters else "no full quarter"


def _count(number: int, noun: str) -> str:
    return f"{in_words(number)} {noun}{'' if number == 1 else 's'}"
