"""A claim as it reaches a payer, and what the payer has on file about the patient.

What a claim form can hold wrongly fits here too: the front end says so, not the shape.
"""

import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.facts.base import ALWAYS, Model, Period, PlanId, Slug, Text
from generator.facts.plans import Dollars
from generator.facts.visits import Visit

MOST_LINES = 500
"""Ten times what an electronic claim takes."""
MOST_TYPED = 9999
Typed = Annotated[str, StringConstraints(max_length=40, strict=True)]
"""What somebody typed into a field of a form."""


class PrimaryPayment(Model):
    """What the first payer's remittance has of a line."""

    paid: Dollars = Field(description="what it paid")
    patient: Dollars = Field(description="what it left to the patient: the PR amounts")


class SubmittedLine(Model):
    """A service line of the professional claim, as typed."""

    code: Typed
    units: int = Field(ge=-MOST_TYPED, le=MOST_TYPED)
    modifiers: tuple[Typed, ...] = Field((), max_length=12)
    charge: Dollars | None = Field(None, description="dollars for the whole line")
    date: datetime.date | None = Field(None, description="the visit's date if left out")
    pointers: tuple[Typed, ...] = Field((), max_length=12, description="A, B … of the diagnoses")
    rendering_npi: Typed | None = Field(None, description="the claim's if left out")
    primary: PrimaryPayment | None = Field(
        None, description="of a secondary claim, what the first payer made of the line"
    )


class ClaimHeader(Model):
    """The items of the claim form above and below its lines."""

    member_number: Typed | None = None
    diagnoses: tuple[Typed, ...] = Field((), max_length=24, description="ICD-10-CM, A first")
    billing_npi: Typed | None = None
    rendering_npi: Typed | None = None


class SubmittedClaim(Model):
    """A professional claim; without a header only its lines are judged."""

    lines: tuple[SubmittedLine, ...] = Field(min_length=1, max_length=MOST_LINES)
    received: datetime.date | None = Field(None, description="the day on which the payer got it")
    secondary: bool = Field(False, description="sent as a claim that another payer pays first")
    primary_paid: Dollars | None = Field(
        None, description="what the claim says that the other payer paid for it"
    )
    header: ClaimHeader | None = None


class EarlierLine(Model):
    """A line that the payer has paid before."""

    code: Typed
    date: datetime.date
    modifiers: tuple[Typed, ...] = ()


class Account(Model):
    """What the payer has on file about the patient."""

    covered: Period = Field(ALWAYS, description="first and last day of coverage")
    deductible_met: Dollars | None = Field(
        None, description="of the year's deductible, before this claim"
    )
    earlier: tuple[EarlierLine, ...] = Field((), max_length=MOST_LINES)
    in_advantage_plan: bool = Field(
        False, description="Medicare's file has the patient in a Medicare Advantage plan"
    )
    other_primary: bool = Field(False, description="another payer pays first, by the payer's file")


class Envelope(Model):
    """What stands beside the visit: plan, account and claim."""

    plan: PlanId | None = Field(None, description="the usual plan of the visit's payer if left out")
    account: Account = Account()
    claim: SubmittedClaim


class ClaimSubmission(Envelope):
    """A claim with the visit that it is for.

    Of the visit the payer knows date, discipline, setting, authorization and what was used and
    allowed this year; not the services.
    """

    visit: Visit


class WorkedClaim(Model):
    """A claim that a page shows with the payer's answer, which is computed."""

    id: Slug
    title: Text
    note: Text = Field(description="what happened, in a sentence or two")
    see: Text = Field(description="what to notice in the answer")
    submission: ClaimSubmission


class WorkedClaims(Model):
    """Claims with their remittances, in the order of the page."""

    worked_claims: tuple[WorkedClaim, ...]
