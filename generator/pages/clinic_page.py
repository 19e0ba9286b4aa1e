"""The page of a clinic's own: what it adds, what it overrides and why, and what it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.clinics import AppliedOverlay, Clinic, OverriddenFact
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
class Addition:
    """What a clinic adds to one register."""

    title: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class ClinicView:
    """`hidden` counts codes not shown, `left_out` questions that the clinic's facts change."""

    clinic: Clinic
    additions: tuple[Addition, ...]
    overridden: tuple[OverriddenFact, ...]
    hidden: int
    left_out: int


def clinic_page(corpus: Corpus) -> Iterator[Page]:
    """Nothing where no overlay lies over the content."""
    overlay = corpus.overlay
    if overlay is None:
        return
    overridden = tuple(fact for fact in overlay.overridden if _is_shown(corpus, fact.reference))
    left_out = sum(name.startswith("items/") for name in overlay.left_out)
    additions = tuple(_additions(corpus, overlay))
    view = ClinicView(overlay.clinic, additions, overridden, len(overlay.hidden), left_out)
    name = overlay.clinic.name
    description = f"What {name} adds to RightCode, and where it says otherwise and why."
    yield Page(PATH, "clinic.md.jinja", f"{name}: our own", description, view, "clinic")


def _is_shown(corpus: Corpus, reference: str) -> bool:
    register, _, name = reference.partition("/")
    return name in corpus.register(register)


def _additions(corpus: Corpus, overlay: AppliedOverlay) -> Iterator[Addition]:
    for register, title in ADDED.items():
        names = (f"{register}/{name}" for name in corpus.register(register))
        if references := tuple(name for name in names if name in overlay.own):
            yield Addition(title, references)
