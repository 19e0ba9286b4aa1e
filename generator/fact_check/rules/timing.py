"""Timed against untimed, the length of a unit, and minutes turned into units."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.binding import Said, bind
from generator.fact_check.clauses import Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, fact_of, found

NOT_IS = compiled(r"\b(?:not|never|no)\b|n't\b")
AMOUNTS = {
    "one": 1,
    "a": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
NAMED = "|".join(AMOUNTS)
MINUTES_FIRST = compiled(
    r"\b(\d{1,3})(?: ?(?:-|to|through|and) ?(\d{1,3}))?(?: total| timed| direct| treatment| of)*["
    r" -]?(?:min(?:ute)?s?\b)(?! each)"
    r"[^.;?\d]{0,60}?(?:[=:>]|\b(?:is|are|equals?|makes?|counts?"
    r" as|means|earns?|gives?|for|bills?|billed|yields?|comes? to|allows?|reports?|qualif\w+"
    r" for|gets|worth))"
    r"[^.;?\d]{0,25}?\b(\d{1,2}|" + NAMED + r") (?:billable |timed |full |whole |total )*units?\b"
)
UNITS_FIRST = compiled(
    r"\b(\d{1,2}|"
    + NAMED
    + r")(?: billable| timed)? units?(?: of (?:a timed (?:code|service)|C|P))?"
    r" ?(?:[=:]|\b(?:is|are|equals?|means|requires?|lasts?|represents?|covers))"
    r"[^.;\d]{0,25}?(\d{1,3})(?: ?(?:-|to|through) ?(\d{1,3}))?[ -]?min"
)
OTHER_METHOD = compiled(
    r"\b(?:ama|midpoint|rule of (?:eights|8s?)|spm|substantial|each code|per code|per line|each"
    r" of|own)\b|\beach\b"
)
HOUR = compiled(
    r"\b(?:half )?(?:an|one|1) hour\b(?!"
    r" and)[^.;?\d]{0,40}(?:[=:]|\b(?:is|are|equals?|makes?|means|for))[^.;?\d]{0,20}\b(\d{1,2}|"
    + NAMED
    + r") units?\b"
)
A_UNIT = compiled(
    r"\b(?:one|1|a|each|every|the) (?:timed |billable |billing )?unit(?: of (?:C|P|a timed"
    r" code|treatment|therapy|service))?"
    r" ?(?:[=:]|\b(?:is|equals?|means|represents?|lasts?|covers|stands for|takes))"
    r" (?:defined as |equal to |exactly |about |worth |for )?(\d{1,3})[ -]?min\w*(?! or more)"
)
FACT = "rules/eight-minute"


def judge_counting(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """Codes called timed or untimed, or given a length of unit."""
    if "T" not in reading.tagged.text or reading.some_payers:
        return
    for clause in reading.clauses:
        if clause.stance == "unclear":
            continue
        for said in bind(clause, "T"):
            value = _value(said, clause.stance)
            for code in said.code.values:
                fact = knowledge["codes"].get(code)
                if fact and value and fact["timed"] is not None:
                    yield from _count(code, fact, said, value)


def _value(said: Said, stance: str) -> str | None:
    """What is said, turned round where it is denied.

    Nothing where it is not clear what is denied.
    """
    value = said.phrase.values[0]
    if stance == "said":
        return value
    if not NOT_IS.search(said.gap):
        return None
    return {"timed": "untimed", "untimed": "timed"}.get(value)


def _count(code: str, fact: Mapping[str, Any], said: Said, value: str) -> Iterator[Statement]:
    if value.isdigit():
        wrong = not fact["timed"] or (fact["minutes"] is not None and int(value) != fact["minutes"])
    elif (
        fact["per_day"] and fact["timed"] and value == "untimed" and "unti" not in said.phrase.said
    ):
        return
    else:
        wrong = fact["timed"] != (value == "timed")
    state = f"timed, {fact['minutes']} minutes a unit" if fact["timed"] else "untimed"
    why = (
        f"Pattern 'how a code is counted': “{said.phrase.said.strip()}” is said of {code}."
        f" codes/{code}: {fact['name']}, {state}. {fact['unit']}"
    )
    yield found(
        "wrong" if wrong else "supported", "timing", code, why.strip(), fact["unit_sources"]
    )


def judge_units(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """Minutes and the units they are said to make, held against Medicare's table (CMS Pub.

    100-04, ch. 5, §20.2).
    """
    text = reading.tagged.text
    if (
        "unit" not in text
        or reading.framed
        or reading.asked
        or not _timed_codes(knowledge, reading)
    ):
        return
    if any(clause.stance == "denied" for clause in reading.clauses):
        return
    cases = [(match[1], match[2], match[3], match[0]) for match in MINUTES_FIRST.finditer(text)]
    cases += [(match[2], match[3], match[1], match[0]) for match in UNITS_FIRST.finditer(text)]
    cases += [
        ("60", None, match[1], match[0])
        for match in HOUR.finditer(text)
        if not match[0].startswith("half")
    ]
    length = A_UNIT.search(text)
    if length and length[1] != "15":
        yield _length(knowledge, reading, length)
    if length and length[1] != "15" or OTHER_METHOD.search(text):
        return
    for low, high, units, said in cases:
        if "hour" in said and low != "60":  # two amounts of time in one breath
            continue
        yield _units(
            knowledge, reading, int(low), int(high or low), AMOUNTS.get(units) or int(units), said
        )


def _timed_codes(knowledge: Mapping[str, Any], reading: Reading) -> bool:
    """Whether every code named counts in quarters of an hour, and one only where minutes are many."""
    facts = [knowledge["codes"].get(code) for code in reading.tagged.codes]
    return all(fact and fact["minutes"] == 15 for fact in facts) and (
        len(facts) < 2 or reading.tagged.text.count("min") < 2
    )


def _length(knowledge: Mapping[str, Any], reading: Reading, length: re.Match[str]) -> Statement:
    code = reading.tagged.codes[0] if len(reading.tagged.codes) == 1 else None
    fact = fact_of(knowledge, FACT + "/0")
    why = (
        f"Pattern 'length of a unit': “{length[0].strip()}”. {FACT}: a unit of these codes stands"
        f" for 15 minutes. {fact['text']}"
    )
    return found("wrong", "timing", code, why, fact["sources"])


def _units(
    knowledge: Mapping[str, Any], reading: Reading, low: int, high: int, units: int, said: str
) -> Statement:
    earned = {(minutes + 7) // 15 for minutes in (low, high)}
    wrong = earned != {units}
    span = f"{low} to {high}" if high != low else str(low)
    right = " to ".join(str(count) for count in sorted(earned))
    fact = fact_of(knowledge, FACT)
    code = reading.tagged.codes[0] if len(reading.tagged.codes) == 1 else None
    why = (
        f"Pattern 'minutes to units': “{said.strip()}”. {FACT}: {span} timed minutes make {right}."
        f" {knowledge['facts'][FACT + '/0']['text']}"
    )
    return found(
        "wrong" if wrong else "supported",
        "timing",
        code,
        why,
        fact_of(knowledge, FACT + "/0")["sources"] or fact["sources"],
    )
