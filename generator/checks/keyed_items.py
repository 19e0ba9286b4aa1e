"""The questions whose key can be derived, and the places of all."""

from collections.abc import Iterable, Iterator

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import Key, UnderivableError


def keyed_items(corpus: Corpus, items: Iterable[Item] | None = None) -> Iterator[tuple[Item, Key]]:
    """Questions, or all, with their keys; those without are left to `keys_not_derivable`."""
    for item in corpus.items.values() if items is None else items:
        try:
            yield item, derive_key(corpus, item)
        except UnderivableError:
            continue


def spot_of(corpus: Corpus, item: Item, *keys: str | int) -> Spot:
    """The place in a question that `keys` lead to."""
    spot = corpus.spot("items", item.id)
    return Spot(spot.path, (*spot.keys, *keys))
