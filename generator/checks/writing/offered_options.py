"""What an item offers, as its reader sees it."""

from dataclasses import dataclass

from generator.authoring.yaml_reader import Keys
from generator.cache.build_cache import cached_by_facts
from generator.checks.keyed_items import keyed_items
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.answers import Key
from generator.questions.kinds.registry import kind_of


@dataclass(frozen=True)
class Offered:
    """One option; `own` text was written for this item, and is not the option's usual one.

    The text of a change to a claim is made when it is shown: here it is empty.
    """

    id: str
    at: Keys
    text: str
    own: bool
    right: bool


def chosen_from(corpus: Corpus) -> tuple[tuple[Item, tuple[Offered, ...]], ...]:
    """Every item that offers options, with them; those without a key are left to other checks."""
    return _chosen_from(corpus, tuple(corpus.items.values()))


@cached_by_facts
def _chosen_from(
    corpus: Corpus, items: tuple[Item, ...]
) -> tuple[tuple[Item, tuple[Offered, ...]], ...]:
    # options in a fixed order are the same everywhere
    choices = (item for item in items if item.choices and not kind_of(item).fixed_order)
    return tuple((item, _offered(corpus, item, key)) for item, key in keyed_items(corpus, choices))


def single_right(options: tuple[Offered, ...]) -> Offered | None:
    """The right option where there is just one."""
    right = [option for option in options if option.right]
    return right[0] if len(right) == 1 else None


def _offered(corpus: Corpus, item: Item, key: Key) -> tuple[Offered, ...]:
    return tuple(
        Offered(
            answer.id,
            answer.at,
            answer.text or _usual_text(corpus, answer.id),
            answer.text is not None,
            answer.id in key.right,
        )
        for answer in kind_of(item).answers(item)
    )


def _usual_text(corpus: Corpus, name: str) -> str:
    return "" if "." in name else corpus.names.get(name, name)
