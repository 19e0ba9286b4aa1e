"""Faults of modifiers: missing, not due, contradicting each other."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.messages import quantity
from generator.billing.modifiers import ASSISTANT, ORDER, PLAN, contradictions
from generator.billing.review.review_case import Fault, ReviewCase, fault
from generator.billing.written_claims import WrittenLine

NOTICES: Mapping[str, Mapping[str, str]] = MODIFIER_TABLE["notices"]
NOTICE_RULE = ("rules/advance-notice",)


def modifier_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """What Medicare makes of the modifiers of a line."""
    if not case.policy.medicare_modifiers:
        return
    for reason in contradictions(line.modifiers):
        yield fault("contradiction", reason)
    unknown = next((modifier for modifier in line.modifiers if modifier not in ORDER), None)
    if unknown:
        yield fault("modifier-unknown", modifier=unknown)
    expected = [set(entry.modifiers) for entry in case.expected_lines(line.code)]
    yield from _notices(line, set[str]().union(*expected))
    if expected:
        due = set.intersection(*expected)
        yield from _plan(case, line, due)
        yield from _necessity(line, due)
        yield from _assistant(case, line)


def _notices(line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    for modifier, notice in NOTICES.items():
        if modifier in line.modifiers:
            found = fault(
                "notice-due" if modifier in due else "notice-not-due",
                NOTICE_RULE,
                notice=notice["text"],
                modifier=modifier,
            )
            yield replace(found, carc=notice["carc"])


def _plan(case: ReviewCase, line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    plan = PLAN.get(case.visit.discipline)
    if plan in due and plan not in line.modifiers:
        wrong = next((modifier for modifier in line.modifiers if modifier in PLAN.values()), None)
        name = "plan-wrong" if wrong else "plan-missing"
        yield fault(name, ("rules/therapy-modifiers",), wrong=wrong, code=line.code, plan=plan)


def _necessity(line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    missing = due.difference(line.modifiers)
    if "KX" in missing:
        yield fault("kx-missing", ("rules/kx-threshold",))
    if "AT" in missing:
        yield fault("at-missing", ("rules/chiropractic",))
    if "AT" in line.modifiers and "AT" not in due:
        yield fault("at-not-due", ("rules/chiropractic",))
    for notice in ("GA", "GZ"):
        if notice in missing:
            yield fault("notice-missing", NOTICE_RULE, notice=notice)


def _assistant(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Units with the assistant's modifier, over all lines of the code; said on the first one."""
    mark = ASSISTANT.get(case.visit.discipline)
    same = [other for other in case.written if other.code == line.code]
    if mark is None or same[0] is not line:
        return
    due = sum(entry.units for entry in case.expected_lines(line.code) if mark in entry.modifiers)
    marked = sum(other.units for other in same if mark in other.modifiers)
    if marked != due:
        yield fault(
            "too-few-marked" if marked < due else "too-many-marked",
            ("rules/assistants",),
            mark=mark,
            due=quantity(due, "unit"),
            code=line.code,
            marked=marked,
        )
