"""For those who maintain the facts: what to read again, and what the questions cover."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby

from generator.facts.corpus import Corpus
from generator.pages.exam_pool import scope_counts
from generator.pages.labels import count
from generator.pages.page import Page
from generator.pages.practice_pages import bank_entries
from generator.questions.blueprint import Blueprint, blueprint
from generator.questions.freshness import INTERVALS, Review, ending, reviews

ALL_TO_COME = timedelta(days=20_000)
VERIFY, BLUEPRINT = "about/re-verify.md", "classroom/blueprint.md"


Rows = tuple[tuple[str, tuple[int, ...]], ...]
"""Numbers of questions by difficulty and in all, of each objective or code."""
PageCounts = tuple[tuple[str, str, int], ...]
"""Register, name and number of facts of each page with such facts."""
Reviews = list[tuple[Review, PageCounts]]


def maintenance_pages(corpus: Corpus) -> Iterator[Page]:
    """The review dates and the blueprint."""
    verify = {
        "intervals": INTERVALS,
        "due": _with_pages(reviews(corpus)),
        "ending": _by_first_day_without(ending(corpus, corpus.judged_on, ALL_TO_COME)),
    }
    yield Page.of(VERIFY, "re-verify", verify)
    view = _blueprint_view(corpus, blueprint(corpus))
    yield Page.of(BLUEPRINT, "blueprint", view)


def _with_pages(found: Iterable[Review]) -> Reviews:
    return [(review, _pages(review)) for review in found]


def _by_first_day_without(found: Iterable[Review]) -> list[tuple[date, Reviews]]:
    """What ends, under the first day on which it no longer holds."""
    groups = groupby(_with_pages(found), lambda entry: entry[0].day + timedelta(days=1))
    return [(day, list(group)) for day, group in groups]


def _pages(review: Review) -> PageCounts:
    """Edits count on the page of their first code."""
    counted: dict[tuple[str, str], int] = {}
    for fact in review.facts:
        register, _, name = fact.reference.partition("/")
        if register in ("edits", "other_codes"):
            register, name = "codes", name.partition("-")[0]
        counted[register, name] = counted.get((register, name), 0) + 1
    return tuple((*page, number) for page, number in sorted(counted.items()))


def _blueprint_view(corpus: Corpus, found: Blueprint) -> dict[str, object]:
    levels = ", ".join(f"{number} of difficulty {level}" for level, number in found.levels.items())
    kinds = ", ".join(f"{number} {kind}" for kind, number in found.kinds.items())
    texts = {name: objective.text for name, objective in corpus.objectives.items()}
    objectives = ((text, found.objectives[name]) for name, text in texts.items())
    return {
        "summary": f"{count(found.items, 'question')}: {levels}. By kind: {kinds}.",
        "holes": found.holes,
        "exams": scope_counts(corpus, bank_entries(corpus)),
        "shares": sorted(
            ((family.title, family.exam_share) for family in corpus.families.values()),
            key=lambda row: (-(row[1] or 0), row[0]),
        ),
        "tables": (
            ("objective", "You can …", _rows(objectives)),
            ("code", "Code", _rows(found.codes.items())),
        ),
    }


def _rows(counts: Iterable[tuple[str, Mapping[int, int]]]) -> Rows:
    return tuple((name, (*levels.values(), sum(levels.values()))) for name, levels in counts)
