"""Faults between lines: NCCI edits, doubled lines, an add-on without its base."""

from collections.abc import Iterator

from generator.billing.append_modifiers import BilledLine
from generator.billing.coded_services import base_of
from generator.billing.edit_lookup import certainly_in_force, edit_name, edit_on
from generator.billing.modifiers import BYPASS_MODIFIERS, NCCI_BYPASS
from generator.billing.review.review_case import Fault, ReviewCase, fault
from generator.billing.written_claims import WrittenLine
from generator.facts.registers import Edit


def edit_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """What the other lines of the claim make of this one."""
    base = base_of(case.corpus, line.code)
    if base != line.code and not case.written_units(base):
        yield fault("add-on-alone", (f"codes/{base}",), code=line.code, base=base)
    same = (other for other in _others(case, line.code) if _same_modifiers(other, line))
    if next(same) is not line:
        yield fault("twice", ("rules/mue",), code=line.code)
    if not case.policy.applies_ncci_edits:
        return
    edits = list(_edits(case, line))
    for edit in edits:
        yield from _of_edit(case, line, edit)
    bypass = _bypass(line)
    if not edits and bypass and not _is_column_1(case, line):
        rule = ("rules/ncci-pairs",)
        yield fault("bypass-without-edit", rule, code=line.code, modifier=bypass[0])


def _others(case: ReviewCase, code: str) -> Iterator[WrittenLine]:
    return (other for other in case.written if other.code == code)


def _same_modifiers(one: WrittenLine, other: WrittenLine) -> bool:
    return set(one.modifiers) == set(other.modifiers)


def _edits(case: ReviewCase, line: WrittenLine) -> Iterator[Edit]:
    """Edits known to hold, with this line in column 2 and another of the claim in column 1."""
    for code in dict.fromkeys(other.code for other in case.written if other.code != line.code):
        edit = edit_on(case.corpus, code, line.code, case.visit.date, case.visit.setting)
        if edit and certainly_in_force(edit, case.visit.date):
            yield edit


def _of_edit(case: ReviewCase, line: WrittenLine, edit: Edit) -> Iterator[Fault]:
    due = [name for expected in case.expected_lines(line.code) for name in _bypass(expected)]
    carried = _bypass(line)
    on_column_1 = any(_bypass(other) for other in _others(case, edit.column1))
    if edit.indicator == 0:
        name = "edit-never"
    elif not carried and not on_column_1:
        name = "edit-separate" if due else "edit-not-separate"
    elif not due:
        name = "bypass-unsupported"
    elif carried and due[0] in NCCI_BYPASS.values() and carried[0] not in (due[0], "59"):
        name = "bypass-other"
    else:
        return
    wanted = due[0] if due else None
    yield fault(
        name,
        (edit_name(edit),),
        edit.sources,
        edit=f"{edit.column1} and {edit.column2} are an NCCI pair with indicator {edit.indicator}"
        f" (table of {edit.as_of})",
        column1=edit.column1,
        column2=edit.column2,
        modifier=carried[0] if name == "bypass-other" else wanted,
        wanted=wanted,
    )


def _bypass(line: BilledLine | WrittenLine) -> list[str]:
    """The bypass modifiers on a line."""
    return [modifier for modifier in line.modifiers if modifier in BYPASS_MODIFIERS]


def _is_column_1(case: ReviewCase, line: WrittenLine) -> bool:
    day, setting = case.visit.date, case.visit.setting
    return any(edit_on(case.corpus, line.code, other.code, day, setting) for other in case.written)
