"""What prose states of NCCI edits: column, indicator, first and last days, and that there is none.

Each function yields the match, the pair, the slot, the value stated and those of the facts.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.figures.date_patterns import MONTHS, day_of
from generator.checks.figures.sentences import CODE, Sentence
from generator.checks.figures.subjects import GROUP, NAMED, PAIR, look_alike
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit

Value = float | str
Statement = tuple[re.Match[str], tuple[str, str], str, Value, frozenset[Value]]
CODES = re.compile(rf"(?P<n>{CODE})")
A_DAY = rf"(?:{MONTHS}) \d{{1,2}}, (?:19|20)\d\d"
LAST = re.compile(
    rf"\bended (?:on|with|in) (?P<n>{A_DAY}|20\d\d)\b|\bran from {A_DAY} to (?P<m>{A_DAY})"
)
FIRST = re.compile(rf"\bran from (?P<n>{A_DAY})\b")
AGAIN = re.compile(rf"\bactive again on (?P<n>{A_DAY})\b")
AS_OF = re.compile(rf"\bedits [^.;]{{0,60}}are those of (?P<n>{A_DAY})\b")
OWN = re.compile(
    rf"(?:(?:(?P<code>{GROUP.pattern}) (?:is|are)|\bIt is)(?: also)? |^)column (?P<n>[12])\b"
    rf"(?: \(denied\))?(?:, indicator [01],)? (?:with|to|over)\b(?P<others>[^.;]*)",
    re.IGNORECASE,
)
IT = re.compile(r"\b[Ii]t is column (?P<n>[12])\b(?! with\b| to\b| over\b)")
WHO = r"(?P<who>[\w -]+?) is column (?P<n>[12])\b"
WHOSE = re.compile(rf"^(?P<others>With\b[^.;]*),(?: and)? (?:the )?{WHO}")
ALONE = re.compile(rf"^(?:The )?{WHO}(?! with\b| over\b| to\b)")
PLACED = re.compile(rf"(?P<code>{NAMED}) (?:in|as) column (?P<n>[12])\b")
GONE = re.compile(r"\b(?:ended|withdrawn|had)\b")
NONE = re.compile(r"\bno active edit (?P<of>with|of|between) ", re.IGNORECASE)
EARLIER = re.compile(
    r"\W*(?:The (?:NCCI )?(?:pair|edit)s?|It|They|Those|These|All|Both)\b(?! with\b| of\b)"
)
TWO = re.compile(rf"({NAMED}) (?:and|with|/) ({NAMED})")
ALL = re.compile(r"\b(?:all|both)(?: with| have)? $")
ASIDE = re.compile(r"\b(?:although|because|but|while|so|is|are)\b")
IN_HOSPITALS = re.compile(r"\bhospital", re.IGNORECASE)
NO_EDIT, AN_EDIT = "no edit", "an edit"


def statements_of_edits(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    """All that a sentence states of edits by the wordings above."""
    text = sentence.text
    if "column" in text or "Column" in text:
        yield from _columns(corpus, sentence)
    if "active" in text or "ended" in text or "ran from" in text:
        yield from _absent(corpus, sentence)
        yield from _days(corpus, sentence)
    if (match := AS_OF.search(text)) and len(sentence.subject.codes) == 1:
        code = sentence.subject.codes[0]
        read: frozenset[Value] = frozenset(
            edit.as_of.isoformat() for edit in corpus.edits_by_code.get(code, ())
        )
        yield match, (code, code), "edits as_of", day_of(match["n"]), read


def earlier_codes(sentence: Sentence) -> tuple[str, ...]:
    """The codes of the sentence before, where this one begins with 'It' or 'The edit'."""
    if not EARLIER.match(sentence.text):
        return ()
    before = re.split(r"[.;](?:\[@[^\]]*\])*\s+", sentence.before.strip().rstrip(".;"))
    return tuple(CODES.findall(before[-1]))


def further_pairs(sentence: Sentence, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The pairs of an indicator: by 'column', by the sentence before, or two codes named."""
    before, page = sentence.text[: match.start()], _page(sentence)
    last = CODES.findall((GROUP.findall(before) or [""])[-1])
    columns = [one for one in OWN.finditer(sentence.text) if one.start() < len(before)]
    if columns:
        listed = _listed(before, columns[-1]) or last
        for own in _owners(sentence, columns[-1]):
            yield from ((own, other) for other in listed if own and other != own)
    elif WHOSE.search(sentence.text):
        yield from ((page, other) for other in CODES.findall(before) if page)
    elif not last and len(sentence.subject.codes) == 2 and EARLIER.match(before):
        yield sentence.subject.codes[0], sentence.subject.codes[1]
    elif earlier := () if last else earlier_codes(sentence):
        others = [other for other in earlier if other != page]
        yield from ((page, other) for other in others if page)
        if not page and len(others) == 2:
            yield others[0], others[1]
    elif (two := TWO.search(before)) and len(CODES.findall(before)) == 2:
        yield two[1].strip("[]"), two[2].strip("[]")


def _listed(before: str, column: re.Match[str]) -> list[str]:
    """The codes after 'column 1, indicator 0, with', or all before ', all indicator 0'."""
    if column.start("others") > len(before):
        return CODES.findall(ASIDE.split(column["others"])[0])
    return CODES.findall(before[column.start("others") :]) if ALL.search(before) else []


def _owners(sentence: Sentence, column: re.Match[str]) -> list[str]:
    return CODES.findall(column["code"]) if column["code"] else [_page(sentence)]


def _columns(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    for found in OWN.finditer(sentence.text):
        others = CODES.findall(ASIDE.split(found["others"])[0])
        for own in _owners(sentence, found):
            yield from _in_column(corpus, sentence, found, own, others)
    pair = look_alike(sentence)
    if pair:
        for found in IT.finditer(sentence.text):
            yield from _in_column(corpus, sentence, found, pair[0], [pair[1]])
    named = tuple(dict.fromkeys(CODES.findall(sentence.text)))
    for found in PLACED.finditer(sentence.text) if len(named) == 2 else ():
        own = found["code"].strip("[]")
        yield from _in_column(corpus, sentence, found, own, [*named])
    if match := WHOSE.search(sentence.text):
        yield from _column_of_words(corpus, sentence, match)
    elif match := ALONE.search(sentence.text):
        words = re.findall(rf"{re.escape(match['who'])} \(({GROUP.pattern})\)", sentence.before)
        for other in CODES.findall(words[-1]) if words else ():
            yield from _in_column(corpus, sentence, match, other, [_page(sentence)])


def _column_of_words(
    corpus: Corpus, sentence: Sentence, match: re.Match[str]
) -> Iterator[Statement]:
    """'With whirlpool (97022), indicator 1, and whirlpool is column 2'."""
    listed, who, page = match["others"].lower(), match["who"].lower(), _page(sentence)
    others = CODES.findall(match["others"])
    if who in ("it", "this code", page.lower()) or _only_in(
        corpus.names.get(page, ""), who, listed
    ):
        yield from _in_column(corpus, sentence, match, page, others)
    elif who in listed:
        for other in [match["who"]] if CODES.fullmatch(match["who"]) else others:
            yield from _in_column(corpus, sentence, match, other, [page])


def _only_in(name: str, who: str, others: str) -> bool:
    return who in name.lower() and who not in others


def _in_column(
    corpus: Corpus, sentence: Sentence, match: re.Match[str], own: str, others: list[str]
) -> Iterator[Statement]:
    for other in others:
        edits = _between(corpus, sentence, own, other)
        ends = sorted(edit.effective.end or date.max for edit in edits)
        meant = ends[0 if GONE.search(sentence.text) else -1] if ends else None
        columns: frozenset[Value] = frozenset(
            1.0 if edit.column1 == own else 2.0
            for edit in edits
            if (edit.effective.end or date.max) == meant
        )
        if own != other:
            yield match, (own, other), "column", float(match["n"]), columns


def _absent(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    for match in NONE.finditer(sentence.text):
        named = ASIDE.split(sentence.text[match.end() :])[0]
        left, _, _ = ("", "", named) if match["of"] == "with" else named.partition(" and ")
        own = CODES.findall(left) if left else [_page(sentence)]
        ends = match.end() + len(named)
        for found in CODES.finditer(sentence.text, match.end() + len(left), ends):
            for one in own:
                edits = _between(corpus, sentence, one, found[0])
                active = any(not edit.effective.end for edit in edits)
                values: frozenset[Value] = frozenset({AN_EDIT if active else NO_EDIT})
                if one and one != found[0]:
                    yield found, (one, found[0]), "active", NO_EDIT, values


def _days(corpus: Corpus, sentence: Sentence) -> Iterator[Statement]:
    for slot, pattern in (("ended", LAST), ("began", FIRST), ("active again", AGAIN)):
        for match in pattern.finditer(sentence.text):
            text = match["n"] or match["m"]
            value = text if text.isdigit() else day_of(text)
            for pair in _pairs(sentence, match):
                edits = _between(corpus, sentence, *pair)
                yield match, pair, slot, value, _ends(edits, slot, value)


def _ends(edits: list[Edit], slot: str, value: str) -> frozenset[Value]:
    if slot == "active again":
        active = any(not edit.effective.end for edit in edits)
        return frozenset({value if active else NO_EDIT}) if edits else frozenset()
    periods = [edit.effective for edit in edits if edit.indicator != 9]
    days = [one.end if slot == "ended" else one.start for one in periods]
    return frozenset(day.isoformat()[: len(value)] for day in days if day)


def _pairs(sentence: Sentence, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    before = sentence.text[: match.start()]
    if pair := PAIR.search(before):
        first, second = CODES.findall(pair[0])
        yield first, second
        return
    page, named = _page(sentence), CODES.findall(before)
    if not page and len(named) == 2:
        yield named[0], named[1]
    for other in named or earlier_codes(sentence):
        if page and other != page:
            yield page, other


def _between(corpus: Corpus, sentence: Sentence, one: str, other: str) -> list[Edit]:
    setting = "hospital" if IN_HOSPITALS.search(sentence.text) else "practitioner"
    both = (*corpus.edits_of(one, other), *corpus.edits_of(other, one))
    return [edit for edit in both if edit.setting == setting]


def _page(sentence: Sentence) -> str:
    return sentence.subject.codes[0] if len(sentence.subject.codes) == 1 else ""
