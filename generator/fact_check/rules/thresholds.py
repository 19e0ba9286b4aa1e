"""Figures that go with a year or a code: the KX threshold, the unlikely-edit ceiling."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.fact_check.clauses import Reading
from generator.fact_check.patterns import compiled
from generator.fact_check.statement import Statement, fact_of, found
from generator.fact_check.tokens import spelled

ABOUT = compiled(r"\bthresholds?\b|\bkx\b|\bM\b|\bcap\b|\btherapy limit\b|\bannual limit\b")
YEAR = compiled(r"\b(20[12]\d)\b")
AMOUNT = compiled(r"\$ ?(\d,?\d{3})(?:\.00)?\b")
MUE = compiled(r"\b(?:mue|medically unlikely|unlikely[- ]edit)\b")
UNITS = compiled(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?! ?(?:year|quarter|/))"
)
WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
SHARED = compiled(
    r"\b(?:pts?|physical therapy),? (?:and|&|/) ?(?:ots?|occupational"
    r" therapy)\b[^.;]*\b(?:share|shared|combined|one|same|together|joint)\b"
    r"|\bpts?,? ots?,? (?:and|&)"
    r" slps?\b[^.;]*\b(?:share|shared|combined|one)\b|\b(?:combined|shared|joint|one)\b[^.;]*\bfor"
    r" (?:pt|physical therapy) (?:and|&) (?:ot|occupational therapy)\b"
)
EACH = compiled(r"\b(?:each|separate|own)\b")
SPENT = compiled(
    r"\b(?:spent|reached|has used|have used|used \$|accrued|so far|patient"
    r" (?:who|with|has|had|at)|still (?:below|under))\b"
)
REVIEW = 3000


def judge_thresholds(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    """A year's threshold with another amount, a pool of the wrong disciplines, a code with another MUE."""
    if reading.framed or reading.asked:
        return
    text = (
        spelled(reading.tagged.text, reading.tagged.tokens, "C")
        if "M" in reading.tagged.text
        else reading.spoken
    )
    if ABOUT.search(text):
        yield from _amounts(knowledge, reading, text)
        yield from _pools(knowledge, reading, text)
    if MUE.search(text):
        yield from _ceilings(knowledge, reading)


def _amounts(knowledge: Mapping[str, Any], reading: Reading, text: str) -> Iterator[Statement]:
    amounts = [int(amount.replace(",", "")) for amount in AMOUNT.findall(text)]
    amounts = list(
        dict.fromkeys(amount for amount in amounts if amount != REVIEW and 1000 < amount < 6000)
    )
    years = list(dict.fromkeys(YEAR.findall(text)))
    if (
        not amounts
        or not years
        or SPENT.search(text)
        or any(clause.stance == "denied" for clause in reading.clauses)
    ):
        return
    pairs = (
        list(zip(years, amounts))
        if len(years) == len(amounts)
        else [(years[0], amount) for amount in amounts]
        if len(years) == 1
        else []
    )
    if len(years) == 1 and len(pairs) > 1:
        pairs = [
            pair
            for pair in pairs
            if pair[1] == knowledge["thresholds"].get(years[0], {}).get("amount")
        ] or pairs
    for year, amount in pairs:
        known = knowledge["thresholds"].get(year)
        if known:
            why = (
                f"Pattern 'threshold of a year': ${amount:,} is said of {year}. rules/kx-threshold:"
                f" in {year} it is ${known['amount']:,.0f}."
            )
            yield found(
                "supported" if amount == known["amount"] else "wrong",
                "threshold",
                None,
                why,
                known["sources"],
            )


def _pools(knowledge: Mapping[str, Any], reading: Reading, text: str) -> Iterator[Statement]:
    if (
        SHARED.search(text)
        and not EACH.search(text)
        and not any(clause.stance == "denied" for clause in reading.clauses)
    ):
        fact = fact_of(knowledge, "rules/kx-threshold/0")
        yield found(
            "wrong",
            "threshold",
            None,
            f"Pattern 'who shares a threshold'. rules/kx-threshold: {fact['text']}",
            fact["sources"],
        )


def _ceilings(knowledge: Mapping[str, Any], reading: Reading) -> Iterator[Statement]:
    for clause in reading.clauses:
        numbers = {WORDS.get(number) or int(number) for number in UNITS.findall(clause.text)} - {
            2024,
            2025,
            2026,
        }
        if (
            clause.stance != "said"
            or len(clause.codes) != 1
            or not numbers
            or not MUE.search(reading.tagged.text)
        ):
            continue
        code = clause.codes[0]
        known = knowledge["codes"].get(code, {}).get("mue")
        if known:
            wrong = not numbers & set(known.values())
            told = ", ".join(f"{units} ({setting})" for setting, units in known.items())
            why = (
                f"Pattern 'MUE of a code': {', '.join(map(str, sorted(numbers)))} said of {code}."
                f" codes/{code}: {told}."
            )
            yield found(
                "wrong" if wrong else "supported",
                "threshold",
                code,
                why,
                knowledge["codes"][code]["mue_sources"],
            )
