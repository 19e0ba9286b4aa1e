"""Keys of items, and the mistakes that items name."""

from functools import lru_cache

from generator.cache.build_cache import cached_by_facts
from generator.facts.base import MisconceptionId, nested
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
    return frozenset(found for _, found in nested(value) if isinstance(found, MisconceptionId))
