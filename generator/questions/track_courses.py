"""Which questions the modules of a track practice and check."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.facts.tracks import Module, Track
from generator.questions.assignment_draw import fitting_items, without_enemies

ROUNDS = 3
"""A check that is not passed asks other questions twice more, where there are as many."""


@dataclass(frozen=True)
class Pool:
    """Of `items`, in this order, a sitting asks `count`.

    The first so many, the next sitting the next so many, and around.
    """

    count: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Course:
    """A module with its questions: those to practice, and a pool for each rule of its check."""

    module: Module
    practice: tuple[Item, ...]
    pools: tuple[Pool, ...]


def courses(corpus: Corpus, track: Track) -> tuple[Course, ...]:
    """Checks ask what no practice of the track and no other check of it asks.

    Only where too little is left, what practice asks too.
    """
    practice = [practice_items(corpus, module) for module in track.modules]
    practiced = {item.id for items in practice for item in items}
    taken: set[str] = set()
    return tuple(
        Course(module, items, tuple(_pools(corpus, module, practiced, taken)))
        for module, items in zip(track.modules, practice, strict=True)
    )


def practice_items(corpus: Corpus, module: Module) -> tuple[Item, ...]:
    """The questions of its quizzes, then those named; each once.

    What is held back or left out of a corpus is passed over.
    """
    in_quizzes = (
        item
        for name in module.practice.quizzes
        if name in corpus.quizzes
        for item in corpus.quizzes[name].items
    )
    named = (corpus.items[name] for name in module.practice.items if name in corpus.items)
    return tuple({item.id: item for item in (*in_quizzes, *named)}.values())


def _pools(corpus: Corpus, module: Module, practiced: set[str], taken: set[str]) -> Iterator[Pool]:
    """`taken` grows by what the pools hold, so that no question is in two.

    No check asks two near-twins: they are in none of its pools together.
    """
    asked: set[str] = set()
    for place, draw in enumerate(module.check.draw):
        seed = f"{module.check.seed}/{place}"
        fitting = sorted(
            (item for item in fitting_items(corpus, draw) if item.id not in taken),
            key=lambda item: _rank(item, seed, practiced),
        )
        fitting = list(without_enemies(corpus, fitting, asked))
        fresh = sum(item.id not in practiced for item in fitting)
        pool = Pool(draw.count, tuple(fitting[: max(draw.count, min(fresh, draw.count * ROUNDS))]))
        held = {item.id for item in pool.items}
        taken |= held
        asked |= held
        yield pool


def _rank(item: Item, seed: str, practiced: set[str]) -> tuple[bool, bytes, str]:
    return item.id in practiced, hashlib.sha256(f"{seed}/{item.id}".encode()).digest(), item.id
