"""What every question has, and quizzes; what a kind of question adds is in questions.kinds.

Keys are computed; what an author marks is compared with them.
"""

import datetime
from abc import abstractmethod
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, StrictBool, model_validator
from pydantic.json_schema import SkipJsonSchema

from generator.facts.base import (
    ClaimId,
    CodeId,
    FactId,
    ItemId,
    MisconceptionId,
    Model,
    ObjectiveId,
    PayerId,
    Slug,
    Text,
)
from generator.facts.charts import ChartDocument
from generator.facts.visits import VisitFacts


class Option(Model):
    """Something to choose or to fill in, with what is said of it after answering."""

    mistake: MisconceptionId | None = Field(None, description="the misconception that leads here")
    feedback: Text
    key: bool | None = Field(
        None,
        description=(
            "the author's own verdict: true where it is right; left out, it is called wrong. The"
            " facts decide, and the check names every option of which they say otherwise"
        ),
    )

    @property
    @abstractmethod
    def answer_id(self) -> str:
        """The name the answer is stored under; it survives moving and rewording."""


class CodeOption(Option):
    code: CodeId
    text: Text | None = Field(
        None, description="shown beside the code; its plain name where left out"
    )

    @property
    def answer_id(self) -> str:
        """The code."""
        return str(self.code)


class AnswerOption(Option):
    """A right answer that is no code."""

    answer: Literal["not-billable", "ask-therapist"]
    text: Text | None = None

    @property
    def answer_id(self) -> str:
        """The answer itself."""
        return self.answer


class Exhibit(Model):
    """A table to look values up in, shown under the note; the facts fill it."""

    table: Literal["pairs", "mues", "thresholds", "policy"] = Field(
        description=(
            "NCCI edits, MUEs, KX thresholds, or what the payer's published policy says, if not"
            " Medicare's"
        )
    )
    codes: tuple[CodeId, ...] = Field(
        (), min_length=1, description="those the question offers if left out"
    )


class Item(Model):
    """What every kind of question has; each kind adds a field `kind` and a `prompt`."""

    id: Slug
    version: int = Field(ge=1)
    title: Text
    payer: PayerId
    date: datetime.date
    difficulty: Literal[1, 2, 3]
    objectives: tuple[ObjectiveId, ...] = Field(min_length=1)
    rests_on: tuple[FactId, ...] = Field(min_length=1)
    corrects: tuple[ClaimId, ...] = Field(
        (), description="published claims this question tests, as article-claim"
    )
    contested: Text | None = Field(
        None, description="why two answers are defended; without it they fail the build"
    )
    exhibits: tuple[Exhibit, ...] = Field(
        (), description="tables that a learner needs and is not asked to know by heart"
    )
    held_back: StrictBool = Field(
        False,
        description=(
            "for assessment: never on the site in any form, only in an instructor's exports"
        ),
    )
    enemies: tuple[ItemId, ...] = Field(
        (),
        description=(
            "near-twins of this question: no drawing gives two of them; one of a pair names the"
            " other"
        ),
    )
    own_quiz_only: StrictBool = Field(
        False,
        description=(
            "asked in its own quiz and on pages that name it; no exam, placement quiz, mixed round"
            " or topic gives it, and a draw only if it names the quiz"
        ),
    )
    reads: tuple[Slug, ...] = Field(
        (), description="in a patient case: the documents of its chart that the step is about"
    )
    documents: SkipJsonSchema[tuple[ChartDocument, ...]] = ()
    earlier: SkipJsonSchema[tuple[ChartDocument, ...]] = ()
    reason: Text = Field(description="why the right answer is right, shown after answering")

    if TYPE_CHECKING:  # fields of every kind's model, each with its own type

        @property
        def kind(self) -> str:
            """The YAML `kind:`."""

        @property
        def prompt(self) -> str | None:
            """What is asked; None where the kind words it."""

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options to choose from; none where an answer is filled in or marked."""
        return getattr(self, "options", ())

    @property
    def tested_claims(self) -> tuple[ClaimId, ...]:
        """The published claims that the item is about."""
        return self.corrects


class VisitItem(Item):
    """A question whose key follows from a visit."""

    note: Text
    visit: VisitFacts


if TYPE_CHECKING:
    AnyItem = Item  # at run time the kinds' models, which questions.kinds.registry fills in


Area = Literal["codes", "units", "modifiers", "coverage", "documentation", "claims"]


class Objective(Model):
    id: ObjectiveId
    text: Text = Field(description="completes the words 'You can …'")
    area: Area = Field(
        "codes",
        description=(
            "what is decided: the code, the units, modifiers with edits and limits, coverage with"
            " authorization, what the note documents, or the claim; exams are balanced by it"
        ),
    )


class Objectives(Model):
    objectives: tuple[Objective, ...]


class Quiz(Model):
    id: Slug
    title: Text
    summary: Text
    order: int = Field(50, description="place in the list of quizzes")
    codes: tuple[CodeId, ...] = Field((), description="codes on whose pages the quiz is offered")
    items: "tuple[AnyItem, ...]" = Field(min_length=1)

    @model_validator(mode="after")
    def _charts_belong_to_cases(self) -> Self:
        if not self.has_chart and any(item.reads or item.documents for item in self.items):
            raise ValueError(
                "'reads' names documents of a chart; a question set with a chart is a patient case"
                " and lies in quizzes/cases/"
            )
        return self

    @property
    def has_chart(self) -> bool:
        """Whether its questions follow one another through one chart."""
        return False

    def with_items(self, items: "tuple[AnyItem, ...]") -> Self:
        """The quiz with some of its questions."""
        return self.model_copy(update={"items": items})
