"""How prose states figures of rules: thresholds, percentages, days, and minutes of a unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.cache.build_cache import cached_by_facts
from generator.checks.figures.numbers import NUMBER
from generator.facts.corpus import Corpus

N = rf"(?P<n>{NUMBER})"
SUM = r"\d{1,3}(?:,\d{3})*(?![,\d]*\d)"
FIGURE = {
    "usd": rf"(?:\$(?P<n>{SUM})|(?P<m>{SUM}) dollars)",
    "percent": rf"{N} ?(?:percent|%)",
}
PARTS = {" ": "[ -]", "…": r"[^.;]{0,60}?", "{year}": r"(?P<year>20\d\d)", "(": "(?:"}
PART = re.compile(r"\{\w+\}|.")
WITH_UNITS = re.compile(
    rf"\b(?P<low>\d+) to (?P<n>\d+)(?: timed)?(?: minutes(?: is)?)?(?: are| make)?(?: \|)?"
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
    """How a figure of a rule is worded, beside which words, and the keys that it may have."""

    rule: str
    keys: tuple[str, ...]
    expression: re.Pattern[str]
    cue: str
    beside: tuple[str, ...]

    def is_in(self, words: str) -> bool:
        """Whether a sentence in lower case has the words that the figure is worded with."""
        if self.cue not in words:
            return False
        return not self.beside or any(word in words for word in self.beside)


@cached_by_facts
def rule_patterns(corpus: Corpus) -> tuple[RulePattern, ...]:
    """The wordings of all figures of rules; one wording may be that of several keys."""
    found: dict[tuple[str, str, str, tuple[str, ...]], list[str]] = {}
    for name, rule in corpus.rules.items():
        for value in rule.values:
            for wording in value.wordings:
                found.setdefault((name, wording, value.unit, value.beside), []).append(value.key)
    return tuple(
        RulePattern(name, tuple(keys), _expression(wording, unit), _cue(wording), _lower(beside))
        for (name, wording, unit, beside), keys in found.items()
    )


def _expression(wording: str, unit: str) -> re.Pattern[str]:
    """A wording as a regular expression: '…' is some words, '(a|b)?' a choice, ' ' a hyphen too."""
    parts = {**PARTS, "{n}": FIGURE.get(unit, rf"\b{N}")}
    text = "".join(
        parts.get(part, part if part in ")|?" else re.escape(part))
        for part in PART.findall(wording)
    )
    return re.compile(rf"(?<!\w){text}", re.IGNORECASE)


def _cue(wording: str) -> str:
    """The longest part of a wording that every sentence in it has."""
    fixed = re.split(r"\(.*?\)\??|\{\w+\}|…|[ -]", wording.lower())
    return max(fixed, key=len)


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def rule_values(corpus: Corpus, pattern: RulePattern, year: str | None) -> frozenset[float]:
    """The figures of a rule in a year, or at any time."""
    return frozenset(
        value.amount
        for value in corpus.rules[pattern.rule].values
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
