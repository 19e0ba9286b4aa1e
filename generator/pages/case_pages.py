"""The list of patient cases; each case itself is a question set with a chart."""

from collections.abc import Iterable

from generator.facts.corpus import Corpus
from generator.facts.patient_cases import PatientCase
from generator.pages.labels import CASE_PLACE, DISCIPLINE, TABLES, count
from generator.pages.page import Card, Link, Page
from generator.pages.practice_pages import practice_links

CASES = "practice/cases.md"


def patient_cases(corpus: Corpus) -> tuple[PatientCase, ...]:
    """The cases, easiest first, in the order in which they are shown."""
    cases = (quiz for quiz in corpus.quizzes.values() if isinstance(quiz, PatientCase))
    return tuple(sorted(cases, key=lambda case: (case.level, case.order, case.id)))


def case_list(cases: Iterable[PatientCase]) -> Page:
    """The cases by level."""
    levels: dict[int, list[Card]] = {}
    for case in cases:
        levels.setdefault(case.level, []).append(case_card(case))
    return Page.of(
        CASES,
        "cases",
        {"levels": levels, "level_names": TABLES["case_level"]},
        nearby=practice_links(),
        nearby_title="Ways to practice",
        boost=2,
    )


def case_card(case: PatientCase) -> Card:
    """What a list shows of a case: whose it is, where, and how many steps it takes."""
    note = f"{case_line(case)}, {count(len(case.items), 'step')}"
    return Card(f"practice/{case.id}.md", case.title, case.summary, note)


def case_line(case: PatientCase) -> str:
    """Discipline and place in words."""
    return f"{str(DISCIPLINE[case.discipline]).capitalize()}, {CASE_PLACE[case.place]}"


def case_links(cases: Iterable[PatientCase]) -> tuple[Link, ...]:
    """The cases, for the navigation beside one of them."""
    return tuple(Link(case.title, f"practice/{case.id}.md") for case in cases)
