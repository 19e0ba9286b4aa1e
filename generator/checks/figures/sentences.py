"""Sentences in which an author states facts, each with the facts that its text belongs to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from generator.facts.base import CodeId, FactId, Keys, Reference
from generator.facts.codes import CommonError, NotWhen
from generator.facts.corpus import Corpus
from generator.findings import Spot

REGISTERS = (
    "codes",
    "other_codes",
    "families",
    "techniques",
    "payers",
    "rules",
    "edits",
    "glossary",
    "changes",
    "articles",
    "misconceptions",
    "comparisons",
    "cases",
    "sheets",
    "adjustments",
    "figures",
    "claim_forms",
    "quizzes",
    "templates",
    "lessons",
)
NO_STATEMENTS = {
    "note",  # what happened at a visit
    "chart",  # of a patient case, as its notes
    "documents",
    "earlier",
    "situation",
    "wrong",
    "belief",  # what somebody believes or says wrongly
    "why_believed",
    "says",
    "described",
    "words",
    "also_called",
    "shorthand",
    "visit",
    "prompt",
    "sources",
    "where",
    "draws",
}
CODE = r"\b(?:\d{5}|G\d{4})\b"
SENTENCE_END = re.compile(r"(?<=[.!?;])(?:\[@[^\]]*\])*\s+|\n+")


@dataclass(frozen=True)
class Subject:
    """The codes and the pairs that a text is about."""

    codes: tuple[str, ...] = ()
    edits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence, where it is, the sentences before it in its text, and what the text is about.

    `thing` is what its file holds, as facts are named.
    """

    spot: Spot
    start: int
    text: str
    before: str
    subject: Subject
    thing: str


def sentences(corpus: Corpus) -> Iterator[Sentence]:
    """Every sentence in which an author states facts."""
    for register in REGISTERS:
        for name, thing in corpus.register(register).items():
            spot = corpus.spot(register, name)
            for keys, text, subject in stated_texts(thing, name):
                at = Spot(spot.path, (*spot.keys, *keys))
                for start, end in _bounds(text):
                    before, fact = text[:start], f"{register}/{name}"
                    yield Sentence(at, start, text[start:end], before, subject, fact)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in SENTENCE_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


@lru_cache(maxsize=4096)  # read once, however often the project is checked again
def stated_texts(thing: BaseModel, name: str) -> tuple[tuple[Keys, str, Subject], ...]:
    """The texts of a thing in which an author states facts: keys, text, what it is about."""
    return tuple(_walk(thing, (), Subject(tuple(re.findall(CODE, name)))))


def _walk(value: object, keys: Keys, subject: Subject) -> Iterator[tuple[Keys, str, Subject]]:
    if isinstance(value, BaseModel):
        subject = _subject(value, subject)
        entries: Mapping[Any, object] = _fields(value)
    elif isinstance(value, tuple):
        entries = dict(enumerate(value))
    elif isinstance(value, dict):
        entries = value
    else:
        if isinstance(value, str) and not isinstance(value, Reference) and " " in value:
            yield keys, value, subject
        return
    for key, entry in entries.items():
        if key not in NO_STATEMENTS:
            yield from _walk(entry, (*keys, key), subject)


def _fields(value: BaseModel) -> Mapping[Any, object]:
    """The text of an option that the author calls wrong is no statement of the author's."""
    entries = dict(value.__dict__)
    if "feedback" in entries and not entries.get("key"):
        entries.pop("text", None)
    return entries


def _subject(value: BaseModel, around: Subject) -> Subject:
    """What a record is about where it says so itself; else what the record around it is."""
    facts = [str(fact) for fact in getattr(value, "rests_on", ())]
    if holds := getattr(value, "holds", None):
        facts = [str(holds.fact)]
    edits = tuple(fact.partition("/")[2] for fact in facts if fact.startswith("edits/"))
    return Subject(_codes(value, facts, around), edits or around.edits)


def _codes(value: BaseModel, facts: list[str], around: Subject) -> tuple[str, ...]:
    if isinstance(value, NotWhen):
        return (str(value.use),) if isinstance(value.use, CodeId) else ()
    if isinstance(value, CommonError):
        wrong, right = (set(re.findall(CODE, text)) for text in (value.wrong, value.right))
        own = wrong.issuperset(around.codes) or not wrong | right
        return around.codes if own else tuple(sorted(wrong | right))
    for name in ("code", "codes", "about"):
        found = getattr(value, name, ())
        entries = found if isinstance(found, tuple) else (found,)
        if codes := tuple(str(one).rpartition("/")[2] for one in entries if _is_code(one)):
            return codes
    return tuple(fact[6:] for fact in facts if fact.startswith("codes/")) or around.codes


def _is_code(value: object) -> bool:
    return isinstance(value, CodeId) or (isinstance(value, FactId) and value.startswith("codes/"))
