"""What the browser's payer needs: texts and rules that every plan shares, and one plan's facts.

Days are ISO text; figures are text as they are written; cents are whole numbers.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from generator.billing.adjudication.add_ons import bases_of
from generator.billing.adjudication.payer_case import TABLE
from generator.billing.consolidated_billing import PLACES
from generator.billing.data_tables import MODIFIER_TABLE, PAYMENT_TABLE
from generator.billing.payer_policy import policy_of, therapy_designation
from generator.billing.reasons import MESSAGES, Reason, sources_of
from generator.build.adjudication_prices import fees_json, schedules_json
from generator.build.browser_entries import (
    Json,
    entry_json,
    fact_json,
    lean,
    picked,
    sourced,
    span,
    validity,
)
from generator.facts.base import Period
from generator.facts.codes import Code, Coverage, Who
from generator.facts.corpus import Corpus
from generator.facts.payers import Payer
from generator.facts.plans import PayerPlan, PlanFigure
from generator.facts.role_rules import RoleRule

MODIFIERS = ("order", "plan", "assistant", "kx_threshold", "bypass", "contradictions")
WORDS = ("flaw-", "mue-", "home-health-plan", "snf-resident", "code-ended", "code-replaced")
WORDS_ALONE = ("code-not-yet", "code-no-more", "or", "and")
OPEN = ("coverage", "who")
BILLERS = frozenset(who["therapist"] for who in PAYMENT_TABLE["roles"].values())
RULES = ("kx-threshold", "mppr", "modifiers", "ncci-pairs", "mue", "therapy-modifiers")
MORE_RULES = ("advance-notice", "chiropractic", "assistants", "consolidated-billing")


def shared_facts(corpus: Corpus) -> Json:
    """Texts, reason codes, modifiers, and which codes there are."""
    therapists = {name: who["therapist"] for name, who in PAYMENT_TABLE["roles"].items()}
    return {
        "table": TABLE,
        "messages": {
            name: text
            for name, text in MESSAGES.items()
            if name.startswith(WORDS) or name in WORDS_ALONE
        },
        "modifiers": {
            **{name: MODIFIER_TABLE[name] for name in MODIFIERS},
            "others": list(MODIFIER_TABLE["others"]),
        },
        "therapists": therapists,
        "asked": list(PAYMENT_TABLE["asked"]),
        "places": PLACES,
        "known": sorted({*corpus.codes, *corpus.other_codes}),
        "whole": [
            [reach.first, reach.last]
            for family in corpus.families.values()
            for reach in family.whole
        ],
        "rules": {name: _cite(corpus, f"rules/{name}") for name in (*RULES, *MORE_RULES)},
    }


def adjudication_facts(
    corpus: Corpus,
    plan: PayerPlan,
    codes: Collection[str] | None = None,
    days: Sequence[date] = (),
) -> Json:
    """What decides and prices lines of those codes on those days, and on the days between.

    All codes or days where none are given. A claim line with another code or day waits.
    """
    period = Period.between(min(days), max(days)) if days else Period()
    named = {*corpus.codes, *corpus.other_codes} if codes is None else frozenset(codes)
    taught = [code for name, code in corpus.codes.items() if name in named]
    others = [code for name, code in corpus.other_codes.items() if name in named]
    return lean(
        {
            "days": [str(min(days)), str(max(days))] if days else None,
            "payer": _payer(corpus.payers[plan.payer], named, period),
            "plan": _plan(corpus, plan, named, period),
        }
    ) | {
        "codes": {code.code: _code(corpus, plan, code, period) for code in taught},
        "others": {
            other.code: lean(
                {
                    "cite": _cite(corpus, f"codes/{other.code}"),
                    "deleted": other.status == "deleted",
                    "replacedBy": other.replaced_by,
                    **span(other.effective),
                }
            )
            for other in others
        },
        "people": list(_people(corpus, plan, named, period)),
        "edits": list(_edits(corpus, plan, named, period)),
    }


def facts_without_plan(payer: Payer) -> Json:
    """Of a payer that has no plan: every line of its claims waits."""
    return {"payer": _payer(payer, (), Period()), "codes": {}, "others": {}} | {
        "people": [],
        "edits": [],
    }


def _cite(corpus: Corpus, reference: str) -> Sequence[str]:
    return sources_of(corpus, Reason("", (reference,)))


def _payer(payer: Payer, named: Collection[str], period: Period) -> Json:
    policy = policy_of(payer)
    rules = {
        "partOfMedicare": policy.part_of_medicare,
        "medicareModifiers": policy.medicare_modifiers,
    }
    conditions = (one for one in payer.conditions if one.then == "covered-only-there")
    return lean(
        {
            "id": payer.id,
            "name": payer.name,
            "cite": payer.general.sources,
            "policy": lean(rules),
            "substitutions": [
                fact_json(one, "code")
                for one in payer.substitutions
                if one.code in named and one.effective.overlaps(period)
            ],
            "notCovered": {
                code: fact_json(fact) for code, fact in payer.not_covered.items() if code in named
            },
            "refusals": [
                {
                    "roles": _among(one.roles, BILLERS),
                    "codes": one.codes,
                    "butPays": one.but_pays,
                    **fact_json(one),
                }
                for one in payer.refusals
                if _among(one.roles, BILLERS) and one.effective.overlaps(period)
            ],
            "conditions": [
                {**fact_json(one), "codes": _among(one.codes, named)}
                for one in conditions
                if _among(one.codes, named) and one.effective.overlaps(period)
            ],
            "modifiers": [
                {
                    **picked(one, "modifier", "disciplines", "always_therapy", "codes"),
                    **sourced(one),
                }
                for one in payer.modifiers
                if one.effective.overlaps(period)
            ],
        }
    )


def _among(codes: Iterable[str], named: Collection[str]) -> list[str]:
    return [code for code in codes if code in named]


def _plan(corpus: Corpus, plan: PayerPlan, named: Collection[str], period: Period) -> Json:
    figures = (one for one in plan.figures if one.effective.overlaps(period))
    rule = plan.authorization
    return lean(
        {
            **picked(plan, "id", "name", "invented"),
            **span(plan.effective),
            **fees_json(plan, named),
            **schedules_json(corpus, plan, named, period),
        }
    ) | {
        "applies": plan.applies,
        "figures": [_figure(one) for one in figures],
        "named": sorted({one.key for one in plan.figures}),
        "excluded": {code: text for code, text in plan.excluded.items() if code in named},
        "visitLimits": [picked(one, "text", "most", "disciplines") for one in plan.visit_limits],
        **({"authorization": picked(rule, "text", "from_visit", "codes")} if rule else {}),
        **({"coordination": plan.coordination.text} if plan.coordination else {}),
    }


def _figure(figure: PlanFigure) -> Json:
    words = {"key": figure.key, "amount": f"{figure.amount:f}", "unit": figure.unit}
    return {**words, "text": figure.text, "sources": figure.sources, **span(figure.effective)}


def _code(corpus: Corpus, plan: PayerPlan, code: Code, period: Period) -> Json:
    coverage = code.coverage.get(plan.payer)
    mue = code.mue if "mues" in plan.applies else ()
    doubts = (one for one in code.doubts if one.asks in OPEN)
    mine = (one for one in doubts if plan.payer in (one.payers or (plan.payer,)))
    return lean(
        {
            "cite": _cite(corpus, f"codes/{code.code}"),
            **span(code.effective),
            "therapy": therapy_designation(corpus, code),
            "coverage": _coverage(coverage) if coverage else None,
            "who": [*_own_people(plan, code, period)],
            "doubts": [fact_json(one, "roles") for one in mine if one.effective.overlaps(period)],
            "mue": [
                entry_json(one, "units", "adjudication", "setting")
                for one in mue
                if one.effective.overlaps(period)
            ],
            "oneInitial": corpus.one_initial.get(code.code),
            "addsTo": bases_of(corpus, code.code),
        }
    ) | ({"leastMue": min(one.units for one in mue)} if mue else {})


def _coverage(entry: Coverage) -> Json:
    """Its words only where they say why nothing is paid, or what must be asked."""
    spoken = entry.status != "active" or entry.undecided
    cited = spoken or entry.therapy is None or entry.effective.start or entry.effective.end
    words = {"text": entry.text} if spoken else {}
    sources = {"sources": entry.sources} if cited else {}
    return lean({**picked(entry, "status", "therapy"), **words, **sources, **validity(entry)})


def _own_people(plan: PayerPlan, code: Code, period: Period) -> Iterator[Json]:
    """The code's own words on those who bill."""
    for who in code.who:
        mine = plan.payer in (who.payers or (plan.payer,)) and who.role in BILLERS
        if mine and who.effective.overlaps(period):
            yield {"role": who.role, **_word(who)}


def _people(
    corpus: Corpus, plan: PayerPlan, named: Collection[str], period: Period
) -> Iterator[Json]:
    """The rules' words on roles."""
    for name, rule in corpus.rules.items():
        for entry in rule.people:
            codes = _among(entry.codes, named)
            roles = _among(entry.roles, BILLERS)
            mine = roles and plan.payer in (entry.payers or (plan.payer,))
            if (codes or not entry.codes) and mine and entry.effective.overlaps(period):
                place = {"cite": f"rules/{name}", "roles": roles, "codes": codes}
                yield {**place, **_word(entry)}


def _word(entry: Who | RoleRule) -> Json:
    """Its words are needed only where it does not simply say yes."""
    spoken = entry.may in ("no", "depends") or entry.undecided
    words = {"text": entry.text, **sourced(entry)} if spoken else span(entry.effective)
    return {**picked(entry, "may"), **lean({"payers": entry.payers}), **words}


def _edits(
    corpus: Corpus, plan: PayerPlan, named: Collection[str], period: Period
) -> Iterator[Json]:
    for edit in corpus.edits.values() if "ncci-edits" in plan.applies else ():
        both = edit.column1 in named and edit.column2 in named
        if both and edit.indicator != 9 and edit.effective.overlaps(period):
            yield entry_json(edit, "column1", "column2", "indicator", "setting")
