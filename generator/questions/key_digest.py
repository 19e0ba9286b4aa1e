"""What the answer of an item rests on, as one short text.

It changes when, and only when, a rule did.
"""

import hashlib
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key

LENGTH = 12
PROVENANCE = {"sources", "as_of", "confidence", "contested"}
"""Who says so and when it was read: a new reading of the same rule is no new rule."""
OF_EACH: Any = "__all__"
ENTRY_NAMES: Any = {
    "statements": {OF_EACH: {"id"}},
    "prevent": {OF_EACH: {"id"}},
    "parts": {OF_EACH: {"boxes": {OF_EACH: {"values": {OF_EACH: {"id"}}}}}},
}
"""What slots call entries of lists, in the form that pydantic excludes: a name is no rule."""
WITHOUT_EFFECT = {
    "also_called",
    "words",
    "common_errors",
    "look_alikes",
    "diagnoses",
    "doubts",
    "history",
    "plain_name",
    "title",
    "summary",
    "examples",
    "counting",
}
"""Slots of a fact that no answer rests on, or whose effect the key and its reasons show."""


def facts_of(item: Item, key: Key) -> tuple[str, ...]:
    """The facts behind an item."""
    used = {str(fact) for reason in key.reasons for fact in reason.rests_on}
    return tuple(sorted(used | {str(fact) for fact in item.rests_on}))


def item_digest(corpus: Corpus, item: Item, key: Key | None = None) -> str:
    """Twelve hexadecimal digits over the key, its reasons and the deciding parts of the facts."""
    key = key or derive_key(corpus, item)
    state = hashlib.sha256(repr(sorted(key.right)).encode())
    for reason in key.reasons:
        state.update(reason.text.encode())
    for fact in facts_of(item, key):
        found = corpus.fact(fact)
        state.update(fact.encode() + (_written(found) if isinstance(found, BaseModel) else b""))
    return state.hexdigest()[:LENGTH]


@lru_cache(maxsize=4096)
def _written(fact: BaseModel) -> bytes:
    """A fact is written once a run, however many items rest on it."""
    return to_json(
        _deciding(fact.model_dump(mode="json", exclude_defaults=True, exclude=ENTRY_NAMES))
    )


def _deciding(value: object) -> object:
    match value:
        case dict():
            return {
                name: _deciding(entry)
                for name, entry in sorted(value.items())
                if name not in PROVENANCE | WITHOUT_EFFECT
            }
        case list():
            return [_deciding(entry) for entry in value]
        case _:
            return value
