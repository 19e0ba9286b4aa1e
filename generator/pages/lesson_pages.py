"""What is read in order or looked up: lessons, payers, comparisons, glossary, sources."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.lesson_files import BLOCK
from generator.facts.base import PART_B, Fact
from generator.facts.codes import Code, Coverage, Mue
from generator.facts.corpus import Corpus
from generator.facts.diagnoses import DiagnosisList
from generator.facts.lessons import Case, Comparison, Lesson
from generator.facts.registers import Edit, Rule, SourceEntry, Term
from generator.pages.abbreviations import grouped
from generator.pages.claim_form_pages import form_card, forms_in_order
from generator.pages.figure_drawings import FigureView, figure_view
from generator.pages.labels import count, page_title
from generator.pages.license_page import PATH as LICENSES
from generator.pages.page import Card, Link, Page
from generator.pages.payer_page import payer_page
from generator.pages.question_view import QuestionView, question_views
from generator.pages.rule_pages import rule_pages
from generator.pages.sheet_links import sheets_about
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


LessonBlock = tuple[
    str, str | ComparisonView | Case | FigureView | Rule | DiagnosisList | QuestionView
]
"""A stretch of a lesson: its author's Markdown, or a block made from facts.

The first word names its template below blocks/.
"""


def lesson_pages(corpus: Corpus) -> Iterator[Page]:
    """Lessons, rules and payers, comparisons, and what is looked up."""
    yield from _lessons(corpus)
    yield from rule_pages(corpus)
    yield payer_page(corpus)
    yield from _comparisons(corpus)
    yield Page.of(
        "glossary.md",
        "glossary",
        {"letters": _terms_by_letter(corpus), "abbreviations": grouped(corpus)},
        element="list",
    )
    yield Page.of("sources.md", "sources", {"by_kind": _sources_by_kind(corpus)}, element="list")
    yield from timeline_page(corpus)


def _terms_by_letter(corpus: Corpus) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in sorted(corpus.glossary.values(), key=lambda term: term.term.lower()):
        found.setdefault(term.term[0].upper(), []).append(term)
    return found


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
    forms = tuple(form_card(corpus, form) for form in forms_in_order(corpus))
    yield Page.of("learn/index.md", "learn", {"lessons": lessons["learn"], "forms": forms})
    cards = (Card(f"about/{one.id}.md", one.title, one.summary) for one in lessons["about"])
    about = {"cards": (*cards, Card.of("about/re-verify.md"), Card.of(LICENSES))}
    yield Page.of("about/index.md", "cards", about)
    for section, listed in lessons.items():
        nearby = tuple(Link(lesson.title, f"{section}/{lesson.id}.md") for lesson in listed)
        for lesson in listed:
            blocks = tuple(_blocks(corpus, lesson))
            yield Page(
                f"{section}/{lesson.id}.md",
                "lesson",
                lesson.title,
                lesson.summary,
                {"blocks": blocks, "sheets": sheets_about(corpus, f"lessons/{lesson.id}")},
                nearby,
                section.capitalize(),
                element="quiz" if any(kind == "item" for kind, _ in blocks) else "",
                as_of=lesson.as_of,
            )


def _blocks(corpus: Corpus, lesson: Lesson) -> Iterator[LessonBlock]:
    position = 0
    for block in BLOCK.finditer(lesson.body):
        yield "text", lesson.body[position : block.start()]
        yield _block(corpus, block)
        position = block.end()
    yield "text", lesson.body[position:]


def _block(corpus: Corpus, block: re.Match[str]) -> LessonBlock:
    name = block["name"]
    match block["block"]:
        case "comparison":
            return "comparison", comparison_view(corpus, corpus.comparisons[name])
        case "case":
            return "case", corpus.cases[name]
        case "figure":
            return "figure", figure_view(corpus, corpus.figures[name])
        case "values":
            return "values", corpus.rules[name]
        case "diagnoses":
            return "diagnoses", corpus.diagnosis_lists[name]
        case _:
            return "item", question_views(corpus, (corpus.items[name],))[0]


def _comparisons(corpus: Corpus) -> Iterator[Page]:
    sets = tuple(corpus.comparisons.values())
    nearby = tuple(Link(entry.title, f"compare/{entry.id}.md") for entry in sets)
    guide = Card(
        "guide/index.md",
        page_title("guide/index.md"),
        "Answer what was done, and get the code.",
        count(len(corpus.techniques), "technique"),
    )
    cards = (
        Card(link.target, link.text, entry.question, ", ".join(entry.codes))
        for link, entry in zip(nearby, sets, strict=True)
    )
    index = {"cards": (*([guide] if corpus.techniques else ()), *cards)}
    yield Page.of("compare/index.md", "cards", index)
    for entry in sets:
        yield Page(
            f"compare/{entry.id}.md",
            "comparison",
            entry.title,
            entry.question,
            {"content": comparison_view(corpus, entry)},
            nearby,
            "Comparisons",
        )


def _sources_by_kind(corpus: Corpus) -> dict[str, list[tuple[str, SourceEntry]]]:
    by_kind: dict[str, list[tuple[str, SourceEntry]]] = {}
    for name, entry in corpus.sources.items():
        by_kind.setdefault(entry.kind, []).append((name, entry))
    return by_kind
