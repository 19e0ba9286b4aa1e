"""Assignments and tracks find the questions they draw; what is held back stays so."""

from generator.authoring.lesson_files import shortcodes, target_of
from generator.facts.corpus import Corpus
from generator.findings import Problems
from generator.questions.assignment_draw import lacking
from generator.questions.track_courses import courses


def draws_too_large(corpus: Corpus) -> Problems:
    """Draws that ask for more questions than fit."""
    for name, assignment in corpus.assignments.items():
        for place, found in lacking(corpus, assignment):
            sentence = (
                f"{assignment.draw[place].count} questions are to be drawn and {found} fit that are"
                " not taken already; ask for fewer, or make the rule wider."
            )
            yield corpus.spot("assignments", name) / "draw" / place / "count", sentence


def held_back_in_lessons(corpus: Corpus) -> Problems:
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


def checks_too_large(corpus: Corpus) -> Problems:
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


def held_back_in_practice(corpus: Corpus) -> Problems:
    """Practice that names what is held back for assessment."""
    for name, track in corpus.tracks.items():
        for place, module in enumerate(track.modules):
            practice = corpus.spot("tracks", name) / "modules" / place / "practice"
            for register in ("quizzes", "items"):
                for index, target in enumerate(getattr(module.practice, register)):
                    if is_held_back(corpus, register, target):
                        yield practice / register / index, held_back_message(target)
