"""Lessons: their links lead somewhere and every section says who says so."""

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.findings import Spot
from generator.model.page import Lesson
from generator.shortcodes import CITATION, shortcodes, target_of


def dead_links(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, lesson in corpus.lessons.items():
        for shortcode in shortcodes(lesson.body):
            register, target = target_of(shortcode)
            if target not in corpus.register(register) and not (register == "codes" and target in corpus.other_codes):
                line = lesson.body_line + lesson.body.count("\n", 0, shortcode.start)
                yield corpus.spot("lessons", name), f"Line {line}: '{shortcode.text}' leads to nothing: no '{target}' in {register}."


def sections_without_source(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, lesson in corpus.lessons.items():
        for title, text in _sections(lesson):
            if lesson.section == "learn" and not CITATION.search(text) and "<!-- rc:" not in text:
                yield corpus.spot("lessons", name) / "title", f"Section '{title}' cites nothing; add [@source-id] behind what it states."


def _sections(lesson: Lesson) -> Iterator[tuple[str, str]]:
    for part in lesson.body.split("\n## ")[1:]:
        title, _, text = part.partition("\n")
        yield title, text
