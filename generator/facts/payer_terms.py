"""What a payer makes of who treated, of details, and of how many visits it allows."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import CodeId, Fact
from generator.facts.codes import Role
from generator.facts.techniques import When
from generator.facts.visits import Care, Discipline

DeniedAs = Literal["excluded", "necessity"]


class Refusal(Fact):
    """Whom this payer does not pay, and for which codes."""

    roles: tuple[Role, ...] = Field(min_length=1)
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="all codes if left out")
    but_pays: tuple[CodeId, ...] = ()
    denied_as: tuple[DeniedAs, ...] = Field(
        (),
        description=(
            "how a line may go out that is only to be denied: as excluded (GY), or as not necessary"
            " (GA)"
        ),
    )


class CoverageCondition(Fact):
    """What this payer makes of a detail of some codes.

    Covered nowhere else (asked where the note is silent), not covered there, or KX there.
    """

    codes: tuple[CodeId, ...] = Field(min_length=1)
    where: When = Field(min_length=1)
    then: Literal["covered-only-there", "not-covered-there", "kx-there"]


class Authorization(Fact):
    """Whether this payer must agree before it pays: always, from some visit on, or never."""

    needed: Literal["yes", "no", "depends"] = Field(
        "yes", description="depends: the plan or the patient decides, so the plan must be asked"
    )
    from_visit: int = Field(1, ge=1, description="the first visit that needs it")
    counted_by: Literal["claim", "episode", "calendar-year"] | None = Field(
        None, description="over what the visits are counted"
    )
    disciplines: tuple[Discipline, ...] = Field(
        (), description="under whose plan; any where left out"
    )
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="all codes if left out")
    grants: tuple[Literal["visits", "units", "dates"], ...] = Field(
        (), description="what an authorization of this payer always states"
    )

    @model_validator(mode="after")
    def _counted_by_something(self) -> Self:
        if self.from_visit > 1 and self.counted_by is None:
            raise ValueError("'from_visit' needs 'counted_by': claim, episode or calendar-year")
        return self


class VisitLimit(Fact):
    """The most visits, or units, that this payer covers in a year."""

    most: int = Field(gt=0, description="visits or units in the year")
    of: Literal["visits", "units"] = Field("visits", description="what is counted")
    year: Literal["calendar", "benefit"] = Field(
        "calendar", description="benefit: the plan's own year, which the text tells"
    )
    disciplines: tuple[Discipline, ...] = Field(
        (), description="counted together; those of a limit of their own have an entry each"
    )
    care: Care | None = Field(None, description="where the two kinds of care are counted apart")
    from_age: int | None = Field(None, ge=1, description="the youngest patient it holds for")
    hard: bool = Field(description="false: an authorization raises it")
