"""Lessons: their links lead somewhere, and every section names its source."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import zip_longest

from generator.authoring.shortcodes import (
    CITATION,
    INSERTED,
    LINKED,
    Shortcode,
    shortcodes,
    target_of,
)
from generator.facts.corpus import Corpus
from generator.facts.lessons import Lesson
from generator.findings import Problems, did_you_mean

BROKEN = re.compile(r"\[@[^\]\n]*\]?|\[\[[^\]\n]*\]{0,2}|<!-- rc:.*?(?:-->|$)", re.MULTILINE)
WORDS: Mapping[str, tuple[str, Collection[str | None]]] = {
    "link": ("register", LINKED),
    "block": ("block", INSERTED),
}
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def dead_links(corpus: Corpus) -> Problems:
    """Citations, links and blocks that lead nowhere."""
    for name, lesson in corpus.lessons.items():
        spot = corpus.spot("lessons", name) / "body"
        known = {shortcode.start: shortcode for shortcode in shortcodes(lesson.body)}
        for match in BROKEN.finditer(lesson.body):
            shortcode = known.get(match.start())
            if shortcode is None:
                sentence = (
                    f"'{match.group()}' is no citation, link or block; write [@source-id],"
                    " [[97124]] or <!-- rc:case id -->."
                )
                yield spot / match.start(), sentence
            elif dead := _dead(corpus, shortcode):
                yield spot / match.start(), dead


def _dead(corpus: Corpus, shortcode: Shortcode) -> str | None:
    if shortcode.kind == "citation" and not _is_day(shortcode.match["as_of"]):
        return f"'{shortcode.text}' names a day that does not exist; correct the date."
    if shortcode.kind in WORDS:
        group, words = WORDS[shortcode.kind]
        word = shortcode.match[group]
        if word not in words:
            listed = [one for one in words if one]
            return (
                f"'{shortcode.text}' leads to nothing: no {shortcode.kind} is called '{word}';"
                f" write {', '.join(listed[:-1])} or {listed[-1]}."
            )
    register, target = target_of(shortcode)
    names = [*corpus.register(register), *(corpus.other_codes if register == "codes" else ())]
    if target in names:
        return None
    hint = did_you_mean(target, names, "name another.")
    return f"'{shortcode.text}' leads to nothing: no '{target}' in {register}; {hint}"


def _is_day(text: str | None) -> bool:
    try:
        return text is None or bool(date.fromisoformat(text))
    except ValueError:
        return False


def sections_without_source(corpus: Corpus) -> Problems:
    """Sections of lessons to learn from that cite nothing."""
    for name, lesson in corpus.lessons.items():
        for start, title, text in _sections(lesson):
            if lesson.section == "learn" and not CITATION.search(text) and "<!-- rc:" not in text:
                yield (
                    corpus.spot("lessons", name) / "body" / start,
                    f"Section '{title}' cites nothing; add [@source-id] behind what it states.",
                )


def _sections(lesson: Lesson) -> Iterator[tuple[int, str, str]]:
    """Start and title of each section, and its text."""
    headings = tuple(HEADING.finditer(lesson.body))
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.start() if following else len(lesson.body)
        yield heading.start(), heading[1], lesson.body[heading.end() : end]
