"""How prose states figures of rules: thresholds, percentages, days, and minutes of a unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.checks.figures.numbers import NUMBER
from generator.facts.corpus import Corpus

N = rf"(?P<n>{NUMBER})"
SUM = r"\d{1,3}(?:,\d{3})*(?![,\d]*\d)"
USD = rf"(?:\$(?P<n>{SUM})|\b(?P<m>{SUM}) dollars)"
YEAR = r"(?P<year>20\d\d)"
WITH_UNITS = re.compile(
    rf"\b(?P<low>\d+) to (?P<n>\d+)(?: timed)?(?: minutes)?(?: are)?(?: \|)?"
    rf" (?P<units>(?!\d{{3}}){NUMBER})\b(?! (?:further|of)\b)",
    re.IGNORECASE,
)
"""'8 to 22 one', '| 8 to 22 | 1 |': minutes and the units they make."""

PLACES = ("first", "second", "third", "fourth", "fifth")
LEAST = re.compile(
    rf"\b(?P<place>{'|'.join(PLACES)}) (?:unit|midpoint)\b[^.,;]{{0,12}} (?:at|from) {N}\b"
    rf"|\bneeds (?P<m>{NUMBER}) of (?:its|the|a unit's) 15 minutes",
    re.IGNORECASE,
)
"""'the second unit begins at 23 minutes', 'a unit needs 8 of its 15 minutes'."""


@dataclass(frozen=True)
class RulePattern:
    """What matches, in a sentence with which words, and the figures of a rule that it states."""

    rule: str
    keys: tuple[str, ...]
    expression: re.Pattern[str]
    context: re.Pattern[str]


RULE_CUES = re.compile(r"\$|%|dollars|percent|days")
THRESHOLD = "threshold|yearly amount|KX"
EXPRESSIONS: tuple[tuple[str, tuple[str, ...], str, tuple[str, ...]], ...] = (
    (
        "kx-threshold",
        ("kx-pt-slp", "kx-ot"),
        THRESHOLD,
        (
            rf"\bthreshold(?: (?:of|in|for) {YEAR})? (?:is|was|of) {USD}(?! of )",
            rf"\b{YEAR} threshold (?:of|is|was) {USD}",
            rf"\bfor {YEAR} the threshold is {USD}",
            rf"{USD}(?: was| is)? (?:in |of )?{YEAR}\b",
            rf"\bin {YEAR} (?:it is )?{USD}(?= and was|[.;,)])",
        ),
    ),
    ("kx-threshold", ("targeted-review",), "review", (rf"\bfrom {USD} in either pool",)),
    (
        "assistants",
        ("assistant-payment",),
        r"assistant|\bC[QO]\b|otherwise",
        (rf"\b(?:paid at|pays) {N} ?(?:percent\b|%)",),
    ),
    (
        "assistants",
        ("de-minimis",),
        r"assistant|\bC[QO]\b|\b(?:PT|OT)A\b",
        (rf"\b(?:above|than|exceeds) {N} ?(?:percent\b|%)",),
    ),
    ("mppr", ("practice-expense-reduction",), "practice", (rf"\bloses {N} percent",)),
    (
        "certification",
        ("initial-certification",),
        "",
        (rf"\bwithin {N} days (?:of|after) the first treatment",),
    ),
    ("certification", ("recertification",), "recertif", (rf"\bevery {N} days",)),
    ("certification", ("verbal-signature",), "verbal", (rf"\bwithin {N} days of the verbal",)),
    (
        "progress-report",
        ("treatment-days-between-reports",),
        "",
        (rf"\bevery {N} treatment days",),
    ),
)
RULE_PATTERNS = tuple(
    RulePattern(
        rule, keys, re.compile(expression, re.IGNORECASE), re.compile(context, re.IGNORECASE)
    )
    for rule, keys, context, expressions in EXPRESSIONS
    for expression in expressions
)


def rule_values(corpus: Corpus, pattern: RulePattern, year: str | None) -> frozenset[float]:
    """The figures of a rule in a year, or at any time."""
    rule = corpus.rules.get(pattern.rule)
    return frozenset(
        value.amount
        for value in (rule.values if rule else ())
        if value.key in pattern.keys
        and (year is None or value.effective.covers(date(int(year), 12, 31)))
    )


def minutes_of_units(corpus: Corpus, units: float) -> dict[float, float]:
    """The fewest minutes that make so many units, each with the most, by the rules that count."""
    return {
        counting.least + (units - 1) * counting.size: counting.least + units * counting.size - 1
        for rule in corpus.rules.values()
        for counting in rule.counting
    }


def figure_in(match: re.Match[str]) -> tuple[str, int]:
    """The figure that a pattern matched, and where it starts."""
    groups: Mapping[str, str | None] = match.groupdict()
    name = "n" if groups.get("n") else "m"
    return match[name], match.start(name)
