"""Comparisons and cases: facts put side by side, and visits told twice."""

from pydantic import Field

from generator.facts.base import CodeId, Fact, Model, PayerId, Slug, Sourced, Text
from generator.facts.visits import Visit


class Comparison(Model):
    """Codes that people take for one another, set side by side from their facts."""

    id: Slug
    title: Text
    question: Text = Field(description="the question that tells them apart")
    codes: tuple[CodeId, ...] = Field(min_length=2)
    tells: tuple[Fact, ...] = Field(min_length=1, description="what settles the choice")


class Comparisons(Model):
    """Comparisons of codes."""

    comparisons: tuple[Comparison, ...]


class CaseLine(Model):
    """A line of the claim in a case."""

    code: CodeId
    units: int = Field(gt=0)
    modifiers: tuple[Text, ...] = ()


class CaseAccount(Sourced):
    """One visit, its note and its claim."""

    note: Text
    visit: Visit
    billed: tuple[CaseLine, ...] = ()
    comment: Text = Field(description="why this is right, or what is wrong with it")
    mend: Text | None = Field(None, description="how to put a wrong one right")


class Case(Model):
    """A code billed rightly once and wrongly once."""

    id: Slug
    title: Text
    code: CodeId
    right: CaseAccount
    wrong: CaseAccount


class Cases(Model):
    """Case studies."""

    cases: tuple[Case, ...]


__all__ = ["CaseLine", "Case", "Cases", "Comparison", "Comparisons", "PayerId", "CaseAccount"]
