"""References and the links of lessons lead somewhere; files are called what they hold."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from generator.authoring.lesson_files import (
    CITATION,
    INSERTED,
    LINKED,
    Shortcode,
    shortcodes,
    target_of,
)
from generator.facts.base import Keys, Reference, nested
from generator.facts.corpus import REGISTERS, Corpus
from generator.facts.lessons import Lesson
from generator.facts.patient_cases import PatientCase
from generator.facts.registers import SourceEntry
from generator.findings import CODE, Problems, Spot, did_you_mean, listed, nearest, simplified

FILES = {
    "sources": "content/sources.yaml",
    "families": "content/families.yaml",
    "codes": "content/codes or content/other_codes.yaml",
    "techniques": "content/techniques.yaml",
    "purposes": "the purposes of content/techniques.yaml",
    "payers": "content/payers",
    "plans": "content/plans",
    "fee_schedules": "content/fee_schedules",
    "worked_claims": "content/worked_claims.yaml",
    "rules": "content/rules",
    "edits": "content/edits.yaml",
    "glossary": "content/glossary.yaml",
    "abbreviations": "content/glossary.yaml",
    "changes": "content/changes.yaml",
    "claims": "content/claims",
    "articles": "content/claims",
    "misconceptions": "content/misconceptions",
    "objectives": "quizzes/objectives.yaml",
    "pools": "quizzes/words.yaml",
    "templates": "quizzes/templates",
    "items": "the quizzes",
    "quizzes": "quizzes",
    "lessons": "content/learn",
    "comparisons": "content/comparisons.yaml",
    "sheets": "content/sheets",
    "adjustments": "content/adjustments",
    "figures": "content/figures",
    "claim_forms": "content/claim_form",
    "diagnosis_lists": "content/diagnoses",
    "diagnoses": "content/diagnoses",
}

BESIDE_QUIZZES = (
    "check",
    "check-certificate",
    "data",
    "drill",
    "endless",
    "exam",
    "flashcards",
    "learn",
    "missed",
    "mixed",
    "progress",
    "review",
    "tracks",
)

SYNONYMS = ("name", "term", "title", "shorthand", "words")
"""Slots with other words for a thing; a code and what it is called are never guessed."""
FEW = 12
"""So many names are all told where none is near."""
NAMED_FILES = (
    "codes",
    "payers",
    "plans",
    "fee_schedules",
    "rules",
    "articles",
    "quizzes",
    "lessons",
    "templates",
    "assignments",
    "tracks",
    "sheets",
    "claim_forms",
    "diagnosis_lists",
)
BROKEN = re.compile(r"\[@[^\]\n]*\]?|\[\[[^\]\n]*\]{0,2}|<!-- rc:.*?(?:-->|$)", re.MULTILINE)
WORDS: Mapping[str, tuple[str, Collection[str | None]]] = {
    "link": ("register", LINKED),
    "block": ("block", INSERTED),
}
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
NEEDED = [
    *(key for key, field in SourceEntry.model_fields.items() if field.is_required()),
    "address",
]
"""The keys of a source; 'how_to_find' may take the place of the last."""


def dead_references(corpus: Corpus) -> Problems:
    """References that lead nowhere, each with the nearest name."""
    for register in REGISTERS:
        if register in ("claims", "items"):  # they lie in articles and quizzes
            continue
        for name, thing in corpus.register(register).items():
            for keys, reference in _references(thing):
                if not _exists(corpus, reference):
                    spot = corpus.spot(register, name)
                    files, hint = FILES[_register(reference)], _nearest(corpus, reference)
                    sentence = f"There is no '{reference}' in {files}; {hint}"
                    yield Spot(spot.path, spot.keys + keys), sentence
    yield from _records_of_no_chart(corpus)


def _records_of_no_chart(corpus: Corpus) -> Problems:
    """Records that a step of a case reads, and that its chart does not have."""
    for name, case in corpus.quizzes.items():
        known = [one.id for one in case.chart] if isinstance(case, PatientCase) else []
        for step, item in enumerate(case.items) if known else ():
            for place, record in enumerate(item.reads):
                if record not in known:
                    spot = corpus.spot("quizzes", name) / "items" / step / "reads" / place
                    hint = did_you_mean(record, known, f"it has {listed(known, 'and')}.")
                    yield spot, f"There is no '{record}' in the chart of the case; {hint}"


def names_taken(corpus: Corpus) -> Problems:
    """Quizzes whose page would take the place of another page of practice."""
    for name in (*BESIDE_QUIZZES, *(f"track-{track}" for track in corpus.tracks)):
        if name in corpus.quizzes:
            sentence = f"A page of the site is called '{name}' already; give the quiz another id."
            yield corpus.spot("quizzes", name) / "id", sentence


def misnamed_files(corpus: Corpus) -> Problems:
    """Files that are not called what they hold."""
    for register in NAMED_FILES:
        for name in corpus.register(register):
            spot = corpus.spot(register, name)
            stem = spot.path.rpartition("/")[2].rpartition(".")[0]
            if stem != name:
                key = "code" if register == "codes" else "id"
                sentence = f"The file is called '{stem}' and holds '{name}'; rename one of them."
                yield spot / key, sentence


@lru_cache(maxsize=8192)  # walked once, however often the project is checked again
def _references(thing: object) -> tuple[tuple[Keys, Reference], ...]:
    return tuple((keys, value) for keys, value in nested(thing) if isinstance(value, Reference))


def _exists(corpus: Corpus, reference: Reference) -> bool:
    match reference.kind:
        case "facts":
            return corpus.fact(reference) is not None
        case "codes":
            return reference in corpus.codes or reference in corpus.other_codes
        case register:
            return reference in corpus.register(register)


def _register(reference: Reference) -> str:
    return reference.partition("/")[0] if reference.kind == "facts" else reference.kind


def _nearest(corpus: Corpus, reference: Reference) -> str:
    register, slash, name = reference.rpartition("/")
    names = _names(corpus, register or reference.kind)
    turned = "-".join(reversed(name.split("-")))
    if register == "edits" and turned in names:
        return f"did you mean 'edits/{turned}'?"
    near = nearest(name, names, _synonyms(corpus, register or reference.kind))
    if near:
        return f"did you mean {listed([f'{register}{slash}{one}' for one in near], 'or')}?"
    keys = f" with {listed(NEEDED, 'and')}" if (register or reference.kind) == "sources" else ""
    few = sorted(names) if 0 < len(names) <= FEW and not CODE.search(name) else ()
    if few:
        return f"name {listed(few, 'or')}, or add it{keys}."
    check = "check its digits, " if CODE.search(name) else ""
    return f"{check}add it there{keys and f'{keys},'} or name another."


def _synonyms(corpus: Corpus, register: str) -> Mapping[str, Sequence[str]]:
    """The names of a register by the words that people use for them, in the form of ids."""
    found: dict[str, list[str]] = {}
    for name, thing in _things(corpus, register):
        for slot in SYNONYMS:
            words = getattr(thing, slot, ())
            for word in (words,) if isinstance(words, str) else words or ():
                found.setdefault(simplified(word), []).append(name)
    return found


def _things(corpus: Corpus, register: str) -> Iterable[tuple[str, object]]:
    return corpus.register(register).items() if register not in ("codes", "edits") else ()


def _names(corpus: Corpus, register: str) -> Collection[str]:
    match register:
        case "edits":
            return [f"{edit.column1}-{edit.column2}" for edit in corpus.edits.values()]
        case "codes":
            return [*corpus.codes, *corpus.other_codes]
        case _:
            return corpus.register(register)


def dead_links(corpus: Corpus) -> Problems:
    """Citations, links and blocks that lead nowhere."""
    for name, lesson in corpus.lessons.items():
        spot = corpus.spot("lessons", name) / "body"
        known = {shortcode.start: shortcode for shortcode in shortcodes(lesson.body)}
        for match in BROKEN.finditer(lesson.body):
            shortcode = known.get(match.start())
            if shortcode is None:
                sentence = (
                    f"'{match.group()}' is no citation, link or block; write [@source-id],"
                    " [[97124]] or <!-- rc:case id -->."
                )
                yield spot / match.start(), sentence
            elif dead := _dead(corpus, shortcode):
                yield spot / match.start(), dead


def _dead(corpus: Corpus, shortcode: Shortcode) -> str | None:
    if shortcode.kind == "citation" and not _is_day(shortcode.match["as_of"]):
        return f"'{shortcode.text}' names a day that does not exist; correct the date."
    if shortcode.kind in WORDS:
        group, words = WORDS[shortcode.kind]
        word = shortcode.match[group]
        if word not in words:
            listed = [one for one in words if one]
            return (
                f"'{shortcode.text}' leads to nothing: no {shortcode.kind} is called '{word}';"
                f" write {', '.join(listed[:-1])} or {listed[-1]}."
            )
    register, target = target_of(shortcode)
    names = _names(corpus, register)
    if target in names:
        return None
    hint = did_you_mean(target, names, "", _synonyms(corpus, register))
    if shortcode.kind == "link":
        hint = hint or _elsewhere(corpus, target)
    hint = hint or "name another."
    return f"'{shortcode.text}' leads to nothing: no '{target}' in {register}; {hint}"


def _elsewhere(corpus: Corpus, target: str) -> str:
    """What a link may mean in other registers; how these are linked where none is near."""
    if not CODE.search(target):
        near = {
            f"[[{word}:{name}]]"
            for word, register in LINKED.items()
            if word not in (None, "code")
            for name in nearest(target, _names(corpus, register))
        }
        if near:
            return f"did you mean {listed(sorted(near)[:FEW], 'or')}?"
        return "a quiz is linked as [[quiz:its-id]], a lesson as [[learn:its-id]]."
    return ""


def _is_day(text: str | None) -> bool:
    try:
        return text is None or bool(date.fromisoformat(text))
    except ValueError:
        return False


def sections_without_source(corpus: Corpus) -> Problems:
    """Sections of lessons to learn from that cite nothing."""
    for name, lesson in corpus.lessons.items():
        for start, title, text in _sections(lesson):
            if lesson.section == "learn" and not CITATION.search(text) and "<!-- rc:" not in text:
                yield (
                    corpus.spot("lessons", name) / "body" / start,
                    f"Section '{title}' cites nothing; add [@source-id] behind what it states.",
                )


def _sections(lesson: Lesson) -> Iterator[tuple[int, str, str]]:
    """Start and title of each section, and its text."""
    headings = tuple(HEADING.finditer(lesson.body))
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.start() if following else len(lesson.body)
        yield heading.start(), heading[1], lesson.body[heading.end() : end]
