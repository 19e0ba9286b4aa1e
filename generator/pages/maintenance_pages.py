"""For those who maintain the facts: what to read again, and what the questions cover."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.facts.corpus import Corpus
from generator.pages.labels import count, page_text
from generator.pages.page import Page
from generator.questions.blueprint import Blueprint, Hole, blueprint
from generator.questions.freshness import INTERVALS, Interval, Review, ending, reviews

ALL_TO_COME = timedelta(days=20_000)
VERIFY, BLUEPRINT = "about/re-verify.md", "classroom/blueprint.md"


@dataclass(frozen=True)
class ReviewView:
    """`pages` are register, name and number of facts of each page with such facts."""

    review: Review
    interval: Interval
    pages: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class VerifyView:
    """All facts by review date, and those that end."""

    intervals: tuple[Interval, ...]
    due: tuple[ReviewView, ...]
    ending: tuple[ReviewView, ...]
    judged: date


@dataclass(frozen=True)
class CountTable:
    """Numbers of questions by difficulty, and in all."""

    title: str
    anchor: str
    heading: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True)
class BlueprintView:
    """How many questions there are, where there are too few, and the tables."""

    summary: str
    holes: tuple[Hole, ...]
    tables: tuple[CountTable, ...]


def maintenance_pages(corpus: Corpus) -> Iterator[Page]:
    """The review dates and the blueprint."""
    verify = VerifyView(
        tuple(INTERVALS.values()),
        _views(reviews(corpus)),
        _views(ending(corpus, corpus.judged_on, ALL_TO_COME)),
        corpus.judged_on,
    )
    yield Page(VERIFY, "re-verify.md.jinja", *page_text(VERIFY), verify, "about")
    view = _blueprint_view(corpus, blueprint(corpus))
    yield Page(BLUEPRINT, "blueprint.md.jinja", *page_text(BLUEPRINT), view, "classroom")


def _views(found: tuple[Review, ...]) -> tuple[ReviewView, ...]:
    return tuple(ReviewView(review, INTERVALS[review.sort], _pages(review)) for review in found)


def _pages(review: Review) -> tuple[tuple[str, str, int], ...]:
    """Edits count on the page of their first code."""
    counted: dict[tuple[str, str], int] = {}
    for fact in review.facts:
        register, _, name = fact.reference.partition("/")
        if register in ("edits", "other_codes"):
            register, name = "codes", name.partition("-")[0]
        counted[register, name] = counted.get((register, name), 0) + 1
    return tuple((*page, number) for page, number in sorted(counted.items()))


def _blueprint_view(corpus: Corpus, found: Blueprint) -> BlueprintView:
    levels = ", ".join(f"{number} of difficulty {level}" for level, number in found.levels.items())
    kinds = ", ".join(f"{number} {kind}" for kind, number in found.kinds.items())
    texts = {name: objective.text for name, objective in corpus.objectives.items()}
    objectives = ((text, found.objectives[name]) for name, text in texts.items())
    return BlueprintView(
        f"{count(found.items, 'question')}: {levels}. By kind: {kinds}.",
        found.holes,
        (
            CountTable("By objective", "by-objective", "You can …", _rows(objectives)),
            CountTable("By code", "by-code", "Code", _rows(found.codes.items())),
        ),
    )


def _rows(
    counts: Iterable[tuple[str, Mapping[int, int]]],
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((name, (*levels.values(), sum(levels.values()))) for name, levels in counts)
