"""What is read in order or looked up.

Lessons, rules, payers, comparisons, glossary, sources, changes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.shortcodes import BLOCK
from generator.facts.codes import Code
from generator.facts.corpus import Corpus
from generator.facts.lesson_cases import Case, Comparison
from generator.facts.lessons import Lesson
from generator.facts.registers import Edit, Payer, Rule, SourceEntry, Term
from generator.pages.page import Link, Page
from generator.pages.question_view import QuestionView, question_views
from generator.pages.rule_pages import rule_pages
from generator.pages.timeline_page import timeline_page


@dataclass(frozen=True)
class ComparisonView:
    comparison: Comparison
    codes: tuple[Code, ...]
    pairs: tuple[Edit, ...]


@dataclass(frozen=True)
class LessonPart:
    """A stretch of a lesson: its author's Markdown, or a block made from facts."""

    sort: str
    content: str | ComparisonView | Case | Rule | QuestionView


@dataclass(frozen=True)
class LearnView:
    lessons: tuple[Lesson, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class SourcesView:
    by_kind: tuple[tuple[str, tuple[tuple[str, SourceEntry], ...]], ...]


def lesson_pages(corpus: Corpus) -> Iterator[Page]:
    yield from _learn(corpus)
    yield from _compare(corpus)
    yield from _lookups(corpus)


def lessons_of(corpus: Corpus, section: str) -> tuple[Lesson, ...]:
    chosen = (lesson for lesson in corpus.lessons.values() if lesson.section == section)
    return tuple(sorted(chosen, key=lambda lesson: (lesson.order, lesson.id)))


def comparison_view(corpus: Corpus, comparison: Comparison) -> ComparisonView:
    pairs = tuple(
        edit
        for edit in corpus.edits.values()
        if {edit.column1, edit.column2} <= set(comparison.codes)
        and edit.effective.end is None
        and edit.setting == "practitioner"
    )
    return ComparisonView(
        comparison,
        tuple(corpus.codes[code] for code in comparison.codes if code in corpus.codes),
        pairs,
    )


def _learn(corpus: Corpus) -> Iterator[Page]:
    lessons, rules = lessons_of(corpus, "learn"), tuple(corpus.rules.values())
    described = (
        "How therapy coding works, from the first minute to the denied claim, with every statement"
        " sourced and dated."
    )
    yield Page(
        "learn/index.md", "learn.md.jinja", "Learn", described, LearnView(lessons, rules), "learn"
    )
    yield Page(
        "about/index.md",
        "about.md.jinja",
        "About",
        "What RightCode is, how its facts are kept, and what it keeps of you.",
        lessons_of(corpus, "about"),
        "about",
    )
    for section in ("learn", "about"):
        listed = lessons_of(corpus, section)
        nearby = tuple(Link(lesson.title, f"{section}/{lesson.id}.md") for lesson in listed)
        for lesson in listed:
            parts = tuple(_parts(corpus, lesson))
            quiz = any(part.sort == "item" for part in parts)
            yield Page(
                f"{section}/{lesson.id}.md",
                "lesson.md.jinja",
                lesson.title,
                lesson.summary,
                parts,
                section,
                nearby,
                section.capitalize(),
                element="quiz" if quiz else "",
                as_of=lesson.as_of,
            )
    yield from rule_pages(corpus)
    payers: tuple[Payer, ...] = tuple(corpus.payers.values())
    yield Page(
        "learn/payers.md",
        "payers.md.jinja",
        "Payers",
        "Who counts minutes how, refuses whom, and asks for which code.",
        payers,
        "learn",
    )


def _parts(corpus: Corpus, lesson: Lesson) -> Iterator[LessonPart]:
    position = 0
    for block in BLOCK.finditer(lesson.body):
        yield LessonPart("text", lesson.body[position : block.start()])
        yield _block(corpus, block)
        position = block.end()
    yield LessonPart("text", lesson.body[position:])


def _block(corpus: Corpus, block: re.Match[str]) -> LessonPart:
    name = block["name"]
    match block["block"]:
        case "comparison":
            return LessonPart("comparison", comparison_view(corpus, corpus.comparisons[name]))
        case "case":
            return LessonPart("case", corpus.cases[name])
        case "values":
            return LessonPart("values", corpus.rules[name])
        case _:
            return LessonPart("item", question_views(corpus, (corpus.items[name],))[0])


def _compare(corpus: Corpus) -> Iterator[Page]:
    sets = tuple(corpus.comparisons.values())
    nearby = tuple(Link(entry.title, f"compare/{entry.id}.md") for entry in sets)
    yield Page(
        "compare/index.md",
        "compare.md.jinja",
        "Compare",
        "Codes that are taken for one another, side by side from their facts.",
        sets,
        "compare",
    )
    for entry in sets:
        yield Page(
            f"compare/{entry.id}.md",
            "comparison.md.jinja",
            entry.title,
            entry.question,
            comparison_view(corpus, entry),
            "compare",
            nearby,
            "Comparisons",
        )


def _lookups(corpus: Corpus) -> Iterator[Page]:
    terms: tuple[Term, ...] = tuple(
        sorted(corpus.glossary.values(), key=lambda term: term.term.lower())
    )
    yield Page(
        "glossary.md",
        "glossary.md.jinja",
        "Glossary",
        "The words of therapy billing in plain language.",
        terms,
        "glossary",
    )
    yield Page(
        "sources.md",
        "sources.md.jinja",
        "Sources",
        "Every publication the facts rest on: what it is, its date, when it was read.",
        _sources(corpus),
        "sources",
    )
    yield from timeline_page(corpus)


def _sources(corpus: Corpus) -> SourcesView:
    kinds = dict.fromkeys(entry.kind for entry in corpus.sources.values())
    return SourcesView(
        tuple(
            (
                kind,
                tuple(
                    (name, entry) for name, entry in corpus.sources.items() if entry.kind == kind
                ),
            )
            for kind in kinds
        )
    )
