"""Faults of the modifiers of an assistant's work."""

from collections.abc import Iterator

from generator.billing.modifiers import ASSISTANT
from generator.billing.reasons import quantity
from generator.billing.review.review_case import Fault, ReviewCase, fault
from generator.billing.written_claims import WrittenLine


def assistant_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Units with the assistant's modifier, over all lines of the code; said on one of them.

    That is the first line, and where none is due the first with the modifier. Another discipline's
    modifier is said on every line.
    """
    mark = ASSISTANT.get(case.visit.discipline)
    for other in ASSISTANT.values():
        if other != mark and other in line.modifiers:
            yield fault("mark-of-another-plan", ("rules/assistants",), wrong=other)
    same = case.written_lines(line.code)
    carrying = [other for other in same if mark in other.modifiers]
    due = sum(entry.units for entry in case.expected_lines(line.code) if mark in entry.modifiers)
    marked = sum(other.units for other in carrying)
    if mark is None or marked == due or (same if due else carrying)[0] is not line:
        return
    more = "too-many-marked" if due else "mark-not-due"
    yield fault(
        "too-few-marked" if marked < due else more,
        ("rules/assistants",),
        mark=mark,
        due=quantity(due, "unit"),
        code=line.code,
        marked=marked,
    )
