"""Eligibility on the day, timely filing, and services that came in twice."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    PayerCase,
    Pended,
    Ruling,
    asked,
    decided,
    plan_fact,
)
from generator.facts.plans import PlanFigure


def rule_on_eligibility(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Days before the patient's coverage began, or after it ended."""
    covered, rests_on = case.account.covered, plan_fact(case.plan)
    for line in lines:
        if covered.start and line.day < covered.start:
            why = decided("before-coverage", rests_on, day=covered.start)
            yield Denial(line.number, "before-coverage", why)
        elif covered.end and line.day > covered.end:
            why = decided("after-coverage", rests_on, day=covered.end)
            yield Denial(line.number, "after-coverage", why)


def rule_on_timely_filing(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Days for which the claim came in after the plan's limit."""
    received = case.received
    for line in lines if received else ():
        limit = case.plan.figure("timely-filing", line.day)
        last = last_filing_day(limit, line.day) if limit else date.max
        if limit and received and received > last:
            values = {"received": received, "day": last, "text": limit.text}
            why = decided("late", plan_fact(case.plan), limit.sources, **values)
            yield Denial(line.number, "late", why)


def last_filing_day(limit: PlanFigure, day: date) -> date:
    """The last day on which a claim for a date of service is in time."""
    if limit.unit == "days":
        return day + timedelta(days=int(limit.amount))
    year, month = divmod(day.month - 1 + int(limit.amount), 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


Service = tuple[date, str, frozenset[str]]


def rule_on_duplicates(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Of lines with one code, day and set of modifiers the smallest stays, wherever it stands."""
    earlier: set[Service] = {
        (one.date, one.code, frozenset(one.modifiers)) for one in case.account.earlier
    }
    seen: set[Service] = set()
    for line in sorted(lines, key=lambda line: (line.key, line.number)):
        service = line.day, line.code, line.modifiers
        if service in earlier:
            yield Denial(line.number, "paid-before", decided("paid-before"))
        elif service in seen:
            yield Denial(line.number, "duplicate", decided("duplicate"))
        seen.add(service)


def rule_on_same_day(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Lines of a day of which another claim was paid: no rule here looks over both claims."""
    days = {one.date for one in case.account.earlier}
    for line in lines:
        if line.day in days:
            yield Pended(line.number, asked("same-day", plan_fact(case.plan)))
