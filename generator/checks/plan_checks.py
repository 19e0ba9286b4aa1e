"""Plans that a claim could not name: two usual ones of a payer, or one of no locality."""

from generator.facts.corpus import Corpus
from generator.findings import Problems


def unusable_plans(corpus: Corpus) -> Problems:
    """Localities that no fee schedule has, and payers with two usual plans."""
    localities = {
        place.id for schedule in corpus.fee_schedules.values() for place in schedule.localities
    }
    usual: dict[str, str] = {}
    for name, plan in corpus.plans.items():
        spot, wanted = corpus.spot("plans", name), plan.rates.locality
        if wanted and wanted not in localities:
            sentence = (
                f"No fee schedule has the locality '{wanted}'; known are"
                f" {', '.join(sorted(localities)) or 'none'}."
            )
            yield spot / "rates" / "locality", sentence
        if plan.usual and usual.setdefault(plan.payer, name) != name:
            sentence = (
                f"'{usual[plan.payer]}' is the usual plan of {plan.payer} already; one of the two"
                " has no 'usual: true'."
            )
            yield spot / "usual", sentence
