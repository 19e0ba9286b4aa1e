"""Tracks find the questions their checks draw, and send nobody to a question that no page shows."""

from collections.abc import Iterator

from generator.checks.assignment_checks import held_back_message, is_held_back
from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.track_courses import courses


def checks_too_large(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Checks that draw more questions than fit."""
    for name, track in corpus.tracks.items():
        for place, course in enumerate(courses(corpus, track)):
            draw = corpus.spot("tracks", name) / "modules" / place / "check" / "draw"
            for rule, pool in enumerate(course.pools):
                if len(pool.items) < pool.count:
                    sentence = (
                        f"{pool.count} questions are to be drawn and {len(pool.items)} fit that no"
                        " other check of the track asks; ask for fewer, or make the rule wider."
                    )
                    yield draw / rule / "count", sentence


def held_back_in_practice(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Practice that names what is held back for assessment."""
    for name, track in corpus.tracks.items():
        for place, module in enumerate(track.modules):
            practice = corpus.spot("tracks", name) / "modules" / place / "practice"
            for register in ("quizzes", "items"):
                for index, target in enumerate(getattr(module.practice, register)):
                    if is_held_back(corpus, register, target):
                        yield practice / register / index, held_back_message(target)
