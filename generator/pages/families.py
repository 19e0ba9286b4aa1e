"""A page for each family of codes: its members side by side, from their facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.model.code import Code, Coverage, Mue
from generator.model.item import Quiz
from generator.model.lesson import Comparison
from generator.model.registers import Edit, Family
from generator.pages.page import Link, Page

MOST_NAMED = 6


@dataclass(frozen=True)
class Member:
    """One code of a family, as its row shows it; `never` names the codes it may never stand beside, `more` counts the rest."""

    code: Code
    medicare: Coverage | None
    mue: Mue | None
    never: tuple[Edit, ...]
    never_codes: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class FamilyPage:
    family: Family
    members: tuple[Member, ...]
    pairs: tuple[Edit, ...]
    comparisons: tuple[Comparison, ...]
    quizzes: tuple[Quiz, ...]


def family_pages(corpus: Corpus) -> Iterator[Page]:
    """A page for each family that has members."""
    taught = [family for family in corpus.families.values() if any(code.family == family.id for code in corpus.codes.values())]
    pairs = _standing(corpus)
    nearby = tuple(Link(family.title, f"families/{family.id}.md") for family in taught)
    for family in taught:
        view = _view(corpus, family, pairs)
        yield Page(f"families/{family.id}.md", "family.md.jinja", family.title, family.summary, view, "codes", nearby, "Families of codes", boost=2, is_wide=True)


def _view(corpus: Corpus, family: Family, pairs: tuple[Edit, ...]) -> FamilyPage:
    codes = sorted((code for code in corpus.codes.values() if code.family == family.id), key=lambda code: code.code)
    names = {code.code for code in codes}
    return FamilyPage(
        family,
        tuple(_member(corpus, code, pairs) for code in codes),
        tuple(edit for edit in pairs if {edit.column1, edit.column2} <= names),
        tuple(entry for entry in corpus.comparisons.values() if len(names & set(entry.codes)) > 1),
        tuple(quiz for quiz in corpus.quizzes.values() if names & set(quiz.codes)),
    )


def _member(corpus: Corpus, code: Code, pairs: tuple[Edit, ...]) -> Member:
    never = tuple(edit for edit in pairs if edit.indicator == 0 and code.code in (edit.column1, edit.column2))
    others = sorted({edit.column2 if edit.column1 == code.code else edit.column1 for edit in never})
    medicare = next((entry for payer, entry in code.coverage.items() if corpus.payers[payer].kind == "medicare"), None)
    mue = next((mue for mue in reversed(code.mue) if mue.setting == "practitioner"), None)
    return Member(code, medicare, mue, never[:1], tuple(others[:MOST_NAMED]), max(0, len(others) - MOST_NAMED))


def _standing(corpus: Corpus) -> tuple[Edit, ...]:
    """Pairs that had not ended when they were last read, in the practitioner table."""
    return tuple(edit for edit in corpus.edits.values() if edit.effective.end is None and edit.indicator != 9 and edit.setting == "practitioner")
