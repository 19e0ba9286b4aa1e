"""Who pays: how minutes become units there, and what differs from Medicare."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.facts.base import CodeId, Fact, Model, PayerId, Text
from generator.facts.payer_terms import Authorization, CoverageCondition, Refusal, VisitLimit
from generator.facts.visits import Discipline


class Substitution(Fact):
    """Where this payer wants another code for the same service."""

    named_by = "code"
    code: CodeId
    use: CodeId


class Cap(Fact):
    """The most units this payer pays a day, of the codes together."""

    units: int = Field(gt=0)
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="all codes if left out")


class WantedModifier(Fact):
    """A modifier this payer wants on a line of the codes."""

    modifier: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2}$")]
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="all codes if left out")
    disciplines: tuple[Discipline, ...] = Field(
        (), description="under whose plan; any where left out"
    )
    always_therapy: bool = Field(
        False, description="only on codes that Medicare designates always therapy"
    )


class Payer(Model):
    """Who pays, how minutes become units there, and what differs from Medicare."""

    id: PayerId
    name: Text
    also_called: tuple[Text, ...] = Field(
        (), description="what else people type to find it, abbreviations too"
    )
    kind: Literal[
        "medicare",
        "home-health",
        "medicare-advantage",
        "medicaid",
        "commercial",
        "workers-comp",
        "tricare",
        "va",
        "auto",
    ]
    invented: bool = Field(
        False, description="an example plan, made up for practice and labeled so"
    )
    unit_method: Literal["cms", "ama", "not-known"]
    unit_fact: Fact = Field(description="what is known of how it counts minutes")
    general: Fact = Field(
        description="shown on a code page where the code says nothing of this payer"
    )
    facts: tuple[Fact, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    conditions: tuple[CoverageCondition, ...] = ()
    not_covered: dict[CodeId, Fact] = Field(
        default_factory=dict, description="codes it never pays separately"
    )
    caps: tuple[Cap, ...] = Field(
        (), description="for payers other than Medicare, whose ceilings stand at the codes"
    )
    modifiers: tuple[WantedModifier, ...] = Field(
        (), description="for payers other than Medicare, whose modifiers follow from its rules"
    )
    assistants: Fact | None = Field(
        None,
        description="that it wants CQ or CO by Medicare's rule; for payers other than Medicare",
    )
    authorizations: tuple[Authorization, ...] = Field(
        (),
        description="the first that fits code and visit decides; where none does, nothing is asked",
    )
    visit_limits: tuple[VisitLimit, ...] = Field(
        (), description="how much therapy it covers in a year"
    )
    code_pages: Literal["always", "where-named"] = Field(
        "always", description="where-named: a row only on the pages of codes that this file names"
    )
