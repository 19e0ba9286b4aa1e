"""What the plan must have authorized, and how many visits it covers in a year."""

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
from generator.billing.authorization import MEASURES, authorization_flaw
from generator.facts.plans import PlanRequirement
from generator.facts.visits import PlanAuthorization


def rule_on_authorization(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Codes that need an authorization which nobody obtained, or which is used up."""
    rule, granted = case.plan.authorization, case.visit.authorization or PlanAuthorization()
    if rule is None or granted.needed is False:
        return
    for line in lines:
        if not rule.codes or line.code in rule.codes:
            ruling = _of_line(case, rule, granted, line)
            if ruling:
                yield ruling


def _of_line(
    case: PayerCase, rule: PlanRequirement, granted: PlanAuthorization, line: NumberedLine
) -> Ruling | None:
    number, rests_on = case.visit.visit_number, plan_fact(case.plan)
    if number is not None and number < rule.from_visit:
        return None
    flaw = authorization_flaw(granted, line.day, line.code)
    if flaw is None:
        return None
    if number is None and rule.from_visit > 1:
        return Pended(line.number, asked("visit-number", rests_on, text=rule.text))
    if granted.exists is None:
        return Pended(line.number, asked("authorization-unknown", rests_on, text=rule.text))
    name = "authorization-exceeded" if _used_up(granted) else "no-authorization"
    return Denial(line.number, name, decided(name, rests_on, text=rule.text, flaw=flaw))


def _used_up(granted: PlanAuthorization) -> bool:
    amounts = ((getattr(granted, what), getattr(granted, f"{what}_used")) for what in MEASURES)
    return bool(granted.exists) and any(
        most is not None and used is not None and used >= most for most, used in amounts
    )


def rule_on_visit_limits(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Every line of a visit that is above what the plan covers in a year."""
    visit, rests_on = case.visit, plan_fact(case.plan)
    limit = next(
        (one for one in case.plan.visit_limits if visit.discipline in one.disciplines), None
    )
    if limit is None:
        return
    known = [
        visit.used_this_year[name] for name in limit.disciplines if name in visit.used_this_year
    ]
    used = sum(known)
    for line in lines:
        if used >= limit.most:
            why = decided("visits-used", rests_on, text=limit.text, used=used)
            yield Denial(line.number, "visits-used", why)
        elif len(known) < len(limit.disciplines):
            yield Pended(line.number, asked("visits-unknown", rests_on, text=limit.text))
