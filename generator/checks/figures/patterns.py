"""How prose states figures of a code, and the values that the facts have for each."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.checks.figures.numbers import NUMBER
from generator.checks.figures.sentences import CODE
from generator.facts.base import PART_B
from generator.facts.codes import Amount, Code

Values = frozenset[float | str]
N = rf"(?P<n>(?!{CODE}){NUMBER})"
LIMIT = r"(?:MUEs?|(?:ceiling|unlikely[- ]edit value|daily limit|limit|unlikely edit)s?)"
FOR = rf"(?:for|of) (?:a practitioner|the code|(?:\[\[)?{CODE}(?:\]\])?)"
WHOSE = rf"(?: (?:a day|on a practitioner's claim|{FOR}))*"
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
    values: Callable[[Code, str], Values]
    explicit: bool = False


def mue_units(code: Code, sentence: str) -> Values:
    """The units in the setting that the sentence names, or else for a practitioner."""
    setting = "hospital" if re.search("hospital", sentence, re.IGNORECASE) else "practitioner"
    return frozenset(float(mue.units) for mue in code.mue if mue.setting == setting)


def _units_a_day(code: Code, sentence: str) -> Values:
    own = {float(code.unit.per_day)} if code.unit.per_day else set()
    return mue_units(code, sentence) | own


def _adjudication(code: Code, sentence: str) -> Values:
    return frozenset(float(mue.adjudication) for mue in code.mue if mue.adjudication)


def _minutes(code: Code, sentence: str) -> Values:
    timed = {float(code.unit.minutes)} if code.unit.minutes else set()
    return _amounts("minutes")(code, sentence) | _amounts("month_minutes")(code, sentence) | timed


def _amounts(amount: Amount) -> Callable[[Code, str], Values]:
    def values(code: Code, sentence: str) -> Values:
        measures = [one for one in (code.unit.measure, *code.unit.earlier) if one]
        return frozenset(
            float(value)
            for one in measures
            if one.of == amount
            for value in (one.size, one.least, one.first)
            if value
        )

    return values


def _letter(code: Code, sentence: str) -> Values:
    coverage = code.coverage.get(PART_B)
    return frozenset({coverage.letter} if coverage and coverage.letter else ())


def _wordings(
    slot: str,
    values: Callable[[Code, str], Values],
    cues: tuple[str, ...],
    *expressions: str,
    explicit: bool = False,
) -> tuple[Pattern, ...]:
    return tuple(
        Pattern(slot, cues, re.compile(expression, re.IGNORECASE), values, explicit)
        for expression in expressions
    )


PATTERNS: tuple[Pattern, ...] = (
    *_wordings(
        "mue.units",
        mue_units,
        ("mue", "ceiling", "unlikely", "limit", "stop", "values"),
        rf"\b{LIMIT}{WHOSE}{DAY},? (?:is|are|of) {N}\b{OTHERWISE}",
        rf"\b{LIMIT}\b[^.]* and is {N} units? on\b",
        rf"\b{LIMIT} {N} units?\b",
        rf"\b{N} units? (?:a day )?(?:is|are)(?: also)? CMS's {LIMIT}",
        rf"\b{N}, which is (?:all that )?CMS's {LIMIT}",
        rf"\bstops? at (?:the (?:edit|{LIMIT}) of )?{N}\b{OTHERWISE}",
        rf"\b{CODE} {N}(?=[,.;])",
    ),
    *_wordings(
        "mue.units or unit.per_day",
        _units_a_day,
        (" day", " for "),
        rf"(?<!\d and )\b{N} units? (?:of {CODE} )?(?:a|per) day\b",
        rf"\b(?P<n>one) {CODE} a day\b",
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
        "mue.adjudication", _adjudication, ("adjudication",), rf"\badjudication indicator {N}\b"
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
        "unit.measure",
        _amounts("area_cm2"),
        ("square cent", "sq cm"),
        rf"\b(?:first|further|up to|beyond|than) {N} (?:square cent|sq cm)",
    ),
    *_wordings(
        "unit.measure.least",
        _amounts("data_days"),
        (" data",),
        rf"\b(?:least|begins at|from|takes) {N} (?:or more )?days (?:of|with) data",
    ),
    *_wordings(
        "unit.measure.least",
        _amounts("data_days"),
        (" data",),
        rf"\b{N} to \d+ days (?:of|with) data",
        explicit=True,
    ),
    *_wordings(
        "coverage.letter",
        _letter,
        ("status",),
        r"\bstatus (?:letter )?(?:is )?(?P<n>(?-i:[A-Z]))\b(?!'| or )",
    ),
)
