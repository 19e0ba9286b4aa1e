"""The facts the calculators need, as one script for the browser.

No JSON file: a site opened from a folder could not load it.
"""

import json
from collections.abc import Iterator, Sequence

from generator.billing.as_of import plain
from generator.billing.by_video import video_question
from generator.billing.data_tables import MODIFIER_TABLE
from generator.billing.open_facts import ASKED
from generator.billing.payer_policy import therapy_designation
from generator.billing.reasons import MESSAGES, Reason, sources_of
from generator.billing.select_codes import EXCLUDED, NEVER_PAID, ROLES
from generator.billing.unit_methods import METHODS
from generator.build.browser_entries import (
    Json,
    entry_json,
    fact_json,
    lean,
    picked,
    policy_json,
    sourced,
    span,
    validity,
)
from generator.facts.base import ALWAYS
from generator.facts.codes import Code, Coverage, Doubt, Who
from generator.facts.corpus import Corpus
from generator.facts.measures import Measure
from generator.facts.payers import Payer
from generator.facts.registers import OtherCode
from generator.facts.role_rules import RoleRule
from generator.facts.rule_figures import RuleValue
from generator.facts.techniques import Range, Technique, When

SCRIPT = "assets/facts.js"
COUNTED = ("from_visit", "counted_by", "grants")
MODIFIERS = ("order", "plan", "plan_of_others", "assistant", "kx_threshold", "bypass")


def facts_script(corpus: Corpus) -> bytes:
    """The facts as a script that sets `rightcodeFacts`."""
    table = json.dumps(facts_table(corpus), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.rightcodeFacts={table};\n".encode()


def facts_table(corpus: Corpus) -> Json:
    """Days as ISO text, money in cents; a key that is left out has nothing to say."""
    table: Json = {
        "judged": corpus.judged_on.isoformat(),
        "pairsRead": corpus.pairs_read_on.isoformat(),
        "messages": dict(MESSAGES),
        "modifiers": {name: MODIFIER_TABLE[name] for name in MODIFIERS},
        "roles": ROLES,
        "neverPaid": list(NEVER_PAID),
        "excluded": list(EXCLUDED),
        "asked": list(ASKED),
        "counting": _counting(corpus),
        "people": [
            {"cite": f"rules/{name}", **_who(entry, "roles", "codes")}
            for name, rule in corpus.rules.items()
            for entry in rule.people
        ],
        "conditions": [
            {
                "cite": f"rules/{name}",
                **picked(one, "attribute", "wanted", "ask", "refused", "codes", "roles", "payers"),
                **sourced(one),
            }
            for name, rule in corpus.rules.items()
            for one in rule.conditions
        ],
        "codes": {name: _code(corpus, code) for name, code in corpus.codes.items()},
        "others": {name: _other(corpus, code) for name, code in corpus.other_codes.items()},
        "purposes": {name: purpose.name for name, purpose in corpus.purposes.items()},
        "techniques": {
            name: _technique(technique) for name, technique in corpus.techniques.items()
        },
        "payers": {name: _payer(payer) for name, payer in corpus.payers.items()},
        "rules": {name: _rule(corpus, name) for name in corpus.rules},
        "edits": [
            entry_json(edit, "column1", "column2", "indicator", "setting")
            for edit in corpus.edits.values()
        ],
        "changes": [
            {**picked(change, "id", "title", "codes"), "date": str(change.date)}
            for change in sorted(
                corpus.changes.values(), key=lambda change: (change.date, change.id)
            )
        ],
    }
    return {
        **table,
        "sources": {name: _short(corpus, name) for name in sorted(set(_named_sources(table)))},
    }


def _code(corpus: Corpus, code: Code) -> Json:
    unit = code.unit
    return lean(
        {
            "name": code.plain_name,
            "cite": _cite(corpus, f"codes/{code.code}"),
            "timed": unit.kind == "timed",
            "minutes": unit.minutes,
            "perDay": unit.per_day,
            "addOn": unit.add_on,
            "oneInitialWith": unit.one_initial_with,
            "video": video_question(code),
            "contact": unit.contact if unit.measure else None,
            "measure": _measure(unit.measure) if unit.measure else None,
            "earlier": [_measure(measure) for measure in unit.earlier],
            **span(code.effective),
            "unit": {
                "text": unit.text if unit.per_day and unit.add_on else "",
                **sourced(unit),
            },
            "therapy": therapy_designation(corpus, code),
            "activeCare": any(need.modifier == "AT" for need in code.modifiers),
            "who": [_who(who, "role") for who in code.who],
            "doubts": [_doubt(one) for one in code.doubts if one.asks],
            "coverage": {payer: _coverage(entry) for payer, entry in code.coverage.items()},
            "mue": [entry_json(mue, "units", "adjudication", "setting") for mue in code.mue],
        }
    )


def _measure(measure: Measure) -> Json:
    own = picked(measure, "of", "size", "least", "first", "span")
    return lean({**own, **span(measure.effective)})


def _who(entry: Who | RoleRule, *names: str) -> Json:
    """Its words are needed only where it does not simply say yes."""
    spoken = entry.may in ("no", "depends") or entry.undecided
    words = fact_json(entry) if spoken else span(entry.effective)
    return {**picked(entry, *names, "may"), **lean({"payers": entry.payers}), **words}


def _coverage(entry: Coverage) -> Json:
    """Its words are needed only where they say why nothing is paid, or what must be asked."""
    spoken = entry.status in (*NEVER_PAID, *ASKED) or entry.undecided or entry.therapy is None
    reason = fact_json(entry) if spoken or entry.effective != ALWAYS else {}
    disputed = entry.contested if reason else None
    return lean({"status": entry.status, "therapy": entry.therapy, **reason, "contested": disputed})


def _doubt(doubt: Doubt) -> Json:
    return lean(fact_json(doubt, "asks", "payers", "roles"))


def _other(corpus: Corpus, code: OtherCode) -> Json:
    ended = code.status == "deleted"
    return lean(
        {
            "name": code.plain_name,
            "cite": _cite(corpus, f"codes/{code.code}"),
            "deleted": ended,
            "replacedBy": code.replaced_by,
            **span(code.effective),
        }
    )


def _technique(technique: Technique) -> Json:
    rules = [
        lean(
            {
                "when": _when(rule.when),
                **picked(rule, "codes", "modifiers", "why"),
                **sourced(rule),
            }
        )
        for rule in technique.codes
    ]
    return lean({"name": technique.name, "contact": technique.contact, "codes": rules})


def _when(when: When) -> Json:
    return {
        name: [wanted.at_least, wanted.at_most] if isinstance(wanted, Range) else {"among": wanted}
        for name, wanted in when.items()
    }


def _payer(payer: Payer) -> Json:
    return lean(
        {
            "name": payer.name,
            "policy": policy_json(payer),
            "invented": payer.invented,
            "method": payer.unit_method,
            "methodSources": payer.unit_fact.sources,
            "methodFact": validity(payer.unit_fact),
            "cite": payer.general.sources,
            "substitutions": [fact_json(swap, "code", "use") for swap in payer.substitutions],
            "refusals": [
                {
                    **picked(entry, "roles", "codes"),
                    "butPays": entry.but_pays,
                    "deniedAs": entry.denied_as,
                    **fact_json(entry),
                }
                for entry in payer.refusals
            ],
            "conditions": [
                {"where": _when(entry.where), **fact_json(entry, "codes", "then")}
                for entry in payer.conditions
            ],
            "notCovered": {code: fact_json(fact) for code, fact in payer.not_covered.items()},
            "caps": [fact_json(cap, "units", "codes") for cap in payer.caps],
            "modifiers": [
                fact_json(want, "modifier", "codes", "disciplines", "always_therapy")
                for want in payer.modifiers
            ],
            "assistants": fact_json(payer.assistants) if payer.assistants else None,
            "authorizations": [
                {**picked(rule, "needed", *COUNTED), **fact_json(rule, "disciplines", "codes")}
                for rule in payer.authorizations
            ],
            "visitLimits": [
                {
                    **lean(picked(limit, "care", "from_age", "hard")),
                    **fact_json(limit, "most", "of", "disciplines"),
                }
                for limit in payer.visit_limits
            ],
        }
    )


def _counting(corpus: Corpus) -> Json:
    rules = {name: method.rule.removeprefix("rules/") for name, method in METHODS.items()}
    return {
        name: [
            {"size": entry.size, "least": entry.least, **validity(entry)}
            for entry in corpus.rules[rule].counting
        ]
        for name, rule in rules.items()
        if rule in corpus.rules
    }


def _rule(corpus: Corpus, name: str) -> Json:
    rule = corpus.rules[name]
    dated = [fact_json(one) for one in rule.statements if one.effective.start or one.effective.end]
    first = validity(rule.statements[0])
    return lean(
        {
            "title": rule.title,
            "cite": _cite(corpus, f"rules/{name}"),
            **first,
            "values": [_value(value) for value in rule.values],
            "dated": dated,
            "bypassOnEither": [
                span(one.effective) for one in rule.statements if one.bypass_on_either
            ],
        }
    )


def _value(value: RuleValue) -> Json:
    money = {"cents": round(value.amount * 100)} if value.unit == "usd" else {}
    return {
        "key": value.key,
        "amount": plain(value.amount),
        "unit": value.unit,
        **money,
        **sourced(value),
    }


def _cite(corpus: Corpus, reference: str) -> Sequence[str]:
    return sources_of(corpus, Reason("", (reference,)))


def _short(corpus: Corpus, name: str) -> str:
    source = corpus.sources.get(name)
    return f"{source.publisher}: {source.title}" if source else name


def _named_sources(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from (
                map(str, entry)
                if key in ("sources", "cite", "methodSources") and isinstance(entry, list | tuple)
                else _named_sources(entry)
            )
    elif isinstance(value, list):
        for entry in value:
            yield from _named_sources(entry)
