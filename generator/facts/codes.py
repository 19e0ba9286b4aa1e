"""A billing code and everything a biller must know of it."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.facts.base import (
    ALWAYS,
    CodeId,
    Fact,
    FactId,
    FamilyId,
    Model,
    PayerId,
    Period,
    Sourced,
    Text,
)
from generator.facts.measures import Measure
from generator.facts.named_entries import NamedFact

Contact = Literal[
    "supervised", "constant-attendance", "one-on-one", "group", "with-caregiver", "remote"
]

Role = Literal[
    "pt",
    "pta",
    "ot",
    "ota",
    "slp",
    "slpa",
    "chiropractor",
    "physician",
    "npp",
    "athletic-trainer",
    "massage-therapist",
    "acupuncturist",
    "nurse",
    "aide",
    "student",
]
May = Literal["perform-and-bill", "perform", "depends", "no"]
Setting = Literal["practitioner", "hospital"]
Slot = Literal[
    "also_called",
    "right_when",
    "not_when",
    "who",
    "note_must_show",
    "mue",
    "modifiers",
    "telehealth",
    "common_errors",
    "look_alikes",
    "diagnoses",
    "history",
    "doubts",
]


class Words(Model):
    """What texts say of a code, for `rightcode fact-check`: short phrases, lower case.

    The names of the code count too and are not repeated.
    """

    means: tuple[Text, ...] = Field(
        (),
        description=(
            "what the code is: said of a code that does not know the phrase, it is an error"
        ),
    )
    aims: tuple[Text, ...] = Field(
        (),
        description=(
            "what it is for: an error only where nothing else in the statement fits the code"
        ),
    )
    fits: tuple[Text, ...] = Field(
        (), description="words that other codes own and that may rightly be said of this one too"
    )


class NotWhen(Fact):
    """A case for which another code is right, or none."""

    use: CodeId | Literal["not-billable", "ask-therapist"] = Field(
        description="the code that is right instead"
    )


class Unit(Sourced):
    """How it is counted: in quarter hours or the like, once, or by an amount of its own."""

    kind: Literal["timed", "untimed", "measured"]
    measure: Measure | None = Field(None, description="what a unit of a measured code stands for")
    earlier: tuple[Measure, ...] = Field(
        (), description="what it stood for on earlier dates of service, each with its 'effective'"
    )
    minutes: int | None = Field(None, gt=0, description="minutes in one unit of a timed code")
    contact: Contact
    per_day: int | None = Field(
        None, gt=0, description="units a day the code itself allows, where it says so"
    )
    typical: int | None = Field(None, gt=0, description="an evaluation's usual minutes")
    add_on: CodeId | None = Field(None, description="the code that carries further time")
    one_initial_with: CodeId | None = Field(
        None,
        description=(
            "another code of which only one of the two is billed a day; whichever was second is"
            " billed as its add-on"
        ),
    )
    text: Text

    @model_validator(mode="after")
    def _timed_has_minutes(self) -> Self:
        if (self.kind == "timed") != (self.minutes is not None):
            raise ValueError("a timed code names its 'minutes', an untimed one has none")
        return self

    @model_validator(mode="after")
    def _measured_has_measure(self) -> Self:
        if (self.kind == "measured") != (self.measure is not None):
            raise ValueError("a measured code names its 'measure', any other has none")
        if self.one_initial_with and not (self.measure and self.add_on):
            raise ValueError("'one_initial_with' needs a measured code with its 'add_on'")
        if any(measure.effective.end is None for measure in self.earlier):
            raise ValueError("each 'earlier' measure needs its last day; add 'effective: {to: …}'")
        return self

    def measure_on(self, day: date) -> Measure | None:
        """What a unit of a measured code stands for on a day."""
        return next((one for one in self.earlier if one.effective.covers(day)), self.measure)


class Who(Fact):
    """What one kind of person may do with the code; what many codes share stands in a rule."""

    role: Role
    may: May
    payers: tuple[PayerId, ...] = Field(
        (), min_length=1, description="whose word it is; any payer's if left out"
    )


class Doubt(Fact):
    """What is not known of the code; with `asks`, the engine asks it before any line."""

    asks: Literal["code", "who", "coverage", "unit", "pair", "modifiers"] | None = Field(
        None, description="what must be asked first; left out where the answer changes no line"
    )
    payers: tuple[PayerId, ...] = Field((), min_length=1, description="who waits; all if left out")
    roles: tuple[Role, ...] = Field((), description="who must ask; anyone if left out")

    def bars(self, payer: str, role: str, day: date) -> bool:
        """Whether it must be asked first, for a payer and who treated, on a date of service."""
        concerned = payer in (self.payers or (payer,)) and role in (self.roles or (role,))
        return self.asks is not None and concerned and self.effective.covers(day)


class Coverage(Fact):
    """What a payer does with the code, in words; the letter is CMS's status indicator."""

    status: Literal[
        "active",
        "bundled",
        "invalid",
        "non-covered",
        "restricted",
        "carrier-priced",
        "excluded",
        "varies",
        "not-known",
    ]
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")] | None = None
    therapy: Literal["always", "sometimes", "no"] | None = Field(
        None, description="place on Medicare's therapy code list"
    )
    reduction: bool | None = Field(
        None, description="whether the multiple procedure payment reduction applies"
    )


class Mue(Sourced):
    """CMS's unlikely-edit ceiling: units one provider may report for one patient on one day."""

    named_by = "setting"
    units: int = Field(ge=0)
    adjudication: Literal[1, 2, 3] | None = Field(
        None,
        description=(
            "MAI: 1 a line, 2 a day by policy, 3 a day, appealable; left out where not read"
        ),
    )
    setting: Setting


class ModifierNeed(Fact):
    """A modifier that may apply to the code, and when."""

    modifier: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2}$")]


class Telehealth(Fact):
    """Whether the code may be performed by telehealth."""

    status: Literal["on-list", "not-on-list", "not-known", "not-applicable"]


class CommonError(Sourced):
    """A mistake billers make, and the way back."""

    situation: Text
    wrong: Text
    right: Text
    why: Text
    claim: Text = Field(description="what happens to the claim")
    fix: Text = Field(description="how to correct the claim")
    rests_on: tuple[FactId, ...] = Field(min_length=1)


class LookAlike(Fact):
    """A code that is commonly confused with this one."""

    code: CodeId


class Diagnosis(Model):
    """An ICD-10-CM code with its meaning."""

    icd10: Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$")]
    text: Text


class Diagnoses(Sourced):
    """Illustrations only: the note proves necessity, not the pair of codes."""

    examples: tuple[Diagnosis, ...] = Field(min_length=1)


class HistoryEntry(NamedFact):
    """What changed; `effective.from` is the day it did."""


class Code(Model):
    """A CPT or HCPCS Level II code, described in our own words."""

    code: CodeId
    system: Literal["cpt", "hcpcs"]
    family: FamilyId
    plain_name: Text
    effective: Period = Field(
        ALWAYS,
        description=(
            "dates of service on which it is a code; omit where they are not known or do not matter"
        ),
    )
    also_called: tuple[Text, ...] = ()
    words: Words = Words()
    meaning: Fact
    unit: Unit
    right_when: tuple[Fact, ...] = ()
    not_when: tuple[NotWhen, ...] = ()
    who: tuple[Who, ...] = ()
    note_must_show: tuple[Fact, ...] = ()
    coverage: dict[PayerId, Coverage] = Field(
        default_factory=dict, description="by payer; other payers show their general word"
    )
    mue: tuple[Mue, ...] = ()
    pair_notes: tuple[Fact, ...] = Field(
        (), description="what to know of its pairs beyond content/edits.yaml"
    )
    modifiers: tuple[ModifierNeed, ...] = ()
    telehealth: Telehealth | None = None
    common_errors: tuple[CommonError, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    diagnoses: Diagnoses | None = None
    history: tuple[HistoryEntry, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    not_applicable: dict[Slot, Text] = Field(
        default_factory=dict, description="a slot that is empty on purpose, and why"
    )

    def mue_on(self, day: date, setting: str) -> Mue | None:
        """The MUE in a setting on a day, where it is known."""
        mues = (mue for mue in self.mue if mue.setting == setting)
        return next((mue for mue in mues if mue.effective.covers(day)), None)
