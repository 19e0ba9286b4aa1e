"""What prose states of amounts: bands that lead to a code, and the units that minutes make.

Each function yields the match, the fact, the slot, the value stated and those of the facts.
"""

import re
from collections.abc import Iterator

from generator.checks.figures.code_values import Values, bands_of_codes
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.figures.patterns import TO
from generator.checks.figures.sentences import CODE, Sentence
from generator.facts.codes import Unit
from generator.facts.corpus import Corpus

Statement = tuple[re.Match[str], str, str, float | str, Values]
MEASURES = {
    "minute": ("minutes", "month_minutes"),
    "day": ("data_days",),
    "region": ("regions",),
    "muscle": ("muscles",),
    "element": ("elements",),
    "factor": ("personal_factors",),
    "comorbidit": ("personal_factors",),
    "deficit": ("deficits",),
}
BAND = CuedPattern(
    rf"\b(?P<low>{NUMBER}){TO}(?P<n>{NUMBER})[ -]"
    rf"(?:\w+ )?(?P<of>{'|'.join(MEASURES)})",
    re.IGNORECASE,
)
PLACED = CuedPattern(
    rf"(?<!additional )(?<!further )(?<!full )(?<!of )"
    rf"\b(?P<n>{NUMBER})[ -](?:spinal |performance )?(?P<of>{'|'.join(MEASURES)})s?"
    r"(?: of [^.;,:]{1,40})?(?: in all)?(?: is| are| fits?| reach|:)"
    rf" (?:only |one unit of )?(?:\[\[)?(?P<code>{CODE})",
    re.IGNORECASE,
)
"""'15 days of data is 98984', 'five muscles are 20561'."""

MAKES = r"(?:are|is|make|makes|earn|earns|allow|allows|support|supports|would be|give|gives)"
UNITS = CuedPattern(
    rf"(?<!and )(?<!of )(?<!plus )\b(?P<minutes>{NUMBER}) (?:timed |total |one-on-one )?"
    r"minutes (?:of [^.;,:]{1,30} )?"
    rf"{MAKES} (?:only |still )?(?P<n>(?!{CODE}){NUMBER})"
    r"(?= (?:full |timed )?units?\b(?! of [A-Z\d])|[.,;])",
    re.IGNORECASE,
)
CODES = re.compile(CODE)
LIMIT = CuedPattern(rf"\b(?P<n>{NUMBER}) (?:[a-zPO-]+,? ){{0,3}}?(?:visits|units)\b", re.IGNORECASE)
FREE = CuedPattern(
    rf"\b(?:first|beyond|1 to|more than) (?P<n>{NUMBER})\b(?! (?:units|weeks))", re.IGNORECASE
)
MOST = 999
TERMS = {
    "visit_limits": (LIMIT, "most"),
    "caps": (LIMIT, "units"),
    "authorizations": (FREE, "from_visit"),
}
"""The lists of a payer's terms, with what states the number of each, and its slot."""


def statements_of_amounts(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states of bands and of minutes and their units."""
    for match in BAND.finditer(sentence.text):
        yield from _bands(corpus, match)
    for match in PLACED.finditer(sentence.text):
        yield from _placed(corpus, match)
    yield from _terms(corpus, sentence)
    for match in UNITS.finditer(sentence.text) if "minutes" in sentence.text else ():
        units = units_of(corpus, number_of(match["minutes"]), sentence)
        yield match, "rules/eight-minute", "counted units", number_of(match["n"]), units


def _bands(corpus: Corpus, match: re.Match[str]) -> Iterator[Statement]:
    """Both ends of a band; which band is meant is known by the other end."""
    low, high = number_of(match["low"]), number_of(match["n"])
    if match["of"].lower() == "minute" and " or " in match[0]:
        return
    for attribute in MEASURES[match["of"].lower()]:
        bands = bands_of_codes(corpus).get(attribute, ())
        slot = f"codes.when.{attribute}"
        if meant := [band for band in bands if band[1] == low and band[2]]:
            highs = frozenset(end for band in meant for end in band[2])
            yield match, f"codes/{meant[0][0]}", slot, high, highs
        elif meant := [band for band in bands if high in band[2] and " or " not in match[0]]:
            yield match, f"codes/{meant[0][0]}", slot, low, frozenset(band[1] for band in meant)


def _placed(corpus: Corpus, match: re.Match[str]) -> Iterator[Statement]:
    """An amount that is said to lead to a code."""
    for attribute in MEASURES[match["of"].lower()]:
        for code, low, highs in bands_of_codes(corpus).get(attribute, ()):
            if code == match["code"]:
                band = range(int(low), int(max(highs, default=MOST)) + 1)
                value, values = number_of(match["n"]), frozenset(map(float, band))
                yield match, f"codes/{code}", f"codes.when.{attribute}", value, values


def _terms(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """The number of visits or units that a term of a payer is about, in the term's own text."""
    payer = corpus.payers.get(sentence.thing.removeprefix("payers/"))
    terms, index = (*map(str, sentence.spot.keys), "", "", "")[:2]
    if payer and terms in TERMS:
        expression, slot = TERMS[terms]
        number: int = getattr(getattr(payer, terms)[int(index)], slot)
        number -= slot == "from_visit"  # those before it need none
        for match in expression.finditer(sentence.text) if number else ():
            values = frozenset({float(number)})
            yield match, sentence.thing, f"{terms}.{slot}", number_of(match["n"]), values


def units_of(corpus: Corpus, minutes: float, sentence: Sentence) -> Values:
    """The units that minutes make by the rules that count, and of the codes in question."""
    whole = int(minutes)
    codes = {*CODES.findall(sentence.before + sentence.text), *sentence.subject.codes}
    known = (corpus.codes[code].unit for code in codes if code in corpus.codes)
    counted = {one.units_in(whole) for rule in corpus.rules.values() for one in rule.counting}
    return frozenset(map(float, counted.union(*(_units(unit, whole) for unit in known))))


def _units(unit: Unit, minutes: int) -> set[int]:
    if unit.kind == "untimed":
        return {1}
    if not (measure := unit.measure) or "minutes" not in measure.of:
        return set()
    earned = max(0, (minutes - measure.least) // measure.size + 1)
    return {max(earned, int(minutes >= (measure.first or measure.least)))}
