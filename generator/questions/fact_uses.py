"""Where a fact is used: what refers to it, and what says it in words."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.authoring.lesson_files import shortcodes, target_of
from generator.facts.base import Keys, Reference
from generator.facts.corpus import REGISTERS, Corpus
from generator.findings import Spot

HELD_ELSEWHERE = {"quizzes": "items", "articles": "claims"}
"""Registers whose entries hold entries of another one."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SLOT_WORDS = {"mue": r"MUEs?|unlikely[- ]edits?|ceilings?", "unit": "timed|untimed"}
"""What texts call a slot, where it is not the slot's own name."""
OF_ONE_THING = ("items", "claims", "misconceptions", "comparisons", "edits")
"""Registers whose entries speak of what they refer to, without naming it in every text."""
LINE = re.compile(r".+")
NAMES = ("name", "plain_name", "title", "term")


@dataclass(frozen=True)
class FactName:
    """A fact such as `codes/97124`, or a slot of it such as `mue`."""

    register: str
    name: str
    slot: str = ""

    @property
    def reference(self) -> str:
        """The fact as questions name it."""
        return f"{self.register}/{self.name}"


@dataclass(frozen=True)
class Use:
    """A place that uses a fact: it refers to it, or `text` has `words` that say it."""

    register: str
    name: str
    keys: Keys
    text: str = ""
    words: str = ""


def spots_of(corpus: Corpus, fact: FactName) -> Iterator[Spot]:
    """Where the fact itself is written; a pair has several edits."""
    registers = ("codes", "other_codes") if fact.register == "codes" else (fact.register,)
    for register in registers:
        for name in corpus.register(register):
            if name == fact.name or (register == "edits" and name.startswith(f"{fact.name}-")):
                spot = spot_in(corpus, register, name)
                yield spot / fact.slot if fact.slot else spot


def spot_in(corpus: Corpus, register: str, name: str) -> Spot:
    """Where an entry was written; a source's own name is the key of it."""
    spot = corpus.spot(register, name)
    return spot / name if register == "sources" else spot


def uses_of(corpus: Corpus, fact: FactName) -> Iterator[Use]:
    """Every reference to the fact, and every text that names it or states it."""
    named = _named(corpus, fact)
    stated = _stated(corpus, fact) if fact.slot else named
    for register in REGISTERS:
        for name, thing in corpus.register(register).items():
            is_own = (register, name) == (fact.register, fact.name)
            left_out = fact.slot if is_own else HELD_ELSEWHERE.get(register)
            texts = [found for found in _texts(thing) if found[0][:1] != (left_out,)]
            if is_own and not fact.slot:
                continue
            refers = {keys for keys, text in texts if _refers(text, fact)}
            found = _of_slot(texts, refers, fact) if fact.slot else refers
            yield from (Use(register, name, keys) for keys in found)
            yield from _shortcodes(register, name, thing, fact)
            is_about_it = named.search(name.replace("-", " ")) or register in OF_ONE_THING
            speaks_of_it = is_own or (refers and is_about_it)
            for keys, text in _prose(texts):
                match = stated.search(text)
                if match and (not fact.slot or speaks_of_it or named.search(text)):
                    yield Use(register, name, _at(keys, match.start()), text, match[0])


def _of_slot(
    texts: Iterable[tuple[Keys, str]], refers: Container[Keys], fact: FactName
) -> Iterator[Keys]:
    """Where a statement of a question reads the slot."""
    for keys, text in texts:
        is_slot = keys[-1:] == ("slot",) and text.partition(".")[0] == fact.slot
        if is_slot and (*keys[:-1], "fact") in refers:
            yield keys


def _at(keys: Keys, offset: int) -> Keys:
    """The keys of a text; in a lesson's body the words themselves."""
    match keys:
        case ("body", int(start)):
            return "body", start + offset
        case _:
            return keys


def _prose(texts: Iterable[tuple[Keys, str]]) -> Iterator[tuple[Keys, str]]:
    """Texts that refer to nothing; of a lesson each line, with its place in the body."""
    for keys, text in texts:
        if keys == ("body",):
            yield from ((("body", line.start()), line[0]) for line in LINE.finditer(text))
        elif not isinstance(text, Reference) and keys[-1:] != ("slot",):
            yield keys, text


def _refers(text: str, fact: FactName) -> bool:
    if not isinstance(text, Reference):
        return False
    named = text if text.kind == "facts" else f"{text.kind}/{text}"
    register, _, name = named.partition("/")
    return named == fact.reference or (
        fact.register == "codes" and register == "edits" and fact.name in name.split("-")
    )


def _shortcodes(register: str, name: str, thing: Any, fact: FactName) -> Iterator[Use]:
    if register == "lessons" and not fact.slot:
        for shortcode in shortcodes(thing.body):
            if target_of(shortcode) == (fact.register, fact.name):
                yield Use(register, name, ("body", shortcode.start))


def _named(corpus: Corpus, fact: FactName) -> re.Pattern[str]:
    """What texts call it: a code by its number, everything else by its name."""
    thing = corpus.fact(fact.reference)
    names = [getattr(thing, key) for key in NAMES if hasattr(thing, key)]
    if fact.register == "payers":
        names = [name.partition(",")[0] for name in names]  # "UnitedHealthcare, commercial plans"
    elif fact.register == "sources":
        names = []  # texts cite them and do not name them
    is_code = fact.register == "codes"
    words = [fact.name] * is_code + names * (not is_code or bool(fact.slot))
    return _words(map(re.escape, words))


def _stated(corpus: Corpus, fact: FactName) -> re.Pattern[str]:
    """What texts call the slot, or a figure of it before what it counts."""
    value = getattr(corpus.fact(fact.reference), fact.slot, ())
    figures = (
        rf"(?:{number}{_in_words(number)})[ -](?:\w+ ){{0,2}}{key.rstrip('s')}s?"
        for key, number in _figures(value)
    )
    return _words((SLOT_WORDS.get(fact.slot, fact.slot.replace("_", " ")), *figures))


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    """Any of them as whole words, outside ids such as cms-mue-2026q2."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns) or '(?!)'})(?![\w-])", re.IGNORECASE)


def _in_words(number: int) -> str:
    """`|four` for 4; nothing for numbers that nobody writes out."""
    return f"|{NUMBERS[number]}" if number < len(NUMBERS) else ""


def _figures(value: object) -> Iterator[tuple[str, int]]:
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, BaseModel):
            yield from ((key, held) for key, held in part if type(held) is int)


def _texts(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Every text in a thing, references among them, with the keys that lead there."""
    entries: Iterable[tuple[str | int, object]] = ()
    match value:
        case str():
            yield keys, value
        case BaseModel():
            entries = value.__dict__.items()
        case tuple():
            entries = enumerate(value)
        case dict():
            yield from (((*keys, str(key)), key) for key in value if isinstance(key, str))
            entries = ((str(key), entry) for key, entry in value.items())
    for key, entry in entries:
        if isinstance(entry, (str, BaseModel, tuple, dict)):
            yield from _texts(entry, (*keys, key))
