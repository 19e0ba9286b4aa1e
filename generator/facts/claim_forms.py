"""Claim forms, box by box: what therapy puts there, and what comes back when it is wrong."""

from itertools import takewhile
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import CodeId, Fact, Model, Slug, Sourced, Text
from generator.facts.named_entries import refuse_repeated_ids

BLANK = "blank"
"""The sample of a box that the example leaves empty."""


class BoxValue(Model):
    """A value that a box may hold; its sources are the box's."""

    id: Slug = Field(description="what slots of questions name it by; keep it once published")
    value: Text
    means: Text
    codes: tuple[CodeId, ...] = Field(
        (), description="procedure codes that it is for, where another value is for the rest"
    )


class BoxMistake(Sourced):
    """A common mistake and what comes back for it."""

    wrong: Text
    returns: Text


class PayerEntry(Fact):
    """What a payer wants in a box otherwise."""

    who: Text


class ClaimBox(Fact):
    """A box of the form; where it names several, they are filled together."""

    named_by = "anchor"
    box: Text = Field(description="its number, or several: 9, 9a, 9d")
    name: Text
    sample: Text = Field(
        description="what the example has there, entries apart by ' · '; 'blank' where nothing"
    )
    values: tuple[BoxValue, ...] = ()
    mistakes: tuple[BoxMistake, ...] = ()
    payers: tuple[PayerEntry, ...] = ()

    @model_validator(mode="after")
    def _values_differ(self) -> Self:
        refuse_repeated_ids("values", self.values)
        return self

    @property
    def entries(self) -> tuple[str, ...]:
        """What the example has in it; nothing where it is left blank."""
        return () if self.sample == BLANK else tuple(self.sample.split(" · "))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The number of each box that it names."""
        return tuple(self.box.split(", "))

    def has_number(self, number: str) -> bool:
        """Whether it is the box of that number, or a range within which the number is."""
        return number in self.numbers or any(
            _digits(first) <= _digits(number) <= _digits(last)
            for first, dash, last in (name.partition("-") for name in self.numbers)
            if dash
        )

    @property
    def anchor(self) -> str:
        """The box's place on its page: `24e`, `10a-10c`, `9-9a-9d`."""
        return "box-" + self.box.lower().replace(", ", "-")


def _digits(number: str) -> int:
    """10 of '10a'."""
    return int("".join(takewhile(str.isdigit, number)))


class FormPart(Model):
    """Boxes that belong together, in the order of the form."""

    title: Text
    boxes: tuple[ClaimBox, ...] = Field(min_length=1)


class ClaimFormGuide(Model):
    """A claim form in our own layout, filled with an example."""

    id: Slug
    title: Text
    summary: Text = Field(description="one sentence, shown in lists and to search engines")
    unit: Literal["Box", "FL"] = Field(description="what the form calls its fields")
    order: int = 50
    scope: Text = Field(description="who uses the form, and whose rules these are")
    example: Text = Field(description="the case that the form is filled for")
    parts: tuple[FormPart, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _boxes_differ(self) -> Self:
        refuse_repeated_ids("boxes", self.boxes)
        return self

    @property
    def boxes(self) -> tuple[ClaimBox, ...]:
        """All of them, in order."""
        return tuple(box for part in self.parts for box in part.boxes)
