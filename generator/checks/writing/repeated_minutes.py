"""Visits whose minutes recur over the bank, so that a learner knows the answer by its numbers."""

from collections import defaultdict

from generator.checks.item_checks import spot_of
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, VisitItem
from generator.findings import Problems

MOST = 2
UNIT = 15


def repeated_minutes(corpus: Corpus) -> Problems:
    """The third visit and those after it with the same minutes of several services.

    Near-twins of one another count once, and full 15-minute units are how clinics book.
    """
    found: dict[tuple[int, ...], list[Item]] = defaultdict(list)
    for item in corpus.items.values():
        minutes = _minutes(item)
        twins = corpus.enemies_of.get(item.id, frozenset())
        if len(minutes) < 2 or not any(count % UNIT for count in minutes):
            continue
        others = found[minutes]
        if twins.isdisjoint(other.id for other in others):
            if len(others) >= MOST:
                named = " and ".join(map(str, minutes))
                sentence = (
                    f"Visits of {named} minutes are in '{others[0].id}' and '{others[1].id}' too;"
                    " vary the minutes of this one."
                )
                yield spot_of(corpus, item, "visit", "services"), sentence
            others.append(item)


def _minutes(item: Item) -> tuple[int, ...]:
    if not isinstance(item, VisitItem):
        return ()
    return tuple(
        sorted(service.minutes for service in item.visit.services if service.minutes is not None)
    )
