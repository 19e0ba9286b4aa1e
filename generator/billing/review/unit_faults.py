"""Faults of number: more units than the minutes make, fewer, or more than CMS's MUE."""

from collections.abc import Iterator

from generator.billing.check_limits import mue_exceeded, mue_on
from generator.billing.messages import quantity
from generator.billing.outcomes import Reason
from generator.billing.review.review_case import Fault, ReviewCase, fault
from generator.billing.written_claims import WrittenLine


def unit_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Units of the code over all its lines; said on the last of them."""
    if [other for other in case.written if other.code == line.code][-1] is not line:
        return
    units, right = case.written_units(line.code), case.expected_units(line.code)
    entry = case.corpus.codes.get(line.code)
    mue = mue_on(entry, case.visit) if entry and case.policy.applies_mues else None
    if mue and units > mue.units > 0:
        supported = right >= units and mue.adjudication == 3
        name = "above-mue-supported" if supported else "above-mue"
        yield fault(name, mue_exceeded(line.code, units, mue))
    if right and units != right:
        reasons = (why for entry in case.expected_lines(line.code) for why in entry.reasons)
        yield fault(
            "too-many-units" if units > right else "too-few-units",
            next((reason.rests_on for reason in reasons if _counts(reason)), ()),
            units=quantity(units, "unit"),
            code=line.code,
            right=right,
            right_units=quantity(right, "unit"),
        )


def _counts(reason: Reason) -> bool:
    return (
        any(fact in ("rules/eight-minute", "rules/midpoint") for fact in reason.rests_on)
        or "untimed" in reason.text
        or "is measured by itself" in reason.text
    )
