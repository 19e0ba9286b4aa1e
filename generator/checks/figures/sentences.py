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
from generator.facts.quizzes import Item
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
    "quizzes",
    "templates",
    "lessons",
)
NO_STATEMENTS = {
    "note",  # what happened at a visit
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
class Sentence:
    """A sentence, where it is, the sentences before it in its text, and whose text it is."""

    spot: Spot
    start: int
    text: str
    before: str
    owners: tuple[str, ...]
    things: tuple[str, ...] = ()


def sentences(corpus: Corpus) -> Iterator[Sentence]:
    """Every sentence in which an author states facts."""
    for register in REGISTERS:
        for name, thing in corpus.register(register).items():
            spot = corpus.spot(register, name)
            for keys, text, owners in _texts(thing, name):
                at = Spot(spot.path, (*spot.keys, *keys))
                for start, end in _bounds(text):
                    yield Sentence(
                        at, start, text[start:end], text[:start], owners, (f"{register}/{name}",)
                    )


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in SENTENCE_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


@lru_cache(maxsize=4096)  # read once, however often the project is checked again
def _texts(thing: BaseModel, name: str) -> tuple[tuple[Keys, str, tuple[str, ...]], ...]:
    in_name = tuple(re.findall(CODE, name))
    return tuple(_walk(thing, (), in_name))


def _walk(
    value: object, keys: Keys, owners: tuple[str, ...]
) -> Iterator[tuple[Keys, str, tuple[str, ...]]]:
    if isinstance(value, BaseModel):
        owners = () if _is_no_code(value) else _owners(value) or owners
        entries: Mapping[Any, object] = _fields(value)
    elif isinstance(value, tuple):
        entries = dict(enumerate(value))
    elif isinstance(value, dict):
        entries = value
    else:
        if isinstance(value, str) and not isinstance(value, Reference) and " " in value:
            yield keys, value, owners
        return
    for key, entry in entries.items():
        if key not in NO_STATEMENTS:
            yield from _walk(entry, (*keys, key), owners)


def _fields(value: BaseModel) -> Mapping[Any, object]:
    """The text of an option that the author calls wrong is no statement of the author's."""
    entries = dict(value.__dict__)
    if "feedback" in entries and not entries.get("key"):
        entries.pop("text", None)
    return entries


def _owners(value: BaseModel) -> tuple[str, ...]:
    """The codes that a record is about, where it names them itself."""
    holds = getattr(value, "holds", None)
    if holds is not None:
        return (str(holds.fact).partition("/")[2],)
    if isinstance(value, CommonError):
        return tuple(dict.fromkeys(re.findall(CODE, value.wrong)))
    for name in ("code", "use", "codes", "about"):
        found = getattr(value, name, ())
        codes = tuple(
            str(code).rpartition("/")[2]
            for code in (found if isinstance(found, tuple) else (found,))
            if _is_code(code)
        )
        if codes:
            return codes
    if isinstance(value, Item):
        named = (fact.partition("/") for fact in value.rests_on)
        return tuple(str(name) for register, _, name in named if register == "codes")
    return ()


def _is_no_code(value: object) -> bool:
    """Whether a record is about something for which no code is right."""
    return isinstance(value, NotWhen) and not _is_code(value.use)


def _is_code(value: object) -> bool:
    return isinstance(value, CodeId) or (isinstance(value, FactId) and value.startswith("codes/"))
