"""Claim lines as an author writes them in a question."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.facts.base import CodeId, Model

MOST_UNITS = 9

Modifier = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2}$", strict=True)]


class ClaimLine(Model):
    """Code, units and modifiers of one line."""

    code: CodeId
    units: int = Field(ge=1, le=MOST_UNITS, strict=True)
    modifiers: tuple[Modifier, ...] = Field((), max_length=4)
