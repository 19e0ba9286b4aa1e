"""What prices the lines of a plan in the browser: its fees, or Medicare's schedule and figures."""

from collections.abc import Collection

from generator.billing.modifiers import KX_THRESHOLD
from generator.build.browser_entries import Json, picked, sourced, span
from generator.facts.base import Period
from generator.facts.corpus import Corpus
from generator.facts.plans import FeeSchedule, Locality, PayerPlan, cents
from generator.facts.rule_figures import RuleValue


def fees_json(plan: PayerPlan, named: Collection[str]) -> Json:
    """Cents for one unit, of a plan with fees of its own."""
    if plan.rates.percent_of_medicare is not None:
        return {}
    return {"fees": {code: cents(fee) for code, fee in plan.rates.fees.items() if code in named}}


def schedules_json(corpus: Corpus, plan: PayerPlan, named: Collection[str], period: Period) -> Json:
    """Medicare's relative values, and the figures of its rules that cost money."""
    rates, found = plan.rates, {}
    if rates.percent_of_medicare is not None:
        found = {
            "percent": rates.percent_of_medicare,
            "locality": rates.locality,
            "schedules": [
                _schedule(one, rates.locality, named, period)
                for one in corpus.fee_schedules.values()
                if one.effective.overlaps(period) and not one.undecided
            ],
        }
    return {
        **found,
        "thresholds": {
            name: [
                {"cents": round(one.amount * 100), **sourced(one)}
                for one in _values(corpus, "kx-threshold", name, period)
            ]
            for name in sorted(set(KX_THRESHOLD.values()))
            if "kx-threshold" in plan.applies
        },
        "reductions": [
            {"percent": f"{one.amount:g}", **span(one.effective)}
            for one in _values(corpus, "mppr", "practice-expense-reduction", period)
            if "mppr" in plan.applies
        ],
    }


def _values(corpus: Corpus, rule: str, key: str, period: Period) -> list[RuleValue]:
    values = corpus.rules[rule].values if rule in corpus.rules else ()
    held = (one for one in values if one.key == key and not one.undecided)
    return [one for one in held if one.effective.overlaps(period)]


def _schedule(
    schedule: FeeSchedule, wanted: str | None, named: Collection[str], period: Period
) -> Json:
    locality = schedule.locality(wanted)
    factors = (one for one in schedule.conversion_factors if not one.undecided)
    return {
        **picked(schedule, "id", "sources"),
        **span(schedule.effective),
        "factors": [
            {"amount": f"{one.amount:f}", "sources": one.sources, **span(one.effective)}
            for one in factors
            if one.effective.overlaps(period)
        ],
        **({"locality": _locality(locality)} if locality else {}),
        "values": {
            code: [one.work, one.practice, one.malpractice, int(one.reduced)]
            for code, one in schedule.values.items()
            if code in named
        },
    }


def _locality(locality: Locality) -> Json:
    indices = (locality.work, locality.practice, locality.malpractice)
    return {"indices": [f"{one:f}" for one in indices], "sources": locality.sources}
