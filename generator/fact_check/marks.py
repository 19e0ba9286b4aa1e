"""Finds modifiers and ways of counting in a sentence."""

import re
from collections.abc import Iterator

from generator.fact_check import language as words
from generator.fact_check.patterns import IGNORE_CASE, compiled
from generator.fact_check.tokens import Token

MODIFIERS = compiled(
    r"\b(GP|GO|GN|KX|CQ|CO|AT|XE|XS|XP|XU|GA|GY|GX|GZ)\b(?:"
    r" [Mm]odifiers?\b)?|\b(59|97|96|25|95)\b(?!"
    r" ?(?:min|%|year|patient|day|visit|percent|dollar|unit|-))(?:"
    r" [Mm]odifiers?\b)?|\b[Xx]-?[Mm]odifiers?\b|\bX\{EPSU\}"
)
BEFORE_MODIFIER = compiled(
    r"(?:\b(modifiers?|mod\.?)|\b(?:append(?:ing|ed|s)?|add(?:ing|ed|s)?|an?|the|with|without|no|needs?|wants?|requires?|using|use|attach(?:ed|ing)?|put|or|and))["
    r" #:]*(?:\"|')?$|\x00 ?-$",
    IGNORE_CASE,
)
NUMBERS = {
    "five": 5,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty five": 45,
    "sixty": 60,
}
COUNTS = tuple(
    (name, compiled(pattern))
    for name, pattern in (
        ("untimed", words.UNTIMED),
        ("minutes", words.MINUTE_UNITS),
        ("timed", words.TIMED),
    )
)
NEAR = compiled(
    r"modif|chiropr|medicare|append|\bcodes?\b|\bncci\b|\bpairs?\b|\bedits?\b", IGNORE_CASE
)
COUNTABLE = compiled(r"tim|min|unit|per |once|rate|fee|long|hour|based")


def modifiers(text: str, codes: bool) -> Iterator[Token]:
    """Modifiers; the figures among them only where the words around say that they are one."""
    near = codes or NEAR.search(text) is not None
    for found in MODIFIERS.finditer(text):
        value = found[1] or found[2] or "X"
        lead = BEFORE_MODIFIER.search(text[max(0, found.start() - 24) : found.start()])
        named = "odifier" in found[0] or (lead is not None and lead[1] is not None)
        if (
            named
            or (value.isalpha() and (near or value != "AT"))
            or (near and value == "59" and lead is not None)
        ):
            start = found.start() - (len(lead[0]) if lead and lead[1] else 0)
            yield Token("M", (value,), max(start, 0), found.end(), value)


def counts(text: str) -> Iterator[Token]:
    """Ways of counting: 'timed', 'untimed', or the minutes of a unit.

    The earlier kind wins where two overlap.
    """
    found: list[Token] = []
    for name, pattern in COUNTS if COUNTABLE.search(text) else ():
        for match in pattern.finditer(text):
            if not any(token.start < match.end() and match.start() < token.end for token in found):
                value = _minutes(match) if name == "minutes" else name
                found.append(Token("T", (value,), match.start(), match.end(), match[0]))
    return iter(sorted(found, key=lambda token: token.start))


def _minutes(match: re.Match[str]) -> str:
    said = match[1] or match[2]
    if said is None:
        return "60" if "hour" in match[0] and "quarter" not in match[0] else "15"
    return str(NUMBERS.get(said.replace("-", " ") if said.startswith("forty") else said, said))
