"""Modifiers that a line lacks, that contradict each other, or that announce a denial."""

from collections.abc import Iterator

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    NumberedLine,
    PayerCase,
    Ruling,
    decided,
    plan_fact,
)
from generator.billing.modifiers import CHIROPRACTIC_RULE, NOTICE_RULE, PLAN, contradictions
from generator.billing.payer_policy import policy_of, therapy_designation

THERAPY_RULE = ("rules/therapy-modifiers",)
MANIPULATION = frozenset(("98940", "98941", "98942"))
NOTICES = {"GA": "notice-signed", "GZ": "notice-none"}


def rule_on_modifiers(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """The first thing wrong with the modifiers of a line."""
    for line in lines:
        ruling = next(_of_line(case, line), None)
        if ruling:
            yield ruling


def _of_line(case: PayerCase, line: NumberedLine) -> Iterator[Denial]:
    if not policy_of(case.payer).medicare_modifiers:
        yield from _wanted(case, line) if "therapy-modifiers" in case.plan.applies else ()
        return
    for why in contradictions(line.modifiers):
        yield Denial(line.number, "contradiction", why)
    if "therapy-modifiers" in case.plan.applies and _lacks_plan(case, line):
        why = decided("plan-modifier", THERAPY_RULE, code=line.code)
        yield Denial(line.number, "plan-modifier", why)
    if "advance-notice" in case.plan.applies:
        yield from _notices(line)


def _lacks_plan(case: PayerCase, line: NumberedLine) -> bool:
    """A code that is sometimes therapy is therapy where a therapist bills it."""
    coverage = case.coverage(line)
    therapy = coverage.therapy if coverage else None
    billed_by_therapist = case.visit.discipline in PLAN
    needed = therapy == "always" or (therapy == "sometimes" and billed_by_therapist)
    return needed and line.modifiers.isdisjoint(PLAN.values())


def _wanted(case: PayerCase, line: NumberedLine) -> Iterator[Denial]:
    code, discipline = case.taught(line), case.visit.discipline
    therapy = therapy_designation(case.corpus, code) if code else None
    for want in case.payer.modifiers:
        concerned = (
            want.holds_on(line.day)
            and (not want.codes or line.code in want.codes)
            and (not want.always_therapy or therapy == "always")
            and (not want.disciplines or (discipline in want.disciplines and therapy != "no"))
        )
        if concerned and want.modifier not in line.modifiers:
            why = decided(
                "wanted-modifier", plan_fact(case.plan), want.sources, modifier=want.modifier
            )
            yield Denial(line.number, "wanted-modifier", why)


def _notices(line: NumberedLine) -> Iterator[Denial]:
    for modifier, name in NOTICES.items():
        if modifier in line.modifiers:
            yield Denial(line.number, name, decided(name, NOTICE_RULE))
    if line.code in MANIPULATION and "AT" not in line.modifiers:
        why = decided("no-active-treatment", CHIROPRACTIC_RULE)
        yield Denial(line.number, "no-active-treatment", why)
