"""For those who teach: where results go, the gradebook, and what a result file holds."""

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.pages.bank import entries, shards_for
from generator.pages.page import Link, Page

TITLES = {
    "gradebook": ("Gradebook", "Open the result files of a class: scores by today's keys, what to look at, and what the answers say about the questions. Nothing leaves the browser."),
    "results": ("For instructors: where results go", "With no server, with one learning record store, or for a school system of a million learners."),
    "badges": ("For instructors: signed badges", "Open Badges 3.0 from the results that you collected, signed on your own computer with your own key."),
    "result-file": ("The result file", "What a learner hands in: the format, its versions, and how it is sealed for a class."),
}  # fmt: skip
SECTION = "classroom"


def classroom_pages(corpus: Corpus) -> Iterator[Page]:
    nearby = tuple(Link(title, f"{SECTION}/{name}.md") for name, (title, _) in TITLES.items())
    described = "For those who teach: collect what learners answered, and understand it."
    yield Page(f"{SECTION}/index.md", "classroom.md.jinja", "Classroom", described, tuple(TITLES.items()), SECTION)
    for name, (title, text) in TITLES.items():
        book = name == "gradebook"
        view = shards_for(len(entries(corpus))) if book else None
        yield Page(f"{SECTION}/{name}.md", f"classroom-{name}.md.jinja", title, text, view, SECTION, nearby, "Classroom", has_gradebook=book)
