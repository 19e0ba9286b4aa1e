"""For instructors: build an assignment, collect results; and the page of an assignment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.pages.download_page import downloads_view
from generator.pages.labels import LEVEL, page_text, page_title
from generator.pages.maintenance_pages import BLUEPRINT
from generator.pages.page import ELEMENTS, Card, CardsView, Link, Page
from generator.pages.practice_data import bank_entries, shard_count
from generator.questions.kinds.registry import KINDS

SECTION = "classroom"
PAGES = ("builder", "gradebook", "downloads", "results", "badges", "result-file")


@dataclass(frozen=True)
class BuilderView:
    """What the builder offers: every list names only what a question can be found by."""

    shards: int
    as_of: str
    codes: Mapping[str, str]
    objectives: Mapping[str, str]
    quizzes: Mapping[str, str]
    kinds: Mapping[str, str]
    payers: Mapping[str, str]
    levels: Mapping[int, str]

    @property
    def names(self) -> dict[str, Mapping[str, str]]:
        """What the script calls things by their ids."""
        return {
            "payers": self.payers,
            "kinds": self.kinds,
            "objectives": self.objectives,
            "quizzes": self.quizzes,
        }


def classroom_pages(corpus: Corpus) -> Iterator[Page]:
    """The index, a page for each task of an instructor, and the learner's assignment page."""
    paths = [f"{SECTION}/{name}.md" for name in PAGES]
    nearby = tuple(Link(page_title(path), path) for path in paths)
    index, assignment = f"{SECTION}/index.md", f"{SECTION}/assignment.md"
    cards = CardsView(tuple(map(Card.of, (*paths, BLUEPRINT))))
    yield Page(index, "cards.md.jinja", *page_text(index), cards, SECTION)
    view = builder_view(corpus)
    views = {"gradebook": view.shards, "builder": view, "downloads": downloads_view(corpus)}
    for name, path in zip(PAGES, paths, strict=True):
        yield Page(
            path,
            f"classroom-{name}.md.jinja",
            *page_text(path),
            views.get(name),
            SECTION,
            nearby,
            page_title(index),
            element=name if name in ELEMENTS else "",
        )
    template, words = "classroom-assignment.md.jinja", page_text(assignment)
    yield Page(assignment, template, *words, view, SECTION, element="assignment")


def builder_view(corpus: Corpus) -> BuilderView:
    """The lists of the assignment builder."""
    entries = bank_entries(corpus)
    codes = sorted({code for entry in entries for code in entry["codes"]})
    objectives = {name for entry in entries for name in entry["objectives"]}
    kinds = {entry["kind"] for entry in entries}
    quizzes = sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id))
    return BuilderView(
        shards=shard_count(len(entries)),
        as_of=corpus.judged_on.isoformat(),
        codes={code: corpus.names.get(code, "") for code in codes},
        objectives={
            name: objective.text
            for name, objective in corpus.objectives.items()
            if name in objectives
        },
        quizzes={quiz.id: quiz.title for quiz in quizzes},
        kinds={kind.name: kind.label for kind in KINDS.values() if kind.name in kinds},
        payers={payer.id: payer.name for payer in corpus.payers.values()},
        levels=LEVEL,
    )
