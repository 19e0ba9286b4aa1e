"""Minutes with the units they make, in shorter wordings than the strict ones.

'24 minutes, two units', 'two units for 23 minutes', 'the second starts at 23'.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.billing.measured_units import measure
from generator.checks.figures.amounts import Statement, units_of
from generator.checks.figures.code_values import Values
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.figures.rule_patterns import PLACES, minutes_of_units
from generator.checks.figures.sentences import CODE, Sentence
from generator.checks.figures.subjects import codes_in
from generator.facts.codes import Code
from generator.facts.corpus import Corpus

N = rf"(?P<n>(?!{CODE}){NUMBER})(?<!,)"
NUMBERS = rf"(?!{CODE}){NUMBER}(?<!,)"
MAKES = (
    r"(?:are|is|makes?|earns?|allows?|supports?|would be|gives?|counts? as|adds? up to|come to"
    r"|reach(?:es)?|equals?)"
)
SORT = r"(?:timed |15-minute |untimed )?"
OF = r"(?! (?:of|or|and(?! not)|to|more|per|for each)\b)"
UNITS = (
    CuedPattern(
        rf"(?<!and )(?<!of )(?<!plus )(?<!to )\b(?P<minutes>{NUMBERS})"
        r" (?:timed |total |one-on-one |treatment )?minutes(?: \([^)]*\))?"
        r"(?: (?:of|on|in) (?:(?!minutes)[^.;,:]){1,40}?)?,?(?: which| that| in all| together)?"
        rf" {MAKES} (?:only |still |just |also )?{N} {SORT}units?\b{OF}",
        re.IGNORECASE,
    ),
    CuedPattern(
        rf"(?<!and )(?<!of )(?<!plus )(?<!to )\b(?P<minutes>{NUMBERS})"
        rf" (?:timed )?minutes(?: one-on-one)?[:,] {N} {SORT}units?\b{OF}",
        re.IGNORECASE,
    ),
    CuedPattern(
        rf"\bminutes (?:are|is) {NUMBERS} {SORT}units?,(?: (?:and )?\d+ (?:are|is) \w+,?)*?"
        rf"(?: and)? (?P<minutes>\d+) (?:are|is) {N}\b(?! \w*(?:minutes|%))",
        re.IGNORECASE,
    ),
    CuedPattern(rf"(?<=, )(?P<minutes>\d+) earns? {N}\b(?! \w*(?:minutes|%))", re.IGNORECASE),
    CuedPattern(
        rf"\b{N} {SORT}units? for (?P<minutes>{NUMBERS}) (?:timed |total )?minutes\b", re.I
    ),
    CuedPattern(
        rf"\bminutes (?:are|is|make) (?:{NUMBERS}|no) {SORT}units?,? and (?P<minutes>{NUMBERS})"
        rf" (?:are|is|make) {N}\b(?! \w*(?:minutes|%))",
        re.IGNORECASE,
    ),
)
ALONE = r"(?<!and )(?<!of )(?<!plus )(?<!to )"
UNITS_OF = (
    CuedPattern(
        rf"(?<!of )(?<!plus )(?<!to )\b(?P<minutes>{NUMBERS}) (?:timed |one-on-one )?minutes"
        rf"(?: (?:of|on|in|with) (?:(?!minutes)[^.;,:]){{1,40}}?)? (?:are|is|make)"
        rf" {N} {SORT}units? of\b",
        re.IGNORECASE,
    ),
    CuedPattern(
        rf"{ALONE}\b(?P<minutes>{NUMBERS}) minutes (?:of|on|in) (?:(?!minutes)[^.;,:]){{1,40}}:"
        rf" {N} {SORT}units?\b{OF}",
        re.IGNORECASE,
    ),
)
RANGE = CuedPattern(rf"\b(?P<units>{NUMBERS}) units? \((?P<low>\d+) to (?P<n>\d+)\)", re.IGNORECASE)
SIZE = CuedPattern(rf"\ba unit is {N} minutes\b", re.IGNORECASE)
OF_TABLE = re.compile(r"\|[^|\n]*\b[Mm]inutes \| Units \|\n")
TABLE_ROW = CuedPattern(r"\| (?P<minutes>\d+) \| (?P<n>\d+) \|")
MINUTES = re.compile(r"minutes (?:of it|are fewer)")
PLACE = rf"(?P<place>{'|'.join(PLACES)})"
LEAST = (
    CuedPattern(
        rf"\b(?:the|a|its) {PLACE}(?: unit)?(?: starts?| begins?| is earned)? (?:at|from) {N}"
        r"\b(?! ?(?:%|percent|sq|days|months|hours|a\.m|p\.m)|:)",
        re.IGNORECASE,
    ),
    CuedPattern(rf"\b{N} (?:minutes )?for (?:the|a) {PLACE}(?= unit|[,.;]| and)", re.IGNORECASE),
    CuedPattern(rf"\bpast {N}, the {PLACE} midpoint\b", re.IGNORECASE),
    CuedPattern(rf"\b{N} minutes or more of (?:it|a timed unit|the last unit)\b", re.IGNORECASE),
    CuedPattern(rf"\ba unit for {N} minutes or more\b", re.IGNORECASE),
    CuedPattern(rf"\balone provide[sd]? {N} minutes\b", re.IGNORECASE),
    CuedPattern(rf"\bless than {N} minutes, no unit\b", re.IGNORECASE),
    CuedPattern(rf"\bminutes are fewer than {N}\b(?= |,|\.)(?! left| minutes left)", re.IGNORECASE),
    CuedPattern(rf"\bremainder of {N} minutes or more\b", re.IGNORECASE),
    CuedPattern(rf"\b(?:fewer|less) than {N} minutes of (?:it|the unit)\b", re.IGNORECASE),
    CuedPattern(
        rf"\ba unit (?:at|from|needs|takes at least) (?:at least )?{N} minutes\b(?! of)",
        re.IGNORECASE,
    ),
)
MOST_OF_ONE = CuedPattern(
    rf"\bup to {N} minutes(?: is| are| make)? (?:1|one)\b(?: unit)?", re.IGNORECASE
)
NONE = CuedPattern(rf"\b0 to {N} (?:none\b|\| 0\b)")
EVERY = CuedPattern(rf"\bevery (?:full )?{N} minutes\b", re.IGNORECASE)
CLAIMED = CuedPattern(
    rf"\b(?P<minutes>{NUMBERS}) minutes (?:is|are|makes?) (?P<code>{CODE}) [x×] {N}"
    rf"(?: and (?P<add>{CODE}) [x×] (?P<further>{NUMBERS}))?",
    re.IGNORECASE,
)
OF_CODE = CuedPattern(
    rf"(?<!and )(?<!plus )\b(?P<minutes>{NUMBERS}) minutes (?:[^.;,:]{{0,40}} )?(?:is|are)"
    rf" {N} units? of (?P<code>{CODE})(?=[.;]|$)",
    re.IGNORECASE,
)


def loose_units(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states of minutes and the units they make."""
    text = sentence.text
    if text.startswith("| ") and OF_TABLE.search(sentence.before.rpartition("\n\n")[2]):
        yield from _units(corpus, sentence, TABLE_ROW)
    if "minutes" in text:
        yield from _units(corpus, sentence, *UNITS)
        yield from _of_codes(corpus, sentence)
        yield from _of_one_service(corpus, sentence)
    if "unit" in text or "first" in text or "second" in text or MINUTES.search(text):
        yield from _counting(corpus, sentence)


def _units(corpus: Corpus, sentence: Sentence, *patterns: CuedPattern) -> Iterator[Statement]:
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            values = units_of(corpus, number_of(match["minutes"]), sentence)
            yield match, "rules/eight-minute", "counted units", number_of(match["n"]), values


def _of_one_service(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'31 minutes are two units of 97113': of a visit's units one more or less may be its share."""
    sizes = {one.size for rule in corpus.rules.values() for one in rule.counting}
    for match in chain.from_iterable(one.finditer(sentence.text) for one in UNITS_OF):
        minutes = number_of(match["minutes"])
        full = frozenset(float(minutes // size) for size in sizes)
        shares: Values = full | {one + 1 for one in full} | units_of(corpus, minutes, sentence)
        yield match, "rules/eight-minute", "counted units", number_of(match["n"]), shares


def _counting(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    if "hour" in sentence.text or "30" in sentence.text:
        return  # of a unit that is no quarter of an hour
    for pattern in LEAST:
        for match in pattern.finditer(sentence.text):
            place = PLACES.index((match.groupdict().get("place") or "first").lower())
            values = _counted(corpus, sentence, place, 0)
            yield match, "rules/eight-minute", "counting", number_of(match["n"]), values
    sizes = frozenset(float(one.size) for rule in corpus.rules.values() for one in rule.counting)
    for match in EVERY.finditer(sentence.text) if "unit" in sentence.text else ():
        yield match, "rules/eight-minute", "counting size", number_of(match["n"]), sizes
    for match in SIZE.finditer(sentence.text):
        yield match, "rules/eight-minute", "counting size", number_of(match["n"]), sizes
    for match in RANGE.finditer(sentence.text):
        ends = minutes_of_units(corpus, number_of(match["units"])).items()
        fits = number_of(match["low"]) in [low for low, _ in ends]
        highs: Values = frozenset(high if fits else -low for low, high in ends)
        yield match, "rules/eight-minute", "counting", number_of(match["n"]), highs
    for match in NONE.finditer(sentence.text):
        values = _counted(corpus, sentence, 0, -1)
        yield match, "rules/eight-minute", "counting", number_of(match["n"]), values
    for match in MOST_OF_ONE.finditer(sentence.text):
        values = _counted(corpus, sentence, 1, -1)
        yield match, "rules/eight-minute", "counting", number_of(match["n"]), values


def _counted(corpus: Corpus, sentence: Sentence, place: int, beyond: int) -> Values:
    """The fewest minutes of that unit by the rules that count, and by the codes in question."""
    names = {*codes_in(corpus, sentence.text), *sentence.subject.codes}
    units = [corpus.codes[name].unit.measure for name in names if name in corpus.codes]
    scales = [(one.least, one.size) for rule in corpus.rules.values() for one in rule.counting]
    scales += [(one.least, one.size) for one in units if one and "minutes" in one.of]
    return frozenset(float(least + place * size + beyond) for least, size in scales)


def _of_codes(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'120 minutes is 92607 x 1 and 92608 x 2', '17 minutes is one unit of 98971'."""
    for match in (*CLAIMED.finditer(sentence.text), *OF_CODE.finditer(sentence.text)):
        code = corpus.codes.get(match["code"])
        if code is None:
            continue
        own, further = _made(corpus, code, int(number_of(match["minutes"])))
        for name, units in (("n", own), ("further", further)):
            if units is not None and match.groupdict().get(name):
                values: Values = frozenset({float(units)})
                value = number_of(match[name])
                yield match, f"codes/{match['code']}", "counted units", value, values


def _made(corpus: Corpus, code: Code, minutes: int) -> tuple[int | None, int | None]:
    """Units of a code and of its add-on, where its own minutes decide."""
    if code.unit.kind == "untimed":
        return 1, None
    if code.unit.measure is None and code.unit.add_on and code.unit.per_day == 1:
        counts = {one.units_in(minutes) for rule in corpus.rules.values() for one in rule.counting}
        most = max(counts, default=0)  # of the rules that count, which agree
        return (1, most - 1) if most and len(counts) == 1 else (None, None)
    if code.unit.measure is None or "minutes" not in code.unit.measure.of:
        return None, None
    made = measure(corpus, str(code.code), minutes)
    return made.own, made.further
