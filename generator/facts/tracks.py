"""A way to learn a job.

Modules of a reading, practice and a mastery check, and a certificate behind the last.
"""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from generator.facts.assignments import Draw
from generator.facts.base import FactId, ItemId, Model, QuizId, Text, repeated

Short = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""Ids of track and module make a sitting's name, which has room for 120 characters."""


class ReadingId(FactId):
    """A page to read: register and name."""

    pattern = (
        r"^(lessons|rules|codes|comparisons|payers|misconceptions|claim_forms|adjustments)"
        r"/[A-Za-z0-9-]+$"
    )


class Practice(Model):
    """Whole quizzes, single questions, or both. The reasons are shown after each answer."""

    quizzes: tuple[QuizId, ...] = ()
    items: tuple[ItemId, ...] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.quizzes and not self.items:
            raise ValueError("practice names 'quizzes' or 'items', or both")
        return self


class MasteryCheck(Model):
    """Questions drawn by rule, none of the track's practice as long as there are others.

    Passed at the mark.
    """

    draw: tuple[Draw, ...] = Field(min_length=1)
    seed: int = Field(
        1, ge=0, le=2**31 - 1, strict=True, description="the same seed draws the same questions"
    )
    pass_mark_percent: int = Field(ge=50, le=100, strict=True)

    @model_validator(mode="after")
    def _is_public(self) -> Self:
        if any(draw.held_back != "left-out" for draw in self.draw):
            raise ValueError(
                "a check is taken on the site, where nothing held back is shown; remove 'held_back'"
            )
        return self

    @property
    def count(self) -> int:
        """How many questions it draws."""
        return sum(draw.count for draw in self.draw)


class Module(Model):
    """A part of a track: what to read, to practice and to pass."""

    id: Short
    title: Text
    goal: Text = Field(
        description="what a learner can do afterwards; completes the words 'You can …'"
    )
    reading: tuple[ReadingId, ...] = Field(
        min_length=1,
        description="pages, such as lessons/minutes-and-units or rules/eight-minute, in order",
    )
    practice: Practice
    check: MasteryCheck


class Track(Model):
    """Modules in the order in which they are best taken; any order is allowed."""

    id: Short
    title: Text
    summary: Text
    audience: Text = Field(description="for whom it is")
    order: int = Field(100, ge=0, strict=True, description="its place in the list")
    modules: tuple[Module, ...] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _names_a_module_once(self) -> Self:
        if twice := repeated([module.id for module in self.modules]):
            raise ValueError(f"two modules are called '{twice}'; rename one")
        return self
