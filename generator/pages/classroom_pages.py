"""For instructors: build an assignment, collect results; and the page of an assignment."""

from collections.abc import Iterator, Mapping
from typing import get_args

from generator.facts.corpus import Corpus
from generator.pages.download_page import downloads_view
from generator.pages.labels import page_title
from generator.pages.maintenance_pages import BLUEPRINT
from generator.pages.page import Card, Link, Page
from generator.pages.practice_pages import bank_entries, bank_size
from generator.pages.quiz_pages import in_order
from generator.pages.tool_pages import visit_form_options
from generator.questions.kinds.question_kind import AnswerForm
from generator.questions.kinds.registry import KINDS, AnyKind

SECTION = "classroom"
PAGES = ("builder", "write", "gradebook", "downloads", "results", "badges", "result-file")

SCRIPTS = {"builder": "builder", "write": "writer", "gradebook": "gradebook"}
"""Of the pages that have one."""


def classroom_pages(corpus: Corpus) -> Iterator[Page]:
    """The index, a page for each task of an instructor, and the learner's assignment page."""
    paths = [f"{SECTION}/{name}.md" for name in PAGES]
    nearby = tuple(Link(page_title(path), path) for path in paths)
    index, assignment = f"{SECTION}/index.md", f"{SECTION}/assignment.md"
    cards = tuple(map(Card.of, (*paths, BLUEPRINT)))
    yield Page.of(index, "cards", {"cards": cards})
    bank = bank_size(corpus)
    views: Mapping[str, Mapping[str, object]] = {
        "gradebook": bank,
        "builder": {**bank, **_builder_lists(corpus)},
        "write": _writer_lists(corpus),
        "downloads": downloads_view(corpus),
        "result-file": {"responses": _response_rows()},
    }
    for name, path in zip(PAGES, paths, strict=True):
        yield Page.of(
            path,
            f"classroom-{name}",
            views.get(name, {}),
            nearby=nearby,
            nearby_title=page_title(index),
            element=SCRIPTS.get(name, ""),
        )
    yield Page.of(assignment, "classroom-assignment", bank, element="assignment")


def _response_rows() -> list[tuple[str, str]]:
    groups: dict[str, list[AnyKind]] = {}
    for kind in KINDS.values():
        groups.setdefault(kind.response_text, []).append(kind)
    forms = get_args(AnswerForm)
    rows = sorted(groups.values(), key=lambda kinds: (forms.index(kinds[0].form), kinds[0].name))
    return [
        (", ".join(f"`{kind.name}`" for kind in kinds), kinds[0].response_text) for kinds in rows
    ]


def _writer_lists(corpus: Corpus) -> dict[str, object]:
    asked = {name for item in corpus.items.values() for name in item.objectives}
    return {
        "kinds": {kind.name: kind.label for kind in KINDS.values()},
        "options": visit_form_options(corpus),
        "objectives": {
            name: objective.text for name, objective in corpus.objectives.items() if name in asked
        },
    }


def _builder_lists(corpus: Corpus) -> dict[str, object]:
    entries = bank_entries(corpus)
    codes = sorted({code for entry in entries for code in entry["codes"]})
    objectives = {name for entry in entries for name in entry["objectives"]}
    kinds = {entry["kind"] for entry in entries}
    names = {
        "objectives": {
            name: objective.text
            for name, objective in corpus.objectives.items()
            if name in objectives
        },
        "quizzes": {quiz.id: quiz.title for quiz in in_order(corpus)},
        "kinds": {kind.name: kind.label for kind in KINDS.values() if kind.name in kinds},
        "payers": {payer.id: payer.name for payer in corpus.payers.values()},
    }
    return {
        "codes": {code: f"{code} {corpus.names.get(code, '')}" for code in codes},
        "names": names,
    }
