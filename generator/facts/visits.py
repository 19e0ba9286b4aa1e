"""What happened at a visit, as the note would tell it."""

import datetime
from collections.abc import Container
from itertools import count, starmap
from typing import Annotated, Literal, Self

from pydantic import (
    Field,
    StrictBool,
    StringConstraints,
    field_validator,
    model_validator,
)

from generator.facts.base import (
    CodeId,
    Model,
    PayerId,
    Period,
    PurposeId,
    Slug,
    TechniqueId,
    Text,
    repeated,
)
from generator.facts.codes import Contact, Setting
from generator.facts.techniques import Attribute, misfit
from generator.facts.whole_minutes import Minutes

MOST_UNITS = 9

Modifier = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2}$", strict=True)]
MOST_SERVICES = 500
"""More than a day holds; the costs of a claim grow with them."""
MOST_DOLLARS = 10_000_000
MOST_VISITS = 9999


class ClaimLine(Model):
    """Code, units and modifiers of one line."""

    code: CodeId
    units: int = Field(ge=1, le=MOST_UNITS, strict=True)
    modifiers: tuple[Modifier, ...] = Field((), max_length=4)


By = Literal[
    "therapist",
    "assistant",
    "aide",
    "student",
    "massage-therapist",
    "athletic-trainer",
    "chiropractor",
    "physician",
]
Discipline = Literal["pt", "ot", "slp", "chiropractic", "massage", "athletic-training"]
Care = Literal["rehabilitative", "habilitative"]
Abn = Literal["none", "required", "voluntary"]
SeparateBy = Literal["encounter", "structure", "practitioner", "other"]


class Service(Model):
    """One thing done, by one person, for so many minutes."""

    id: Slug = Field("", description="left out: s1, s2 …, by its place in the visit")
    technique: TechniqueId | None = None
    code: CodeId | None = Field(None, description="instead of a technique, where the code is given")
    purpose: PurposeId | None = None
    minutes: Minutes | None = Field(
        None, description="minutes of it; left out where the note is silent"
    )
    by: By = "therapist"
    same_minutes_as: Slug | None = Field(
        None, description="another service done in the same minutes, which count once"
    )
    clinician: Text | None = Field(None, description="tells two people of one role apart")
    contact: Contact | None = None
    separate: bool = Field(
        False, description="the note shows its own time, region or encounter, apart from the others"
    )
    separate_by: SeparateBy | None = Field(
        None,
        description="what sets it apart, where the note says; implies nothing without 'separate'",
    )
    first: bool = Field(
        False,
        description=(
            "of two services that share one initial code a day, the one provided first (97810 and"
            " 97813)"
        ),
    )
    confirmed: bool = Field(
        False,
        description=(
            "the payer has said that it pays this service, by this person, for this condition"
        ),
    )
    abn: Abn | None = Field(
        None,
        description=(
            "the advance notice that names this service; once one service has it, the others have"
            " none"
        ),
    )
    details: dict[Attribute, StrictBool | int | str] = Field(
        default_factory=dict, description="what else decides: encounter, regions, …"
    )

    @field_validator("details")
    @classmethod
    def _of_their_kind(cls, details: dict[Attribute, object]) -> dict[Attribute, object]:
        if problem := next(filter(None, starmap(misfit, details.items())), None):
            raise ValueError(problem)
        return details

    @model_validator(mode="after")
    def _technique_or_code(self) -> Self:
        if (self.technique is None) == (self.code is None):
            raise ValueError("a service names a 'technique' or a 'code', one of the two")
        return self

    @model_validator(mode="after")
    def _separate_before_how(self) -> Self:
        if self.separate_by and not self.separate:
            raise ValueError(
                "'separate_by' says how a separate service is set apart; add 'separate: true' or"
                " remove it"
            )
        return self


Amount = Annotated[int, Field(ge=0, le=MOST_VISITS)]


class PlanAuthorization(Model):
    """What this patient's plan said of prior authorization, and what it authorized."""

    needed: bool | None = Field(
        None, description="whether the plan requires it for this visit, where it was asked"
    )
    on_file: bool | None = Field(None, description="left out where nobody has looked")
    number: Text | None = Field(None, description="says that one is on file, too")
    codes: tuple[CodeId, ...] = Field((), description="what it names; any therapy if left out")
    dates: Period | None = Field(None, description="first and last authorized date of service")
    visits: Amount | None = Field(None, description="authorized visits")
    visits_used: Amount | None = Field(None, description="of these, before this visit")
    units: Amount | None = Field(None, description="authorized units")
    units_used: Amount | None = Field(None, description="of these, before this visit")

    @property
    def exists(self) -> bool | None:
        """Whether one is on file; None where nobody has looked."""
        return True if self.number else self.on_file

    @model_validator(mode="after")
    def _number_of_one_on_file(self) -> Self:
        if self.number and self.on_file is False:
            raise ValueError("'number' and 'on_file: false' exclude each other; remove one")
        return self


def numbered(services: object) -> object:
    """The services, each without an `id` named by its place, past the names that are taken."""
    if not isinstance(services, list | tuple):
        return services
    named = [service.get("id") for service in services if isinstance(service, dict)]
    taken = {name for name in named if isinstance(name, str)}  # an id may be anything here
    return [
        {**service, "id": _free_name(place, taken)}
        if isinstance(service, dict) and service.get("id") is None
        else service
        for place, service in enumerate(services, 1)
    ]


def _free_name(place: int, taken: Container[str]) -> str:
    names = (f"s{place}{'-' if number else ''}{number or ''}" for number in count())
    return next(name for name in names if name not in taken)


class VisitFacts(Model):
    """A visit without its date and payer, which an item states once for all."""

    discipline: Discipline
    setting: Setting = "practitioner"
    services: tuple[Service, ...] = Field(min_length=1, max_length=MOST_SERVICES)
    allowed_so_far_usd: float | None = Field(
        None,
        ge=0,
        le=MOST_DOLLARS,
        description=(
            "Medicare's allowed charges of the year before this visit, in the pool of the"
            " discipline"
        ),
    )
    allowed_today_usd: float | None = Field(
        None, ge=0, le=MOST_DOLLARS, description="what Medicare allows for this visit itself"
    )
    necessary: StrictBool | None = Field(
        None,
        description=(
            "whether the care is still medically necessary; left out where the note is silent"
        ),
    )
    abn: Abn | None = Field(
        None,
        description=(
            "advance notice: for an expected denial (required), for what is excluded anyway"
            " (voluntary), or none"
        ),
    )
    active_care: StrictBool | None = Field(
        None, description="chiropractic: active treatment (true) or maintenance (false)"
    )
    denial_wanted: StrictBool = Field(
        False,
        description=(
            "the patient wants the payer's denial of what it does not cover, for another insurer"
        ),
    )
    plan_certified: StrictBool | None = Field(
        None, description="whether the plan of care is certified, where the note says"
    )
    authorization: PlanAuthorization | None = Field(
        None, description="prior authorization; left out where nobody has looked"
    )
    visit_number: int | None = Field(
        None,
        ge=1,
        le=MOST_VISITS,
        description="which visit of the episode, or of the injury's claim, this one is",
    )
    used_this_year: dict[Discipline, Amount] = Field(
        default_factory=dict,
        description=(
            "visits (units, where the payer limits these) of the year before this one, by"
            " discipline"
        ),
    )
    age: int | None = Field(None, ge=0, le=130, description="of the patient, in years")
    care: Care | None = Field(
        None, description="a skill relearned (rehabilitative) or learned first (habilitative)"
    )

    unit_method: Literal["cms", "ama"] | None = Field(
        None,
        description=(
            "how the payer counts minutes, where it was asked: as Medicare (cms) or by the midpoint"
            " (ama); a payer whose way is known keeps it"
        ),
    )
    place: Literal["clinic", "home", "nursing-facility"] | None = Field(
        None, description="where the patient was treated"
    )
    home_health_plan: StrictBool | None = Field(
        None, description="whether a home health plan of care was open on that day"
    )
    snf_resident: StrictBool | None = Field(
        None, description="whether the patient is a resident of a skilled nursing facility (SNF)"
    )

    @field_validator("services", mode="before")
    @classmethod
    def _numbered(cls, services: object) -> object:
        return numbered(services)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        if repeated([service.id for service in self.services]):
            raise ValueError("two services have the same 'id'; give each its own")
        return self

    @model_validator(mode="after")
    def _same_minutes_as_another(self) -> Self:
        own = {service.id: service.same_minutes_as for service in self.services}
        for name, other in own.items():
            if other and (other == name or own.get(other, name) is not None):
                raise ValueError(
                    f"'same_minutes_as' of '{name}' names '{other}'; name another service of the"
                    " visit that shares no minutes itself"
                )
        return self


class Visit(VisitFacts):
    """A visit: what was done, on which day, for which payer."""

    date: datetime.date
    payer: PayerId
