"""Tracks find the questions their checks draw, and send nobody to a question that no page shows."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.tracks import Module
from generator.findings import Spot
from generator.questions.track_courses import courses


def checks_too_large(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, track in corpus.tracks.items():
        for place, course in enumerate(courses(corpus, track)):
            for rule, pool in enumerate(course.pools):
                if len(pool.items) < pool.count:
                    spot = (
                        corpus.spot("tracks", name)
                        / "modules"
                        / place
                        / "check"
                        / "draw"
                        / rule
                        / "count"
                    )
                    yield (
                        spot,
                        (
                            f"{pool.count} questions are to be drawn and {len(pool.items)} fit that"
                            " no other check of the track asks; ask for fewer, or make the rule"
                            " wider."
                        ),
                    )


def held_back_in_practice(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, track in corpus.tracks.items():
        for place, module in enumerate(track.modules):
            for sort, rule, target in _held_back(corpus, module):
                spot = corpus.spot("tracks", name) / "modules" / place / "practice" / sort / rule
                yield (
                    spot,
                    (
                        f"'{target}' is held back for assessment and no page shows it; name another"
                        " one."
                    ),
                )


def _held_back(corpus: Corpus, module: Module) -> Iterator[tuple[str, int, str]]:
    for sort in ("quizzes", "items"):
        for rule, target in enumerate(getattr(module.practice, sort)):
            if target not in corpus.public.register(sort):
                yield sort, rule, target
