"""The values that the facts of a code have for the figures that prose states of it."""

import re
from collections.abc import Callable, Mapping

from generator.cache.build_cache import cached_by_facts
from generator.facts.base import PART_B
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute, Range

MINUTES = ("minutes", "month_minutes")
Values = frozenset[float | str]


def mue_units(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The units in the setting that the sentence names, or else for a practitioner."""
    setting = "hospital" if re.search("hospital", sentence, re.IGNORECASE) else "practitioner"
    return frozenset(float(mue.units) for mue in code.mue if mue.setting == setting)


def units_a_day(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The units a day of the code itself, or of its MUE."""
    own = {float(code.unit.per_day)} if code.unit.per_day else set()
    return mue_units(corpus, code, sentence) | own


def adjudication(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The MUE adjudication indicators."""
    return frozenset(float(mue.adjudication) for mue in code.mue if mue.adjudication)


def unit_minutes(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The minutes of a unit, timed or measured."""
    timed = {float(code.unit.minutes)} if code.unit.minutes else set()
    found = (measured(of)(corpus, code, sentence) for of in MINUTES)
    return frozenset(timed).union(*found)


def minutes_with_add_on(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The minutes of a code, of its add-on and of the code that it is the add-on of."""
    related = [one for one in corpus.codes.values() if code.code in (one.code, one.unit.add_on)]
    if code.unit.add_on in corpus.codes:
        related.append(corpus.codes[str(code.unit.add_on)])
    return frozenset().union(*(unit_minutes(corpus, one, sentence) for one in related))


def time_rule(corpus: Corpus, code: Code, sentence: str) -> Values:
    """Minutes that earn the first and the second unit; of an add-on also with its base code's."""
    measure = code.unit.measure
    if not measure or "minutes" not in measure.of:
        return frozenset()
    bases = [one.unit for one in corpus.codes.values() if one.unit.add_on == code.code]
    before = {unit.measure.size for unit in bases if unit.measure}
    starts = {measure.least, measure.first or measure.least}
    later = {least + one for least in starts for one in (measure.size, *before)}
    return frozenset(map(float, starts | later))


def untimed(corpus: Corpus, code: Code, sentence: str) -> Values:
    """One unit, regardless of minutes, of an untimed code."""
    return frozenset({1.0 if code.unit.kind == "untimed" else code.unit.kind})


def typical(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The minutes that an evaluation of its level usually takes."""
    return frozenset({float(code.unit.typical)} if code.unit.typical else ())


def unit_hours(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The hours of a unit of the code, its add-on or its base."""
    return frozenset(float(one) / 60 for one in minutes_with_add_on(corpus, code, sentence))


def measured(amount: str) -> Callable[[Corpus, Code, str], Values]:
    """What gives the sizes and the least amounts of a measured code."""

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


def bounds_of(attribute: Attribute) -> Callable[[Corpus, Code, str], Values]:
    """The bounds of an attribute within which techniques lead to a code."""

    def values(corpus: Corpus, code: Code, sentence: str) -> Values:
        found = measured(attribute)(corpus, code, sentence)
        return frozenset(_all_bounds(corpus).get((str(code.code), attribute), ())) | found

    return values


def banded_minutes(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The bounds of a code that techniques choose by its minutes."""
    ends = (_all_bounds(corpus).get((str(code.code), of), set()) for of in MINUTES)
    return frozenset().union(*ends)


@cached_by_facts
def _all_bounds(corpus: Corpus) -> Mapping[tuple[str, str], set[float]]:
    found: dict[tuple[str, str], set[float]] = {}
    for attribute, bands in bands_of_codes(corpus).items():
        for code, low, highs in bands:
            ends = {low, low - 1, *highs, *(high + 1 for high in highs)}
            found.setdefault((code, attribute), set()).update(ends)
    return found


@cached_by_facts
def bands_of_codes(corpus: Corpus) -> Mapping[str, list[tuple[str, float, set[float]]]]:
    """By attribute each code with the least of it that leads to the code, and the most.

    Where no most is named, the next code's least ends the band, or the number before it.
    """
    found: dict[str, list[tuple[str, float, set[float]]]] = {}
    for technique in corpus.techniques.values():
        rules = [
            (rule.codes, {key: one for key, one in rule.when.items() if isinstance(one, Range)})
            for rule in technique.codes
        ]
        for attribute in {key for _, when in rules for key in when}:
            bands = [(codes, when.get(attribute) or Range(at_least=1)) for codes, when in rules]
            starts = {band.at_least or 1 for _, band in bands}
            for codes, band in bands:
                low = band.at_least or 1
                after = min((start for start in starts if start > low), default=None)
                ends = {band.at_most} if band.at_most else {after, after - 1} if after else set()
                highs = set(map(float, ends))
                found.setdefault(attribute, []).extend((code, low, highs) for code in codes)
    return found


def status_letter(corpus: Corpus, code: Code, sentence: str) -> Values:
    """Medicare's status letter."""
    coverage = code.coverage.get(PART_B)
    return frozenset({coverage.letter} if coverage and coverage.letter else ())
