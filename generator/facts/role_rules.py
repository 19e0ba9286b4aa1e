"""What rules say of people and of what must be so before a service is billed."""

from typing import Self

from pydantic import Field, StrictBool, model_validator

from generator.facts.base import CodeId, Fact, PayerId, Sourced, Text
from generator.facts.codes import May, Role
from generator.facts.techniques import YES_OR_NO, Attribute


class RoleRule(Fact):
    """What people of some roles may do with the codes named, or with all where none is named.

    The first that fits a role holds. A code's own `who` goes before it, and a payer's own word
    before what holds for any payer, except a no: that holds for all.
    """

    roles: tuple[Role, ...] = Field(min_length=1)
    may: May
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="all codes if left out")
    payers: tuple[PayerId, ...] = Field(
        (), min_length=1, description="whose word it is; any payer's if left out"
    )


class ServiceCondition(Sourced):
    """A yes-or-no detail of a service that must be so before the service is billed."""

    attribute: Attribute
    wanted: StrictBool
    ask: Text = Field(description="what to find out and where, if the visit does not say")
    refused: Text = Field(description="why it is not billed if the answer is the other one")
    codes: tuple[CodeId, ...] = Field((), min_length=1, description="any code if left out")
    roles: tuple[Role, ...] = Field((), description="of the person who treated; any if left out")
    payers: tuple[PayerId, ...] = Field(
        (), min_length=1, description="whose rule it is; any payer's if left out"
    )

    @model_validator(mode="after")
    def _answered_by_yes_or_no(self) -> Self:
        if self.attribute not in YES_OR_NO:
            raise ValueError(f"'{self.attribute}' is not answered by yes or no; name another")
        return self
