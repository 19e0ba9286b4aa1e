"""In which order options are shown.

By the digests of their ids, a single right one moved so that all places come in turn.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence

from generator.facts.quizzes import Item


def places_of(items: Sequence[Item]) -> dict[str, int]:
    """Where the right option goes.

    Items with as many options take the positions in turn, in an order that their ids give.
    """
    places: dict[str, int] = {}
    turns = Counter[int]()
    for item in sorted(items, key=lambda item: digest(item.id)):
        size = len(item.choices) or 1
        places[item.id] = turns[size] % size
        turns[size] += 1
    return places


def in_order(
    item: str, options: Collection[str], right: Collection[str], place: int
) -> tuple[str, ...]:
    """The ids of an item's options in the order shown."""
    mixed = sorted(options, key=lambda option: digest(f"{item}/{option}"))
    if len(right) != 1:
        return tuple(mixed)
    others = [option for option in mixed if option not in right]
    return (*others[:place], *right, *others[place:])


def digest(text: str) -> str:
    """The SHA-256 digest that orders options."""
    return hashlib.sha256(text.encode()).hexdigest()
