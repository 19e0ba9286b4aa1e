"""Which questions an assignment gives, and in which order."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.facts.assignments import Assignment, Draw
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.assessed_codes import assessed_codes
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError


def chosen_items(corpus: Corpus, assignment: Assignment) -> tuple[Item, ...]:
    """The questions named, then those drawn; mixed by the seed where the order is 'shuffled'."""
    named = {str(name): corpus.items[name] for name in assignment.items}
    items = (*named.values(), *chain.from_iterable(_draws(corpus, assignment)))
    return _mixed(items, f"{assignment.seed}/order") if assignment.order == "shuffled" else items


def lacking(corpus: Corpus, assignment: Assignment) -> Iterator[tuple[int, int]]:
    """Place and number found of each draw that finds too few questions, taken ones left out."""
    for place, drawn in enumerate(_draws(corpus, assignment)):
        if len(drawn) < assignment.draw[place].count:
            yield place, len(drawn)


def _draws(corpus: Corpus, assignment: Assignment) -> Iterator[tuple[Item, ...]]:
    taken = set(map(str, assignment.items))
    for place, draw in enumerate(assignment.draw):
        fitting = [item for item in fitting_items(corpus, draw) if item.id not in taken]
        mixed = _mixed(fitting, f"{assignment.seed}/{place}")
        drawn = without_enemies(corpus, mixed, taken)[: draw.count]
        taken |= {item.id for item in drawn}
        yield drawn


def without_enemies(
    corpus: Corpus, items: Iterable[Item], taken: Iterable[str] = ()
) -> tuple[Item, ...]:
    """The items, without near-twins of what is taken or comes before them."""
    chosen: dict[str, Item] = {}
    before = set(taken)
    for item in items:
        if before.isdisjoint(corpus.enemies_of.get(item.id, ())):
            before.add(item.id)
            chosen[item.id] = item
    return tuple(chosen.values())


def fitting_items(corpus: Corpus, draw: Draw) -> tuple[Item, ...]:
    """Every question that meets all the lists of a draw."""
    quiz = {item.id: name for name, quiz in corpus.quizzes.items() for item in quiz.items}
    return tuple(item for item in corpus.items.values() if _fits(corpus, draw, item, quiz[item.id]))


def _fits(corpus: Corpus, draw: Draw, item: Item, quiz: str) -> bool:
    if draw.held_back != "included" and item.held_back != (draw.held_back == "only"):
        return False
    if item.own_quiz_only and quiz not in draw.quizzes:
        return False
    plain = (
        (draw.quizzes, (quiz,)),
        (draw.objectives, item.objectives),
        (draw.difficulty, (item.difficulty,)),
        (draw.kinds, (item.kind,)),
    )
    if any(wanted and not set(wanted) & set(own) for wanted, own in plain):
        return False
    return not draw.codes or bool(set(draw.codes) & _codes(corpus, item))


def _codes(corpus: Corpus, item: Item) -> set[str]:
    """None where the facts do not settle the question, of which another finding tells."""
    try:
        return set(assessed_codes(corpus, item, derive_key(corpus, item)))
    except UnderivableError:
        return set()


def _mixed(items: Sequence[Item], seed: str) -> tuple[Item, ...]:
    """In the order of their digests: a question more or less leaves the others where they are."""
    return tuple(
        sorted(
            items, key=lambda item: (hashlib.sha256(f"{seed}/{item.id}".encode()).digest(), item.id)
        )
    )
