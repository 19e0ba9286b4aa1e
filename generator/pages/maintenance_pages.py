"""For those who keep the facts or teach from them.

What to read again, and what the questions cover.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.facts.corpus import Corpus
from generator.pages.page import Page
from generator.questions.blueprint import Blueprint, blueprint
from generator.questions.freshness import INTERVALS, Interval, Review, ending, reviews

ALL_TO_COME = timedelta(days=20_000)
VERIFY, BLUEPRINT = "about/re-verify.md", "classroom/blueprint.md"


@dataclass(frozen=True)
class ReviewView:
    """`questions` counts those on the site.

    `sites` are the pages of the facts, each once with how many facts stand there.
    """

    review: Review
    interval: Interval
    pages: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class VerifyView:
    intervals: tuple[Interval, ...]
    due: tuple[ReviewView, ...]
    ending: tuple[ReviewView, ...]
    judged: date


@dataclass(frozen=True)
class BlueprintView:
    found: Blueprint
    objectives: tuple[tuple[str, str], ...]


def maintenance_pages(corpus: Corpus) -> Iterator[Page]:
    said = "When each fact must be read again, by review date, and which questions rest on it."
    view = VerifyView(
        tuple(INTERVALS.values()),
        _views(reviews(corpus)),
        _views(ending(corpus, corpus.judged_on, ALL_TO_COME)),
        corpus.judged_on,
    )
    yield Page(VERIFY, "re-verify.md.jinja", "What to re-verify", said, view, "about")
    said = (
        "How many questions there are by objective, code, difficulty and kind, and where there are"
        " too few."
    )
    objectives = tuple((name, objective.text) for name, objective in corpus.objectives.items())
    yield Page(
        BLUEPRINT,
        "blueprint.md.jinja",
        "What the questions cover",
        said,
        BlueprintView(blueprint(corpus), objectives),
        "classroom",
    )


def _views(found: tuple[Review, ...]) -> tuple[ReviewView, ...]:
    return tuple(ReviewView(review, INTERVALS[review.sort], _pages(review)) for review in found)


def _pages(review: Review) -> tuple[tuple[str, str, int], ...]:
    """Register and name of every thing with such a fact, and how many.

    The pairs by their first code.
    """
    counted: dict[tuple[str, str], int] = {}
    for fact in review.facts:
        register, _, name = fact.reference.partition("/")
        at = (
            ("codes", name.partition("-")[0])
            if register == "edits"
            else ({"other_codes": "codes"}.get(register, register), name)
        )
        counted[at] = counted.get(at, 0) + 1
    return tuple((*at, number) for at, number in sorted(counted.items()))
