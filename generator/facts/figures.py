"""Figures of lessons and cheat sheets, drawn from facts."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import CodeId, Fact, FactId, Model, Slug, Text


class FigureBase(Model):
    """What every figure has; `summary` says what it shows to whoever cannot see it."""

    id: Slug
    title: Text
    summary: Text


class FigureAnswer(Fact):
    """An answer to a question: it leads to a code, to another question, or to the therapist."""

    code: CodeId | None = None
    then: Slug | None = Field(None, description="id of the question that follows")

    @model_validator(mode="after")
    def _leads_once(self) -> Self:
        if self.code and self.then:
            raise ValueError("an answer leads to a 'code' or 'then' to a question, not to both")
        return self


class FigureQuestion(Model):
    """A question of a decision tree."""

    id: Slug
    ask: Text
    answers: tuple[FigureAnswer, ...] = Field(min_length=2)


class TreeFigure(FigureBase):
    """A decision tree; the first question is its root."""

    kind: Literal["tree"]
    questions: tuple[FigureQuestion, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _reached_once(self) -> Self:
        names = [question.id for question in self.questions]
        reached = [one.then for question in self.questions for one in question.answers if one.then]
        if sorted(reached) != sorted(names[1:]):
            raise ValueError("each question after the first is the 'then' of exactly one answer")
        return self


class MinutesFigure(FigureBase):
    """The minutes of a worked example on a bar, and the units that they make."""

    kind: Literal["minutes"]
    rule: FactId
    example: Slug


class FormBox(Fact):
    """A box of a claim form: its number, what it is called here, and what goes into it."""

    box: Text
    name: Text
    sample: Text | None = Field(None, description="an entry as an example")


class BoxRow(Model):
    """Boxes side by side, from the left."""

    boxes: tuple[FormBox, ...] = Field(min_length=1, max_length=4)


class FormFigure(FigureBase):
    """A claim form in our own layout."""

    kind: Literal["form"]
    rows: tuple[BoxRow, ...] = Field(min_length=1)


class Step(Fact):
    """A step of a process, and what happens where it fails."""

    name: Text
    fails: Text | None = None


class StepsFigure(FigureBase):
    """Steps in order, each with its way out."""

    kind: Literal["steps"]
    steps: tuple[Step, ...] = Field(min_length=2)


Figure = Annotated[
    TreeFigure | MinutesFigure | FormFigure | StepsFigure, Field(discriminator="kind")
]


class Figures(Model):
    """Figures."""

    figures: tuple[Figure, ...]
