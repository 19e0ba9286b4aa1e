"""Faults of a written line: of its code, between lines, of modifiers, of number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from generator.billing.append_modifiers import BilledLine
from generator.billing.check_limits import mue_exceeded
from generator.billing.coded_services import NotBilled, base_of, invalid_code_reason
from generator.billing.consolidated_billing import PLACES
from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.edit_lookup import certainly_in_force, edit_name
from generator.billing.initial_codes import share_initial
from generator.billing.modifiers import (
    BYPASS_MODIFIERS,
    KX_RULE,
    NCCI_BYPASS,
    NOTICE_RULE,
    ORDER,
    PLAN,
    contradictions,
    left_of_threshold,
)
from generator.billing.reasons import Reason, quantity
from generator.billing.review.assistant_faults import assistant_faults
from generator.billing.review.review_case import Fault, ReviewCase, fault
from generator.billing.select_codes import NEVER_PAID
from generator.billing.unit_methods import EIGHT_MINUTE, MIDPOINT
from generator.billing.written_claims import LineLike, WrittenLine
from generator.facts.base import Fact
from generator.facts.registers import Edit

NOTICES: Mapping[str, Mapping[str, str]] = MODIFIER_TABLE["notices"]
OTHERS: Mapping[str, Mapping[str, str]] = MODIFIER_TABLE["others"]
MODIFIERS_RULE = ("rules/modifiers",)
Line = TypeVar("Line", bound=LineLike)


def code_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Why this code is not paid, or is paid without support; the payer's own rules first."""
    found = [*_deleted(case, line), *_not_paid(case, line)]
    yield from found
    if not found and not case.expected_lines(line.code):
        yield from _unsupported(case, line)


def _deleted(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    other, day = case.corpus.other_codes.get(line.code), case.visit.date
    if other and other.status == "deleted" and not other.effective.covers(day):
        yield fault(
            "code-replaced" if other.replaced_by else "code-ended",
            (f"codes/{line.code}",),
            other.sources,
            code=line.code,
            day=day,
            end=other.effective.end,
            codes=" or ".join(other.replaced_by),
        )


def _not_paid(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    payer, day, code = case.corpus.payers[case.visit.payer], case.visit.date, line.code
    entry = case.corpus.codes.get(code)
    invalid = invalid_code_reason(case.corpus, code, day) if entry else None
    swaps = (swap for swap in payer.substitutions if swap.effective.covers(day))
    swap = next((swap for swap in swaps if swap.code == code), None)
    coverage = entry.coverage.get(case.visit.payer) if entry else None
    excluded = payer.not_covered.get(code)
    if invalid:
        yield fault("code-not-valid", invalid)
    elif swap:
        yield fault("code-substituted", _quoted(f"payers/{payer.id}", swap), code=swap.use)
    elif coverage and coverage.status in NEVER_PAID and coverage.effective.covers(day):
        found = fault("code-never-paid", _quoted(f"codes/{code}", coverage))
        yield replace(found, carc=NEVER_PAID[coverage.status])
    elif excluded and excluded.effective.covers(day):
        yield fault("code-never-paid", _quoted(f"payers/{payer.id}", excluded))


def _quoted(reference: str, fact: Fact) -> Reason:
    return Reason(fact.text, (reference,), tuple(fact.sources))


def _unsupported(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    codes = (line.code, base_of(case.corpus, line.code))
    for entry in case.result.not_billed:
        if entry.code in codes:
            yield from _not_billed(case, entry)
            return
    if why := _waits_for(case, codes):
        yield fault("visit-open", why.rests_on, why.sources, question=why.text)
        return
    billed = (entry.code for entry in case.expected if not case.written_units(entry.code))
    codes_billed = ", ".join(dict.fromkeys(billed))
    name = "other-service" if codes_billed else "no-service"
    yield fault(name, code=line.code, billed=codes_billed)


def _waits_for(case: ReviewCase, codes: Iterable[str]) -> Reason | None:
    """What must be asked before a line of these codes; else what any line waits for."""
    questions = case.result.questions
    own = (one for one in questions if not set(codes).isdisjoint(one.codes))
    others = (one for one in questions if one.service or one.missing in ("unit_method", *PLACES))
    found = next(chain(own, others), None)
    return found.reason if found else None


def _not_billed(case: ReviewCase, entry: NotBilled) -> Iterator[Fault]:
    edits = [fact for fact in entry.reason.rests_on if fact.startswith("edits/")]
    columns1 = [edit.removeprefix("edits/").split("-")[0] for edit in edits]
    if columns1:
        if not any(map(case.written_units, columns1)):  # else the edit itself says it
            yield fault("denied-by-edit", entry.reason, column1=columns1[0], code=entry.code)
    elif case.policy.is_part_b and case.visit.discipline == "chiropractic":
        yield fault("chiropractor", entry.reason)
    else:
        yield fault("not-billed", entry.reason)


def edit_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """What the other lines of the claim make of this one."""
    base = base_of(case.corpus, line.code)
    bases = (base, case.corpus.one_initial.get(base, base))
    if base != line.code and not any(map(case.written_units, bases)):
        yield fault("add-on-alone", (f"codes/{base}",), code=line.code, base=base)
    alike = _alike(case.written_lines(line.code), line)
    if alike[0] is not line and len(alike) > len(_alike(case.expected_lines(line.code), line)):
        yield fault("twice", ("rules/mue",), code=line.code)
    if not case.policy.applies_ncci_edits:
        return
    codes = dict.fromkeys(other.code for other in case.written)
    edits = [
        edit
        for code in codes
        if code != line.code and not share_initial(case.corpus, code, line.code)
        if (edit := case.edit_on(code, line.code))
        if certainly_in_force(edit, case.visit.date)
    ]
    for edit in edits:
        yield from _of_edit(case, line, edit)
    bypass = _bypass(line)
    if not edits and bypass and not any(case.edit_on(line.code, code) for code in codes):
        rule = ("rules/ncci-pairs",)
        yield fault("bypass-without-edit", rule, code=line.code, modifier=bypass[0])


def _alike(lines: Iterable[Line], line: LineLike) -> list[Line]:
    """Those with the same modifiers; two visits of one day have a line each."""
    return [one for one in lines if set(one.modifiers) == set(line.modifiers)]


def _of_edit(case: ReviewCase, line: WrittenLine, edit: Edit) -> Iterator[Fault]:
    due = [name for expected in case.expected_lines(line.code) for name in _bypass(expected)]
    carried = _bypass(line)
    on_column_1 = any(_bypass(other) for other in case.written_lines(edit.column1))
    if edit.indicator == 0:
        name = "edit-never"
    elif not carried and not on_column_1:
        name = "edit-separate" if due else _unparted(case, edit)
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


def _unparted(case: ReviewCase, edit: Edit) -> str:
    """Column 2 comes off, unless the visit shows that service and not the one in column 1."""
    only_column_2 = case.expected_lines(edit.column2) and not case.expected_lines(edit.column1)
    return "edit-other-column" if only_column_2 else "edit-not-separate"


def _bypass(line: BilledLine | WrittenLine) -> list[str]:
    return [modifier for modifier in line.modifiers if modifier in BYPASS_MODIFIERS]


def modifier_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """What Medicare makes of the modifiers of a line, and any payer of 52 and borrowed ones."""
    reduced = any("52" in entry.modifiers for entry in case.expected_lines(line.code))
    if reduced and "52" not in line.modifiers:
        yield fault("reduced-missing", MODIFIERS_RULE, code=line.code)
    yield from _others(case, line)
    if not case.policy.medicare_modifiers:
        return
    for reason in contradictions(line.modifiers):
        yield fault("contradiction", reason)
    expected = [set(entry.modifiers) for entry in case.expected_lines(line.code)]
    yield from _notices(line, set[str]().union(*expected))
    if expected:
        due = set.intersection(*expected)
        yield from _plan(case, line, due)
        yield from _necessity(case, line, due)
        yield from _early_kx(case, line, due)
    yield from assistant_faults(case, line)


def _others(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    wanted = {want.modifier for want in case.corpus.payers[case.visit.payer].modifiers}
    for modifier in (name for name in line.modifiers if name not in wanted):
        if modifier in OTHERS:
            yield fault("modifier-other", MODIFIERS_RULE, **OTHERS[modifier])
        elif modifier not in ORDER:
            yield fault("modifier-unknown", MODIFIERS_RULE, modifier=modifier)


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
    plan = next((modifier for modifier in PLAN.values() if modifier in due), None)
    if plan and plan not in line.modifiers:
        wrong = next((modifier for modifier in line.modifiers if modifier in PLAN.values()), None)
        name = "plan-wrong" if wrong else "plan-missing"
        yield fault(name, ("rules/therapy-modifiers",), wrong=wrong, code=line.code, plan=plan)


def _necessity(case: ReviewCase, line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    missing = due.difference(line.modifiers)
    if "KX" in missing:
        reasons = (why for entry in case.expected_lines(line.code) for why in entry.reasons)
        visits = (why for why in reasons if f"payers/{case.visit.payer}" in why.rests_on)
        yield fault("kx-missing", next((why for why in visits if "KX" in why.text), KX_RULE))
    if "AT" in missing:
        yield fault("at-missing", ("rules/chiropractic",))
    if "AT" in line.modifiers and "AT" not in due:
        yield fault("at-not-due", ("rules/chiropractic",))
    for notice in ("GA", "GZ"):
        if notice in missing:
            yield fault("notice-missing", NOTICE_RULE, notice=notice)


def _early_kx(case: ReviewCase, line: WrittenLine, due: set[str]) -> Iterator[Fault]:
    for question in case.result.questions:
        if question.missing == "allowed_today_usd":
            why = question.reason
            yield fault("visit-open", why.rests_on, why.sources, question=why.text)
            return
    if "KX" in due or "KX" not in line.modifiers:
        return
    left = left_of_threshold(case.corpus, case.visit)
    if left and case.visit.necessary is not False:
        yield fault("kx-below", KX_RULE, left=left)
    else:
        yield fault("kx-unsupported", KX_RULE)


def unit_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Units of the code over all its lines; said on the last of them."""
    if case.written_lines(line.code)[-1] is not line:
        return
    units, right = case.written_units(line.code), case.expected_units(line.code)
    entry = case.corpus.codes.get(line.code)
    visit, mue = case.visit, None
    if entry and case.policy.applies_mues:
        mue = entry.mue_on(visit.date, visit.setting)
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
    return not {EIGHT_MINUTE, MIDPOINT}.isdisjoint(reason.rests_on) or any(
        words in reason.text for words in ("untimed", "has its own unit")
    )
