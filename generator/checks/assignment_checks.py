"""Assignments find the questions they draw, and what is held back stays so."""

from collections.abc import Iterator

from generator.authoring.shortcodes import shortcodes, target_of
from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.assignment_draw import lacking


def draws_too_large(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, assignment in corpus.assignments.items():
        for place, found in lacking(corpus, assignment):
            wanted = assignment.draw[place].count
            said = (
                f"{wanted} questions are to be drawn and {found} fit that are not taken already;"
                " ask for fewer, or make the rule wider."
            )
            yield corpus.spot("assignments", name) / "draw" / place / "count", said


def held_back_in_lessons(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """A lesson is read by everybody, so a question in it cannot be kept for assessment."""
    for name, lesson in corpus.lessons.items():
        for shortcode in shortcodes(lesson.body):
            register, target = target_of(shortcode)
            if (
                register in ("items", "quizzes")
                and target in corpus.register(register)
                and target not in corpus.public.register(register)
            ):
                spot = corpus.spot("lessons", name) / "body" / shortcode.start
                yield (
                    spot,
                    (
                        f"'{target}' is held back for assessment and no page shows it; name another"
                        " one."
                    ),
                )
