"""Plans: those that a claim could not name, and terms that their texts or their payer deny."""

from collections.abc import Iterator
from datetime import date

from generator.billing.modifiers import PLAN
from generator.billing.payer_policy import marks_assistants, modifiers_known, policy_of
from generator.checks.figures.numbers import numbers_in
from generator.facts.base import Keys
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.plans import PayerPlan
from generator.findings import Problems, Spot

MONTHS_A_YEAR = 12
OF_MEDICARE = ("kx-threshold", "advance-notice")
OF_PART_B = ("ncci-edits", "mues", "mppr", "therapy-modifiers", *OF_MEDICARE)


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


def terms_beside_the_payer(corpus: Corpus) -> Problems:
    """Values of a plan of which the text beside them, or the payer's file, says something else."""
    for name, plan in corpus.plans.items():
        spot = corpus.spot("plans", name)
        payer = corpus.payers[plan.payer]
        found = (
            *_untold(plan),
            *_denied(plan, payer),
            *_not_followed(plan, payer, corpus.judged_on),
        )
        for keys, sentence in found:
            yield Spot(spot.path, (*spot.keys, *keys)), sentence


def _untold(plan: PayerPlan) -> Iterator[tuple[Keys, str]]:
    """Figures, limits and a first visit that the text beside them does not have."""
    stated: list[tuple[Keys, float, str]] = [
        *(
            (("figures", place, "amount"), float(one.amount), one.text)
            for place, one in enumerate(plan.figures)
        ),
        *(
            (("visit_limits", place, "most"), one.most, one.text)
            for place, one in enumerate(plan.visit_limits)
        ),
    ]
    if plan.authorization and plan.authorization.from_visit > 1:
        first = plan.authorization
        stated.append((("authorization", "from_visit"), first.from_visit, first.text))
    for keys, value, text in stated:
        named = numbers_in(text) | ({MONTHS_A_YEAR} if " year" in text else set())
        if named and not named & {value, 100 - value, value - (keys[-1] == "from_visit")}:
            yield (
                keys,
                f"'{keys[-1]}' is {value:g}, and the text beside it names no such number; correct"
                " one of them.",
            )


def _denied(plan: PayerPlan, payer: Payer) -> Iterator[tuple[Keys, str]]:
    """An authorization that the payer never asks for, and other limits than the payer's."""
    never = [one for one in payer.authorizations if one.needed == "no" and not one.codes]
    if plan.authorization and never and len(never) == len(payer.authorizations):
        yield (
            ("authorization",),
            f"content/payers/{payer.id}.yaml says that {payer.name} needs no authorization;"
            " correct one of them.",
        )
    starts = {one.from_visit for one in payer.authorizations if one.needed == "yes"}
    if plan.authorization and starts and plan.authorization.from_visit not in starts:
        yield (
            ("authorization", "from_visit"),
            f"content/payers/{payer.id}.yaml asks for one from visit"
            f" {' or '.join(map(str, sorted(starts)))} on; correct one of them.",
        )
    for place, limit in enumerate(plan.visit_limits):
        own = {
            one.most
            for one in payer.visit_limits
            if one.of == "visits" and set(one.disciplines) == set(limit.disciplines)
        }
        if own and limit.most not in own:
            yield (
                ("visit_limits", place, "most"),
                f"content/payers/{payer.id}.yaml covers"
                f" {' or '.join(map(str, sorted(own)))} of these; correct one of them.",
            )


def _not_followed(plan: PayerPlan, payer: Payer, day: date) -> Iterator[tuple[Keys, str]]:
    """Rules, cuts and fees that the payer's file excludes; what it leaves open, a plan may say."""
    part_b = policy_of(payer).is_part_b
    real = part_b and not plan.invented
    if lacking := [rule for rule in OF_PART_B if real and rule not in plan.applies]:
        yield ("applies",), f"{payer.name} follows {', '.join(lacking)}; add it."
    if foreign := [rule for rule in OF_MEDICARE if not part_b and rule in plan.applies]:
        yield (
            ("applies",),
            f"'{foreign[0]}' is Medicare's rule; remove it, or name its payer.",
        )
    wants = {want.modifier for want in payer.modifiers}.intersection(PLAN.values())
    if (
        not part_b
        and modifiers_known(payer)
        and bool(wants) != ("therapy-modifiers" in plan.applies)
    ):
        yield (
            ("applies",),
            f"content/payers/{payer.id}.yaml asks for {' and '.join(sorted(wants)) or 'no GP, GO'},"
            " and the plan does otherwise with 'therapy-modifiers'; correct one of them.",
        )
    if plan.names("assistant-payment") and not marks_assistants(payer, day):
        yield (
            ("figures",),
            f"content/payers/{payer.id}.yaml asks for no CQ or CO, so no line has one; remove"
            " 'assistant-payment', or add 'assistants' there.",
        )
    for code in plan.rates.fees:
        if code in payer.not_covered:
            yield (
                ("rates", "fees", code),
                f"content/payers/{payer.id}.yaml never pays {code}; correct one of them.",
            )
