"""Who bills therapy of a patient of a home health agency or a SNF: they do, and nobody else."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.billing.coded_services import MissingInformation, NotBilled, SelectedCodes
from generator.billing.modifiers import PLAN
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Ask, Billable, NotBillable, Outcome, Reason, explain
from generator.facts.corpus import Corpus
from generator.facts.visits import Service, Visit

RULE = ("rules/consolidated-billing",)
PLACES = {"home_health_plan": "home", "snf_resident": "nursing-facility"}
"""What decides, and where the patient was treated when it must be asked."""


def consolidated(corpus: Corpus, visit: Visit, selected: SelectedCodes) -> SelectedCodes:
    """The services that this claim may carry; none while somebody else bills, or may."""
    refused = [
        NotBilled(entry.code, entry.service.minutes, why)
        for entry in selected.coded
        if (why := _refused(corpus, visit, entry.service))
    ]
    coded = tuple(one for one in selected.coded if not _refused(corpus, visit, one.service))
    selected = replace(selected, coded=coded, not_billed=(*selected.not_billed, *refused))
    questions = tuple(_questions(corpus, visit, {one.service.by for one in coded}))
    if not questions:
        return selected
    return replace(selected, coded=(), missing=(*selected.missing, *questions))


def who_bills(corpus: Corpus, visit: Visit, service: Service, outcome: Outcome) -> Outcome:
    """What a service by itself is, after who may bill it."""
    if not isinstance(outcome, Billable):
        return outcome
    if why := _refused(corpus, visit, service):
        return NotBillable((*outcome.reasons, why), outcome.codes)
    question = next(_questions(corpus, visit, {service.by}), None)
    return Ask(question.missing, (*outcome.reasons, question.reason)) if question else outcome


def _refused(corpus: Corpus, visit: Visit, service: Service) -> Reason | None:
    """Why somebody else bills it; a physician's own therapy is no part of a home health plan."""
    if not policy_of(corpus.payers[visit.payer]).is_part_b or visit.discipline not in PLAN:
        return None
    names = [name for name in PLACES if getattr(visit, name)]
    if service.by == "physician" and names == ["home_health_plan"]:
        return None
    return explain(names[0].replace("_", "-"), RULE) if names else None


def _questions(
    corpus: Corpus, visit: Visit, people: Collection[str]
) -> Iterator[MissingInformation]:
    """Where Original Medicare's rule would hold, and of a Medicare Advantage plan what it does."""
    payer = corpus.payers[visit.payer]
    policy = policy_of(payer)
    for name, place in PLACES.items() if people and visit.discipline in PLAN else ():
        known = getattr(visit, name)
        if name == "home_health_plan" and set(people) == {"physician"}:
            continue
        if policy.is_part_b and visit.place == place and known is None:
            why = explain(f"{name.replace('_', '-')}-ask", RULE, day=visit.date)
            yield MissingInformation(None, name, why)
        elif policy.may_follow_part_b and known:
            yield MissingInformation(
                None, name, explain("consolidated-other", RULE, payer=payer.name)
            )
