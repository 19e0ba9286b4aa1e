"""What is read in order or looked up: lessons, payers, comparisons, glossary, sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.shortcodes import BLOCK
from generator.facts.base import PART_B, Fact
from generator.facts.codes import Code, Coverage, Mue
from generator.facts.corpus import Corpus
from generator.facts.lesson_cases import Case, Comparison
from generator.facts.lessons import Lesson
from generator.facts.registers import Edit, Rule, SourceEntry
from generator.pages.labels import count, page_text, page_title
from generator.pages.page import Card, CardsView, Link, Page
from generator.pages.question_view import QuestionView, question_views
from generator.pages.rule_pages import rule_pages
from generator.pages.timeline_page import timeline_page


@dataclass(frozen=True)
class ComparisonColumn:
    """A code in a comparison, with the facts that its cells show: one of a kind, or none."""

    code: Code
    right_when: tuple[Fact, ...]
    medicare: tuple[Coverage, ...]
    mues: tuple[Mue, ...]


@dataclass(frozen=True)
class ComparisonView:
    """Codes side by side, and the edits among them."""

    comparison: Comparison
    columns: tuple[ComparisonColumn, ...]
    pairs: tuple[Edit, ...]


@dataclass(frozen=True)
class LessonPart:
    """A stretch of a lesson: its author's Markdown, or a block made from facts.

    `kind` names its template below blocks/.
    """

    kind: str
    content: str | ComparisonView | Case | Rule | QuestionView


@dataclass(frozen=True)
class LearnView:
    """The lessons and the rules, to choose from."""

    lessons: tuple[Lesson, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class SourcesView:
    """The sources with their ids, by kind."""

    by_kind: tuple[tuple[str, tuple[tuple[str, SourceEntry], ...]], ...]


def lesson_pages(corpus: Corpus) -> Iterator[Page]:
    """Lessons, rules and payers, comparisons, and what is looked up."""
    yield from _lessons(corpus)
    yield from rule_pages(corpus)
    yield _page("learn/payers.md", "payers", tuple(corpus.payers.values()), "learn")
    yield from _comparisons(corpus)
    terms = sorted(corpus.glossary.values(), key=lambda term: term.term.lower())
    yield _page("glossary.md", "glossary", tuple(terms), "glossary")
    yield _page("sources.md", "sources", _sources(corpus), "sources")
    yield from timeline_page(corpus)


def _page(path: str, template: str, view: object, section: str) -> Page:
    return Page(path, f"{template}.md.jinja", *page_text(path), view, section)


def lessons_of(corpus: Corpus, section: str) -> tuple[Lesson, ...]:
    """The lessons of a section, in order."""
    chosen = (lesson for lesson in corpus.lessons.values() if lesson.section == section)
    return tuple(sorted(chosen, key=lambda lesson: (lesson.order, lesson.id)))


def comparison_view(corpus: Corpus, comparison: Comparison) -> ComparisonView:
    """The codes that are taught, side by side."""
    pairs = (
        edit
        for edit in corpus.edits.values()
        if {edit.column1, edit.column2} <= set(comparison.codes)
        and edit.effective.end is None
        and edit.setting == "practitioner"
    )
    codes = (corpus.codes[code] for code in comparison.codes if code in corpus.codes)
    return ComparisonView(comparison, tuple(map(_column, codes)), tuple(pairs))


def _column(code: Code) -> ComparisonColumn:
    medicare = code.coverage.get(PART_B)
    mues = (mue for mue in code.mue if mue.setting == "practitioner")
    return ComparisonColumn(code, code.right_when[:1], (medicare,) if medicare else (), tuple(mues))


def _lessons(corpus: Corpus) -> Iterator[Page]:
    lessons = {section: lessons_of(corpus, section) for section in ("learn", "about")}
    learn = LearnView(lessons["learn"], tuple(corpus.rules.values()))
    yield _page("learn/index.md", "learn", learn, "learn")
    cards = (Card(f"about/{one.id}.md", one.title, one.summary) for one in lessons["about"])
    about = CardsView((*cards, Card.of("about/re-verify.md")))
    yield _page("about/index.md", "cards", about, "about")
    for section, listed in lessons.items():
        nearby = tuple(Link(lesson.title, f"{section}/{lesson.id}.md") for lesson in listed)
        for lesson in listed:
            parts = tuple(_parts(corpus, lesson))
            yield Page(
                f"{section}/{lesson.id}.md",
                "lesson.md.jinja",
                lesson.title,
                lesson.summary,
                parts,
                section,
                nearby,
                section.capitalize(),
                element="quiz" if any(part.kind == "item" for part in parts) else "",
                as_of=lesson.as_of,
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


def _comparisons(corpus: Corpus) -> Iterator[Page]:
    sets = tuple(corpus.comparisons.values())
    nearby = tuple(Link(entry.title, f"compare/{entry.id}.md") for entry in sets)
    guide = Card(
        "guide/index.md",
        page_title("guide/index.md"),
        "Questions that lead from what was done to the code.",
        count(len(corpus.techniques), "technique"),
    )
    cards = (
        Card(link.target, link.text, entry.question, ", ".join(entry.codes))
        for link, entry in zip(nearby, sets, strict=True)
    )
    index = CardsView((*([guide] if corpus.techniques else ()), *cards))
    yield _page("compare/index.md", "cards", index, "compare")
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


def _sources(corpus: Corpus) -> SourcesView:
    by_kind: dict[str, list[tuple[str, SourceEntry]]] = {}
    for name, entry in corpus.sources.items():
        by_kind.setdefault(entry.kind, []).append((name, entry))
    return SourcesView(tuple((kind, tuple(entries)) for kind, entries in by_kind.items()))
