"""What a payer makes of a detail of a service: covered only there, not covered there, KX there."""

from collections.abc import Mapping
from dataclasses import replace

from generator.billing.reasons import Ask, Billable, NotBillable, Outcome, explain, quoted
from generator.facts.corpus import Corpus
from generator.facts.payer_terms import CoverageCondition
from generator.facts.techniques import Range, When
from generator.facts.visits import Service, Visit

Known = Mapping[str, bool | int | str | None]
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


def fits_where(where: When, known: Known) -> bool | str:
    """Whether every condition holds; the first attribute that decides and is not known."""
    values = {attribute: known.get(attribute) for attribute in where}
    for attribute, value in values.items():
        if value is not None and not meets(value, where[attribute]):
            return False
    return next((attribute for attribute, value in values.items() if value is None), True)


def meets(value: bool | int | str, wanted: Range | tuple[bool | str, ...]) -> bool:
    """Whether a value is in the range or among the values; yes and 1 are not the same."""
    if isinstance(wanted, Range):
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return (wanted.at_least or 0) <= value and (
            wanted.at_most is None or value <= wanted.at_most
        )
    return any(isinstance(value, bool) == isinstance(one, bool) and value == one for one in wanted)


def _under(
    condition: CoverageCondition, visit: Visit, service: Service, outcome: Billable
) -> Outcome:
    fits = fits_where(condition.where, {str(name): one for name, one in service.details.items()})
    reason = quoted(f"payers/{visit.payer}", condition)
    match condition.then:
        case "covered-only-there" if isinstance(fits, str):
            values = {"attribute": fits.replace("_", " "), "text": reason.text}
            why = explain("condition-missing", reason.rests_on, reason.sources, **values)
            return Ask(fits, (*outcome.reasons, why))
        case "covered-only-there" if fits is False:
            return NotBillable((*outcome.reasons, reason), outcome.codes, NECESSITY)
        case "not-covered-there" if fits is True:
            return NotBillable((*outcome.reasons, reason), outcome.codes, NECESSITY)
        case "kx-there" if fits is True and visit.abn != "required":
            return _attested(visit, outcome, Ask("necessary", (*outcome.reasons, reason)))
        case _:
            return outcome


def _attested(visit: Visit, outcome: Billable, ask: Ask) -> Outcome:
    if visit.necessary is None:
        return ask
    if not visit.necessary:
        return outcome
    return replace(outcome, reasons=ask.reasons, modifiers=(*outcome.modifiers, "KX"))
