"""What a key rests on that has confidence low, whatever the kind of question."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from pydantic import BaseModel

from generator.facts.base import Keys, Sourced, nested
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.key_digest import facts_of
from generator.questions.kinds.answers import Key

READ: Mapping[str, tuple[str, ...]] = {
    "codes": ("meaning", "unit", "coverage"),
    "rules": ("counting", "values"),
    "payers": ("unit_fact", "substitutions", "not_covered", "caps", "modifiers", "assistants"),
}
"""Slots that the engine counts and bills by; of others its reasons tell the confidence."""


def weak_slots(corpus: Corpus, item: Item, key: Key) -> Iterator[str]:
    """Facts behind a key, each with a slot of confidence low that bears on the question."""
    payers = (f"payers/{item.payer}", f"payers/{getattr(item, 'to', '')}")
    facts = dict.fromkeys((*facts_of(item, key), *(payers if hasattr(item, "visit") else ())))
    named = {name.partition("/")[2] for name in facts}
    for reference in facts:
        fact = corpus.fact(reference)
        if isinstance(fact, BaseModel):
            for keys, part in _weak_parts(fact, reference.partition("/")[0]):
                if _concerns(item, named, keys, part):
                    yield f"'{'.'.join(map(str, keys))}' of {reference}"


@lru_cache(maxsize=4096)
def _weak_parts(fact: BaseModel, register: str) -> tuple[tuple[Keys, Sourced], ...]:
    return tuple(
        ((slot, *keys), part)
        for slot in READ.get(register, ())
        for keys, part in nested(getattr(fact, slot, None))
        if isinstance(part, Sourced) and part.confidence == "low"
    )


def _concerns(item: Item, named: set[str], keys: Keys, part: Sourced) -> bool:
    """Whether the part speaks of a question's payers, dates and codes."""
    other = getattr(item, "to", None)
    days = [day for day in (item.date, other) if isinstance(day, date)]
    codes = getattr(part, "codes", ())
    return (
        any(part.effective.covers(day) for day in days)
        and (not codes or not named.isdisjoint(codes))
        and all(name in (item.payer, other, *named) for name in keys[1:] if isinstance(name, str))
    )
