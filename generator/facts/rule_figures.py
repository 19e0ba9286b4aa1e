"""Figures of rules: amounts that change by date, and how minutes become units."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.facts.base import Slug, Sourced, Text

PART = r"(?:[^(){}|?…]|…|\([^(){}?…]*\)\??)*"
WORDING = rf"^{PART}(?:\{{year\}}{PART}\{{n\}}|\{{n\}}(?:{PART}\{{year\}})?){PART}$"
Wording = Annotated[str, StringConstraints(pattern=WORDING)]


class RuleValue(Sourced):
    """A figure that a rule needs and that changes by date, such as a year's threshold."""

    named_by = "key"
    key: Slug
    amount: float
    unit: Literal[
        "usd",
        "percent",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "visits",
        "regions",
        "parts",
    ]
    wordings: tuple[Wording, ...] = Field(
        (),
        description=(
            "how texts state it, for `rightcode check`: `{n}` is the figure, with $ or %, `{year}`"
            " its year, `(a|b)` one of two words, `(a)?` a word that may be missing, `…` some words"
        ),
    )
    beside: tuple[Text, ...] = Field(
        (), description="words one of which a sentence in those wordings has"
    )


class Counting(Sourced):
    """How timed minutes become units: minutes in one unit, and the fewest that earn the first."""

    size: int = Field(gt=0, description="minutes in one unit")
    least: int = Field(gt=0, description="fewest minutes that earn a unit; more than half of one")

    def units_in(self, minutes: int) -> int:
        """One unit from `least` minutes on, and one more for every further `size`."""
        return (minutes + self.size - self.least) // self.size
