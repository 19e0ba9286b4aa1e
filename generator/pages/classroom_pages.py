"""For instructors: build an assignment, collect results, understand them.

And the page on which learners do an assignment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.pages.download_page import downloads_view
from generator.pages.page import ELEMENTS, Link, Page
from generator.pages.practice_data import bank_entries, shard_count
from generator.questions.keys import KINDS

TITLES = {
    "builder": (
        "Assignment builder",
        (
            "Choose questions and terms; get a link, a QR code, a file to keep, and the same"
            " questions for your own system or on paper. Nothing leaves the browser."
        ),
    ),
    "gradebook": (
        "Gradebook",
        (
            "Open the result files of a class: scores by today's keys, what to look at, and what"
            " the answers say about the questions. Nothing leaves the browser."
        ),
    ),
    "downloads": (
        "Every quiz, ready to download",
        (
            "Each quiz of the site for course systems, test programs, paper, cards and tables:"
            " choose a quiz, then a format."
        ),
    ),
    "results": (
        "For instructors: where results go",
        (
            "With no server, with one learning record store, or for a school system of a million"
            " learners."
        ),
    ),
    "badges": (
        "For instructors: signed badges",
        (
            "Open Badges 3.0 from the results that you collected, signed on your own computer with"
            " your own key."
        ),
    ),
    "result-file": (
        "The result file",
        "What a learner hands in: the format, its versions, and how it is sealed for a class.",
    ),
}
SECTION = "classroom"
KIND = {
    "choose-code": "Choose the code",
    "choose-all": "Choose all that hold",
    "judge-claim": "Judge a statement",
    "units": "Count units",
    "claim": "Fill in the claim",
    "spot-the-error": "Spot the error",
    "what-is-missing": "What is missing",
    "mark-words": "Mark the words",
    "other-payer": "Another payer",
    "other-date": "Another date",
}
LEVEL = {1: "1, first steps", 2: "2, daily work", 3: "3, hard"}


@dataclass(frozen=True)
class BuilderView:
    """What the builder offers: every list names only what a question can be found by."""

    shards: int
    as_of: str
    codes: Mapping[str, str]
    objectives: Mapping[str, str]
    quizzes: Mapping[str, str]
    kinds: Mapping[str, str]
    levels: Mapping[int, str]
    payers: Mapping[str, str]


def classroom_pages(corpus: Corpus) -> Iterator[Page]:
    nearby = tuple(Link(title, f"{SECTION}/{name}.md") for name, (title, _) in TITLES.items())
    described = (
        "For instructors: build an assignment, hand it out, collect what learners answered, and"
        " understand it."
    )
    yield Page(
        f"{SECTION}/index.md",
        "classroom.md.jinja",
        "For instructors",
        described,
        tuple(TITLES.items()),
        SECTION,
    )
    view = builder_view(corpus)
    views = {"gradebook": view.shards, "builder": view, "downloads": downloads_view(corpus)}
    for name, (title, text) in TITLES.items():
        yield Page(
            f"{SECTION}/{name}.md",
            f"classroom-{name}.md.jinja",
            title,
            text,
            views.get(name),
            SECTION,
            nearby,
            "For instructors",
            element=name if name in ELEMENTS else "",
        )
    asked = (
        "Do the assignment that your instructor's link carries. Your answers stay in this browser"
        " until you hand them in."
    )
    yield Page(
        f"{SECTION}/assignment.md",
        "classroom-assignment.md.jinja",
        "Your assignment",
        asked,
        view,
        SECTION,
        element="assignment",
    )


def builder_view(corpus: Corpus) -> BuilderView:
    listed = bank_entries(corpus)
    codes = sorted({code for entry in listed for code in entry["codes"]})
    objectives = {name for entry in listed for name in entry["objectives"]}
    return BuilderView(
        shard_count(len(listed)),
        corpus.judged_on.isoformat(),
        {code: corpus.names.get(code, "") for code in codes},
        {
            name: objective.text
            for name, objective in corpus.objectives.items()
            if name in objectives
        },
        {
            quiz.id: quiz.title
            for quiz in sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id))
        },
        {kind: KIND[kind] for kind in KINDS if any(entry["kind"] == kind for entry in listed)},
        LEVEL,
        {payer.id: payer.name for payer in corpus.payers.values()},
    )
