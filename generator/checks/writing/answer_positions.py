"""The right option is not to be known by its place, nor by being the one that always is right."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.checks.writing.offered_options import chosen_from, single_right
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.findings import Spot
from generator.questions.option_order import in_order, places_of

FEWEST = 5  # expected in each place, or chi-square says nothing
CHI_SQUARE = {
    2: 10.83,
    3: 13.82,
    4: 16.27,
    5: 18.47,
    6: 20.52,
    7: 22.46,
    8: 24.32,
}  # exceeded by chance once in a thousand times, by options


def unequal_places(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """In a quiz or in all of them the right option stands in one place more often than chance allows, in the order shown."""
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


def _places(items: Sequence[Item], found: Mapping[str, tuple]) -> dict[str, tuple[int, int]]:
    """For each item with one right option.

    How many options it has, and where the right one stands.
    """
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
