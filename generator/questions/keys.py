"""What the right answer of an item is, and the reasons that lead there.

One file for each kind of question.
"""

from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from pydantic import BaseModel

from generator.authoring.yaml_reader import Keys
from generator.cache.build_cache import cached_by_facts
from generator.facts.base import MisconceptionId
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds import changed_claim_key
from generator.questions.kinds.answer_key import Answer, Key, OwnKey, Underivable, visit_of
from generator.questions.kinds.choose_all import choose_all_key
from generator.questions.kinds.choose_all.choose_all_key import values_on_the_way
from generator.questions.kinds.choose_code import choose_code_key
from generator.questions.kinds.claim import claim_key
from generator.questions.kinds.judge_claim import judge_claim_key
from generator.questions.kinds.mark_words import mark_words_key
from generator.questions.kinds.option_ids import option_id
from generator.questions.kinds.spot_the_error import spot_the_error_key
from generator.questions.kinds.units import units_key
from generator.questions.kinds.what_is_missing import what_is_missing_key

KINDS: dict[str, ModuleType] = {
    "choose-code": choose_code_key,
    "choose-all": choose_all_key,
    "judge-claim": judge_claim_key,
    "units": units_key,
    "claim": claim_key,
    "spot-the-error": spot_the_error_key,
    "what-is-missing": what_is_missing_key,
    "mark-words": mark_words_key,
    "other-payer": changed_claim_key,
    "other-date": changed_claim_key,
}


@cached_by_facts
def derive_key(corpus: Corpus, item: Item) -> Key:
    """The key of `item` by the facts alone; raises `Underivable`."""
    return KINDS[item.kind].derive(corpus, item)


def answers(item: Item) -> tuple[Answer, ...]:
    """What the author offers, right and wrong."""
    return KINDS[item.kind].answers(item)


def own_keys(item: Item) -> tuple[OwnKey, ...]:
    """What the author says is right or wrong."""
    return KINDS[item.kind].own_keys(item)


def blamed(item: Item, key: Key) -> tuple[Keys, ...]:
    """Where in the item something right is called wrong."""
    return KINDS[item.kind].blamed(item, key)


def absent(item: Item, key: Key) -> tuple[str, ...]:
    """What the item lacks for its right answer to be given; empty where all is there."""
    return KINDS[item.kind].absent(item, key)


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


__all__ = [
    "Answer",
    "Key",
    "OwnKey",
    "Underivable",
    "absent",
    "answers",
    "blamed",
    "derive_key",
    "mistakes",
    "option_id",
    "own_keys",
    "values_on_the_way",
    "visit_of",
]
