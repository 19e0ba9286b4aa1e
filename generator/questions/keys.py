"""Keys of items, and the mistakes that items name."""

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from generator.cache.build_cache import cached_by_facts
from generator.facts.base import MisconceptionId
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.answers import Key
from generator.questions.kinds.registry import kind_of


@cached_by_facts
def derive_key(corpus: Corpus, item: Item) -> Key:
    """The key of `item` by the facts alone; raises `Underivable`."""
    return kind_of(item).derive(corpus, item)


@lru_cache(maxsize=4096)
def mistakes(value: object) -> frozenset[str]:
    """Every misconception that an item names, wherever in it."""
    return frozenset(_mistakes(value))


def _mistakes(value: object) -> Iterator[str]:
    if isinstance(value, MisconceptionId):
        yield value
    elif isinstance(value, BaseModel):
        for entry in value.__dict__.values():
            yield from _mistakes(entry)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _mistakes(entry)
    elif isinstance(value, dict):
        yield from _mistakes(tuple(value.values()))
