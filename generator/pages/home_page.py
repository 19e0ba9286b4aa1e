"""The first page: what this is, in one screen, and a question at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.pages.labels import page_text
from generator.pages.page import Page
from generator.pages.question_view import QuestionView, question_views
from generator.pages.quiz_pages import in_order


@dataclass(frozen=True)
class HomeView:
    """The first question, its quiz, and how much there is on the site."""

    question: QuestionView | None
    quiz_title: str
    quiz_id: str
    codes: int
    items: int
    claims: int
    sources: int


def home_page(corpus: Corpus) -> Iterator[Page]:
    """The question is the first of the first quiz."""
    first = next(iter(in_order(corpus)), None)
    question = question_views(corpus, first.items[:1])[0] if first else None
    view = HomeView(
        question,
        first.title if first else "",
        first.id if first else "",
        len(corpus.codes),
        len(corpus.items),
        len(corpus.claims),
        len(corpus.sources),
    )
    title, description = page_text("index.md")
    yield Page(
        "index.md",
        "home.md.jinja",
        corpus.overlay.clinic.name if corpus.overlay else title,
        description,
        view,
        "home",
        element="quiz" if question else "",
    )
