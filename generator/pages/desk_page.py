"""The desk: a day or a week of patient cases to work on, in the browser."""

from collections.abc import Iterator

from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.pages.page import Page
from generator.pages.practice_pages import practice_links

DESK = "practice/desk.md"


def has_desk(corpus: Corpus) -> bool:
    """Whether there are cases to work on and plans that answer."""
    cases = (quiz for quiz in corpus.quizzes.values() if isinstance(quiz, PatientCase))
    return bool(corpus.plans) and next(cases, None) is not None


def desk_page(corpus: Corpus) -> Iterator[Page]:
    """Nothing where nothing can arrive."""
    if has_desk(corpus):
        yield Page.of(
            DESK,
            "desk",
            nearby=practice_links(),
            nearby_title="Ways to practice",
            element="desk",
            boost=2,
            is_wide=True,
        )
