"""The variants that the site carries.

So many of each template, in the order that the seed gives.
"""

from collections.abc import Iterator
from itertools import islice

from generator.cache.build_cache import cached_by_facts
from generator.facts.corpus import Corpus
from generator.facts.question_templates import Template
from generator.facts.quizzes import Item
from generator.questions.keys import derive_key
from generator.questions.kinds.registry import KINDS
from generator.questions.variants.expansion import variants

SAMPLE = 40
LOOKED_THROUGH = 3  # for each variant taken, so that no answer is right all the time


@cached_by_facts
def pool_of(corpus: Corpus, template: Template, seed: int, size: int) -> tuple[Item, ...]:
    """`size` variants, or as many as there are; raises `Unsound`.

    Of questions to choose from those whose right answers take turns; others as the seed gives them.
    """
    single = KINDS[template.kind].form == "one"
    deep = LOOKED_THROUGH if single else 1
    found = [item for _, item in islice(_different(corpus, template, seed), size * deep)]
    by_answer: dict[str, list[Item]] = {}
    for item in found:
        right = min(derive_key(corpus, item).right) if single else ""
        by_answer.setdefault(right, []).append(item)
    turns = sorted(
        (
            (place, order, item)
            for order, items in enumerate(by_answer.values())
            for place, item in enumerate(items)
        ),
        key=lambda turn: turn[:2],
    )
    return tuple(item for _, _, item in turns[:size])


def _different(corpus: Corpus, template: Template, seed: int) -> Iterator[tuple[int, Item]]:
    """Variants whose note or visit no earlier one had: two draws may by chance be worded alike."""
    seen: set[str] = set()
    for number, item in variants(corpus, template, seed):
        if item.id not in seen:
            seen.add(item.id)
            yield number, item
