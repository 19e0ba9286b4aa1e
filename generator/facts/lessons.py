"""Hand-written lessons, and the comparisons and cases they insert."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import CodeId, Fact, Model, Slug, Sourced, Text
from generator.facts.visits import Visit


class LessonHead(Model):
    """What the head of a lesson gives."""

    id: Slug
    title: Text
    summary: Text = Field(description="one sentence, shown in lists and to search engines")
    section: Literal["learn", "about"] = "learn"
    order: int = Field(50, description="place in its section's list")
    as_of: date = Field(description="the date as of which its facts are stated")


class Lesson(LessonHead):
    """A lesson with its Markdown.

    `[@source-id]` cites, `[[97124]]` links, `<!-- rc:… -->` inserts.
    """

    body: Text
    body_line: int = Field(1, description="line of the file on which the body starts")


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
    fix: Text | None = Field(None, description="how to correct a wrong one")


class Case(Model):
    """A code billed rightly once and wrongly once."""

    id: Slug
    title: Text
    code: CodeId
    right: CaseAccount
    wrong: CaseAccount

    @model_validator(mode="after")
    def _accounts_differ(self) -> Self:
        right, wrong = ((one.note, one.visit, one.billed) for one in (self.right, self.wrong))
        if right == wrong:
            raise ValueError("'right' and 'wrong' tell the same visit and claim; let them differ")
        return self


class Cases(Model):
    """Case studies."""

    cases: tuple[Case, ...]
