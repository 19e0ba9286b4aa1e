"""How prose states figures of a code, and the values that the facts have for each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.cache.build_cache import cached_by_facts
from generator.checks.figures.numbers import NUMBER
from generator.checks.figures.sentences import CODE
from generator.facts.base import PART_B
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute, Range

Values = frozenset[float | str]
N = rf"(?P<n>(?!{CODE}){NUMBER})"
LIMIT = r"(?:MUEs?|(?:ceiling|unlikely[- ]edit value|daily limit|limit|unlikely edit)s?)"
FOR = rf"(?:for|of) (?:a practitioner|the code|the add-on|(?:\[\[)?{CODE}(?:\]\])?)"
WHOSE = rf"(?: (?:a day|[io]n a practitioner's claim|{FOR}))*"
DAY = r"(?:,? (?:as of|of|on|in) (?:\d+ )?[A-Z][a-z]+(?: \d+,)? \d{4},?)?"
OTHERWISE = r"(?! ?(?:percent|dollars|%|minutes|visits|days|hours))"


@dataclass(frozen=True)
class Pattern:
    """What matches, the slot it states, and the values of a code that a sentence may name.

    An `explicit` one needs the code in its sentence; none matches without one of its `cues`.
    """

    slot: str
    cues: tuple[str, ...]
    expression: re.Pattern[str]
    values: Callable[[Corpus, Code, str], Values]
    explicit: bool = False


def mue_units(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The units in the setting that the sentence names, or else for a practitioner."""
    setting = "hospital" if re.search("hospital", sentence, re.IGNORECASE) else "practitioner"
    return frozenset(float(mue.units) for mue in code.mue if mue.setting == setting)


def _units_a_day(corpus: Corpus, code: Code, sentence: str) -> Values:
    own = {float(code.unit.per_day)} if code.unit.per_day else set()
    return mue_units(corpus, code, sentence) | own


def _adjudication(corpus: Corpus, code: Code, sentence: str) -> Values:
    return frozenset(float(mue.adjudication) for mue in code.mue if mue.adjudication)


def _minutes(corpus: Corpus, code: Code, sentence: str) -> Values:
    timed = {float(code.unit.minutes)} if code.unit.minutes else set()
    measured = (_amounts(of)(corpus, code, sentence) for of in ("minutes", "month_minutes"))
    return frozenset(timed).union(*measured)


def _minutes_with_add_on(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The minutes of a code, of its add-on and of the code that it is the add-on of."""
    related = [one for one in corpus.codes.values() if code.code in (one.code, one.unit.add_on)]
    if code.unit.add_on in corpus.codes:
        related.append(corpus.codes[str(code.unit.add_on)])
    return frozenset().union(*(_minutes(corpus, one, sentence) for one in related))


def _amounts(amount: str) -> Callable[[Corpus, Code, str], Values]:
    def values(corpus: Corpus, code: Code, sentence: str) -> Values:
        measures = [one for one in (code.unit.measure, *code.unit.earlier) if one]
        return frozenset(
            float(value)
            for one in measures
            if one.of == amount
            for value in (one.size, one.least, one.first)
            if value
        )

    return values


def _bounds(attribute: Attribute) -> Callable[[Corpus, Code, str], Values]:
    """The bounds of an attribute within which techniques lead to a code."""

    def values(corpus: Corpus, code: Code, sentence: str) -> Values:
        measured = _amounts(attribute)(corpus, code, sentence)
        return frozenset(_all_bounds(corpus).get((str(code.code), attribute), ())) | measured

    return values


@cached_by_facts
def _all_bounds(corpus: Corpus) -> Mapping[tuple[str, str], set[float]]:
    found: dict[tuple[str, str], set[float]] = {}
    for technique in corpus.techniques.values():
        for rule in technique.codes:
            for attribute, bounds in rule.when.items():
                if isinstance(bounds, Range):
                    least, most = bounds.at_least, bounds.at_most
                    named = {*((least, least - 1) if least else ()), *((most,) if most else ())}
                    for code in rule.codes:
                        found.setdefault((str(code), attribute), set()).update(map(float, named))
    return found


def _letter(corpus: Corpus, code: Code, sentence: str) -> Values:
    coverage = code.coverage.get(PART_B)
    return frozenset({coverage.letter} if coverage and coverage.letter else ())


def _wordings(
    slot: str,
    values: Callable[[Corpus, Code, str], Values],
    cues: tuple[str, ...],
    *expressions: str,
    explicit: bool = False,
) -> tuple[Pattern, ...]:
    return tuple(
        Pattern(slot, cues, re.compile(expression, re.IGNORECASE), values, explicit)
        for expression in expressions
    )


DATA_DAYS = (
    r"(?:days (?:of|with) data|of (?:the |those |these )?(?:30 )?days|days of the 30|days in 30)"
)


def _bounded(attribute: Attribute, cues: tuple[str, ...], unit: str) -> tuple[Pattern, ...]:
    return _wordings(
        f"codes.when.{attribute}",
        _bounds(attribute),
        cues,
        rf"\b(?:first|further|up to|within|ends at|at most) {N} {unit}",
        rf"\b(?:beyond|more than|larger than|longer than|over|above) {N} {unit}",
        rf"\b(?:at least|the least|begins at|from|takes) {N} (?:or more )?{unit}",
        rf"\b{N} or more {unit}",
        rf"\b{N} (?:to|or) {NUMBER} {unit}",
        rf"\b{NUMBER} (?:to|or) {N} {unit}",
        explicit=attribute in ("minutes", "month_minutes"),
    )


PATTERNS: tuple[Pattern, ...] = (
    *_wordings(
        "mue.units",
        mue_units,
        ("mue", "ceiling", "unlikely", "limit", "stop", "values"),
        rf"\b{LIMIT}{WHOSE}{DAY},? (?:is|are|of) {N}\b{OTHERWISE}",
        rf"\b{LIMIT}\b[^.]* and is {N}(?: units?)? on\b",
        rf"\b{LIMIT} was {N}(?: units?)?(?: a day)? [io]n [^.]*\band [io]n \w+ (?:\d|20)",
        rf"\b{LIMIT} {N} units?\b",
        rf"\b{N} units? (?:a day )?(?:is|are)(?: also)? (?:CMS's|the)(?: practitioner)? {LIMIT}",
        rf"\b{N}, (?:which is )?(?:all that )?(?:CMS's|the)(?: practitioner)? {LIMIT}",
        rf"\bstops? at (?:the (?:edit|{LIMIT}) of )?{N}\b{OTHERWISE}",
        rf"\b{CODE} {N}(?=[,.;])",
        rf"\bunits above {N} stop\b",
    ),
    *_wordings(
        "mue.units or unit.per_day",
        _units_a_day,
        (" day", " for "),
        rf"(?<!\d and )\b{N} units? (?:of {CODE} )?(?:a|per) day\b",
        rf"\b(?P<n>one) {CODE} a day\b",
        rf"\blets {N} a day through\b",
        rf"\b{N}(?: a day)? for (?:\[\[)?{CODE}(?:\]\])?(?= and |,|\.|;)",
    ),
    *_wordings(
        "mue.units or unit.per_day",
        _units_a_day,
        ("ce a day",),
        r"\b(?P<n>once|twice) a day\b",
        explicit=True,
    ),
    *_wordings(
        "mue.adjudication",
        _adjudication,
        ("indicator", "mai"),
        rf"\b(?:adjudication indicator|MAI) {N}\b",
        rf"\b{LIMIT}\b[^.]*\b(?:has|units? with) indicator {N}\b",
    ),
    *_wordings(
        "unit.minutes",
        _minutes,
        ("minute",),
        rf"\bunit (?:is|stands for) {N} minutes\b",
        rf"\b{N}-minute (?:units|unit|code)\b",
        rf"\b(?:timed code|units) of {N} minutes\b",
    ),
    *_wordings(
        "unit.minutes",
        _minutes_with_add_on,
        ("minute",),
        rf"\b(?:each additional(?: full)?|first) {N}(?:-| )minutes?\b",
    ),
    *_wordings(
        "codes.when.minutes",
        _bounds("minutes"),
        ("minute",),
        rf"\b(?:lasts?|call of|visit of|totals?|for) {N} to {NUMBER} minutes\b",
        rf"\b(?:lasts?|call of|visit of|totals?|for) {NUMBER} to {N} minutes\b",
        rf"\b(?:lasts?|call of|visit of|totals?) {N} minutes or more\b",
        rf"\bstops at {N} minutes\b",
    ),
    *_wordings(
        "codes.when.month_minutes",
        _bounds("month_minutes"),
        ("month",),
        rf"\bmonth(?:'s time is| totals) {N} to {NUMBER} minutes\b",
        rf"\bmonth(?:'s time is| totals) {NUMBER} to {N} minutes\b",
    ),
    *_wordings(
        "codes.when.data_days",
        _bounds("data_days"),
        ("days",),
        rf"\bon {N} to {NUMBER} days\b",
        rf"\b(?:on|for) {NUMBER} to {N} days\b",
        rf"\bfor {N} to {NUMBER} days\b",
        rf"\b(?:stops at|needs at least|needs|needed) {N} days\b",
    ),
    *_wordings(
        "codes.when.area_cm2",
        _bounds("area_cm2"),
        ("sq cm",),
        rf"\badditional {N} sq cm\b",
        rf"\b{N} sq cm (?:or less|or smaller|cutoff)",
    ),
    *_bounded("area_cm2", ("square cent", "sq cm"), r"(?:square cent|sq cm)"),
    *_bounded("data_days", ("data", "days"), DATA_DAYS),
    *_bounded("regions", ("region",), "(?:spinal )?regions?"),
    *_bounded("muscles", ("muscle",), "muscles?"),
    *_bounded("minutes", ("minute",), "minutes?"),
    *_bounded("month_minutes", ("minute",), "minutes?"),
    *_wordings(
        "coverage.letter",
        _letter,
        ("status",),
        r"\bstatus (?:letter )?(?:is )?(?P<n>(?-i:[A-Z]))\b(?!'| or )",
    ),
)
BY_CUES = tuple(
    (cues, tuple(pattern for pattern in PATTERNS if pattern.cues == cues))
    for cues in dict.fromkeys(pattern.cues for pattern in PATTERNS)
)
"""The patterns, those together that need the same cues."""
