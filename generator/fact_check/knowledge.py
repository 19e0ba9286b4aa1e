"""The facts as one plain table: all that the checker knows, ready to be written as JSON."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.billing.unit_methods import unit_method
from generator.billing.who_may import first_words
from generator.fact_check.wordings import contrasts, figures, principles
from generator.facts.base import PART_B, Sourced
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit, OtherCode
from generator.facts.techniques import Technique

ACRONYM_OF_A_WORD = "FEES"
"""The checker reads no letter case: every fee would be a swallow study."""
THERAPY_ROLES = ("pt", "ot", "pta", "ota")
CLAIM_NAMED = "seed-a-massage-explainer-a31"
"""The claim whose correction core/rules states."""
NAMED_BY_RULES = (
    "rules/assistants/cq-and-co",
    "rules/assistants/payment",
    "rules/chiropractic/at",
    "rules/eight-minute/table",
    "rules/evaluation-levels/low",
    "rules/evaluation-levels/moderate",
    "rules/evaluation-levels/high",
    "rules/evaluation-levels/ot-deficits",
    "rules/kx-threshold/two-thresholds",
    "rules/ncci-pairs/quarterly",
    "rules/therapy-modifiers/one-of-three",
    "rules/therapy-modifiers/one-plan-only",
    "rules/therapy-modifiers/kx",
)
"""Statements that the rules of core/rules name beside those of the wordings."""
UNSPOKEN = ("slp", "slpa", "physician", "npp", "nurse", "acupuncturist")
"""Roles that the checker reads no statement about (core/rules/coverage.js)."""


def knowledge_of(corpus: Corpus, day: date) -> dict[str, Any]:
    """What the checker knows for dates of service around `day`, ready for JSON."""
    codes = {name: _code(corpus, code) for name, code in corpus.codes.items()}
    codes |= {name: _other(code) for name, code in corpus.other_codes.items()}
    return {
        "day": day.isoformat(),
        "codes": codes,
        "phrases": _grouped(_phrases(corpus)),
        "whole": [
            [reach.first, reach.last]
            for family in corpus.families.values()
            for reach in family.whole
        ],
        "pairs": _pairs(corpus, day),
        "taught": sorted(corpus.codes),
        "thresholds": _thresholds(corpus),
        "counting": _counting(corpus, day),
        "values": {
            f"{rule.id}/{value.key}": value.amount
            for rule in corpus.rules.values()
            for value in rule.values
            if value.effective.covers(day)
        },
        "facts": _facts(corpus),
        "principles": principles(),
        "figures": figures(),
        "contrasts": contrasts(),
    }


def _code(corpus: Corpus, code: Code) -> dict[str, Any]:
    medicare = code.coverage.get(PART_B)
    payer = corpus.payers.get(PART_B)
    swaps = [swap for swap in payer.substitutions if swap.code == code.code] if payer else []
    measure = code.unit.measure
    fixed = [need.modifier for need in code.modifiers if need.modifier in ("GP", "GO", "GN")]
    return {
        "name": code.plain_name,
        "meaning": code.meaning.text,
        "sources": list(code.meaning.sources),
        "state": "active",
        "timed": None if code.unit.measure else code.unit.kind == "timed",
        "minutes": code.unit.minutes,
        "contact": code.unit.contact,
        "per_day": code.unit.per_day,
        **_present("add_on", code.unit.add_on),
        **_present("typical", code.unit.typical),
        **_present("since", code.effective.start.year if code.effective.start else None),
        **_present("data", measure.least if measure and measure.of == "data_days" else None),
        **_present("therapy", medicare.therapy if medicare else None),
        "unit": code.unit.text,
        "unit_sources": list(code.unit.sources),
        "family": code.family,
        "medicare": medicare.status if medicare else None,
        "medicare_text": medicare.text if medicare else "",
        "medicare_sources": list(medicare.sources) if medicare else [],
        "instead": swaps[0].use if swaps else None,
        "no": {
            word.role: [word.fact.text, list(word.fact.sources)]
            for word in first_words(corpus, code.code)
            if word.may == "no" and not word.payers and word.role not in UNSPOKEN
        },
        "may": " ".join(
            word.role
            for word in first_words(corpus, code.code)
            if word.may in ("perform", "perform-and-bill")
            and not word.payers
            and word.role in THERAPY_ROLES
        ),
        "fixed": fixed[0] if code.family == "evaluations" and len(fixed) == 1 else None,
        "mue": {mue.setting: mue.units for mue in code.mue},
        "mue_sources": [name for mue in code.mue for name in mue.sources],
        "remote": code.telehealth.status if code.telehealth else None,
        "remote_text": code.telehealth.text if code.telehealth else "",
    }


def _present(name: str, value: object) -> dict[str, Any]:
    return {} if value is None else {name: value}


def _other(code: OtherCode) -> dict[str, Any]:
    return {
        "name": code.plain_name,
        "meaning": "",
        "sources": list(code.sources),
        "state": code.status,
        "timed": code.timed,
        "minutes": code.minutes,
        "contact": None,
        "per_day": None,
        "unit": "",
        "unit_sources": list(code.sources),
        "family": None,
        "medicare": code.medicare,
        "medicare_text": "",
        "medicare_sources": list(code.sources),
        "instead": None,
        "no": {},
        "fixed": None,
        "mue": {},
        "mue_sources": [],
        "remote": None,
        "remote_text": "",
        "replaced_by": list(code.replaced_by),
        "last": code.effective.end.isoformat() if code.effective.end else None,
    }


def _phrases(corpus: Corpus) -> Iterator[tuple[str, str, Iterable[str]]]:
    codes: list[Code | OtherCode] = [*corpus.codes.values(), *corpus.other_codes.values()]
    for code in codes:
        names = (
            code.plain_name,
            *(code.also_called if isinstance(code, Code) else ()),
            *code.words.means,
        )
        for name in names:
            if name == ACRONYM_OF_A_WORD:
                continue
            yield (
                name.split("(")[0] if name.endswith("(not for Medicare)") else name,
                "own",
                (code.code,),
            )
        yield from ((phrase, "aims", (code.code,)) for phrase in code.words.aims)
        yield from ((phrase, "fits", (code.code,)) for phrase in code.words.fits)
    for technique in corpus.techniques.values():
        yield from ((word, "technique", _codes_of(technique, False)) for word in technique.words)
        yield from ((word, "fits", _codes_of(technique, True)) for word in technique.words)


def _grouped(phrases: Iterable[tuple[str, str, Iterable[str]]]) -> list[list[Any]]:
    """Phrases that follow one another with one role and the same codes, in one entry."""
    groups: list[list[Any]] = []
    for words, role, codes in phrases:
        key = [role, list(map(str, codes))]
        if groups and groups[-1][:2] == key:
            groups[-1][2].append(words)
        else:
            groups.append([*key, [words]])
    return groups


def _codes_of(technique: Technique, group: bool) -> tuple[str, ...]:
    rules = [rule for rule in technique.codes if (rule.when.get("contact") == ("group",)) == group]
    return tuple(dict.fromkeys(str(code) for rule in rules for code in rule.codes))


def _pairs(corpus: Corpus, day: date) -> dict[str, dict[str, Any]]:
    """Pairs by setting and codes in order: the edit in force on `day`, else the last that ended."""
    table: dict[str, dict[str, Any]] = {}
    for edit in corpus.edits.values():
        key = f"{edit.setting}:{'-'.join(sorted((edit.column1, edit.column2)))}"
        known = table.get(key)
        if edit.indicator != 9 and (
            known is None or _rank(edit, day) > (known["active"], known["ended"] or "")
        ):
            table[key] = _pair(edit, day)
    return table


def _rank(edit: Edit, day: date) -> tuple[bool, str]:
    return edit.effective.covers(day), edit.effective.end.isoformat() if edit.effective.end else ""


def _pair(edit: Edit, day: date) -> dict[str, Any]:
    active, ended = _rank(edit, day)
    return {
        "column1": str(edit.column1),
        "column2": str(edit.column2),
        "indicator": edit.indicator,
        "active": active,
        "ended": None if active else ended,
        "as_of": edit.as_of.isoformat(),
        "sources": list(edit.sources),
    }


def _thresholds(corpus: Corpus) -> dict[str, dict[str, Any]]:
    rule = corpus.rules.get("kx-threshold")
    values = [value for value in rule.values if value.key.startswith("kx-")] if rule else []
    return {
        str(start.year): {"amount": value.amount, "sources": list(value.sources)}
        for value in values
        if (start := value.effective.start)
    }


def _counting(corpus: Corpus, day: date) -> dict[str, int] | None:
    method = unit_method(corpus, "cms", day)
    return method.counting.model_dump(include={"size", "least"}) if method else None


def _facts(corpus: Corpus) -> dict[str, dict[str, Any]]:
    """The facts that a finding may name; refusals and summaries of rules all."""
    named = {row["fact"] for row in (*principles(), *figures())} | set(NAMED_BY_RULES)
    return {
        name: fact
        for name, fact in _every_fact(corpus).items()
        if name in named
        or name.count("/") == 1
        and name.startswith("rules/")
        or name.startswith("refusals/")
    }


def _every_fact(corpus: Corpus) -> dict[str, dict[str, Any]]:
    facts = {
        f"rules/{rule.id}": _fact(rule.summary, rule.statements[0])
        for rule in corpus.rules.values()
    }
    for rule in corpus.rules.values():
        facts |= {
            f"rules/{rule.id}/{statement.id}": _fact(statement.text, statement)
            for statement in rule.statements
        }
    facts |= {
        f"misconceptions/{name}": _fact(wrong.truth, wrong)
        for name, wrong in corpus.misconceptions.items()
    }
    if claim := corpus.claims.get(CLAIM_NAMED):
        facts[f"claims/{CLAIM_NAMED}"] = _fact(claim.correction, claim)
    medicare = corpus.payers.get(PART_B)
    for refusal in medicare.refusals if medicare else ():
        facts |= {
            name: {**_fact(refusal.text, refusal), "but": list(refusal.but_pays)}
            for role in refusal.roles
            for name in ([f"refusals/{role}/{c}" for c in refusal.codes] or [f"refusals/{role}"])
        }
    return facts


def _fact(text: str, sourced: Sourced) -> dict[str, Any]:
    return {"text": " ".join(text.split()), "sources": list(sourced.sources)}
