"""What every question has, and quizzes; what a kind of question adds is in questions.kinds.

Keys are computed, never typed.
"""

from datetime import date as Day
from typing import TYPE_CHECKING, Literal

from pydantic import Field, SerializeAsAny, StrictBool

from generator.facts.base import (
    ClaimId,
    CodeId,
    FactId,
    MisconceptionId,
    Model,
    ObjectiveId,
    PayerId,
    Slug,
    Text,
)
from generator.facts.visits import VisitFacts


class Option(Model):
    """Something to choose or to fill in, with what is said of it after answering."""

    mistake: MisconceptionId | None = Field(None, description="the misconception that leads here")
    feedback: Text
    key: bool | None = Field(
        None, description="the author's own cross-check; the build derives the key from the facts"
    )


class CodeOption(Option):
    code: CodeId
    text: Text | None = Field(
        None, description="shown beside the code; its plain name where left out"
    )


class AnswerOption(Option):
    """A right answer that is no code."""

    answer: Literal["not-billable", "ask-therapist"]
    text: Text | None = None


class Item(Model):
    """What every kind of question has."""

    id: Slug
    version: int = Field(ge=1)
    title: Text
    payer: PayerId
    date: Day
    difficulty: Literal[1, 2, 3]
    objectives: tuple[ObjectiveId, ...] = Field(min_length=1)
    rests_on: tuple[FactId, ...] = Field(min_length=1)
    corrects: tuple[ClaimId, ...] = Field(
        (), description="published claims this question tests, as article-claim"
    )
    contested: Text | None = Field(
        None, description="why two answers are defended; without it they fail the build"
    )
    held_back: StrictBool = Field(
        False,
        description=(
            "for assessment: never on the site in any form, only in an instructor's exports"
        ),
    )
    reason: Text = Field(description="why the right answer is right, shown after answering")

    if TYPE_CHECKING:

        @property
        def kind(self) -> str:
            """The kind, as questions.kinds.registry names it; each kind's model has the field."""

        @property
        def prompt(self) -> str | None:
            """What is asked; None where the kind words it."""


class VisitItem(Item):
    """A question whose key follows from a visit."""

    note: Text
    visit: VisitFacts


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
    items: tuple[SerializeAsAny[Item], ...] = Field(min_length=1)
