"""Figures that sentences state, found by the patterns of prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.checks.figures.numbers import number_of
from generator.checks.figures.patterns import PATTERNS, Pattern, Values, mue_units
from generator.checks.figures.rule_patterns import (
    RULE_PATTERNS,
    WITH_UNITS,
    figure_in,
    minutes_of_units,
    rule_values,
)
from generator.checks.figures.sentences import Sentence, sentences
from generator.checks.figures.subjects import codes_in, codes_in_question, pairs_in_question
from generator.facts.corpus import Corpus

PAST = re.compile(r"\b(was|were|had|began|until|before|has been)\b", re.IGNORECASE)
HEAD = re.compile(r"^\|.*\| Units a day \|.*$", re.MULTILINE)
CELL = re.compile(r" *(?P<n>\d+) *")
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
        found = chain(
            _of_codes(corpus, sentence),
            _of_rows(corpus, sentence),
            _of_pairs(corpus, sentence),
            _of_rules(corpus, sentence),
        )
        past = PAST.search(sentence.text)
        once = {(figure.at, figure.fact): figure for figure in found if figure.agrees or not past}
        yield from once.values()


def _of_codes(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    words = sentence.text.lower()
    for pattern in PATTERNS:
        if not any(cue in words for cue in pattern.cues):
            continue
        for match in pattern.expression.finditer(sentence.text):
            for name in codes_in_question(corpus, sentence, match, pattern.explicit):
                code = corpus.codes.get(name)
                values = pattern.values(code, sentence.text) if code else frozenset()
                if values:
                    value = _value(pattern, match["n"])
                    yield _stated(sentence, match, f"codes/{name}", pattern.slot, value, values)


def _value(pattern: Pattern, text: str) -> float | str:
    return text if pattern.slot == "coverage.letter" else number_of(text)


def _of_rows(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    """Rows of a table with a column 'Units a day'."""
    heads = HEAD.findall(sentence.before.rpartition("\n\n")[2])
    if not heads or not sentence.text.startswith("|"):
        return
    place = heads[-1].split("|").index(" Units a day ")
    cells = sentence.text.split("|")
    match = CELL.fullmatch(sentence.text, *_span(cells, place)) if len(cells) > place else None
    if match:
        for name in codes_in(corpus, sentence.text):
            values = mue_units(corpus.codes[name], "") if name in corpus.codes else frozenset()
            if values:
                value = number_of(match["n"])
                yield _stated(sentence, match, f"codes/{name}", "mue.units", value, values)


def _span(cells: list[str], place: int) -> tuple[int, int]:
    start = sum(len(cell) + 1 for cell in cells[:place])
    return start, start + len(cells[place])


def _of_pairs(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for match in INDICATOR.finditer(sentence.text):
        place = sentence.text[: match.start()].lower()
        hospital = place.rfind("hospital") > place.rfind("practitioner")
        setting = "hospital" if hospital else "practitioner"
        for pair in pairs_in_question(sentence, match):
            edits = (*corpus.edits_of(*pair), *corpus.edits_of(*reversed(pair)))
            values = frozenset(float(edit.indicator) for edit in edits if edit.setting == setting)
            if values:
                fact = f"edits/{'-'.join(pair)}"
                yield _stated(sentence, match, fact, "indicator", float(match["n"]), values)


def _of_rules(corpus: Corpus, sentence: Sentence) -> Iterator[StatedFigure]:
    for pattern in RULE_PATTERNS:
        if pattern.context.search(sentence.text):
            for match in pattern.expression.finditer(sentence.text):
                text, _ = figure_in(match)
                values = rule_values(corpus, pattern, match.groupdict().get("year"))
                if values:
                    fact, slot = f"rules/{pattern.rule}", f"values {' or '.join(pattern.keys)}"
                    yield _stated(sentence, match, fact, slot, number_of(text), values)
    yield from _of_minutes(corpus, sentence)


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
