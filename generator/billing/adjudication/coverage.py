"""Whether the payer covers the code of a line at all, on that day."""

from collections.abc import Iterator

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    NumberedLine,
    PayerCase,
    Pended,
    Ruling,
    asked,
    decided,
    plan_fact,
)
from generator.billing.coded_services import invalid_code_reason
from generator.billing.data_tables import MODIFIER_TABLE, PAYMENT_TABLE
from generator.billing.modifiers import NOTICE_RULE, ORDER
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason, quoted
from generator.facts.codes import Coverage

DENIED = {
    "bundled": "bundled",
    "invalid": "invalid",
    "non-covered": "not-covered",
    "excluded": "not-covered",
}
ASKED = frozenset(PAYMENT_TABLE["asked"])
NOTICES = frozenset(("GA", "GZ"))
KNOWN = frozenset((*ORDER, *MODIFIER_TABLE["others"]))


def rule_on_coverage(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Lines whose code is none, is billed for a denial, is not covered, or not known."""
    for line in lines:
        yield from _of_line(case, line)


def _of_line(case: PayerCase, line: NumberedLine) -> Iterator[Ruling]:
    found = _not_known(case, line) or _not_valid(case, line) or _for_denial(case, line)
    ruling = found or _by_payer(case, line) or _by_plan(case, line) or _condition(case, line)
    if ruling:
        yield ruling


def _not_known(case: PayerCase, line: NumberedLine) -> Ruling | None:
    corpus = case.corpus
    if line.code not in corpus.codes and line.code not in corpus.other_codes:
        return Pended(line.number, asked("code-unknown", code=line.code))
    wanted = {want.modifier for want in case.payer.modifiers}
    for modifier in line.line.modifiers:
        if modifier not in KNOWN and modifier not in wanted:
            why = asked("modifier-unknown", ("rules/modifiers",), modifier=modifier)
            return Pended(line.number, why)
    return None


def _not_valid(case: PayerCase, line: NumberedLine) -> Ruling | None:
    why = invalid_code_reason(case.corpus, line.code, line.day)
    if why:
        return Denial(line.number, "not-valid", why)
    if not case.taught(line):
        return Pended(line.number, asked("code-unknown", code=line.code))
    return None


def _for_denial(case: PayerCase, line: NumberedLine) -> Ruling | None:
    """GY says itself that Medicare does not cover the line; its other notices come later."""
    if "advance-notice" in case.plan.applies and "GY" in line.modifiers:
        return Denial(line.number, "excluded-by-law", decided("excluded-by-law", NOTICE_RULE))
    return None


def _by_payer(case: PayerCase, line: NumberedLine) -> Ruling | None:
    payer, reference = case.payer, f"payers/{case.payer.id}"
    for swap in payer.substitutions:
        if swap.code == line.code and swap.effective.covers(line.day):
            return Denial(line.number, "other-code", quoted(reference, swap))
    refused = next((one for code, one in payer.not_covered.items() if code == line.code), None)
    if refused and refused.effective.covers(line.day):
        return Denial(line.number, "bundled", quoted(reference, refused))
    coverage = case.coverage(line)
    if coverage is None:
        return _uncovered(case, line)
    return _of_coverage(case, line, coverage)


def _uncovered(case: PayerCase, line: NumberedLine) -> Ruling | None:
    """An invented plan covers what its fees name; of Medicare's silence nothing follows."""
    if not policy_of(case.payer).part_of_medicare:
        return None
    why = asked("coverage-unknown", _code(line), payer=case.payer.name, code=line.code)
    return Pended(line.number, why)


def _of_coverage(case: PayerCase, line: NumberedLine, coverage: Coverage) -> Ruling | None:
    number, values = line.number, {"payer": case.payer.name, "code": line.code}
    if not coverage.effective.covers(line.day):
        return Pended(
            number, asked("coverage-lapsed", _code(line), coverage.sources, day=line.day, **values)
        )
    if coverage.status in ASKED or coverage.undecided:
        why = asked("coverage-asked", _code(line), coverage.sources, text=coverage.text)
        return Pended(number, why)
    if coverage.status in DENIED:
        return Denial(number, DENIED[coverage.status], _quoted(line, coverage))
    by_designation = policy_of(case.payer).medicare_modifiers
    if coverage.therapy is None and by_designation and "therapy-modifiers" in case.plan.applies:
        why = asked("designation-unknown", _code(line), coverage.sources, code=line.code)
        return Pended(number, why)
    return None


def _by_plan(case: PayerCase, line: NumberedLine) -> Ruling | None:
    text = next((text for code, text in case.plan.excluded.items() if code == line.code), None)
    if text is None:
        return None
    return Denial(
        line.number, "not-in-plan", decided("not-in-plan", plan_fact(case.plan), text=text)
    )


def _condition(case: PayerCase, line: NumberedLine) -> Ruling | None:
    """Where the payer covers a code for some patients only, no line shows that it is one."""
    for condition in case.payer.conditions:
        if (
            condition.then == "covered-only-there"
            and line.code in condition.codes
            and condition.effective.covers(line.day)
            and line.modifiers.isdisjoint(NOTICES)
        ):
            rests_on = (f"payers/{case.payer.id}",)
            why = asked("condition", rests_on, condition.sources, text=condition.text)
            return Pended(line.number, why)
    return None


def _code(line: NumberedLine) -> tuple[str, ...]:
    return (f"codes/{line.code}",)


def _quoted(line: NumberedLine, coverage: Coverage) -> Reason:
    return quoted(f"codes/{line.code}", coverage)
