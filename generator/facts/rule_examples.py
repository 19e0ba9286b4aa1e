"""Worked examples of a rule: what happened, told in words and in structure.

What follows from it is computed, never typed.
"""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from generator.facts.base import PART_B, CodeId, FactId, Model, PayerId, Slug, Sourced, Text
from generator.facts.visits import Discipline, VisitFacts


class ExampleBase(Model):
    """What every worked example has."""

    id: Slug
    title: Text
    note: Text = Field(description="what happened, in a sentence or two")
    see: Text | None = Field(None, description="what to notice in the answer")


class VisitExample(ExampleBase):
    """A visit and its claim; for several payers the claim of each."""

    kind: Literal["visit"]
    date: datetime.date
    payers: tuple[PayerId, ...] = Field((PART_B,), min_length=1)
    visit: VisitFacts
    about: tuple[FactId, ...] = Field(
        (), description="show only the reasons that rest on these facts; all of them where left out"
    )


class ReportExample(ExampleBase):
    """Treatment days, and the days on which a progress report was written."""

    kind: Literal["progress-reports"]
    treatments: tuple[datetime.date, ...] = Field(min_length=1)
    reports: tuple[datetime.date, ...] = ()


class CertificationExample(ExampleBase):
    """A plan of care on its way to being certified; dates that are left out did not come."""

    kind: Literal["certification"]
    first_treatment: datetime.date
    evaluation: datetime.date
    signed: datetime.date | None = None
    verbal: datetime.date | None = Field(None, description="the day of a verbal order to certify")
    duration_days: int | None = Field(
        None, gt=0, description="how long the plan says that treatment goes on"
    )
    order: bool = Field(description="a signed and dated order or referral is on file")
    sent: datetime.date | None = Field(
        None, description="the day on which the plan was sent, with proof"
    )


class RelativeValue(Model):
    """The three parts of one unit's relative value, in hundredths."""

    work: int = Field(ge=0)
    practice: int = Field(ge=0)
    malpractice: int = Field(ge=0)


class RelativeValues(Sourced):
    """Relative values by code."""

    by_code: dict[CodeId, RelativeValue]


class ReductionExample(ExampleBase):
    """A visit whose therapy units share one full practice expense."""

    kind: Literal["reduction"]
    date: datetime.date
    payer: PayerId = PART_B
    visit: VisitFacts
    values: RelativeValues


class TelehealthExample(ExampleBase):
    """A code that somebody would furnish by telehealth."""

    kind: Literal["telehealth"]
    code: CodeId
    discipline: Discipline
    date: datetime.date


Example = Annotated[
    VisitExample | ReportExample | CertificationExample | ReductionExample | TelehealthExample,
    Field(discriminator="kind"),
]
