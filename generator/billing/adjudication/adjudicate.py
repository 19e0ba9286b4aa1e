"""A submission in, its remittance out: front end, decisions in the payer's order, then money."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.billing.adjudication.add_ons import rule_on_add_ons
from generator.billing.adjudication.code_pairs import rule_on_pairs
from generator.billing.adjudication.coordination import after_primary
from generator.billing.adjudication.coverage import rule_on_coverage
from generator.billing.adjudication.front_end import numbered_lines, rejections
from generator.billing.adjudication.line_modifiers import rule_on_modifiers
from generator.billing.adjudication.membership import (
    rule_on_duplicates,
    rule_on_eligibility,
    rule_on_same_day,
    rule_on_timely_filing,
)
from generator.billing.adjudication.other_payers import rule_on_other_payers
from generator.billing.adjudication.payer_case import (
    TABLE,
    Denial,
    NumberedLine,
    PayerCase,
    Pended,
    Ruling,
    Stage,
    adjustment,
    asked,
    plan_fact,
)
from generator.billing.adjudication.permission import rule_on_authorization, rule_on_visit_limits
from generator.billing.adjudication.pricing import UnitPrice, unit_price
from generator.billing.adjudication.provider_rules import (
    rule_on_consolidation,
    rule_on_provider,
)
from generator.billing.adjudication.reduction import LinePrice, line_prices
from generator.billing.adjudication.remittance import LineRemittance, Remittance
from generator.billing.adjudication.shares import PaidLine, open_figures, pay_lines
from generator.billing.adjudication.threshold import rule_on_crossing, rule_on_threshold
from generator.billing.adjudication.unit_limits import rule_on_units
from generator.billing.reasons import Reason
from generator.facts.corpus import Corpus
from generator.facts.plans import PayerPlan
from generator.facts.submissions import ClaimSubmission

STAGES: tuple[Stage, ...] = (
    rule_on_other_payers,
    rule_on_coverage,
    rule_on_consolidation,
    rule_on_provider,
    rule_on_eligibility,
    rule_on_timely_filing,
    rule_on_duplicates,
    rule_on_authorization,
    rule_on_visit_limits,
    rule_on_modifiers,
    rule_on_threshold,
    rule_on_pairs,
    rule_on_units,
    rule_on_same_day,
)
"""A line is decided by the first stage that rules on it; later stages see what is left."""


def plan_of(corpus: Corpus, submission: ClaimSubmission) -> PayerPlan | None:
    """The plan that the submission names, else the usual one of the visit's payer."""
    if submission.plan is not None:
        return corpus.plans.get(submission.plan)
    plans = (one for one in corpus.plans.values() if one.payer == submission.visit.payer)
    return next((one for one in plans if one.usual), None)


def adjudicate(corpus: Corpus, submission: ClaimSubmission) -> Remittance:
    """What the payer answers to the claim."""
    plan, day = plan_of(corpus, submission), submission.visit.date
    payer = corpus.payers[plan.payer if plan else submission.visit.payer].name
    answer = Remittance(payer, None, None, False, day)
    if plan:
        answer = Remittance(payer, plan.id, plan.name, plan.invented, day)
    rejected = rejections(corpus, submission)
    if rejected:
        return replace(answer, rejections=rejected)
    lines = numbered_lines(submission)
    if plan is None:
        why = asked("no-plan", (f"payers/{submission.visit.payer}",), payer=payer)
        return replace(answer, lines=tuple(_pended(line, (why,)) for line in lines))
    case = PayerCase(corpus, plan, submission.visit, submission.account, submission.claim, lines)
    denied, waiting = _ruled(case)
    decided = denied.keys() | waiting.keys()
    paid, unpriced = _paid(case, [line for line in lines if line.number not in decided])
    waiting |= unpriced
    notes = tuple(_notes(case, submission, bool(waiting) and bool(paid)))
    return replace(answer, lines=_put_together(lines, denied, waiting, paid), notes=notes)


def _ruled(case: PayerCase) -> tuple[dict[int, Denial], dict[int, tuple[Reason, ...]]]:
    """What the stages make of the lines, each line by the first that rules on it."""
    denied: dict[int, Denial] = {}
    waiting: dict[int, tuple[Reason, ...]] = {}
    left = list(case.lines)
    for line in left:
        if not case.plan.effective.covers(line.day):
            why = asked("plan-dates", plan_fact(case.plan), plan=case.plan.name, day=line.day)
            waiting[line.number] = (why,)
    for stage in STAGES:
        left = [line for line in left if line.number not in denied and line.number not in waiting]
        _note_rulings(stage(case, left), denied, waiting)
    left = [line for line in left if line.number not in denied and line.number not in waiting]
    _note_rulings(rule_on_add_ons(case, left, frozenset(waiting)), denied, waiting)
    return denied, waiting


def _note_rulings(
    rulings: Iterable[Ruling],
    denied: dict[int, Denial],
    waiting: dict[int, tuple[Reason, ...]],
) -> None:
    for ruling in rulings:
        if isinstance(ruling, Pended):
            waiting[ruling.number] = (ruling.why,)
        else:
            denied[ruling.number] = ruling


def _paid(
    case: PayerCase, lines: list[NumberedLine]
) -> tuple[dict[int, PaidLine], dict[int, tuple[Reason, ...]]]:
    """The payments of the lines, and what must be known first of those that wait."""
    waiting = {line.number: found for line in lines if (found := open_figures(case, line))}
    priced: list[tuple[NumberedLine, UnitPrice]] = []
    for line in (one for one in lines if one.number not in waiting):
        price = unit_price(case, line)
        if isinstance(price, Reason):
            waiting[line.number] = (price,)
        else:
            priced.append((line, price))
    prices = line_prices(priced)
    for ruling in rule_on_crossing(case, [line for line, _ in priced], _allowed(prices)):
        waiting[ruling.number] = (ruling.why,)
    payable = [(line, price) for line, price in priced if line.number not in waiting]
    paid = pay_lines(case, line_prices(payable).values())
    return {number: after_primary(case, line) for number, line in paid.items()}, waiting


def _allowed(prices: Mapping[int, LinePrice]) -> dict[int, int]:
    return {number: min(one.line.billed, one.reduced) for number, one in prices.items()}


def _put_together(
    lines: Iterable[NumberedLine],
    denied: Mapping[int, Denial],
    waiting: Mapping[int, tuple[Reason, ...]],
    paid: Mapping[int, PaidLine],
) -> tuple[LineRemittance, ...]:
    return tuple(
        _denied(line, denied[line.number])
        if line.number in denied
        else _pended(line, waiting[line.number])
        if line.number in waiting
        else _paid_line(line, paid[line.number])
        for line in lines
    )


def _denied(line: NumberedLine, denial: Denial) -> LineRemittance:
    whole = adjustment("decisions", denial.name, line.billed, denial.why)
    return LineRemittance(
        line.number, line.line, line.day, "denied", line.billed, 0, 0, (whole,), (), ()
    )


def _pended(line: NumberedLine, questions: tuple[Reason, ...]) -> LineRemittance:
    return LineRemittance(
        line.number, line.line, line.day, "pended", line.billed, 0, 0, (), (), questions
    )


def _paid_line(line: NumberedLine, paid: PaidLine) -> LineRemittance:
    return LineRemittance(
        line.number,
        line.line,
        line.day,
        "paid",
        line.billed,
        paid.allowed,
        paid.paid,
        paid.adjustments,
        (paid.price.unit.why,),
        (),
    )


def _notes(case: PayerCase, submission: ClaimSubmission, pended: bool) -> Iterable[Reason]:
    """What was not judged, and why."""
    plan = case.plan
    absent = {
        "no-received": case.received is None and plan.names("timely-filing"),
        "no-header": submission.claim.header is None,
        "no-accrual": "kx-threshold" in plan.applies and case.visit.allowed_so_far_usd is None,
        "pended": pended,
    }
    return (
        Reason(TABLE["notes"][name], plan_fact(plan)) for name, is_so in absent.items() if is_so
    )
