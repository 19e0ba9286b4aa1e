"""Questions: a scenario, what is asked, and an answer for every option. The key is computed, never typed."""

from datetime import date as Day
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.model.base import ClaimId, CodeId, FactId, MisconceptionId, Model, ObjectiveId, PayerId, Slug, Text
from generator.model.visit import VisitFacts


class Holds(Model):
    """A statement the facts decide: the value at `slot` of `fact` equals, or contains, what is given."""

    fact: FactId
    slot: Text = Field(description="dotted path into the fact, e.g. 'unit.kind' or 'mue.0.units'")
    equals: str | int | bool | None = None
    contains: str | None = None

    @model_validator(mode="after")
    def _one_comparison(self) -> Self:
        if (self.equals is None) == (self.contains is None):
            raise ValueError("give either 'equals' or 'contains'")
        return self


class _Option(Model):
    mistake: MisconceptionId | None = Field(None, description="the misconception that leads here")
    feedback: Text
    key: bool | None = Field(None, description="the author's own cross-check; the build derives the key from the facts")


class CodeOption(_Option):
    code: CodeId
    text: Text | None = Field(None, description="shown beside the code; its plain name where left out")


class AnswerOption(_Option):
    """A right answer that is no code."""

    answer: Literal["not-billable", "ask-therapist"]
    text: Text | None = None


class StatementOption(_Option):
    id: Slug
    text: Text
    holds: Holds


class VerdictOption(_Option):
    verdict: Literal["holds", "does-not-hold"]


class _Item(Model):
    id: Slug
    version: int = Field(ge=1)
    title: Text
    payer: PayerId
    date: Day
    difficulty: Literal[1, 2, 3]
    objectives: tuple[ObjectiveId, ...] = Field(min_length=1)
    rests_on: tuple[FactId, ...] = Field(min_length=1)
    corrects: tuple[ClaimId, ...] = Field((), description="published claims this question tests, as article-claim")
    contested: Text | None = Field(None, description="why two answers are defended; without it they fail the build")
    reason: Text = Field(description="why the right answer is right, shown after answering")


class ChooseCode(_Item):
    """One service, one best code (or none, or 'ask')."""

    kind: Literal["choose-code"]
    note: Text
    visit: VisitFacts
    about: Slug | None = Field(None, description="id of the service asked about; may be left out where there is one")
    prompt: Text = "Which code fits this service?"
    options: tuple[CodeOption | AnswerOption, ...] = Field(min_length=3, max_length=6)


class ChooseAll(_Item):
    """All codes that go on the claim for the visit, or all statements that the facts support."""

    kind: Literal["choose-all"]
    note: Text
    visit: VisitFacts | None = None
    prompt: Text
    options: tuple[CodeOption | StatementOption, ...] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _one_sort(self) -> Self:
        if len({type(option) for option in self.options}) > 1:
            raise ValueError("'options' are all codes or all statements")
        if isinstance(self.options[0], CodeOption) and self.visit is None:
            raise ValueError("options that are codes need a 'visit' to derive the key from")
        return self


class JudgeClaim(_Item):
    """Does a published claim hold as it was written?"""

    kind: Literal["judge-claim"]
    claim: ClaimId
    prompt: Text = "Does this hold as it is written?"
    options: tuple[VerdictOption, VerdictOption]


Item = Annotated[ChooseCode | ChooseAll | JudgeClaim, Field(discriminator="kind")]


class Objective(Model):
    id: ObjectiveId
    text: Text = Field(description="completes the words 'You can …'")


class Objectives(Model):
    objectives: tuple[Objective, ...]


class Quiz(Model):
    id: Slug
    title: Text
    summary: Text
    order: int = Field(50, description="place in the list of quizzes")
    codes: tuple[CodeId, ...] = Field((), description="codes on whose pages the quiz is offered")
    items: tuple[Item, ...] = Field(min_length=1)
