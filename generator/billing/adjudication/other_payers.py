"""Claims that belong to another payer, or to another payer first."""

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
    dollars,
    plan_fact,
)
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason
from generator.facts.plans import cents


def rule_on_other_payers(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """A claim for an Advantage plan; one that another payer pays first, as it says or not."""
    claim, account, rests_on = case.claim, case.account, plan_fact(case.plan)
    name = None
    if account.in_advantage_plan and policy_of(case.payer).is_part_b:
        name = "advantage-plan"
    elif claim.secondary and claim.primary_paid is None:
        name = "primary-missing"
    elif account.other_primary and not claim.secondary:
        name = "other-primary"
    for line in lines:
        if name:
            yield Denial(line.number, name, decided(name, rests_on))
        elif claim.secondary and claim.primary_paid is not None:
            question = _open(case, line, cents(claim.primary_paid))
            if question:
                yield Pended(line.number, question)


def _open(case: PayerCase, line: NumberedLine, paid: int) -> Reason | None:
    """What must be known before the plan can pay after another payer."""
    plan, rests_on = case.plan, plan_fact(case.plan)
    if plan.coordination is None:
        return asked("after-primary", rests_on, paid=dollars(paid), plan=plan.name)
    if not _is_complete(line):
        return asked("primary-line", rests_on)
    payments = [one.line.primary for one in case.lines if one.line.primary]
    lines = sum(cents(one.paid) for one in payments)
    if lines != paid:
        return asked("primary-sum", rests_on, paid=dollars(paid), lines=dollars(lines))
    return None


def _is_complete(line: NumberedLine) -> bool:
    primary = line.line.primary
    return primary is not None and cents(primary.paid) + cents(primary.patient) <= line.billed
