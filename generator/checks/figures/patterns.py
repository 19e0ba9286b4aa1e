"""How prose states figures of a code, and the values that the facts have for each."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.checks.figures.code_values import (
    Values,
    adjudication,
    banded_minutes,
    bounds_of,
    minutes_with_add_on,
    mue_units,
    status_letter,
    time_rule,
    typical,
    unit_hours,
    unit_minutes,
    units_a_day,
    untimed,
)
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.numbers import NUMBER
from generator.checks.figures.sentences import CODE
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute

N = rf"(?P<n>(?!{CODE}){NUMBER})"
LIMIT = r"(?:MUEs?|(?:ceiling|unlikely[- ]edit value|daily limit|limit|unlikely edit)s?)"
FOR = rf"(?:for|of) (?:a practitioner|the code|the add-on|(?:\[\[)?{CODE}(?:\]\])?)"
WHOSE = rf"(?: (?:a day|[io]n a practitioner's claim|{FOR}))*"
DAY = r"(?:,? (?:as of|of|on|in) (?:\d+ )?[A-Z][a-z]+(?: \d+,)? \d{4},?)?"
TO = r"(?: to | or |-to-|(?<=\d)-(?=\d))"
OTHERWISE = r"(?! ?(?:percent|dollars|%|minutes|visits|days|hours))"


@dataclass(frozen=True)
class Pattern:
    """What matches, the slot it states, and the values of a code that a sentence may name.

    An `explicit` one needs the code in its sentence; none matches without one of its `cues`.
    """

    slot: str
    cues: tuple[str, ...]
    expression: CuedPattern
    values: Callable[[Corpus, Code, str], Values]
    explicit: bool = False


def _wordings(
    slot: str,
    values: Callable[[Corpus, Code, str], Values],
    cues: tuple[str, ...],
    *expressions: str,
    explicit: bool = False,
) -> tuple[Pattern, ...]:
    return tuple(
        Pattern(slot, cues, CuedPattern(expression, re.IGNORECASE), values, explicit)
        for expression in expressions
    )


DATA_DAYS = (
    r"(?:days (?:of|with) data|of (?:the |those |these )?(?:30 )?days|days of the 30|days in 30)"
)


def _bounded(attribute: Attribute, cues: tuple[str, ...], unit: str) -> tuple[Pattern, ...]:
    return _wordings(
        f"codes.when.{attribute}",
        bounds_of(attribute),
        cues,
        rf"\b(?:first|further|up to|within|at most) {N} {unit}",
        rf"\b(?:beyond|more than|larger than|longer than|over|above) {N} {unit}",
        rf"\b(?:at least|the least|begins at|starts at|ends at|from|takes) {N} (?:or more )?{unit}",
        rf"\b(?:less|fewer) than {N} {unit}",
        rf"\b{N}[ -]{unit} minimum",
        rf"\b{N} or more {unit}",
        rf"\b{N} {unit} or more",
        rf"\b{N}{TO}{NUMBER}[ -]{unit}",
        rf"\b{NUMBER}{TO}{N}[ -]{unit}",
        explicit=attribute in ("minutes", "month_minutes"),
    )


def _needed(attribute: Attribute, cue: str, unit: str) -> tuple[Pattern, ...]:
    """In a list of what a code needs: '97163 needs three factors, four elements'."""
    needs = rf"\bneeds\b[^.;]*?\b{N} {unit}"
    return _wordings(f"codes.when.{attribute}", bounds_of(attribute), (cue,), needs)


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
        units_a_day,
        (" day", " for "),
        rf"(?<!\d and )\b{N} units? (?:of {CODE} )?(?:a|per) day\b",
        rf"\b(?P<n>one) {CODE} a day\b",
        rf"\blets {N} a day through\b",
        rf"\b{N}(?: a day)? for (?:\[\[)?{CODE}(?:\]\])?(?= and | as of |,|\.|;)",
    ),
    *_wordings(
        "mue.units or unit.per_day",
        units_a_day,
        ("ce a day",),
        r"\b(?P<n>once|twice) a day\b",
        explicit=True,
    ),
    *_wordings(
        "mue.adjudication",
        adjudication,
        ("indicator", "mai"),
        rf"\b(?:adjudication indicator|MAI) {N}\b",
        rf"\b{LIMIT}\b[^.]*\b(?:has|units? with) indicator {N}\b",
    ),
    *_wordings(
        "unit.minutes",
        unit_minutes,
        ("minute",),
        rf"\bunit (?:is|stands for) {N} minutes\b",
        rf"\b{N}-minute (?:units|unit|code)\b",
        rf"\b(?:timed code|units) of {N} minutes\b",
    ),
    *_wordings(
        "unit.minutes",
        minutes_with_add_on,
        ("minute",),
        rf"\b(?:each additional(?: full)?|first|initial) {N}(?:-| )minutes?\b",
    ),
    *_wordings(
        "unit.minutes",
        time_rule,
        ("time rule", "midpoint", "first unit", "in all", "total"),
        rf"\b(?:takes|needs) {N} minutes",
        rf"\bat least {N} minutes",
        rf"\bneeds {N} of ",
        rf"\bneeds \d+ minutes and the second {N}\b",
        rf"\bbillable at {N} minutes",
        rf"\b{N} minutes earns? the first",
    ),
    *_wordings(
        "codes.when.minutes",
        banded_minutes,
        ("minute",),
        rf"\b(?:at least|starts at|less than|fewer than|under|below) {N} minutes",
        rf"\b{N}-minute (?:minimum|code)",
        rf"\b{N} (?:or more minutes|minutes or more)",
    ),
    *_wordings(
        "unit.typical",
        typical,
        ("typical",),
        rf"\b{N} minutes (?:is|are) typical",
        rf"\btypical {N}\b",
        rf"\b{CODE} {N}(?=[,.;])",
    ),
    *_wordings(
        "unit.kind",
        untimed,
        ("one unit", "1 unit"),
        rf"\b{N} unit,? (?:whatever|regardless of)(?! the number)",
        rf"\b{N} unit,? (?:no matter|however long|even at)",
        rf"\buntimed[,:]? {N} unit",
    ),
    *_wordings("unit.minutes", unit_hours, ("hours",), rf"\b(?:first|initial|full|the) {N} hours"),
    *_wordings(
        "codes.when.minutes",
        bounds_of("minutes"),
        ("minute",),
        rf"\b(?:lasts?|call of|visit of|totals?|for) {N} to {NUMBER} minutes\b",
        rf"\b(?:lasts?|call of|visit of|totals?|for) {NUMBER} to {N} minutes\b",
        rf"\b(?:lasts?|call of|visit of|totals?) {N} minutes or more\b",
        rf"\bstops at {N} minutes\b",
    ),
    *_wordings(
        "codes.when.month_minutes",
        bounds_of("month_minutes"),
        ("month",),
        rf"\bmonth(?:'s time is| totals) {N} to {NUMBER} minutes\b",
        rf"\bmonth(?:'s time is| totals) {NUMBER} to {N} minutes\b",
    ),
    *_wordings(
        "codes.when.data_days",
        bounds_of("data_days"),
        ("days",),
        rf"\bon {N} to {NUMBER} days\b",
        rf"\b(?:on|for) {NUMBER} to {N} days\b",
        rf"\bfor {N} to {NUMBER} days\b",
        rf"\b(?:stops at|needs at least|needs|needed) {N} days\b",
    ),
    *_wordings(
        "codes.when.area_cm2",
        bounds_of("area_cm2"),
        ("sq cm",),
        rf"\badditional {N} sq cm\b",
        rf"\b{N} sq cm (?:or less|or smaller|cutoff)",
    ),
    *_bounded("area_cm2", ("square cent", "sq cm"), r"(?:square cent|sq cm)"),
    *_bounded("data_days", ("data", "days"), DATA_DAYS),
    *_wordings("codes.when.data_days", bounds_of("data_days"), ("days",), rf"\b{N} days or more\b"),
    *_needed("elements", "element", "elements"),
    *_needed("personal_factors", "factor", "(?:personal )?factors?"),
    *_needed("deficits", "deficit", "deficits"),
    *_bounded("elements", ("element",), "(?:body )?elements?"),
    *_bounded("personal_factors", ("factor", "comorbid"), "(?:personal )?(?:factor|comorbidit)"),
    *_bounded("deficits", ("deficit",), "(?:performance )?deficits?"),
    *_bounded("regions", ("region",), "(?:spinal )?regions?"),
    *_bounded("muscles", ("muscle",), "muscles?"),
    *_bounded("minutes", ("minute",), "minutes?"),
    *_bounded("month_minutes", ("minute",), "minutes?"),
    *_wordings(
        "coverage.letter",
        status_letter,
        ("status",),
        r"\bstatus (?:letter )?(?:is )?(?P<n>(?-i:[A-Z]))\b(?!'| or )",
    ),
)
BY_CUES = tuple(
    (cues, tuple(pattern for pattern in PATTERNS if pattern.cues == cues))
    for cues in dict.fromkeys(pattern.cues for pattern in PATTERNS)
)
"""The patterns, those together that need the same cues."""
