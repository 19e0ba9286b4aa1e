"""What a payer pays: Medicare's fee schedules, and plans with their fees, shares and limits.

A plan states everything it does. What no figure or rule of it names, it does not do; a figure that
it names for other days only is not known on a day.
"""

from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.facts.base import (
    ALWAYS,
    CodeId,
    Model,
    PayerId,
    Period,
    Slug,
    Sourced,
    SourceId,
    Text,
)
from generator.facts.rule_examples import RelativeValue
from generator.facts.visits import Discipline

MOST_DOLLARS = 1_000_000


def _exact(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(f"{value!r} is no amount; write a number such as 45 or 45.50")
    amount = Decimal(str(value)) if isfinite(value) else Decimal(-1)
    if not 0 <= amount <= MOST_DOLLARS:
        raise ValueError(f"{value} is no amount from 0 to {MOST_DOLLARS:,}")
    return amount


def _dollars(value: object) -> Decimal:
    amount = _exact(value)
    if amount != round(amount, 2):
        raise ValueError(
            f"{value} has parts of a cent; write dollars with two digits after the point"
        )
    return amount


Number = Annotated[float, Field(ge=0, le=MOST_DOLLARS)]
Exact = Annotated[Decimal, BeforeValidator(_exact, json_schema_input_type=Number)]
"""A factor or an index, to the digit that it is written with."""
Dollars = Annotated[Decimal, BeforeValidator(_dollars, json_schema_input_type=Number)]


def cents(amount: Decimal) -> int:
    """Dollars as whole cents."""
    return int(amount * 100)


class ConversionFactor(Sourced):
    """Dollars for one relative value unit."""

    amount: Exact


class Locality(Sourced):
    """Where prices differ: CMS's geographic practice cost indices (GPCI) of a locality."""

    id: Slug
    name: Text
    work: Exact
    practice: Exact
    malpractice: Exact


class ScheduleLine(RelativeValue):
    """The relative values of one unit, and whether the therapy reduction applies to the code."""

    reduced: bool = Field(False, description="multiple-procedure indicator 5")


class FeeSchedule(Sourced):
    """Medicare's relative values of a year, not in a facility, with what turns them into dollars.

    A code that is not in it has no price of Medicare's here.
    """

    id: Slug
    title: Text
    text: Text = Field(description="which file it is, and what was not read")
    conversion_factors: tuple[ConversionFactor, ...] = Field(min_length=1)
    localities: tuple[Locality, ...] = Field((), description="others have the national price")
    values: dict[CodeId, ScheduleLine] = Field(min_length=1)

    def conversion_factor(self, day: date) -> ConversionFactor | None:
        """The one in force on a date of service."""
        return next((one for one in self.conversion_factors if one.holds_on(day)), None)

    def locality(self, name: str | None) -> Locality | None:
        """The locality of that id."""
        return next((one for one in self.localities if one.id == name), None)


FigureKey = Literal[
    "deductible", "coinsurance", "copay", "timely-filing", "sequestration", "assistant-payment"
]


class PlanFigure(Model):
    """An amount of a plan, and the dates of service on which it holds."""

    key: FigureKey
    amount: Exact
    unit: Literal["usd", "percent", "days", "months"]
    effective: Period = ALWAYS
    text: Text = Field(description="what the plan says of it")
    sources: tuple[SourceId, ...] = Field((), description="none for an invented plan")
    as_of: date | None = None


class PlanRates(Model):
    """What the plan allows for a unit: a share of Medicare's fee schedule, or fees of its own."""

    percent_of_medicare: int | None = Field(
        None, gt=0, le=1000, description="percent of Medicare's price"
    )
    locality: Slug | None = Field(None, description="of the fee schedule; national if left out")
    fees: dict[CodeId, Dollars] = Field(default_factory=dict, description="dollars for one unit")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.percent_of_medicare is None) == (not self.fees):
            raise ValueError("rates are a 'percent_of_medicare' or 'fees', one of the two")
        return self


class PlanRequirement(Model):
    """From which visit on the plan must have authorized the codes."""

    text: Text
    from_visit: int = Field(1, ge=1)
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="all codes if left out")


class PlanLimit(Model):
    """The most visits that the plan covers in a year."""

    text: Text
    most: int = Field(gt=0)
    disciplines: tuple[Discipline, ...] = Field(min_length=1, description="counted together")


class PlanCoordination(Model):
    """How the plan pays after another payer: its own benefit, at most what that left open."""

    text: Text


PlanRule = Literal[
    "ncci-edits", "mues", "mppr", "therapy-modifiers", "kx-threshold", "advance-notice"
]


class PayerPlan(Model):
    """A plan of a payer, as the adjudication of a claim reads it."""

    id: Slug
    name: Text
    payer: PayerId = Field(description="whose coverage and modifiers hold")
    invented: bool = Field(False, description="made up for practice, and said to be so")
    usual: bool = Field(False, description="taken where a claim names its payer and no plan")
    text: Text = Field(description="what it is, and that it is invented if it is")
    effective: Period = ALWAYS
    rates: PlanRates
    figures: tuple[PlanFigure, ...] = ()
    applies: tuple[PlanRule, ...] = Field((), description="Medicare's rules that it follows")
    excluded: dict[CodeId, Text] = Field(
        default_factory=dict, description="codes outside the benefit, and what the plan says"
    )
    authorization: PlanRequirement | None = None
    visit_limits: tuple[PlanLimit, ...] = ()
    coordination: PlanCoordination | None = Field(
        None, description="how it pays second; left out where that is not known"
    )

    def figure(self, key: FigureKey, day: date) -> PlanFigure | None:
        """The figure in force on a date of service."""
        figures = (one for one in self.figures if one.key == key)
        return next((one for one in figures if one.effective.covers(day)), None)

    def names(self, key: FigureKey) -> bool:
        """Whether the plan has such a figure on any day."""
        return any(one.key == key for one in self.figures)

    @model_validator(mode="after")
    def _says_that_it_is_invented(self) -> Self:
        if self.invented and "invented" not in self.text.lower():
            raise ValueError("an invented plan says in 'text' that it is invented")
        if self.coordination and not self.invented:
            raise ValueError("how a real plan coordinates is not adjudicated; remove it")
        if self.coordination and (self.names("sequestration") or self.names("assistant-payment")):
            raise ValueError("a plan with 'coordination' has no cuts of its own payment")
        if not self.invented and any(not one.sources or not one.as_of for one in self.figures):
            raise ValueError("each figure of a real plan needs 'sources' and 'as_of'")
        return self
