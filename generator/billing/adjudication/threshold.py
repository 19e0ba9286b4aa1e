"""The KX threshold: lines without KX above it, and claims that pass it."""

from collections.abc import Iterator, Mapping

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
)
from generator.billing.modifiers import KX_RULE, KX_THRESHOLD, PLAN
from generator.facts.rule_figures import RuleValue


def rule_on_threshold(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Lines without KX after the year's allowed amount has reached the threshold."""
    used = _used(case)
    for line in _without_kx(case, lines) if used is not None else ():
        value = _threshold(case, line)
        if value is None:
            yield Pended(line.number, asked("threshold-unknown", KX_RULE, year=line.day.year))
        elif used is not None and used >= _cents(value):
            values = {"used": dollars(used), "threshold": dollars(_cents(value))}
            yield Denial(
                line.number, "threshold", decided("threshold", KX_RULE, value.sources, **values)
            )


def rule_on_crossing(case: PayerCase, lines: Lines, allowed: Mapping[int, int]) -> Iterator[Ruling]:
    """Lines without KX of a claim that itself goes above the threshold; `allowed` by number."""
    used = _used(case)
    if used is None:
        return
    total = sum(allowed.get(line.number, 0) for line in lines if _is_therapy(case, line))
    for line in _without_kx(case, lines):
        value = _threshold(case, line)
        left = _cents(value) - used if value else 0
        if value and 0 < left < total:
            values = {"left": dollars(left), "allowed": dollars(total)}
            why = asked("threshold-crossed", KX_RULE, value.sources, **values)
            yield Pended(line.number, why)


def _used(case: PayerCase) -> int | None:
    """Cents that count toward the threshold before this claim."""
    amount = case.visit.allowed_so_far_usd
    applies = "kx-threshold" in case.plan.applies and case.visit.discipline in KX_THRESHOLD
    return round(amount * 100) if applies and amount is not None else None


def _without_kx(case: PayerCase, lines: Lines) -> list[NumberedLine]:
    return [line for line in lines if _is_therapy(case, line) and "KX" not in line.modifiers]


def _is_therapy(case: PayerCase, line: NumberedLine) -> bool:
    """A line of therapy, always or by the plan of care that it names."""
    coverage = case.coverage(line)
    therapy = coverage.therapy if coverage else None
    named = not line.modifiers.isdisjoint(PLAN.values())
    return therapy == "always" or (therapy == "sometimes" and named)


def _threshold(case: PayerCase, line: NumberedLine) -> RuleValue | None:
    name = KX_THRESHOLD[case.visit.discipline]
    return case.corpus.figure("kx-threshold", name, line.day)


def _cents(value: RuleValue) -> int:
    return round(value.amount * 100)
