"""Faults of modifiers: missing, not due, contradicting each other."""

from collections.abc import Iterator, Mapping

from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.messages import quantity
from generator.billing.modifiers import ASSISTANT, ORDER, PLAN, contradictions
from generator.billing.outcomes import Reason
from generator.billing.review.review_case import Fault, ReviewCase
from generator.billing.written_claims import WrittenLine

NOTICES: Mapping[str, Mapping[str, str]] = MODIFIER_TABLE["notices"]


def faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    if not case.policy.medicare_modifiers:
        return
    for reason in contradictions(line.modifiers):
        yield Fault("at-risk", reason, "Find out which of the two holds and take the other off.")
    unknown = [modifier for modifier in line.modifiers if modifier not in ORDER]
    if unknown:
        yield Fault(
            "at-risk",
            Reason(f"What {unknown[0]} does on this line is not known here."),
            f"Look {unknown[0]} up before the claim goes out.",
        )
    yield from _notices(case, line)
    expected = case.expected_lines(line.code)
    if expected:
        due = set.intersection(*(set(entry.modifiers) for entry in expected))
        yield from _plan(case, line, due)
        yield from _necessity(line, due)
        yield from _assistant(case, line)


def _notices(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    for modifier, notice in NOTICES.items():
        if modifier in line.modifiers:
            due = any(modifier in entry.modifiers for entry in case.expected_lines(line.code))
            correction = (
                "Nothing to mend: that is what the line says."
                if due
                else f"The visit does not call for {modifier}; take it off."
            )
            yield Fault(
                "denied",
                Reason(notice["text"], ("rules/advance-notice",)),
                correction,
                notice["carc"],
            )


def _plan(case: ReviewCase, line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    plan = PLAN.get(case.visit.discipline)
    if plan in due and plan not in line.modifiers:
        wrong = [modifier for modifier in line.modifiers if modifier in PLAN.values()]
        text = (
            f"{wrong[0]} names another plan of care than the visit's."
            if wrong
            else (
                f"A therapy line without its plan modifier is sent back; {line.code} needs {plan}"
                " here."
            )
        )
        yield Fault(
            "denied",
            Reason(text, ("rules/therapy-modifiers",)),
            f"Write {plan}{f' instead of {wrong[0]}' if wrong else ''}.",
            "4",
        )


def _necessity(line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    if "KX" in due and "KX" not in line.modifiers:
        yield Fault(
            "denied",
            Reason(
                "The year's threshold is reached and the line does not attest necessity.",
                ("rules/kx-threshold",),
            ),
            "Add KX: the care is still necessary.",
            "119",
        )
    if "AT" in due and "AT" not in line.modifiers:
        yield Fault(
            "denied",
            Reason(
                "Without AT Medicare takes the manipulation for maintenance.",
                ("rules/chiropractic",),
            ),
            "Add AT: the care is active.",
            "50",
        )
    if "AT" in line.modifiers and "AT" not in due:
        yield Fault(
            "at-risk",
            Reason(
                "AT says active treatment, and the visit does not show it.", ("rules/chiropractic",)
            ),
            "Take AT off.",
        )
    for notice in ("GA", "GZ"):
        if notice in due and notice not in line.modifiers:
            text = f"A denial for necessity is expected and the line does not say so with {notice}."
            yield Fault("at-risk", Reason(text, ("rules/advance-notice",)), f"Add {notice}.")


def _assistant(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Units with the assistant's modifier, over all lines of the code.

    Told once, on the first of them.
    """
    mark = ASSISTANT.get(case.visit.discipline)
    same = [other for other in case.written if other.code == line.code]
    if mark is None or same[0] is not line:
        return
    due = sum(entry.units for entry in case.expected_lines(line.code) if mark in entry.modifiers)
    marked = sum(other.units for other in same if mark in other.modifiers)
    rule = ("rules/assistants",)
    if marked < due:
        text = (
            f"{mark} is due on {quantity(due, 'unit')} of {line.code} and stands on {marked}:"
            " Medicare pays too much."
        )
        yield Fault(
            "at-risk",
            Reason(text, rule),
            f"Put {mark} on {quantity(due, 'unit')} and send a corrected claim.",
        )
    elif marked > due:
        text = (
            f"{mark} is due on {quantity(due, 'unit')} of {line.code} and stands on {marked}:"
            " Medicare pays too little."
        )
        yield Fault("paid", Reason(text, rule), f"Leave {mark} on {quantity(due, 'unit')}.")
