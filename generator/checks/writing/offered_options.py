"""What an item offers, as its reader sees it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.yaml_reader import Keys
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.keys import Key, Underivable, answers, derive_key

ONE_OF_TWO = "judge-claim"  # its two answers are the same everywhere


@dataclass(frozen=True)
class Offered:
    """One option.

    `own` text was written for this item, other text is the same wherever the option is offered.

    The text of a change to a claim, such as a modifier more, is made when it is shown: here it is
    empty.
    """

    id: str
    at: Keys
    text: str
    own: bool
    right: bool


def chosen_from(corpus: Corpus) -> tuple[tuple[Item, tuple[Offered, ...]], ...]:
    """Every item that offers options, with them; those without a key are left to other checks."""
    if "offered" not in corpus.worked_out:
        corpus.worked_out["offered"] = tuple(_chosen_from(corpus))
    return corpus.worked_out["offered"]  # type: ignore[return-value]


def _chosen_from(corpus: Corpus) -> Iterator[tuple[Item, tuple[Offered, ...]]]:
    for item in corpus.items.values():
        key = _key(corpus, item) if hasattr(item, "options") and item.kind != ONE_OF_TWO else None
        if key:
            yield item, _offered(corpus, item, key)


def single_right(options: tuple[Offered, ...]) -> Offered | None:
    """The right option where there is just one."""
    right = [option for option in options if option.right]
    return right[0] if len(right) == 1 else None


def spot_of(corpus: Corpus, item: Item, *keys: str | int) -> Spot:
    spot = corpus.spot("items", item.id)
    return Spot(spot.path, (*spot.keys, *keys))


def _key(corpus: Corpus, item: Item) -> Key | None:
    try:
        return derive_key(corpus, item)
    except Underivable:
        return None


def _offered(corpus: Corpus, item: Item, key: Key) -> tuple[Offered, ...]:
    return tuple(
        Offered(
            answer.id,
            answer.at,
            answer.text or _standing(corpus, answer.id),
            answer.text is not None,
            answer.id in key.right,
        )
        for answer in answers(item)
    )


def _standing(corpus: Corpus, name: str) -> str:
    return "" if "." in name else corpus.names.get(name, name)
