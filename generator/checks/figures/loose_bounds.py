"""Amounts of codes stated in the words of a question or an error, beside no code or several.

'another 20 minutes', 'at 50 sq cm or less', 'the MAI is 2', 'the nearest 15 minutes'. A
wording is compared with what the facts have of all codes that its text is about.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.checks.figures.amounts import Statement
from generator.checks.figures.code_values import (
    Values,
    adjudication,
    bounds_of,
    minutes_with_add_on,
    mue_units,
    typical,
    unit_hours,
)
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.loose_amounts import (
    ValuesOf,
    is_denied,
    is_of_a_mistake,
    least_minutes,
)
from generator.checks.figures.loose_units import NUMBERS, N
from generator.checks.figures.numbers import number_of
from generator.checks.figures.sentences import CODE, Sentence
from generator.checks.figures.subjects import codes_about
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute

CHOSEN_BY: tuple[Attribute, ...] = ("data_days", "muscles", "regions", "area_cm2")
SIZE = (
    CuedPattern(rf"^\| \[\[{CODE}\]\] \|.*\| {N} minutes(?= \|)"),
    CuedPattern(rf"\bunits? of {N} minutes\b", re.IGNORECASE),
    CuedPattern(
        rf"\b{N}-minute (?:timed |therapy )?(?:units?|codes?|pieces|blocks)\b", re.IGNORECASE
    ),
    CuedPattern(
        rf"\b(?:half of (?:its|a unit's|the)|midpoint of|\d+ of its) {N}(?: minutes)?\b(?! hours)",
        re.I,
    ),
)
ENDS = (
    CuedPattern(rf"\b{N}(?=- to \d+-minute\b)"),
    CuedPattern(rf"- to {N}-minute\b"),
)
LEAST = (
    CuedPattern(rf"\b(?:less|fewer) than {N}(?= minutes|[,.;]|$)", re.IGNORECASE),
    CuedPattern(rf"\bunder {N} minutes\b", re.IGNORECASE),
)
TIME = CuedPattern(
    rf"\b(?:needs?|needed|requires?|required|starts? at|started at|begins? at|reach(?:es)?|meets?"
    rf"|additional|another|further|each|every|beyond)"
    rf" (?:the |its |a |an |additional |full |first |next |at least )*{N}(?= minutes)",
    re.IGNORECASE,
)
AMOUNT = (
    CuedPattern(
        r"\b(?:needs?|needed|requires?|required|reach(?:es)?|stays under|covers at most|additional"
        rf"|another full|beyond the first|after the first|first) (?:at least )?(?!59|[Oo]ne\b){N}"
        r"(?= minutes| days|[,.;:]|$| or part| for \d| is \d| are \d| and )"
        r"(?! days (?:after|before|ago|of the|past))",
        re.IGNORECASE,
    ),
    CuedPattern(
        rf"\b(?:under|at least|past|above|second) {N} (?:minutes|days)\b"
        r"(?! (?:after|before|ago|of the|past)\b)",
        re.IGNORECASE,
    ),
    CuedPattern(rf"\bat least {N} and less than\b", re.IGNORECASE),
    CuedPattern(rf"\bat least {NUMBERS} and less than {N}\b", re.IGNORECASE),
    CuedPattern(rf"\bper full {N} minutes\b", re.IGNORECASE),
    CuedPattern(rf"\b(?:are|is|or) {N} or more(?=[,.;]| are| is|$)", re.IGNORECASE),
    CuedPattern(rf"(?<!\d-)\b{N}-day minimum\b", re.IGNORECASE),
    CuedPattern(rf"\b{N} days were (?:required|needed)\b", re.IGNORECASE),
)
HOURS = (
    CuedPattern(rf"\b(?:[Uu]nit is|first|past|full) {N} hours?\b", re.IGNORECASE),
    CuedPattern(rf"\bfirst {N}(?=[,.;]| and | are |$)", re.IGNORECASE),
    CuedPattern(rf"\b{N}-hour block\b", re.IGNORECASE),
)
OTHER_AMOUNTS = re.compile(r"\b(?:hours?|visits?)\b")
NEAREST = CuedPattern(rf"\bnearest {N} minutes\b", re.IGNORECASE)
UNITS_ABOVE = CuedPattern(rf"\bmore than {N} units?\b[^.]*\bMUE\b", re.IGNORECASE)
A_DAY = r"(?=[^.;]*\b(?:day|date)\b)"
MOST = (
    CuedPattern(rf"\bMUE (?:denies|refuses)[^.;]* more than {N} units?\b", re.IGNORECASE),
    CuedPattern(rf"\b(?:no|at) (?:more than|most) {N} units\b{A_DAY}", re.IGNORECASE),
    CuedPattern(rf"\b(?:beyond|exceeds?|over) {N} units\b{A_DAY}", re.IGNORECASE),
    CuedPattern(rf"\bup to {N} units (?:of [^.;,]{{3,40}} )?(?:a|per|on one) (?:day|date)\b", re.I),
)
"""The most units of a day, by the MUE or by a payer's cap."""
MUE = CuedPattern(rf"\bMUEs? (?:of|is|are) {N}\b")
MAI = CuedPattern(rf"\b(?:(?:The|Its|its) MAI is|With MAI(?= \d, as for)) {N}\b")
AREA = CuedPattern(
    rf"\b(?:every|within|past|below|under|above|over|at|cutoff of|larger than|past the first"
    rf"|within the first|the first|the second) {N}(?= sq cm|[,.;:]| of the \d+ sq cm| is 97597)",
    re.IGNORECASE,
)
TYPICAL = CuedPattern(rf"\btook {N} minutes or more\b")


def loose_bounds(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states in these wordings, unless it denies or supposes it."""
    if is_of_a_mistake(sentence):
        return
    if not (matches := list(_matches(sentence.text))):
        return  # before the codes are looked for, which takes longer
    codes = codes_about(corpus, sentence)
    yield from _of_no_code(corpus, sentence) if not codes else ()
    for match, slot, values in matches:
        each = (values(corpus, code, sentence.text) for code in codes)
        found = frozenset[float | str]().union(*each)
        if found and not is_denied(sentence, match):
            yield match, f"codes/{codes[0].code}", slot, number_of(match["n"]), found


def _matches(text: str) -> Iterator[tuple[re.Match[str], str, ValuesOf]]:
    """Where a wording stands, what it states, and the values that the facts have for it."""
    for expression, slot, values in WORDINGS:
        if expression in AMOUNT and OTHER_AMOUNTS.search(text):
            continue
        if expression in HOURS and "hour" not in text.lower():
            continue
        for match in expression.finditer(text):
            yield match, slot, values


def _of_no_code(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'under 8 minutes', 'in 15-minute units', of timed codes in general."""
    general = [one for rule in corpus.rules.values() for one in rule.counting]
    measures = [code.unit.measure for code in corpus.codes.values()]
    measured = {float(one.size) for one in measures if one and "minutes" in one.of}
    sizes: Values = frozenset(measured | {float(one.size) for one in general})
    fewest: Values = frozenset(float(one.least) for one in general)
    for expressions, slot, values in (
        (LEAST, "counting", fewest),
        ((*SIZE, NEAREST), "counting size", sizes),
    ):
        for match in chain.from_iterable(one.finditer(sentence.text) for one in expressions):
            if not is_denied(sentence, match):
                yield match, "rules/eight-minute", slot, number_of(match["n"]), values


def amounts(corpus: Corpus, code: Code, sentence: str) -> Values:
    """All that a code is counted or chosen by: minutes, days with data, muscles, regions, area."""
    counted = minutes_with_add_on(corpus, code, sentence) | least_minutes(corpus, code, sentence)
    counted = counted.union(*(bounds_of(one)(corpus, code, sentence) for one in CHOSEN_BY))
    general = times(corpus, code, sentence) if code.unit.kind != "untimed" else frozenset()
    return counted | general


def least(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The fewest minutes of a code or of a unit, by the code and by the rules that count."""
    general = {float(one.least) for rule in corpus.rules.values() for one in rule.counting}
    return least_minutes(corpus, code, sentence) | general


def times(corpus: Corpus, code: Code, sentence: str) -> Values:
    """Minutes of a code, least or more."""
    return minutes_with_add_on(corpus, code, sentence) | least(corpus, code, sentence)


def most_of_a_day(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The MUE of a code, and where a sentence speaks of no MUE the caps of payers."""
    caps = {float(cap.units) for payer in corpus.payers.values() for cap in payer.caps}
    return mue_units(corpus, code, sentence) | (set() if "MUE" in sentence else caps)


WORDINGS: tuple[tuple[CuedPattern, str, ValuesOf], ...] = (
    *((one, "unit.minutes", minutes_with_add_on) for one in (*SIZE, NEAREST)),
    *((one, "codes.when", amounts) for one in AMOUNT),
    *((one, "unit.minutes", unit_hours) for one in HOURS),
    (UNITS_ABOVE, "mue.units", mue_units),
    *((one, "mue.units", most_of_a_day) for one in MOST),
    *((one, "codes.when.minutes", least) for one in LEAST),
    *((one, "codes.when.minutes", least_minutes) for one in ENDS),
    (TIME, "codes.when.minutes", times),
    (MUE, "mue.units", mue_units),
    (MAI, "mue.adjudication", adjudication),
    (AREA, "codes.when.area_cm2", bounds_of("area_cm2")),
    (TYPICAL, "unit.typical", typical),
)
