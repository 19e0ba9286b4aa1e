"""Minutes to units."""

from typing import Literal

from pydantic import Field

from generator.facts.base import CodeId, MisconceptionId, Model, Text
from generator.facts.quizzes import VisitItem
from generator.facts.written_lines import MOST_UNITS


class WrongNumber(Model):
    """A number that a known mistake leads to."""

    units: int = Field(ge=0, le=MOST_UNITS, strict=True)
    mistake: MisconceptionId | None = None
    feedback: Text


class UnitsRow(Model):
    """A code for which a number is asked; 0 where it earns none or is not billed."""

    code: CodeId
    feedback: Text = Field(description="why this number is right; shown for every answer")
    wrong: tuple[WrongNumber, ...] = Field(
        (), description="numbers that mistakes lead to, each with its own feedback"
    )
    key: int | None = Field(None, ge=0, strict=True, description="the author's own cross-check")


class Units(VisitItem):
    """A number of units for each code; every way to share a tie is right."""

    kind: Literal["units"]
    prompt: Text = "How many units of each code go on the claim?"
    rows: tuple[UnitsRow, ...] = Field(min_length=1, max_length=6)
