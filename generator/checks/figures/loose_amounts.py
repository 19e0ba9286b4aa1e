"""Amounts beside codes in shorter wordings than the strict ones.

'three or four 98941', 'the cutoff is 50 sq cm', '98980 for the first 20'.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from generator.checks.figures.amounts import MEASURES, MOST, Statement
from generator.checks.figures.code_values import (
    Values,
    bands_of_codes,
    bounds_of,
    minutes_with_add_on,
    mue_units,
    time_rule,
    unit_minutes,
    units_a_day,
    untimed,
)
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.loose_edits import named_alike
from generator.checks.figures.loose_units import NUMBERS, N, loose_units
from generator.checks.figures.numbers import number_of
from generator.checks.figures.rule_patterns import figure_in
from generator.checks.figures.sentences import CODE, Sentence
from generator.checks.figures.subjects import codes_in
from generator.facts.codes import Code
from generator.facts.corpus import Corpus

ValuesOf = Callable[[Corpus, Code, str], Values]
WORD = rf"(?:spinal |performance |personal |body )?(?P<of>{'|'.join(MEASURES)})(?:s|ies)?"
BESIDE = CuedPattern(
    rf"(?<!additional )(?<!further )(?<!full )(?<!of )"
    rf"\b(?:(?P<low>{NUMBERS}) (?:or|to) )?{N}(?: or more)?(?: {WORD})?(?: in all)?"
    rf"(?: is| are| means| for| fits?| reach| (?:are|is) enough for|:)?(?: low| moderate| high)?"
    rf" \(?(?P<code>{CODE})",
    re.IGNORECASE,
)
AFTER = CuedPattern(
    rf"\b(?P<code>{CODE})(?: is| needs| takes| covers| requires)?(?: for)?(?: the)?(?: first)?"
    rf" (?:(?P<low>{NUMBERS}) (?:or|to) )?{N}(?: or more)?(?: {WORD}| (?=and|or)|(?=[,.;]))",
    re.IGNORECASE,
)
OF_CODE = (
    CuedPattern(
        rf"\b(?:one|a|each) unit of (?P<code>{CODE}) (?:is|covers|stands for) {N} minutes", re.I
    ),
    CuedPattern(
        rf"\b(?P<code>{CODE}) for (?:the first|each additional) {N}(?=[,.;]| and)", re.IGNORECASE
    ),
)
PER_UNIT = CuedPattern(rf"\btimed, {N} minutes per unit\b", re.IGNORECASE)
DAYS_ON = CuedPattern(rf"\bfrom {N} days on\b", re.IGNORECASE)
STARTS = CuedPattern(rf"\b(?:starts?|begins?) at {N} (?:full )?minutes\b", re.IGNORECASE)
OF_ADD_ON = (
    CuedPattern(rf"\bfirst {N} minutes (?P<code>{CODE})", re.IGNORECASE),
    CuedPattern(
        rf"\b(?P<code>{CODE}) is (?:each additional|(?:the )?first|the second and third) {N}\b",
        re.IGNORECASE,
    ),
    CuedPattern(
        rf"\| (?:each additional|the first|first) {N} minutes[^|]* \| \[\[(?P<code>{CODE})", re.I
    ),
)
NEEDS = CuedPattern(rf"\b(?P<code>{CODE}) (?:needs|requires|takes)(?: at least)? {N} minutes", re.I)
AT = CuedPattern(
    rf"\b(?:at|from) {N} minutes(?: on)? (?:report|use) (?P<code>{CODE})", re.IGNORECASE
)
ROW = CuedPattern(rf"(?<=\| )(?:{NUMBERS} or )?{N}(?: full)? minutes(?= \|)")
EACH = CuedPattern(
    rf"\b(?:each|another) full {N} minutes\b|^Each (?P<m>{NUMBERS}) minutes beyond\b", re.I
)
FIT = (
    CuedPattern(rf"\b{N} deficits (?:also )?fit\b", re.IGNORECASE),
    CuedPattern(rf"\bdeficits fit [^.;]*\band {N} fit\b", re.IGNORECASE),
)
OF_SIZE = CuedPattern(rf"\bunits of {N} minutes\b", re.IGNORECASE)
IN_ROW = CuedPattern(rf"\| first {N} minutes", re.IGNORECASE)
A_DAY = CuedPattern(rf"\blimited to {N} units? a day\b", re.IGNORECASE)
BEYOND = CuedPattern(rf"\b(?:call|visit|service) of more than {N} minutes\b", re.IGNORECASE)
UNDER = CuedPattern(rf"\b(?:less than|fewer than|under) {N} minutes\b", re.IGNORECASE)
HOWEVER = CuedPattern(rf"\b{N} unit(?:, however short| covers (?:all|both))\b", re.IGNORECASE)
SEVERAL = CuedPattern(
    rf"\bMUEs? of {NUMBERS} and {N}(?: units| a day|\b(?= as of|[,.;]))", re.IGNORECASE
)
ADULTS = CuedPattern(rf"\b[Aa]dults {N} and over\b")
COVERED = CuedPattern(
    rf"\bcovers {N} (?:[A-Za-z]+ ){{0,3}}visits (?:per|a|in a) (?:calendar |benefit )?year\b"
)
UNASKED = CuedPattern(rf"\b(?:[Vv]isits 1 to|[Ff]irst) {N}(?: visits)? need no\b")
CUTOFF = CuedPattern(rf"\bcutoff [^.;]{{0,40}}\b(?:is|of|at) {N} sq cm\b", re.IGNORECASE)
ANY_CODE = re.compile(CODE)
CUES = (
    "unit",
    " first ",
    "additional",
    "minutes",
    "cutoff",
    "however",
    "MUE",
    "deficits",
    "days on",
    "visits",
    "adults",
    "Adults",
)
PART = re.compile(r"[,;:](?= )|\b(?:but|so|because|since|while)\b")
NEGATED = re.compile(r"\b(?:not|never|no longer|instead of|wrong|wrongly|if|would)\b", re.I)
BOUND = re.compile(r"\b(?:or more|at least|fewer than|less than|alone)\b", re.IGNORECASE)
"""A bound is no less stated where it is the condition: 'if she provided 8 minutes or more'."""


def loose_amounts(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states in these wordings, unless it denies or supposes it."""
    if sentence.spot.keys[-1:] == ("claim",):  # what a wrong claim says
        return
    for statement in chain(loose_units(corpus, sentence), _statements(corpus, sentence)):
        if not is_denied(sentence, statement[0]):
            yield statement


def is_of_a_mistake(sentence: Sentence) -> bool:
    """Whether a text tells what a wrong claim says, or how a mistake looks."""
    return sentence.spot.keys[-1:] == ("claim",) or "tell_apart" in sentence.spot.keys


def is_denied(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the part of a sentence that states a figure denies or supposes it."""
    start = max((one.end() for one in PART.finditer(sentence.text, 0, match.start())), default=0)
    part = PART.search(sentence.text, match.end())
    end = part.start() if part else len(sentence.text)
    denials = {one[0].lower() for one in NEGATED.finditer(sentence.text, start, end)}
    return bool(denials - {"if"} if BOUND.search(match[0]) else denials)


def _statements(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    text = sentence.text
    if ANY_CODE.search(text):
        yield from _bands(corpus, sentence)
    if any(cue in text for cue in CUES):
        yield from _of_codes(corpus, sentence)


def _bands(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """Amounts that stand beside a code in a list: 'two regions are 98940, three or four 98941'."""
    for pattern in (BESIDE, AFTER):
        word = ""
        for match in pattern.finditer(sentence.text):
            word = (match["of"] or word).lower()
            of_any = chain(*MEASURES.values()) if match["low"] and not word else ()
            for attribute in MEASURES.get(word, of_any):
                bands = amounts_of(corpus, attribute, match["code"])
                if bands:
                    values = frozenset(map(float, bands))
                    ends = [number_of(match[name]) for name in ("low", "n") if match[name]]
                    value = next((one for one in ends if one not in values), ends[-1])
                    slot = f"codes.when.{attribute}"
                    yield match, f"codes/{match['code']}", slot, value, values


def amounts_of(corpus: Corpus, attribute: str, code: str) -> set[int]:
    """Every amount that leads to a code."""
    all_bands: Mapping[str, list[tuple[str, float, set[float]]]] = bands_of_codes(corpus)
    return {
        amount
        for name, low, highs in all_bands.get(attribute, ())
        if name == code
        for amount in range(int(low), int(max(highs, default=MOST)) + 1)
    }


def _of_codes(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    for pattern, slot, values, whose in OF_CODES:
        if pattern in IN_MINUTES and "hour" in sentence.text:
            continue
        for match in pattern.finditer(sentence.text):
            code = match.groupdict().get("code")
            names = [code] if code else _names(corpus, sentence, match, whose)
            known = [corpus.codes[one] for one in names if one in corpus.codes]
            each = (values(corpus, one, sentence.text) for one in known)
            if found := frozenset[float | str]().union(*each):
                fact, value = f"codes/{known[0].code}", number_of(figure_in(match)[0])
                yield match, fact, slot, value, found
    yield from _of_payers(corpus, sentence)


def _names(corpus: Corpus, sentence: Sentence, match: re.Match[str], whose: str) -> Sequence[str]:
    """The codes that a wording is about: the text's, the row's, or all that are named alike."""
    about, page = sentence.subject.codes, sentence.thing.partition("/")[2]
    if whose == "row":
        return codes_in(corpus, sentence.text) if sentence.text.startswith("|") else ()
    if whose == "alike":
        return named_alike(corpus, page)
    if whose == "not when":
        return named_alike(corpus, page) if whose.replace(" ", "_") in sentence.spot.keys else ()
    if whose == "nearest":
        before = codes_in(corpus, sentence.text[: match.start()])
        return before[-1:] or (about if len(about) == 1 else ())
    return (*codes_in(corpus, sentence.text), *about) if whose == "all" else about


def least_minutes(corpus: Corpus, code: Code, sentence: str) -> Values:
    """The fewest minutes that lead to a code or earn a unit of it."""
    of_visit, of_month = bounds_of("minutes"), bounds_of("month_minutes")
    bounds = of_visit(corpus, code, sentence) | of_month(corpus, code, sentence)
    return bounds | time_rule(corpus, code, sentence)


def _of_payers(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """The age of a payer's limit, and in a question the visits that its payer covers or asks of."""
    payer, keys = corpus.payers.get(sentence.thing.removeprefix("payers/")), sentence.spot.keys
    if payer and keys[:1] == ("visit_limits",):
        limit = payer.visit_limits[int(keys[1])]
        apart = re.search(rf"\bages? {limit.from_age}\b", limit.text)  # said of these by themselves
        for match in ADULTS.finditer(sentence.text) if limit.from_age and not apart else ():
            values: Values = frozenset({float(limit.from_age or 0)})
            yield match, sentence.thing, "visit_limits.from_age", number_of(match["n"]), values
    quiz = corpus.quizzes.get(sentence.thing.removeprefix("quizzes/"))
    if quiz and keys[:1] == ("items",) and "isits" in sentence.text:
        item = quiz.items[int(keys[1])]
        asked = corpus.payers[item.payer]
        most: Values = frozenset(float(one.most) for one in asked.visit_limits)
        free: Values = frozenset(float(one.from_visit - 1) for one in asked.authorizations)
        for slot, pattern, known in (
            ("visit_limits.most", COVERED, most),
            ("authorizations.from_visit", UNASKED, free),
        ):
            for match in pattern.finditer(sentence.text) if known else ():
                yield match, f"payers/{asked.id}", slot, number_of(match["n"]), known


IN_MINUTES = OF_CODE
PER = CuedPattern(
    rf"\b{N} unit (?:per|for each|for the|on each) (?:session|patient(?!'s)|study)\b", re.IGNORECASE
)
OF_CODES: tuple[tuple[CuedPattern, str, ValuesOf, str], ...] = (
    *((one, "unit.minutes", unit_minutes, "") for one in OF_CODE),
    *((one, "unit.minutes", minutes_with_add_on, "") for one in OF_ADD_ON),
    (OF_SIZE, "unit.minutes", unit_minutes, "all"),
    (IN_ROW, "unit.minutes", minutes_with_add_on, "row"),
    (A_DAY, "mue.units or unit.per_day", units_a_day, "about"),
    (BEYOND, "codes.when.minutes", least_minutes, "about"),
    (EACH, "unit.minutes", minutes_with_add_on, "about"),
    (PER_UNIT, "unit.minutes", unit_minutes, "about"),
    (DAYS_ON, "codes.when.data_days", bounds_of("data_days"), "about"),
    (STARTS, "codes.when.minutes", least_minutes, "about"),
    *((one, "codes.when.minutes", least_minutes, "") for one in (NEEDS, AT)),
    (CUTOFF, "codes.when.area_cm2", bounds_of("area_cm2"), "about"),
    (HOWEVER, "unit.kind", untimed, "about"),
    (PER, "unit.kind", untimed, "nearest"),
    (SEVERAL, "mue.units", mue_units, "all"),
    (UNDER, "codes.when.minutes", least_minutes, "not when"),
    *((one, "codes.when.deficits", bounds_of("deficits"), "alike") for one in FIT),
    (ROW, "unit.minutes", time_rule, "row"),
)
"""A wording, its slot, the values that a code has for it, and whose it is."""
