"""What a payer's guidelines say, in rows: beside the claim while it is written."""

from collections.abc import Iterator
from datetime import date

from generator.billing.modifiers import ASSISTANT, PLAN
from generator.billing.payer_policy import marks_assistants, policy_of
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.plans import PayerPlan
from generator.pages import labels

APPLIES = {
    "ncci-edits": "It applies Medicare's NCCI edits.",
    "mues": "It applies Medicare's unit limits (MUE).",
    "mppr": "It reduces the practice expense of later units of a day (MPPR).",
}
Row = tuple[str, str]


def payer_rows(corpus: Corpus, payer: Payer, day: date) -> Iterator[Row]:
    """How minutes become units, which modifiers it wants, what it must authorize."""
    yield "Minutes to units", labels.TABLES["counting"][payer.unit_method]
    if policy_of(payer).medicare_modifiers:
        of = ", ".join(
            f"{name} under a plan of care of {who.upper()}" for who, name in PLAN.items()
        )
        yield "Therapy modifiers", f"On always-therapy codes: {of}."
    for want in payer.modifiers:
        if want.effective.covers(day):
            yield f"Modifier {want.modifier}", want.text
    if marks_assistants(payer, day):
        yield "Assistants", " or ".join(ASSISTANT.values())
    for rule in payer.authorizations:
        yield "Authorization", rule.text
    for limit in payer.visit_limits:
        yield "Visit limit", limit.text


def plan_rows(plan: PayerPlan, day: date) -> Iterator[Row]:
    """Filing limit, shares, what it authorizes and which of Medicare's rules it applies."""
    for figure in plan.figures:
        if figure.effective.covers(day):
            yield figure.key.replace("-", " ").capitalize(), figure.text
    if plan.authorization:
        yield "Authorization", plan.authorization.text
    for limit in plan.visit_limits:
        yield "Visit limit", limit.text
    if plan.coordination:
        yield "As second payer", plan.coordination.text
    applied = [APPLIES[name] for name in plan.applies if name in APPLIES]
    if applied:
        yield "Claim edits", " ".join(applied)
    if "kx-threshold" in plan.applies:
        yield "KX", "Above the year's threshold a line needs KX, if the care is necessary."
