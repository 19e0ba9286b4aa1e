"""Who bills therapy of a patient of a home health agency or a SNF: they do, and nobody else."""

from collections.abc import Iterator
from dataclasses import replace

from generator.billing.coded_services import MissingInformation, NotBilled
from generator.billing.modifiers import PLAN
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import explain
from generator.billing.select_codes import SelectedCodes
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

RULE = ("rules/consolidated-billing",)
PLACES = {"home_health_plan": "home", "snf_resident": "nursing-facility"}
"""What decides, and where the patient was treated when it must be asked."""


def consolidated(corpus: Corpus, visit: Visit, selected: SelectedCodes) -> SelectedCodes:
    """The services that this claim may carry; none while somebody else bills, or may."""
    if not policy_of(corpus.payers[visit.payer]).is_part_b or visit.discipline not in PLAN:
        return selected
    answers = {name: getattr(visit, name) for name in PLACES}
    if name := next((name for name, holds in answers.items() if holds), None):
        why = explain(name.replace("_", "-"), RULE)
        refused = (NotBilled(entry.code, entry.service.minutes, why) for entry in selected.coded)
        return replace(selected, coded=(), not_billed=(*selected.not_billed, *refused))
    questions = tuple(_questions(visit)) if selected.coded else ()
    if not questions:
        return selected
    return replace(selected, coded=(), missing=(*selected.missing, *questions))


def _questions(visit: Visit) -> Iterator[MissingInformation]:
    for name, place in PLACES.items():
        if visit.place == place and getattr(visit, name) is None:
            why = explain(f"{name.replace('_', '-')}-ask", RULE, day=visit.date)
            yield MissingInformation(None, name, why)
