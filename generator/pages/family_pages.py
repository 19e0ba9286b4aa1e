"""A page for each family of codes: its members side by side, from their facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.billing.payer_policy import part_b_coverage
from generator.facts.codes import Code, Coverage, Mue
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit, Family
from generator.pages.flashcards import deck_of_family
from generator.pages.page import Link, Page

MOST_NAMED = 6
MOST_QUIZZES = 6


@dataclass(frozen=True)
class FamilyMember:
    """One code of a family; `never_codes` are never paid beside it, `more` counts the rest."""

    code: Code
    medicare: Coverage | None
    mue: Mue | None
    never: tuple[Edit, ...]
    never_codes: tuple[str, ...]
    more: int


def family_pages(corpus: Corpus) -> Iterator[Page]:
    """A page for each family that has members."""
    taught = [family for family in corpus.families.values() if family.id in corpus.codes_by_family]
    nearby = tuple(Link(family.title, f"families/{family.id}.md") for family in taught)
    for family in taught:
        yield Page(
            f"families/{family.id}.md",
            "family",
            family.title,
            family.summary,
            _view(corpus, family),
            nearby,
            "Families of codes",
            boost=2,
            is_wide=True,
        )


def _view(corpus: Corpus, family: Family) -> dict[str, object]:
    codes = sorted(corpus.codes_by_family[family.id], key=lambda code: code.code)
    names = {code.code for code in codes}
    comparisons = corpus.comparisons.values()
    return {
        "family": family,
        "deck": deck_of_family(family.id),
        "members": tuple(_member(corpus, code) for code in codes),
        "pairs": tuple(_in_force(corpus.edits_by_family.get(family.id, ()))),
        "comparisons": [entry for entry in comparisons if len(names & set(entry.codes)) > 1],
        "quizzes": corpus.quizzes_by_family.get(family.id, ())[:MOST_QUIZZES],
    }


def _member(corpus: Corpus, code: Code) -> FamilyMember:
    never = tuple(
        edit for edit in _in_force(corpus.edits_by_code.get(code.code, ())) if edit.indicator == 0
    )
    others = sorted({edit.column2 if edit.column1 == code.code else edit.column1 for edit in never})
    medicare = part_b_coverage(corpus, code)
    mue = next((mue for mue in reversed(code.mue) if mue.setting == "practitioner"), None)
    return FamilyMember(
        code, medicare, mue, never[:1], tuple(others[:MOST_NAMED]), max(0, len(others) - MOST_NAMED)
    )


def _in_force(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits that had not ended when they were last read, in the practitioner table."""
    return (
        edit
        for edit in edits
        if edit.effective.end is None and edit.indicator != 9 and edit.setting == "practitioner"
    )
