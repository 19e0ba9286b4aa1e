"""A claim to fill in."""

from typing import Literal

from pydantic import Field

from generator.facts.base import CodeId, MisconceptionId, Model, Text
from generator.facts.quizzes import VisitItem
from generator.facts.written_lines import ClaimLine, Modifier


class OfferedCode(Model):
    """A code that may be put on a line, whether it belongs there or not."""

    code: CodeId
    mistake: MisconceptionId | None = Field(
        None, description="the misconception that puts it on the claim wrongly"
    )
    feedback: Text = Field(description="why it belongs on the claim, or why not")


class FillClaim(VisitItem):
    """Code, units and modifiers of every line; each cell is judged by itself."""

    kind: Literal["claim"]
    prompt: Text = "Fill in the claim for this visit."
    codes: tuple[OfferedCode, ...] = Field(
        min_length=2, max_length=8, description="codes to choose from"
    )
    modifiers: tuple[Modifier, ...] = Field(
        (), max_length=8, description="modifiers to choose from, right and wrong ones"
    )
    lines: int = Field(4, ge=1, le=6, description="lines of the form; more than the claim needs")
    key: tuple[ClaimLine, ...] | None = Field(
        None, description="the author's own cross-check: one of the right claims"
    )
