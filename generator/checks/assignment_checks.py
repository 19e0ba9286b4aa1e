"""Assignments find the questions they draw, and what is held back stays so."""

from collections.abc import Iterator

from generator.authoring.shortcodes import shortcodes, target_of
from generator.facts.corpus import Corpus
from generator.findings import Spot
from generator.questions.assignment_draw import lacking


def draws_too_large(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """Draws that ask for more questions than fit."""
    for name, assignment in corpus.assignments.items():
        for place, found in lacking(corpus, assignment):
            sentence = (
                f"{assignment.draw[place].count} questions are to be drawn and {found} fit that are"
                " not taken already; ask for fewer, or make the rule wider."
            )
            yield corpus.spot("assignments", name) / "draw" / place / "count", sentence


def held_back_in_lessons(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    """A lesson is read by everybody, so a question in it cannot be held back for assessment."""
    for name, lesson in corpus.lessons.items():
        for shortcode in shortcodes(lesson.body):
            register, target = target_of(shortcode)
            if register in ("items", "quizzes") and is_held_back(corpus, register, target):
                spot = corpus.spot("lessons", name) / "body" / shortcode.start
                yield spot, held_back_message(target)


def is_held_back(corpus: Corpus, register: str, name: str) -> bool:
    """Whether a question or quiz exists and is on no page."""
    is_public = name in corpus.public.register(register)
    return name in corpus.register(register) and not is_public


def held_back_message(name: str) -> str:
    """What is wrong with sending somebody there."""
    return f"'{name}' is held back for assessment and no page shows it; name another one."
