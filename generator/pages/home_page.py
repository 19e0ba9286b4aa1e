"""The first page: what this is, in one screen, and a question at once."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.pages.desk_page import has_desk
from generator.pages.labels import page_text
from generator.pages.page import Page
from generator.pages.practice_pages import bank_size
from generator.pages.question_view import question_views
from generator.pages.quiz_pages import in_order


def home_page(corpus: Corpus) -> Iterator[Page]:
    """The question is the first of the first quiz."""
    first = next(iter(in_order(corpus)), None)
    question = question_views(corpus, first.items[:1])[0] if first else None
    title, description = page_text("index.md")
    yield Page(
        "index.md",
        "home",
        corpus.overlay.clinic.name if corpus.overlay else title,
        description,
        {
            **bank_size(corpus),
            "quiz": first,
            "question": question,
            "has_desk": has_desk(corpus),
        },
        element="quiz" if question else "",
        heading="Pick the right therapy code",
    )
