"""Columns and indicators of NCCI edits stated beside codes that a stricter wording does not pair.

Of the edits among the codes that are named, the figure is compared where all agree on one.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.checks.figures.edit_statements import Statement, Value
from generator.checks.figures.rule_patterns import figure_in
from generator.checks.figures.sentences import CODE, Sentence
from generator.checks.figures.subjects import GROUP, codes_in
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit

CODES = re.compile(CODE)
INDICATOR = re.compile(r"(?<!adjudication )\bindicator (?:is )?(?P<n>[019])\b", re.IGNORECASE)
BOTH = re.compile(
    rf"\b(?P<one>{CODE}) is (?:in )?column [12] and (?P<other>{CODE})(?: is)?(?: in)?"
    r" column (?P<n>[12])\b"
)
OWN = re.compile(
    rf"\b(?P<own>{CODE})\)?(?:,| is|, which is)(?: the| also)?(?: in)? column (?P<n>[12])\b"
    rf"|\bcolumn (?P<m>[12]) (?:code|line)[ ,]*\(?(?P<its>{CODE})\)?"
)
ITS = re.compile(
    r"(?:\b[Ii]t is (?:the )?|^The code is |^As (?:the )?|, as (?:the )?)column (?P<n>[12])\b"
)
WHO = re.compile(
    r"\b(?P<who>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3}) (?:is|as) (?:the )?column (?P<n>[12])\b"
)
LEVELS = re.compile(r"\b(?:[Tt]wo|between)\b[^.]* (?:levels|evaluations)\b[^.]*\.?[^.]*$")
SETTINGS = re.compile(r"\b(hospital|practitioner)", re.IGNORECASE)
SUCH_AS = re.compile(r", such as [^.;]*")
ARTICLE = re.compile(r"^(?:The|the|An|an|A|a|and|so|each) ")
OTHERS = re.compile(
    r"\b(?:other|another|until|ended|withdrawn|deleted|would|that edit)\b|^With ind"
    r"|(?<!^)(?<!only )\bif\b"
    r"|\b(?:was|were|had)\b[^.;]*\b(?:column|indicator)\b",
    re.IGNORECASE,
)
"""The past, what is supposed, and edits of codes that the sentence does not name."""

Pairs = list[tuple[str, str]]


def loose_statements(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """Those of a sentence about the present; the strict wordings prevail."""
    text = sentence.text
    if not ("indicator" in text or "column" in text) or OTHERS.search(text):
        return
    if "indicator" in text:
        for match in INDICATOR.finditer(text):
            yield from _indicator(corpus, sentence, match)
    if "column" in text:
        yield from _columns(corpus, sentence)


def _indicator(corpus: Corpus, sentence: Sentence, match: re.Match[str]) -> Iterator[Statement]:
    setting = setting_of(sentence, match)
    pairs = _pairs(corpus, sentence, match.start())
    if (like := SUCH_AS.match(sentence.text, match.end())) and (page := _page(sentence)):
        pairs = [(page, one) for one in codes_in(corpus, like[0])]
    edits = edits_between(corpus, setting, pairs)
    found: frozenset[Value] = frozenset(float(edit.indicator) for edit in edits)
    if len(found) == 1:
        yield match, _columns_of(edits[0]), "indicator", float(match["n"]), found


def _columns(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    text = sentence.text
    for match in BOTH.finditer(text):
        pairs = [(match["one"], match["other"])]
        yield from _column(corpus, sentence, match, match["other"], pairs)
    for match in OWN.finditer(text):
        own = match["own"] or match["its"]
        yield from _column(corpus, sentence, match, own, _pairs(corpus, sentence, len(text)))
    for match in ITS.finditer(text) if _page(sentence) else ():
        own = sentence.subject.codes[0]
        pairs = [(own, one) for one in CODES.findall(text) if one != own]
        yield from _column(corpus, sentence, match, own, pairs or _meant(sentence, own))
    for match in WHO.finditer(text):
        pairs = _pairs(corpus, sentence, len(text))
        codes = dict.fromkeys(code for pair in pairs for code in pair)
        named = [code for code in codes if _is_called(corpus, code, match["who"])]
        if len(named) == 1:
            yield from _column(corpus, sentence, match, named[0], pairs)


def _column(
    corpus: Corpus, sentence: Sentence, match: re.Match[str], own: str, pairs: Pairs
) -> Iterator[Statement]:
    edits = edits_between(
        corpus, setting_of(sentence, match), [pair for pair in pairs if own in pair]
    )
    found: frozenset[Value] = frozenset(1.0 if edit.column1 == own else 2.0 for edit in edits)
    if len(found) == 1:
        stated = float(figure_in(match)[0])
        yield match, _columns_of(edits[0]), "column", stated, found


def _is_called(corpus: Corpus, code: str, who: str) -> bool:
    known = corpus.codes.get(code)
    words = f" {ARTICLE.sub('', ARTICLE.sub('', who)).lower()} "
    names = (known.plain_name, *known.also_called) if known else ()
    return any(words in f" {name.lower()} " or f" {name.lower()} " in words for name in names)


def _pairs(corpus: Corpus, sentence: Sentence, end: int) -> Pairs:
    """Of the codes named so far in the sentence; with fewer than two, those that it may mean."""
    named = list(dict.fromkeys(codes_in(corpus, sentence.text[:end])))
    page = _page(sentence)
    of_file = page and page not in named and sentence.thing.startswith("codes/")
    groups = GROUP.findall(sentence.text[:end])
    if of_file and (len(groups) == 1 or (groups and sentence.text.startswith("With "))):
        return [(page, one) for one in codes_in(corpus, groups[-1])]
    if page and LEVELS.search(f"{sentence.before} {sentence.text}"):
        return list(combinations(named_alike(corpus, page), 2))
    if len(named) >= 2:
        return list(combinations(named, 2))
    return _meant(sentence, *named[:1]) or _stated(corpus, sentence, *named)


def _stated(corpus: Corpus, sentence: Sentence, *named: str) -> Pairs:
    """By the text before, and by what a common error bills."""
    before = CODES.findall(sentence.before.rpartition("\n\n")[2])[-2:]
    error, page = _of_error(corpus, sentence), _page(sentence)
    stated = dict.fromkeys((*named, *before, *error, *sentence.subject.codes))
    if error or not (named or (page and before)):
        return list(combinations(stated, 2))
    own = named[0] if named else page
    return [(own, one) for one in stated if one != own]


def _meant(sentence: Sentence, *code: str) -> Pairs:
    """The edits that a question rests on, those with a code."""
    edits = [tuple(edit.split("-")[:2]) for edit in sentence.subject.edits]
    return [(one, other) for one, other in edits if not {*code} - {one, other}]


def _of_error(corpus: Corpus, sentence: Sentence) -> list[str]:
    """The codes that a common error bills, and those that are right."""
    code, keys = corpus.codes.get(sentence.thing.partition("/")[2]), sentence.spot.keys
    if not code or keys[:1] != ("common_errors",):
        return []
    error = code.common_errors[int(keys[1])]
    return CODES.findall(f"{error.wrong} {error.right}")


def named_alike(corpus: Corpus, page: str) -> list[str]:
    """The codes that are named like this one up to the level, or to the minutes."""
    start = corpus.names.get(page, "").partition(",")[0]
    return [name for name, called in corpus.names.items() if called.startswith(f"{start},")]


def _page(sentence: Sentence) -> str:
    return sentence.subject.codes[0] if len(sentence.subject.codes) == 1 else ""


def setting_of(sentence: Sentence, match: re.Match[str]) -> str:
    """The one named next after the match; else the one before it; else a practitioner's."""
    after, before = sentence.text[match.end() :], sentence.text[: match.start()]
    found = [*SETTINGS.findall(after)[:1], *SETTINGS.findall(before)[-1:]]
    return found[0].lower() if found else "practitioner"


def edits_between(corpus: Corpus, setting: str, pairs: Pairs) -> list[Edit]:
    """The edits of each pair that ended last, in a setting."""
    found = []
    for one, other in pairs:
        both = (*corpus.edits_of(one, other), *corpus.edits_of(other, one))
        here = [edit for edit in both if edit.setting == setting and edit.indicator != 9]
        if here:
            found.append(max(here, key=lambda edit: edit.effective.end or date.max))
    return found


def _columns_of(edit: Edit) -> tuple[str, str]:
    return edit.column1, edit.column2
