"""A claim somebody wrote."""

from typing import Literal

from pydantic import Field

from generator.facts.base import MisconceptionId, Model, Text
from generator.facts.quizzes import VisitItem
from generator.facts.written_lines import ClaimLine

Cell = Literal["code", "units", "modifiers"]


class WrittenClaimLine(ClaimLine):
    """A line of the claim, right or wrong."""

    mistake: MisconceptionId | None = Field(
        None, description="the misconception behind what is wrong on it"
    )
    feedback: Text = Field(
        description="what is wrong on this line and how to mend it, or why it is right"
    )
    key: tuple[Cell, ...] | None = Field(
        None, description="the author's own cross-check: the wrong cells, [] for none"
    )


class Verdict(Model):
    """What is said of one of the two answers that are no cell."""

    mistake: MisconceptionId | None = None
    feedback: Text
    key: bool | None = Field(None, description="the author's own cross-check")


class SpotTheError(VisitItem):
    """Mark what is wrong; cells, a line that is missing, or nothing at all."""

    kind: Literal["spot-the-error"]
    prompt: Text = "Mark everything that is wrong on this claim."
    claim: tuple[WrittenClaimLine, ...] = Field(min_length=1, max_length=6)
    missing: Verdict | None = Field(
        None, description="feedback for 'A line is missing'; a general word where left out"
    )
    nothing: Verdict | None = Field(
        None, description="feedback for 'Nothing is wrong'; a general word where left out"
    )
