"""Columns and indicators of NCCI edits stated beside services that are called by name.

'With CMT, indicator 1', 'glides are manual therapy, column 1': of the edits between the services
that a sentence names, by number or by name, the figure is compared where all agree on one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from generator.checks.figures.edit_statements import Statement, Value
from generator.checks.figures.loose_edits import (
    INDICATOR,
    OTHERS,
    Pairs,
    edits_between,
    named_alike,
    setting_of,
)
from generator.checks.figures.sentences import Sentence
from generator.checks.figures.subjects import codes_in, services
from generator.facts.corpus import Corpus

COLUMN = re.compile(r"\bcolumn (?P<n>[12])\b(?! code\b| line\b)", re.IGNORECASE)
CLAUSE = re.compile(r"[,;:.]|\band\b")
SELF = re.compile(r"^(?:\W|\b(?:It|it|its|The|code|is|As|as|the|also|which)\b)*$")
IN_HOSPITALS = re.compile(r"\b(?P<n>[019]) in the hospital(?: outpatient)? table\b")
ROWS = "| Column 1 | Column 2 | Indicator |"
ROW = re.compile(r"\|(?P<own>[^|]*)\|(?P<others>[^|]*)\| (?P<n>[019])\b")
HIGHER = re.compile(r"\b(?:higher level|larger) is column\b")
OTHER_EVALUATIONS = re.compile(r"\b[Aa]thletic|^AT |\b[Tt]wo\b[^.]* evaluations\b")


def named_edits(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """Those of a sentence about the present."""
    text = sentence.text
    if text.startswith("|"):
        yield from _row(corpus, sentence)
    if not ("ndicator" in text or "olumn" in text) or OTHERS.search(text):
        return
    file = corpus.names.get(sentence.thing.removeprefix("codes/"), "")
    if OTHER_EVALUATIONS.search(f"{file} {text}"):
        return
    for match in (*INDICATOR.finditer(text), *IN_HOSPITALS.finditer(text)):
        setting = "hospital" if match.re is IN_HOSPITALS else setting_of(sentence, match)
        edits = edits_between(corpus, setting, _pairs(corpus, sentence))
        found: frozenset[Value] = frozenset(float(edit.indicator) for edit in edits)
        if len(found) == 1:
            pair = (edits[0].column1, edits[0].column2)
            yield match, pair, "indicator", float(match["n"]), found
    for match in COLUMN.finditer(text):
        yield from _column(corpus, sentence, match)


def _row(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """A row of a table of edits: '| [[97113]] | [[97110]] | 1 |'."""
    match = ROW.match(sentence.text)
    if match and ROWS in sentence.before.rpartition("\n\n")[2]:
        own, others = codes_in(corpus, match["own"]), codes_in(corpus, match["others"])
        edits = edits_between(corpus, "practitioner", list(product(own, others)))
        found: frozenset[Value] = frozenset(float(edit.indicator) for edit in edits)
        if len(found) == 1:
            pair = (edits[0].column1, edits[0].column2)
            yield match, pair, "indicator", float(match["n"]), found


def _column(corpus: Corpus, sentence: Sentence, match: re.Match[str]) -> Iterator[Statement]:
    page = _page(sentence)
    found: frozenset[Value]
    if HIGHER.search(sentence.text):
        alike = named_alike(corpus, page or sentence.thing.removeprefix("codes/"))
        levels = list(combinations(alike, 2))
        edits = edits_between(corpus, "practitioner", levels)
        found = frozenset(1.0 if one.column1 > one.column2 else 2.0 for one in edits)
        if len(found) == 1:
            yield match, (edits[0].column1, edits[0].column2), "column", float(match["n"]), found
        return
    before, after = sentence.text[: match.start()], sentence.text[match.end() :]
    clauses = [one for one in CLAUSE.split(before) if one.strip()]
    named = next((has for one in reversed(clauses) if (has := services(corpus, one))), ())
    own = (page,) if page and all(SELF.match(one) for one in clauses[-1:]) else named
    others = [one for one in services(corpus, f"{before} ;{after}") if one not in own]
    about = (*_earlier(corpus, sentence), *sentence.subject.codes)
    others = others or [one for one in about if one not in own]
    edits = edits_between(corpus, setting_of(sentence, match), list(product(own, others)))
    found = frozenset(1.0 if one.column1 in own else 2.0 for one in edits)
    if len(found) == 1:
        yield match, (edits[0].column1, edits[0].column2), "column", float(match["n"]), found


def _pairs(corpus: Corpus, sentence: Sentence) -> Pairs:
    """Of the page with each service named, or of those named with one another."""
    named = services(corpus, sentence.text) or _earlier(corpus, sentence)
    page, about = _page(sentence), (*named, *sentence.subject.codes)
    if not named:
        return list(combinations(about, 2))
    if page:
        return [(page, one) for one in named if one != page]
    return [(one, other) for one in named for other in about if one != other]


def _earlier(corpus: Corpus, sentence: Sentence) -> Sequence[str]:
    """The services of the sentence before."""
    before = re.split(r"[.;](?:\[@[^\]]*\])*\s+", sentence.before.strip().rstrip(".;"))
    return services(corpus, before[-1])


def _page(sentence: Sentence) -> str:
    return sentence.subject.codes[0] if len(sentence.subject.codes) == 1 else ""
