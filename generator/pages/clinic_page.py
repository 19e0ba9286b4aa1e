"""The page of a clinic's own: what it adds, what it overrides and why, and what it leaves out."""

from collections.abc import Iterator

from generator.facts.clinics import AppliedOverlay
from generator.facts.corpus import Corpus
from generator.pages.page import Page

PATH = "clinic.md"
TITLE = "Our clinic"
ADDED = {
    "payers": "Payers",
    "rules": "House rules",
    "codes": "Codes",
    "lessons": "Lessons",
    "quizzes": "Quizzes",
    "glossary": "Terms",
}


def clinic_page(corpus: Corpus) -> Iterator[Page]:
    """Nothing where no overlay lies over the content."""
    overlay = corpus.overlay
    if overlay is None:
        return
    view = {
        "clinic": overlay.clinic,
        "additions": tuple(_additions(corpus, overlay)),
        "overridden": tuple(
            fact for fact in overlay.overridden if _is_shown(corpus, fact.reference)
        ),
        "hidden": len(overlay.hidden),
        "left_out": sum(name.startswith("items/") for name in overlay.left_out),
    }
    name = overlay.clinic.name
    description = f"What {name} adds to RightCode, and where it differs and why."
    yield Page(PATH, "clinic", f"{name}: our rules", description, view)


def _is_shown(corpus: Corpus, reference: str) -> bool:
    register, _, name = reference.partition("/")
    return name in corpus.register(register)


def _additions(corpus: Corpus, overlay: AppliedOverlay) -> Iterator[tuple[str, tuple[str, ...]]]:
    for register, title in ADDED.items():
        names = (f"{register}/{name}" for name in corpus.register(register))
        if references := tuple(name for name in names if name in overlay.own):
            yield title, references
