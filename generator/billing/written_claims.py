"""What people hand to the commands: a day to count, and a claim somebody wrote."""

from typing import Annotated, Literal, Protocol

from pydantic import BeforeValidator, Field, StrictBool

from generator.facts.base import CodeId, Model
from generator.facts.submissions import MOST_LINES
from generator.facts.visits import MOST_SERVICES, Modifier
from generator.facts.whole_minutes import Minutes, is_finite_number

MOST_UNITS = 999


def _whole_units(value: object) -> object:
    if not is_finite_number(value):
        raise ValueError(f"'units' is {value!r}; give a whole number of units")
    if value != int(value) or value < 1:
        raise ValueError(f"'units' is {value}; give whole units, 1 or more")
    if value > MOST_UNITS:
        raise ValueError(f"'units' is {int(value)}, more than a line takes ({MOST_UNITS})")
    return int(value)


class LineLike(Protocol):
    """A claim line, whoever wrote it."""

    @property
    def code(self) -> str:
        """The code billed."""

    @property
    def units(self) -> int:
        """Units, 1 or more."""

    @property
    def modifiers(self) -> tuple[str, ...]:
        """Two characters each."""


class CountedService(Model):
    """Minutes of one code by one kind of person."""

    code: CodeId
    minutes: Minutes
    timed: StrictBool | None = Field(
        None,
        description="whether the code is counted in units of time; from the facts where left out",
    )
    by: Literal["therapist", "assistant"] = "therapist"


class CountedDay(Model):
    """The services of one patient on one day, by code; `discipline` decides between CQ and CO."""

    services: tuple[CountedService, ...] = Field(max_length=MOST_SERVICES)
    discipline: Literal["pt", "ot"] = "pt"


class WrittenLine(Model):
    """A claim line as somebody wrote it."""

    code: CodeId
    units: Annotated[int, BeforeValidator(_whole_units), Field(ge=1, le=MOST_UNITS)]
    modifiers: tuple[Modifier, ...] = Field((), max_length=4)


class WrittenClaim(Model):
    """The lines of a claim for one visit."""

    lines: tuple[WrittenLine, ...] = Field(min_length=1, max_length=MOST_LINES)
