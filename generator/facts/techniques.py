"""What a clinician does, for which purpose, and which code that is."""

from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from generator.facts.base import CodeId, Model, PurposeId, Sourced, TechniqueId, Text
from generator.facts.codes import Contact

Attribute = Literal[
    "purpose",
    "contact",
    "encounter",
    "regions",
    "personal_factors",
    "elements",
    "presentation",
    "decision_making",
    "deficits",
    "new_finding",
    "written_report",
    "area_cm2",
    "muscles",
    "data_days",
    "month_minutes",
    "current",
    "monitored",
    "aspect",
    "wound",
    "device",
    "patients",
    "occasion",
    "minutes",
    "live_contact",
]


class Purpose(Model):
    """What a technique is used for."""

    id: PurposeId
    name: Text = Field(description="completes the words 'in order to …'")


class Range(Model):
    """A whole number within bounds; a bound left out is open."""

    at_least: int | None = None
    at_most: int | None = None


class CodeRule(Sourced):
    """A code, or the reason for none, where every condition in `when` holds.

    The first rule that fits is the answer.
    """

    when: dict[Attribute, Range | tuple[StrictBool | str, ...]] = Field(default_factory=dict)
    codes: tuple[CodeId, ...] = Field(
        (), description="more than one only where authorities disagree; then say so in 'contested'"
    )
    not_billable: Text | None = Field(None, description="why no code is right")
    why: Text

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if bool(self.codes) == (self.not_billable is not None):
            raise ValueError("give either 'codes' or 'not_billable'")
        if len(self.codes) > 1 and not self.contested:
            raise ValueError("two codes for one service need 'contested' with who disagrees")
        return self


class Technique(Model):
    """Something a therapist does, and the rules that lead to its codes."""

    id: TechniqueId
    name: Text
    words: tuple[Text, ...] = Field(
        min_length=1, description="what notes and articles call it, lower case"
    )
    what: Text
    contact: Contact | None = Field(
        None, description="what is true of it unless the visit says otherwise"
    )
    codes: tuple[CodeRule, ...] = Field(min_length=1)


class Techniques(Model):
    """Purposes and techniques."""

    purposes: tuple[Purpose, ...] = ()
    techniques: tuple[Technique, ...] = ()
