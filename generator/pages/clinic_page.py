"""The page of a clinic's own.

What it adds, what it says otherwise and why, and what it leaves out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.base import Sourced
from generator.facts.clinics import Clinic, Overridden
from generator.facts.corpus import Corpus
from generator.pages.page import Page

PATH = "clinic.md"
TITLE = "Our own"
ADDED = {
    "payers": "Payers",
    "rules": "Rules of the house",
    "codes": "Codes",
    "lessons": "Lessons",
    "quizzes": "Quizzes",
    "glossary": "Terms",
}


@dataclass(frozen=True)
class OverriddenFact:
    """A fact as the clinic has it, and ours."""

    reference: str
    theirs: Sourced
    overridden: Overridden


@dataclass(frozen=True)
class Addition:
    title: str
    register: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ClinicView:
    clinic: Clinic
    additions: tuple[Addition, ...]
    otherwise: tuple[OverriddenFact, ...]
    hidden: int
    left_out: int


def clinic_page(corpus: Corpus) -> Iterator[Page]:
    """Nothing where no overlay lies over the content."""
    laid = corpus.overlay
    if laid is None:
        return
    shown = (pair for pair in laid.overridden if _stands(corpus, pair[0]))
    otherwise = tuple(OverriddenFact(reference, fact, fact.overridden) for reference, fact in shown)
    left_out = sum(name.startswith("items/") for name in laid.left_out)
    view = ClinicView(laid.clinic, tuple(_additions(corpus)), otherwise, len(laid.hidden), left_out)
    described = f"What {laid.clinic.name} adds to RightCode, and where it says otherwise and why."
    yield Page(PATH, "clinic.md.jinja", f"{laid.clinic.name}: our own", described, view, "clinic")


def _stands(corpus: Corpus, reference: str) -> bool:
    register, _, name = reference.partition("/")
    return name in corpus.register(register)


def _additions(corpus: Corpus) -> Iterator[Addition]:
    for register, title in ADDED.items():
        names = tuple(
            name for name in corpus.register(register) if f"{register}/{name}" in corpus.overlay.own
        )
        if names:
            yield Addition(title, register, names)
