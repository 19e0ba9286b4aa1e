"""Templates: a scenario with ranges and choices, which expands by number into many that differ."""

import datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.facts.base import (
    PART_B,
    FactId,
    MisconceptionId,
    Model,
    ObjectiveId,
    PayerId,
    PurposeId,
    Reference,
    Slug,
    TechniqueId,
    Text,
)
from generator.facts.codes import Contact, Setting
from generator.facts.quizzes import Exhibit
from generator.facts.techniques import Attribute
from generator.facts.visits import By, Discipline, Modifier

if TYPE_CHECKING:
    KindName = str  # at run time the kinds with variants, which questions.kinds.registry fills in
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$", max_length=40)]
Wordings = Text | tuple[Text, ...]


class TemplateId(Reference):
    """The id of a template."""

    kind = "templates"


class PoolId(Reference):
    """The name of a pool."""

    kind = "pools"
    pattern = r"^[a-z][a-z_]*$"


class Span(Model):
    """Whole numbers from one to another, both included.

    `{name}` gives the figure, `{name:words}` the number in words.
    """

    start: int = Field(alias="from", ge=0)
    end: int = Field(alias="to", ge=0)
    step: int = Field(1, ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"'from' {self.start} is more than 'to' {self.end}; exchange them")
        return self


class Done(Model):
    """What a choice says of a service; what it leaves out the service of the visit says."""

    technique: TechniqueId | None = None
    purpose: PurposeId | None = None
    contact: Contact | None = None
    by: By | None = None
    separate: bool | None = None
    details: dict[Attribute, bool | int | str] = Field(default_factory=dict)


class Choice(Model):
    """One of several things that may be so.

    Words for the note, facts for the visit, and the payer or the circumstances.
    """

    id: Slug | None = Field(None, description="how a mistake names this choice in its 'when'")
    words: dict[Name, Wordings] = Field(
        description="pieces of the note; several wordings of a piece are drawn from as well"
    )
    service: Done | None = None
    key: str | None = Field(
        None, description="the author's own cross-check: the answer that is right with this choice"
    )
    by: dict[Slug, By] = Field(
        default_factory=dict, description="who furnishes which service, by its id"
    )
    payer: PayerId | None = None
    circumstances: dict[
        Literal["necessary", "abn", "active_care", "plan_certified"], bool | str
    ] = Field(default_factory=dict, description="facts of the whole visit")


class FromPool(Model):
    pool: PoolId = Field(description="a list of choices in quizzes/words.yaml")


Draw = Span | FromPool | tuple[Choice, ...]


class ServiceDraft(Model):
    """A service of the visit; `minutes` may name a span."""

    id: Slug
    draw: Name | tuple[Name, ...] = Field((), description="the choices that say what was done")
    technique: TechniqueId | None = None
    purpose: PurposeId | None = None
    minutes: int | Name | None = None
    by: By = "therapist"
    contact: Contact | None = None
    separate: bool = False
    details: dict[Attribute, bool | int | str] = Field(
        default_factory=dict, description="a value may name a span: '{regions}'"
    )


class VisitDraft(Model):
    discipline: Discipline
    setting: Setting = "practitioner"
    services: tuple[ServiceDraft, ...] = Field(min_length=1)
    allowed_so_far_usd: int | Name | None = None
    necessary: bool | None = None


class Limit(Model):
    """What numbers drawn together must be like.

    Whatever is not is no variant and is not counted.
    """

    sum: tuple[Name, ...] = Field(min_length=1, description="spans whose numbers are added up")
    minus: tuple[Name, ...] = Field((), description="spans whose numbers are taken off")
    at_least: int | None = None
    at_most: int | None = None
    not_between: tuple[int, int] | None = Field(
        None, description="first and last number that are left out"
    )


class Mistake(Model):
    """A named way to go wrong.

    `make` computes the answer it leads to, and the feedback says what went wrong.
    """

    make: Slug = Field(description="a function of generator/questions/variants/mistakes")
    of: Slug | None = Field(
        None, description="id of the service it is made about; the one asked about where left out"
    )
    when: dict[Name, tuple[Slug, ...]] = Field(
        default_factory=dict, description="choices by draw for which it is plausible"
    )
    instead: Done | None = Field(None, description="what the mistake takes the service for")
    payer: PayerId | None = Field(None, description="whose code the mistake gives")
    mistake: MisconceptionId | None = None
    feedback: Text = Field(
        description="may use {wrong} and {right}, for units also {code}, {spent} and {total}"
    )


class Template(Model):
    """One scenario with ranges and choices.

    Its key is computed for each variant; its wrong options come from named mistakes.
    """

    id: TemplateId
    version: int = Field(
        ge=1,
        description="counts up with every change: answers to earlier variants stand for themselves",
    )
    kind: "KindName"
    title: Text
    summary: Text
    order: int = 50
    difficulty: Literal[1, 2, 3]
    objectives: tuple[ObjectiveId, ...] = Field(min_length=1)
    rests_on: tuple[FactId, ...] = Field(min_length=1)
    payers: tuple[PayerId, ...] = Field(
        (PART_B,), description="drawn from, unless a choice names the payer"
    )
    dates: tuple[datetime.date, datetime.date] = Field(
        description="first and last date of service; working days between are drawn"
    )
    draws: dict[Name, Draw]
    where: tuple[Limit, ...] = ()
    totals: dict[Name, tuple[Name, ...]] = Field(
        default_factory=dict, description="sums of spans that the words may use"
    )
    note: Text = Field(description="the scenario, with {names} of draws and of their pieces")
    exhibits: tuple[Exhibit, ...] = Field((), description="tables shown under the note")
    visit: VisitDraft
    about: Slug | None = Field(None, description="id of the service asked about, for choose-code")
    prompt: Text
    keys: tuple[str, ...] = Field(
        (), description="the author's own cross-check: answers that may be right"
    )
    right: Text | None = Field(
        None, description="feedback for the right option of a question to choose from"
    )
    mistakes: tuple[Mistake, ...] = Field(min_length=1)
    options: int = Field(
        4, ge=3, le=6, description="how many options a question to choose from has at most"
    )
    modifiers: tuple[Modifier, ...] = Field(
        (), description="on offer in a claim, right and wrong ones"
    )
    reason: Text

    @model_validator(mode="after")
    def _whole(self) -> Self:
        unknown = [
            name
            for limit in self.where
            for name in (*limit.sum, *limit.minus)
            if not isinstance(self.draws.get(name), Span)
        ]
        if unknown:
            raise ValueError(f"'where' speaks of '{unknown[0]}', which is no span among 'draws'")
        return self


class Pools(Model):
    """Choices that several templates draw from, such as the people."""

    pools: dict[PoolId, tuple[Choice, ...]]


class Written(Model):
    """How many variants of one template are written into the site."""

    template: TemplateId
    pool: int = Field(80, ge=1, le=500)


class Variants(Model):
    """Which variants the site carries; the seed decides which of all there are."""

    seed: int = Field(ge=0)
    on_page: int = Field(
        3, ge=1, le=20, description="how many stand in the page itself, readable without JavaScript"
    )
    complete: bool = Field(
        False,
        description=(
            "true where every taught code and every misconception must have the questions that"
            " `rightcode blueprint` asks for"
        ),
    )
    written: tuple[Written, ...] = Field(min_length=1)
