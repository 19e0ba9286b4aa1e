"""What a payer makes of a detail of a service: covered only there, not covered there, KX there."""

from dataclasses import replace

from generator.billing.attributes import fits
from generator.billing.notices import abn_of
from generator.billing.reasons import MESSAGES, Ask, Billable, NotBillable, Outcome, explain, quoted
from generator.facts.corpus import Corpus
from generator.facts.payer_terms import CoverageCondition
from generator.facts.visits import Service, Visit

NECESSITY = ("necessity",)


def apply_conditions(corpus: Corpus, visit: Visit, service: Service, outcome: Billable) -> Outcome:
    """The outcome under the payer's conditions; a necessity denial where one is not met."""
    found: Outcome = outcome
    for condition in corpus.payers[visit.payer].conditions:
        if not isinstance(found, Billable):
            break
        if set(found.codes) <= set(condition.codes) and condition.effective.covers(visit.date):
            found = _under(condition, visit, service, found)
    return found


def _under(
    condition: CoverageCondition, visit: Visit, service: Service, outcome: Billable
) -> Outcome:
    met = fits(condition.where, {str(name): one for name, one in service.details.items()})
    reason = quoted(f"payers/{visit.payer}", condition)
    match condition.then:
        case "covered-only-there" if isinstance(met, str):
            values = {"attribute": MESSAGES[f"attribute-{met}"], "text": reason.text}
            why = explain("condition-missing", reason.rests_on, reason.sources, **values)
            return Ask(met, (*outcome.reasons, why))
        case "covered-only-there" if met is False:
            return NotBillable((*outcome.reasons, reason), outcome.codes, NECESSITY)
        case "not-covered-there" if met is True:
            return NotBillable((*outcome.reasons, reason), outcome.codes, NECESSITY)
        case "kx-there" if met is True and abn_of(visit, service) != "required":
            return _attested(visit, outcome, Ask("necessary", (*outcome.reasons, reason)))
        case _:
            return outcome


def _attested(visit: Visit, outcome: Billable, ask: Ask) -> Outcome:
    if visit.necessary is None:
        return ask
    if not visit.necessary:
        return outcome
    return replace(outcome, reasons=ask.reasons, modifiers=(*outcome.modifiers, "KX"))
