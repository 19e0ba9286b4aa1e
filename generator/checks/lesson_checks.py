"""Lessons: their links lead somewhere and every section says who says so."""

import difflib
import re
from collections.abc import Iterator
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
from generator.findings import Spot

BROKEN = re.compile(r"\[@[^\]\n]*\]?|\[\[[^\]\n]*\]{0,2}|<!-- rc:.*?(?:-->|$)", re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def dead_links(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, lesson in corpus.lessons.items():
        spot = corpus.spot("lessons", name) / "body"
        known = {shortcode.start: shortcode for shortcode in shortcodes(lesson.body)}
        for match in BROKEN.finditer(lesson.body):
            shortcode = known.get(match.start())
            said = (
                _dead(corpus, shortcode)
                if shortcode
                else (
                    f"'{match.group()}' is no citation, link or block; write [@source-id],"
                    " [[97124]] or <!-- rc:case id -->."
                )
            )
            if said:
                yield spot / match.start(), said


def _dead(corpus: Corpus, shortcode: Shortcode) -> str | None:
    sorts = {"link": LINKED, "block": INSERTED}.get(shortcode.sort)
    word = shortcode.match["register" if shortcode.sort == "link" else "block"] if sorts else None
    if sorts and word not in sorts:
        return (
            f"'{shortcode.text}' leads to nothing: no {shortcode.sort} is called '{word}'; write"
            f" {_listed(sorts)}."
        )
    if shortcode.sort == "citation" and not _is_day(shortcode.match["as_of"]):
        return f"'{shortcode.text}' names a day that does not exist; correct the date."
    register, target = target_of(shortcode)
    names = [*corpus.register(register), *(corpus.other_codes if register == "codes" else ())]
    if target in names:
        return None
    near = difflib.get_close_matches(target, names, 1, 0.6)
    return f"'{shortcode.text}' leads to nothing: no '{target}' in {register}; " + (
        f"did you mean '{near[0]}'?" if near else "name another."
    )


def _is_day(text: str | None) -> bool:
    try:
        return text is None or bool(date.fromisoformat(text))
    except ValueError:
        return False


def _listed(sorts: dict[str | None, str]) -> str:
    names = [name for name in sorts if name]
    return ", ".join(names[:-1]) + " or " + names[-1]


def sections_without_source(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for name, lesson in corpus.lessons.items():
        for start, title, text in _sections(lesson):
            if lesson.section == "learn" and not CITATION.search(text) and "<!-- rc:" not in text:
                yield (
                    corpus.spot("lessons", name) / "body" / start,
                    f"Section '{title}' cites nothing; add [@source-id] behind what it states.",
                )


def _sections(lesson: Lesson) -> Iterator[tuple[int, str, str]]:
    """Where each section's heading starts, what it says, and the text up to the next."""
    headings = tuple(HEADING.finditer(lesson.body))
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.start() if following else len(lesson.body)
        yield heading.start(), heading[1], lesson.body[heading.end() : end]
