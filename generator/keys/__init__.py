"""What the right answer of an item is, and the reasons that lead there. One file for each kind of question."""

from types import ModuleType

from generator.corpus import Corpus
from generator.keys import changes, choose_all, choose_code, claim, judge_claim, mark_words, spot_the_error, units, what_is_missing
from generator.keys.choose_all import values_on_the_way
from generator.keys.key import Answer, Key, Underivable, visit_of
from generator.keys.options import option_id
from generator.model.item import Item

KINDS: dict[str, ModuleType] = {
    "choose-code": choose_code, "choose-all": choose_all, "judge-claim": judge_claim, "units": units, "claim": claim,
    "spot-the-error": spot_the_error, "what-is-missing": what_is_missing, "mark-words": mark_words, "other-payer": changes,
    "other-date": changes,
}  # fmt: skip


def derive_key(corpus: Corpus, item: Item) -> Key:
    """The key of `item` by the facts alone; raises `Underivable`."""
    return KINDS[item.kind].derive(corpus, item)


def answers(item: Item) -> tuple[Answer, ...]:
    """What the author offers or names as an answer, right and wrong."""
    return KINDS[item.kind].answers(item)


def absent(item: Item, key: Key) -> tuple[str, ...]:
    """What the item lacks for its right answer to be given; empty where all is there."""
    return KINDS[item.kind].absent(item, key.right)


__all__ = ["Answer", "Key", "Underivable", "absent", "answers", "derive_key", "option_id", "values_on_the_way", "visit_of"]
