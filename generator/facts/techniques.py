"""What a clinician does, for which purpose, and which code that is."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StringConstraints, model_validator

from generator.facts.base import CodeId, Fact, Model, PurposeId, Sourced, TechniqueId, Text
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
    "history",
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
    "condition",
    "visit_of_year",
    "established_patient",
    "patient_began",
    "related_visit_before",
    "visit_followed",
    "clinician_in_room",
    "sort",
]


COUNTED: Mapping[str, int] = {
    "regions": 10,
    "personal_factors": 50,
    "elements": 50,
    "deficits": 50,
    "area_cm2": 20_000,
    "muscles": 100,
    "data_days": 366,
    "month_minutes": 44_640,
    "patients": 50,
    "minutes": 1440,
    "visit_of_year": 366,
}
"""Attributes that are whole numbers, each with the most that a note can mean."""
YES_OR_NO = (
    "new_finding",
    "written_report",
    "current",
    "monitored",
    "live_contact",
    "established_patient",
    "patient_began",
    "related_visit_before",
    "visit_followed",
    "clinician_in_room",
)


def misfit(name: str, value: object) -> str | None:
    """What is wrong with the value of an attribute, if anything is."""
    if name in COUNTED:
        fits = type(value) is int and 0 <= value <= COUNTED[name]
        wanted = f"a whole number from 0 to {COUNTED[name]}, without quotes"
    elif name in YES_OR_NO:
        fits, wanted = isinstance(value, bool), "true or false"
    else:
        fits, wanted = isinstance(value, str) and bool(value.strip()), "a word"
    return None if fits else f"'{name}' is {value!r}; write {wanted}"


class Purpose(Model):
    """What a technique is used for."""

    id: PurposeId
    name: Text = Field(description="completes the words 'in order to …'")


class Range(Model):
    """A whole number within bounds; a bound left out is open."""

    at_least: int | None = None
    at_most: int | None = None


When = dict[Attribute, Range | tuple[StrictBool | str, ...]]
"""What each attribute must be: in a range, or among values."""


class CodeRule(Sourced):
    """A code, or the reason for none, where every condition in `when` holds.

    The first rule that fits is the answer.
    """

    when: When = Field(default_factory=dict)
    codes: tuple[CodeId, ...] = Field(
        (), description="more than one only where authorities disagree; then say so in 'contested'"
    )
    not_billable: Text | None = Field(None, description="why no code is right")
    modifiers: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2}$")], ...] = Field(
        (), description="what the line carries with this code, whoever pays: 52 for a part of it"
    )
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
    shorthand: tuple[Text, ...] = Field(
        (),
        description=(
            "what notes write for it besides, abbreviations too: for finding it, not for judging"
            " texts"
        ),
    )
    what: Text
    no_code: Fact | None = Field(
        None, description="of what has no code of its own: what is not billed for it"
    )
    contact: Contact | None = Field(
        None, description="what is true of it unless the visit says otherwise"
    )
    codes: tuple[CodeRule, ...] = Field(min_length=1)


class Techniques(Model):
    """Purposes and techniques."""

    purposes: tuple[Purpose, ...] = ()
    techniques: tuple[Technique, ...] = ()
