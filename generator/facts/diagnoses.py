"""Diagnosis codes of ICD-10-CM, as far as therapy claims here use them."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.facts.base import Model, Slug, Sourced, Text

DiagnosisCode = Annotated[
    str, StringConstraints(pattern=r"^[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")
]
DiagnosisRole = Literal[
    "condition",  # a disease or disorder
    "symptom",  # a sign, symptom or finding
    "injury",  # chapter 19, with a 7th character
    "aftercare",  # a Z code for care after treatment
    "sequela",  # what an earlier illness left, as the I69 codes say it
    "status",  # something the patient has: an artificial joint, a history
    "cause",  # an external cause of chapter 20
]


class DiagnosisEntry(Sourced):
    """A code, what it is called here, and what the tabular list says of it beside others.

    `effective` is given where a fiscal year began or ended its use.
    """

    code: DiagnosisCode = Field(description="with its period, at full length: M25.661")
    name: Text = Field(description="a short name in our own words")
    role: DiagnosisRole
    side: Literal["right", "left"] | None = Field(None, description="the side that it names")
    add: tuple[DiagnosisCode, ...] = Field(
        (), description="codes that follow it, one of which is added where it is known"
    )
    never_with: tuple[DiagnosisCode, ...] = Field(
        (), description="codes that are not reported with it for one condition (Excludes1)"
    )


class DiagnosisList(Model):
    """Codes for a lesson's table."""

    id: Slug
    title: Text
    diagnoses: tuple[DiagnosisEntry, ...] = Field(min_length=1)
