"""A question that an instructor wrote in the browser; the link to an assignment carries it.

site_config/frontend/classroom/format/own_question.js reads it, from a link and a result file.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.facts.visits import MOST_UNITS
from generator.questions.kinds.registry import KINDS
from generator.results.limits import (
    MAX_OWN_FEEDBACK,
    MAX_OWN_NAME,
    MAX_OWN_NOTE,
    MAX_OWN_REASON,
)
from generator.results.result_model import ResultModel

Id = Annotated[str, StringConstraints(pattern=r"^own-[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
OptionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$")]
Code = Annotated[str, StringConstraints(pattern=r"^(\d{4}[0-9A-Z]|[A-Z]\d{4})$")]
ModifierName = Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{2}$")]
UnitCount = Annotated[int, Field(ge=0, le=MOST_UNITS)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_NAME)]
Feedback = Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_FEEDBACK)]
OwnLine = tuple[Code, UnitCount, tuple[ModifierName, ...]]
"""Code, units and modifiers."""


class OwnWrong(ResultModel):
    """A number that a mistake leads to."""

    units: UnitCount = Field(description="the wrong number")
    feedback: Feedback


class OwnOption(ResultModel):
    """What can be chosen: a code, or an answer in words; or a code to fill in."""

    id: OptionId
    text: Name | None = Field(None, description="the short name of a code, or the answer in words")
    feedback: Feedback
    wrong: tuple[OwnWrong, ...] = Field(
        (), max_length=3, description="wrong numbers of units, each with its own feedback"
    )


class OwnQuestion(ResultModel):
    """Its answer is one option, several, a number for each code, or claim lines: by its kind."""

    id: Id
    version: int = Field(ge=1, le=1_000_000)
    kind: Annotated[str, StringConstraints(pattern=f"^({'|'.join(KINDS)})$")]
    title: Name
    payer: Name = Field(description="what the payer is called")
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    difficulty: Literal[1, 2, 3]
    note: Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_NOTE)] | None = Field(
        None, description="left out where a statement is judged"
    )
    prompt: Name | None = Field(None, description="what is asked; of one best code if left out")
    statement: Feedback | None = Field(None, description="a statement that is judged")
    options: tuple[OwnOption, ...] = Field(
        min_length=1, max_length=8, description="the answers to choose from, in order"
    )
    right: OptionId | tuple[OptionId, ...] = Field(
        (),
        description="what is right by the facts of the day it was written: an option, or several",
    )
    ways: tuple[dict[Code, UnitCount] | tuple[OwnLine, ...], ...] = Field(
        (), max_length=12, description="right answers as a whole: units by code, or claim lines"
    )
    modifiers: tuple[ModifierName, ...] = Field(
        (), max_length=8, description="modifiers to choose from"
    )
    lines: int | None = Field(None, ge=1, le=6, description="lines of the form")
    reason: Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_REASON)]
    source: Name | None = Field(None, description="where it can be read")
    form: Annotated[str, StringConstraints(max_length=MAX_OWN_NOTE)] | None = Field(
        None, description="the visit, as the form in which it was written holds it"
    )
