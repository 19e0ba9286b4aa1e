"""The right option cannot be guessed from its position."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.checks.writing.offered_options import Offered, chosen_from, single_right
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.option_order import in_order, places_of

FEWEST = 5  # expected in each place, or chi-square says nothing
CHI_SQUARE = dict(enumerate((10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32), 2))
"""By number of options: exceeded by chance once in a thousand times."""


def unequal_places(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Quizzes in which the right option is in one place more often than chance allows."""
    found = {item.id: options for item, options in chosen_from(corpus)}
    shown: dict[str, tuple[int, int]] = {}
    for quiz in corpus.quizzes.values():
        here = _places(quiz.items, found)
        shown |= here
        for counted in _unequal(here):
            yield corpus.spot("quizzes", quiz.id) / "items", _places_message("this quiz", *counted)
    for counted in _unequal(shown) if len(corpus.quizzes) > 1 else ():
        yield (
            corpus.spot("quizzes", min(corpus.quizzes)),
            _places_message("all quizzes together", *counted),
        )


def _places(
    items: Sequence[Item], found: Mapping[str, tuple[Offered, ...]]
) -> dict[str, tuple[int, int]]:
    """For each item with one right option: how many it has, and the place of the right one."""
    places, shown = places_of(items), {}
    for item in items:
        right = single_right(found.get(item.id, ()))
        if right is not None:
            order = in_order(
                item.id, [option.id for option in found[item.id]], {right.id}, places[item.id]
            )
            shown[item.id] = (len(order), order.index(right.id))
    return shown


def _unequal(shown: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, Counter[int]]]:
    for size in sorted({size for size, _ in shown.values()}):
        counted = Counter(place for other, place in shown.values() if other == size)
        expected = counted.total() / size
        spread = sum((counted[place] - expected) ** 2 for place in range(size)) / expected
        if size in CHI_SQUARE and expected >= FEWEST and spread > CHI_SQUARE[size]:
            yield size, counted


def _places_message(where: str, size: int, counted: Counter[int]) -> str:
    times = ", ".join(str(counted[place]) for place in range(size))
    return (
        f"In {where} the right one of {size} options stands in places 1 to {size} unequally often"
        f" ({times}); add questions, or give some another id: the order follows the ids."
    )
