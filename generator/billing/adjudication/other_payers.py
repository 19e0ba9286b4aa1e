"""Claims that belong to another payer, or to another payer first."""

from collections.abc import Iterator

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    PayerCase,
    Pended,
    Ruling,
    asked,
    decided,
    dollars,
    plan_fact,
)
from generator.billing.payer_policy import policy_of
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
            words = {"paid": dollars(cents(claim.primary_paid)), "plan": case.plan.name}
            yield Pended(line.number, asked("after-primary", rests_on, **words))
