"""Units, levels, years and visits stated in short: '97012, one unit', 'three or more elements'.

Also 'Two units of 97810 exceed the MUE', 'added in 2026', 'beyond six visits'.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from generator.checks.figures.amounts import Statement
from generator.checks.figures.code_values import Values, bounds_of, mue_units
from generator.checks.figures.cued_patterns import CuedPattern
from generator.checks.figures.date_patterns import DAY, MONTHS, day_of, days_in
from generator.checks.figures.loose_amounts import amounts_of, is_denied, is_of_a_mistake
from generator.checks.figures.loose_units import NUMBERS, N
from generator.checks.figures.numbers import NUMBER, number_of
from generator.checks.figures.sentences import CODE, Sentence
from generator.checks.figures.subjects import codes_about, codes_in, services
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute

MEASURES: Mapping[str, Attribute] = {
    "elements": "elements",
    "factors": "personal_factors",
    "comorbidities": "personal_factors",
    "deficits": "deficits",
    "muscles": "muscles",
    "regions": "regions",
}
OF = rf"(?P<of>{'|'.join(MEASURES)})"
ONE_UNIT: Values = frozenset({1.0})
ONE = (
    CuedPattern(
        rf"\b(?P<code>{CODE}),?(?: (?:with|at|once,|is))? {N} units?\b(?! (?:of|for)\b)", re.I
    ),
    CuedPattern(rf"\b{N} units? of (?P<code>{CODE})", re.IGNORECASE),
)
ONE_HERE = (
    CuedPattern(
        rf"\b(?:is|are|to|with|still|only|untimed,|bill) (?:only |still )?{N} units?\b"
        r"(?! (?:of|for|is)\b)",
        re.IGNORECASE,
    ),
    CuedPattern(rf", {N} a day\b", re.IGNORECASE),
    CuedPattern(rf"(?:^|, ){N} unit(?=[.;,]|$)", re.IGNORECASE),
)
MANY = 100
AGAINST_MUE = CuedPattern(
    rf"\b{N} units of (?P<code>{CODE}) [^.;]*\b(?:exceeds?|are (?P<within>within)) the MUE\b",
    re.IGNORECASE,
)
LEVEL = (
    CuedPattern(rf"\b{N} or more (?:(?:performance|personal|body) )?{OF}\b", re.IGNORECASE),
    CuedPattern(
        rf"\b{NUMBERS} (?:to|or) {N} (?:(?:performance|personal|body) )?{OF}\b", re.IGNORECASE
    ),
)
OWN_BAND = CuedPattern(
    rf"\b{N}\+?(?: [a-z]+(?: and)?){{0,4}}? (?:performance |personal |body )?{OF}\b", re.IGNORECASE
)
CHOSEN = CuedPattern(
    rf"\b(?P<code>{CODE}), {N} (?:spinal |body )?(?P<of>regions|muscles)\b"
    rf"|\b(?P<m>(?!{CODE}){NUMBER}) (?:spinal |body )?(?P<which>regions|muscles),"
    rf" (?:so the code is|which is|so) (?P<own>{CODE})\b",
    re.IGNORECASE,
)
YEARS = (
    CuedPattern(rf"\breplaced by {CODE} in (?P<n>(?:19|20)\d\d)\b"),
    CuedPattern(
        r"\b(?:added|existed|created|replaced|began|new|valid|has a code) (?:in|for)"
        r" (?P<n>(?:19|20)\d\d)\b"
    ),
    CuedPattern(r"\b(?:[Bb]efore|through) (?P<n>(?:19|20)\d\d)\b"),
)
EDIT_DAYS = CuedPattern(
    r"\b(?:[Tt]hrough|[Uu]ntil|[Ss]ince|[Ff]rom|ended (?:on|in|with)|end of) (?:the end of )?"
    rf"(?P<n>(?:(?:{MONTHS}) (?:\d{{1,2}}, )?)?(?:19|20)\d\d)\b"
)
VISITS = (
    CuedPattern(rf"\b[Vv]isits? (?!1 to){N}(?: to {NUMBERS})? needs?\b"),
    CuedPattern(rf"\b(?:[Ff]irst|[Bb]eyond|[Aa]fter) {N} (?:massage )?visits\b"),
)


def loose_counts(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states in these wordings, unless it denies or supposes it."""
    if is_of_a_mistake(sentence):
        return
    for read in (
        _units,
        _mues,
        _levels,
        _own_bands,
        _chosen,
        _years,
        _days,
        _days_of_edits,
        _visits,
    ):
        for statement in read(corpus, sentence):
            if read in (_years, _days, _days_of_edits) or not is_denied(sentence, statement[0]):
                yield statement


def _units(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """One unit of an untimed code."""
    text = "" if "MUE" in sentence.text else sentence.text
    for match in chain.from_iterable(one.finditer(text) for one in ONE):
        code = corpus.codes.get(match["code"])
        if code and _is_one(code):
            yield match, f"codes/{code.code}", "unit.kind", number_of(match["n"]), ONE_UNIT
    here = list(chain.from_iterable(one.finditer(sentence.text) for one in ONE_HERE))
    page = sentence.thing.removeprefix("codes/")
    about = [page] if page in corpus.codes else sentence.subject.codes
    known = [corpus.codes[one] for one in about if one in corpus.codes]
    if here and known and all(map(_is_one, known)):
        alone = not set(services(corpus, sentence.text)) - set(about)
        for match in here if alone else ():
            yield match, f"codes/{about[0]}", "unit.kind", number_of(match["n"]), ONE_UNIT


def _mues(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'Two units of 97810 on one day exceed the MUE', '3 units of 97036 are within the MUE'."""
    for match in AGAINST_MUE.finditer(sentence.text):
        code = corpus.codes.get(match["code"])
        most = max(mue_units(corpus, code, sentence.text), default=None) if code else None
        if isinstance(most, float):
            within, beyond = range(1, int(most) + 1), range(int(most) + 1, MANY)
            values: Values = frozenset(map(float, within if match["within"] else beyond))
            yield match, f"codes/{match['code']}", "mue.units", number_of(match["n"]), values


def _is_one(code: Code) -> bool:
    """Whether one unit is all that a day can have: untimed, or counted by days with data."""
    by_days = code.unit.measure is not None and "data_days" in code.unit.measure.of
    most = {mue.units for mue in code.mue}
    return code.unit.kind == "untimed" or (by_days and most == {1})


def _own_bands(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'3+ muscles' in the name of a code, 'four hip muscles' in a case of its page."""
    code = corpus.codes.get(sentence.thing.removeprefix("codes/"))
    if code is None or sentence.spot.keys[:1] not in (
        ("plain_name",),
        ("right_when",),
        ("meaning",),
    ):
        return
    for match in OWN_BAND.finditer(sentence.text):
        of = MEASURES[match["of"].lower()]
        if band := amounts_of(corpus, of, str(code.code)):
            values: Values = frozenset(map(float, band))
            yield match, f"codes/{code.code}", f"codes.when.{of}", number_of(match["n"]), values


def _chosen(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'98941, four regions', 'two regions, so the code is 98940'."""
    for match in CHOSEN.finditer(sentence.text):
        code, stated = match["code"] or match["own"], match["n"] or match["m"]
        of = MEASURES[(match["of"] or match["which"]).lower()]
        if code in corpus.codes and (band := amounts_of(corpus, of, code)):
            values: Values = frozenset(map(float, band))
            yield match, f"codes/{code}", f"codes.when.{of}", number_of(stated), values


def _levels(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'three or more elements', 'three to five deficits', of any level where none is named."""
    of = sentence.subject.codes or tuple(corpus.codes)
    for match in chain.from_iterable(one.finditer(sentence.text) for one in LEVEL):
        attribute = MEASURES[match["of"].lower()]
        codes = [corpus.codes[one] for one in of if one in corpus.codes]
        bounds = (bounds_of(attribute)(corpus, code, sentence.text) for code in codes)
        if found := frozenset[float | str]().union(*bounds):
            value = number_of(match["n"])
            yield match, f"codes/{codes[0].code}", f"codes.when.{attribute}", value, found


def _years(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'added in 2026', 'before 2026': a first or last day of a code that the text is about."""
    found = list(chain.from_iterable(one.finditer(sentence.text) for one in YEARS))
    codes = codes_about(corpus, sentence) if found else ()
    known: Values = frozenset(float(day.year) for code in codes for day in days_in(code))
    for match in found if known else ():
        yield match, f"codes/{codes[0].code}", "effective", number_of(match["n"]), known


def _days(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'From January 1, 2020 this is G2169': the day of the one code that a question names."""
    found = list(DAY.finditer(sentence.text)) if sentence.thing.startswith("quizzes/") else []
    codes = tuple(dict.fromkeys(codes_in(corpus, sentence.text))) if found else ()
    code = corpus.codes.get(codes[0]) if len(codes) == 1 else None
    known: Values = frozenset(day.isoformat() for day in days_in(code))
    for match in found if known else ():
        yield match, f"codes/{codes[0]}", "effective", day_of(match["n"]), known


def _days_of_edits(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """'through December 31, 2019', 'from July 2000', of the edits that a question rests on."""
    pairs = [tuple(edit.split("-")[:2]) for edit in sentence.subject.edits]
    edits = [edit for pair in pairs for edit in corpus.edits_of(*pair)]
    if "edit" not in sentence.text or not edits:
        return
    days = {day.isoformat() for edit in edits for day in days_in(edit)}
    for match in EDIT_DAYS.finditer(sentence.text):
        stated = match["n"] if match["n"].isdigit() else day_of(match["n"])
        known: Values = frozenset(day[: len(stated)] for day in days)
        if known:
            yield match, f"edits/{sentence.subject.edits[0]}", "effective", stated, known


def _visits(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """The first visit for which a payer wants an authorization, in its file or elsewhere."""
    found = chain.from_iterable(one.finditer(sentence.text) for one in VISITS)
    if not (matches := list(found)):
        return
    register, _, name = sentence.thing.partition("/")
    quiz, keys = corpus.quizzes.get(name), sentence.spot.keys
    asked = [corpus.payers[name]] if register == "payers" else list(corpus.payers.values())
    if register == "quizzes" and quiz and keys[:1] == ("items",):
        asked = [corpus.payers[quiz.items[int(keys[1])].payer]]
    starts = {one.from_visit for payer in asked for one in payer.authorizations}
    known: Values = frozenset(float(one) for start in starts for one in (start, start - 1))
    if len(starts) > 1 and ("uthoriz" in sentence.text or len(asked) == 1):
        for match in matches:
            yield match, "payers", "authorizations.from_visit", number_of(match["n"]), known
