"""What happened at a visit, as the note would tell it."""

from datetime import date as Day
from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from generator.model.base import CodeId, Model, PayerId, PurposeId, Slug, TechniqueId, Text
from generator.model.code import Contact, Setting
from generator.model.technique import Attribute

By = Literal["therapist", "assistant", "aide", "student", "massage-therapist", "athletic-trainer", "chiropractor", "physician"]
Discipline = Literal["pt", "ot", "slp", "chiropractic", "massage", "athletic-training"]


class Service(Model):
    """One thing done, by one person, for so many minutes."""

    id: Slug
    technique: TechniqueId | None = None
    code: CodeId | None = Field(None, description="instead of a technique, where the code is given")
    purpose: PurposeId | None = None
    minutes: int | None = Field(None, ge=0, le=1440, description="minutes of it; left out where the note is silent")
    by: By = "therapist"
    clinician: Text | None = Field(None, description="tells two people of one role apart")
    contact: Contact | None = None
    separate: bool = Field(False, description="the note shows its own time, region or encounter, apart from the others")
    details: dict[Attribute, StrictBool | int | str] = Field(default_factory=dict, description="what else decides: encounter, regions, …")

    @model_validator(mode="after")
    def _technique_or_code(self) -> Self:
        if (self.technique is None) == (self.code is None):
            raise ValueError("a service names a 'technique' or a 'code', one of the two")
        return self


class VisitFacts(Model):
    """A visit without its date and payer, which an item states once for all."""

    discipline: Discipline
    setting: Setting = "practitioner"
    services: tuple[Service, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        names = [service.id for service in self.services]
        if len(set(names)) < len(names):
            raise ValueError("two services have the same 'id'; give each its own")
        return self


class Visit(VisitFacts):
    date: Day
    payer: PayerId
