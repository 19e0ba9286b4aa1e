"""What a plan pays after another payer: its own benefit, at most what that left to the patient.

The first payer's payment and its write-offs are one adjustment, OA-23. Of what is left the plan
allows at most its own allowed amount, and the patient's shares are taken down to what stays open.
"""

from dataclasses import replace

from generator.billing.adjudication.payer_case import (
    TABLE,
    PayerCase,
    adjustment,
    dollars,
    plan_fact,
)
from generator.billing.adjudication.remittance import LineAdjustment
from generator.billing.adjudication.shares import PaidLine
from generator.billing.reasons import Reason, filled
from generator.facts.plans import cents


def after_primary(case: PayerCase, line: PaidLine) -> PaidLine:
    """The line as a secondary payer pays it; unchanged where the plan pays first."""
    primary, coordination = line.price.line.line.primary, case.plan.coordination
    if not case.claim.secondary or primary is None or coordination is None:
        return line
    charge, left = line.price.line.billed, cents(primary.patient)
    found: list[LineAdjustment] = []
    if charge > left:
        words = {
            "paid": dollars(cents(primary.paid)),
            "patient": dollars(left),
            "taken": dollars(charge - left),
        }
        found.append(_adjusted(case, "primary", charge - left, words))
    allowed = min(left, line.allowed)
    if left > allowed:
        words = {"charge": dollars(left), "allowed": dollars(allowed)}
        found.append(_adjusted(case, "contract", left - allowed, words))
    paid = min(line.paid, allowed)
    found.extend(_shares(line, allowed - paid))
    return replace(line, allowed=allowed, paid=paid, adjustments=tuple(found))


def _adjusted(case: PayerCase, name: str, amount: int, words: dict[str, str]) -> LineAdjustment:
    text = filled(TABLE["amounts"][name]["why"], words)
    if name == "primary" and case.plan.coordination:
        text = f"{text} {case.plan.coordination.text}"
    return adjustment("amounts", name, amount, Reason(text, plan_fact(case.plan)))


def _less(share: LineAdjustment, amount: int) -> LineAdjustment:
    left = filled(TABLE["coordination"]["share-left"], {"amount": dollars(amount)})
    why = replace(share.why, text=f"{share.why.text} {left}")
    return replace(share, amount=amount, why=why)


def _shares(line: PaidLine, left: int) -> list[LineAdjustment]:
    """The patient's shares in their order, as far as something is left to pay."""
    found = []
    for one in line.adjustments:
        amount = min(one.amount, left) if one.group == "PR" else 0
        if amount:
            found.append(one if amount == one.amount else _less(one, amount))
            left -= amount
    return found
