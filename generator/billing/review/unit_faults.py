"""Faults of number: more units than the minutes make, fewer, or more than CMS's ceiling."""

from collections.abc import Iterator

from generator.billing.check_limits import mue_exceeded, mue_on
from generator.billing.messages import quantity
from generator.billing.outcomes import Reason
from generator.billing.review.review_case import Fault, ReviewCase
from generator.billing.written_claims import WrittenLine


def faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Told once for a code, on the last of its lines."""
    if [other for other in case.written if other.code == line.code][-1] is not line:
        return
    units, right = case.written_units(line.code), case.expected_units(line.code)
    yield from _ceiling(case, line, units)
    if not right:
        return
    rests = next(
        (
            reason.rests_on
            for entry in case.expected_lines(line.code)
            for reason in entry.reasons
            if _counts(reason)
        ),
        (),
    )
    if units > right:
        text = (
            f"{quantity(units, 'unit')} of {line.code} where the visit makes {right}: on review what"
            " is above is taken back."
        )
        yield Fault(
            "at-risk", Reason(text, rests), f"Correct the line to {quantity(right, 'unit')}."
        )
    elif units < right:
        text = (
            f"{quantity(units, 'unit')} of {line.code} where the visit makes {right}: paid, but less"
            " than was furnished."
        )
        yield Fault("paid", Reason(text, rests), f"Correct the line to {quantity(right, 'unit')}.")


def _ceiling(case: ReviewCase, line: WrittenLine, units: int) -> Iterator[Fault]:
    entry = case.corpus.codes.get(line.code)
    mue = mue_on(entry, case.visit) if entry and case.policy.applies_mues else None
    if mue and units > mue.units > 0:
        reason = mue_exceeded(line.code, units, mue)
        supported = case.expected_units(line.code) >= units and mue.adjudication == 3
        correction = (
            "The minutes support the units: appeal with the note."
            if supported
            else "Bill no more than the note supports."
        )
        yield Fault("denied", reason, correction, "151")


def _counts(reason: Reason) -> bool:
    return (
        any(fact in ("rules/eight-minute", "rules/midpoint") for fact in reason.rests_on)
        or "untimed" in reason.text
        or "is measured by itself" in reason.text
    )
