"""Figures that sentences state, found by the patterns of prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.checks.figures.absent_edits import absent_edits
from generator.checks.figures.amounts import statements_of_amounts
from generator.checks.figures.code_values import Values, adjudication, mue_units
from generator.checks.figures.date_patterns import (
    DAY,
    MONTHS,
    OF_TABLES,
    VERSION,
    YEAR,
    day_of,
    days_of_facts,
    days_of_tables,
)
from generator.checks.figures.edit_statements import further_pairs, statements_of_edits
from generator.checks.figures.loose_amounts import loose_amounts
from generator.checks.figures.loose_bounds import loose_bounds
from generator.checks.figures.loose_counts import loose_counts
from generator.checks.figures.loose_edits import loose_statements
from generator.checks.figures.named_edits import named_edits
from generator.checks.figures.numbers import WORDS, number_of
from generator.checks.figures.patterns import BY_CUES, Pattern
from generator.checks.figures.plan_amounts import plan_amounts
from generator.checks.figures.rule_patterns import (
    LEAST,
    PLACES,
    WITH_UNITS,
    figure_in,
    minutes_of_units,
    rule_patterns,
    rule_values,
)
from generator.checks.figures.sentences import Sentence, sentences
from generator.checks.figures.subjects import codes_in, codes_in_question, pairs_in_question
from generator.facts.corpus import Corpus

WENT = "was|were|had|began|until|before|has been"
PAST = re.compile(rf"\b(?:{WENT})\b", re.IGNORECASE)
VERB = re.compile(rf"\b(?:{WENT}|is|are|has)\b", re.IGNORECASE)
CASES = ("quizzes/", "templates/", "lessons/", "cases/")
"""Where a day may be that of a note."""

HEAD = re.compile(r"^\|.*\| Units a day \|.*$", re.MULTILINE)
COLUMNS = (
    (" Units a day ", "mue.units", mue_units),
    (" Indicator ", "mue.adjudication", adjudication),
)
CELL = re.compile(r" *(?P<n>\d+) *")
ANY = re.compile(rf"\d|{'|'.join(WORDS)}|status", re.IGNORECASE)
HEARSAY = re.compile(r"\b(says?|told|reports?)\b")
DATED = ("ended", "began", "active again", "table's day")
ON_A_DAY = re.compile(rf"\w+(?: units?)?(?: a day)?,? [io]n (?:{MONTHS}) (?:\d+, )?20\d\d")
INDICATOR = re.compile(r"(?<!adjudication )\bindicator (?P<n>[019])\b", re.IGNORECASE)


@dataclass(frozen=True)
class StatedFigure:
    """A figure in a sentence and what it is of; `values` are those the facts have for it."""

    sentence: Sentence
    at: int
    text: str
    fact: str
    slot: str
    value: float | str
    values: Values

    @property
    def agrees(self) -> bool:
        """Whether the facts have that figure."""
        return self.value in self.values


def stated_figures(corpus: Corpus) -> Iterator[StatedFigure]:
    """Every figure that a pattern recognizes and for which the facts have a value."""
    for sentence in sentences(corpus):
        yield from figures_in(corpus, sentence)


def figures_in(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    """Those of one sentence."""
    if not ANY.search(sentence.text):
        return
    readers = (
        _of_codes,
        _of_rows,
        _of_pairs,
        _of_edits,
        _of_rules,
        _of_amounts,
        _of_tables,
        _of_days,
    )
    found = chain.from_iterable(read(corpus, sentence) for read in readers)
    once = {(figure.at, figure.fact): figure for figure in found}
    for read in LOOSE:
        read_already = {at for at, _ in once}
        for figure in read(corpus, sentence):
            if figure.at not in read_already:
                once[figure.at, figure.fact] = figure
    yield from (figure for figure in once.values() if figure.agrees or not _is_past(figure))


def _is_past(figure: StatedFigure) -> bool:
    """Whether its sentence says what was, by the verb before the figure, or by any in it."""
    text = figure.sentence.text
    dated = figure.slot == "mue.units" and ON_A_DAY.match(text, figure.at - figure.sentence.start)
    if dated or figure.slot in DATED or figure.slot.startswith("values "):
        return False  # the facts have what was on that day
    verbs = VERB.findall(text[: figure.at - figure.sentence.start])
    return bool(PAST.fullmatch(verbs[-1]) if verbs else PAST.search(text))


def _of_codes(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    words = sentence.text.lower()
    found = (patterns for cues, patterns in BY_CUES if any(cue in words for cue in cues))
    for pattern in chain.from_iterable(found):
        for match in pattern.expression.finditer(sentence.text):
            names = codes_in_question(corpus, sentence, match, pattern.explicit)
            codes = {name: corpus.codes[name] for name in names if name in corpus.codes}
            of_each = {
                name: pattern.values(corpus, code, sentence.text) for name, code in codes.items()
            }
            if pattern.slot.startswith(
                "codes.when"
            ):  # one to three, three to five: of 97165, 97166
                of_each = dict.fromkeys(of_each, frozenset().union(*of_each.values()))
            for name, values in of_each.items():
                if values:
                    value = _value(pattern, match["n"])
                    yield _stated(sentence, match, f"codes/{name}", pattern.slot, value, values)


def _value(pattern: Pattern, text: str) -> float | str:
    return text if pattern.slot == "coverage.letter" else number_of(text)


def _of_rows(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    """Rows of a table with a column 'Units a day', and beside it the indicator of each MUE."""
    heads = HEAD.findall(sentence.before.rpartition("\n\n")[2])
    if not heads or not sentence.text.startswith("|"):
        return
    cells, titles = sentence.text.split("|"), heads[-1].split("|")
    for title, slot, of_code in COLUMNS:
        place = titles.index(title) if title in titles else len(cells)
        match = CELL.fullmatch(sentence.text, *_span(cells, place)) if place < len(cells) else None
        for name in codes_in(corpus, sentence.text) if match else ():
            known = corpus.codes.get(name)
            if match and known and (values := of_code(corpus, known, "")):
                value = number_of(match["n"])
                yield _stated(sentence, match, f"codes/{name}", slot, value, values)


def _span(cells: list[str], place: int) -> tuple[int, int]:
    start = sum(len(cell) + 1 for cell in cells[:place])
    return start, start + len(cells[place])


def _of_pairs(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for match in INDICATOR.finditer(sentence.text):
        place = sentence.text[: match.start()].lower()
        hospital = place.rfind("hospital") > place.rfind("practitioner")
        setting = "hospital" if hospital else "practitioner"
        pairs = [*pairs_in_question(sentence, match)] or further_pairs(sentence, match)
        for pair in pairs:
            edits = (*corpus.edits_of(*pair), *corpus.edits_of(*reversed(pair)))
            values = frozenset(float(edit.indicator) for edit in edits if edit.setting == setting)
            if values:
                fact = f"edits/{'-'.join(pair)}"
                yield _stated(sentence, match, fact, "indicator", float(match["n"]), values)


def _of_edits(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for match, pair, slot, value, values in statements_of_edits(corpus, sentence):
        if values:
            yield _stated(sentence, match, f"edits/{'-'.join(pair)}", slot, value, values)


def _of_loose_edits(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    both = (loose_statements(corpus, sentence), absent_edits(corpus, sentence))
    for match, pair, slot, value, values in chain(*both):
        yield _stated(sentence, match, f"edits/{'-'.join(pair)}", slot, value, values)


def _of_loose_amounts(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for match, fact, slot, value, values in loose_amounts(corpus, sentence):
        yield _stated(sentence, match, fact, slot, value, values)


def _of_named_edits(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for match, pair, slot, value, values in named_edits(corpus, sentence):
        yield _stated(sentence, match, f"edits/{'-'.join(pair)}", slot, value, values)


def _of_loose_bounds(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    every = (loose_counts, loose_bounds, plan_amounts)
    for match, fact, slot, value, values in chain(*(read(corpus, sentence) for read in every)):
        yield _stated(sentence, match, fact, slot, value, values)


def _of_amounts(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for match, fact, slot, value, values in statements_of_amounts(corpus, sentence):
        yield _stated(sentence, match, fact, slot, value, values)


def _of_rules(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    words = sentence.text.lower()
    for pattern in rule_patterns(corpus):
        if pattern.is_in(words):
            for match in pattern.expression.finditer(sentence.text):
                text, _ = figure_in(match)
                values = rule_values(corpus, pattern, match.groupdict().get("year"))
                if values:
                    fact, slot = f"rules/{pattern.rule}", f"values {' or '.join(pattern.keys)}"
                    yield _stated(sentence, match, fact, slot, number_of(text), values)
    yield from _of_minutes(corpus, sentence)


def _of_days(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    """First and last days and years: 'since January 1, 2020', 'since 2020'."""
    if HEARSAY.search(sentence.text):
        return
    known = days_of_facts(corpus)
    others = frozenset() if sentence.thing.startswith(CASES) else known[""]
    for match in chain(DAY.finditer(sentence.text), YEAR.finditer(sentence.text)):
        text = figure_in(match)[0]
        stated = text if text.isdigit() else day_of(text)
        codes = codes_in_question(corpus, sentence, match, explicit=False)
        for fact in tuple(f"codes/{code}" for code in codes) or (sentence.thing,):
            values = frozenset(day[: len(stated)] for day in known.get(fact, others))
            if values:
                yield _stated(sentence, match, fact, "effective", stated, values)


def _of_tables(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    """Days of tables, and of edits in them: 'no active edit in CMS's July 2024 table'."""
    if not OF_TABLES.search(sentence.text) or HEARSAY.search(sentence.text):
        return
    for match in VERSION.finditer(sentence.text):
        stated = day_of(figure_in(match)[0])
        codes = {*codes_in(corpus, sentence.text), *sentence.subject.codes}
        days = (days_of_facts(corpus).get(f"codes/{code}", frozenset()) for code in codes)
        values = frozenset(day[: len(stated)] for day in days_of_tables(corpus).union(*days))
        yield _stated(sentence, match, sentence.thing, "table's day", stated, values)


def _of_minutes(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    """Minutes and the units they make: '8 to 22 one'."""
    for match in WITH_UNITS.finditer(sentence.text):
        units, low = number_of(match["units"]), number_of(match["low"])
        ranges = minutes_of_units(corpus, units) if units else {}
        if ranges:
            fits = low in ranges
            value = number_of(match["n"]) if fits else low
            values = frozenset({ranges[low]}) if fits else frozenset(ranges)
            yield _stated(sentence, match, "rules/eight-minute", "counting", value, values)
    for match in LEAST.finditer(sentence.text):
        place = (match.groupdict().get("place") or "first").lower()
        values = frozenset(minutes_of_units(corpus, PLACES.index(place) + 1))
        if values:
            value = number_of(figure_in(match)[0])
            yield _stated(sentence, match, "rules/eight-minute", "counting", value, values)


def _stated(
    sentence: Sentence,
    match: re.Match[str],
    fact: str,
    slot: str,
    value: float | str,
    values: Values,
) -> StatedFigure:
    text, start = figure_in(match)
    return StatedFigure(sentence, sentence.start + start, text, fact, slot, value, values)


LOOSE = (_of_loose_edits, _of_loose_amounts, _of_named_edits, _of_loose_bounds)
"""Readers of figures that no stricter wording has read, the stricter first."""
