"""What a payer makes of who treated and of details: refusals and conditions of coverage."""

from typing import Literal

from pydantic import Field

from generator.facts.base import CodeId, Fact
from generator.facts.codes import Role
from generator.facts.techniques import When

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
