"""What a remittance says of a line: group codes, reason codes (CARC) and remark codes (RARC).

The lists and their wording are X12's. Here are bare codes, and what they mean in our own words.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.facts.base import (
    CodeId,
    Fact,
    Model,
    PayerId,
    Reference,
    Slug,
    Sourced,
    Text,
)
from generator.facts.named_entries import NamedFact, refuse_repeated_ids
from generator.facts.tracks import ReadingId

Group = Literal["CO", "PR", "OA", "PI"]
Number = Annotated[str, StringConstraints(pattern=r"^([0-9]{1,3}|[A-Z][0-9]{1,2}|(M|MA|N)[0-9]+)$")]
Topic = Literal[
    "claim-fields",
    "patient-and-payer",
    "coverage",
    "authorization",
    "bundling-and-units",
    "necessity-and-records",
    "provider",
    "deadlines-and-duplicates",
    "payment",
]
Remedy = Literal[
    "new-claim",  # nothing was decided: fix it and send it as a new claim
    "correct",  # decided on wrong data: reopening, or that payer's corrected claim
    "appeal",
    "another-payer",
    "call-payer",
    "send-records",
    "bill-patient",
    "write-off",
    "post",  # a line that was paid as it should be
]


class AdjustmentId(Reference):
    """The id of a reason or remark code: `co-97`, `n362`."""

    kind = "adjustments"


class GroupCode(Sourced):
    """Two letters before a reason code: whose amount it is."""

    id: Group
    title: Text
    text: Text = Field(description="what the letters say of the amount, in our own words")
    patient: Text = Field(description="whether the patient may be billed")


class Cause(Sourced):
    """Why a code was sent, and what to do about it."""

    id: Slug
    text: Text = Field(description="the cause, as one looks for it")
    remedy: Remedy = Field(description="what fixes this cause, or ends it")
    step: Text = Field(description="what to do first")
    patient: Literal["not-billed", "billed", "with-notice"] = Field(
        "not-billed", description="whether the patient may be billed for the line"
    )
    payer: PayerId | None = Field(None, description="the one payer whose rule it is")


class Adjustment(Model):
    """A reason code or a remark code that therapy billers meet."""

    id: AdjustmentId
    number: Number = Field(description="as in the list: 97, B7, N362")
    groups: tuple[Group, ...] = Field(
        (), description="group codes that a reason comes with, the usual one first"
    )
    topic: Topic = Field(description="the part of the denial finder that lists it")
    title: Text = Field(description="what it is about in a few words, never the list's own")
    meaning: Fact = Field(description="what it says, in our own words")
    therapy: tuple[Fact, ...] = Field((), description="what is usually behind it in therapy")
    causes: tuple[Cause, ...] = Field(min_length=1, description="the likeliest first")
    prevent: tuple[NamedFact, ...] = Field((), description="how not to get it again")
    beside: tuple[AdjustmentId, ...] = Field((), description="codes that it comes with")
    see: tuple[ReadingId, ...] = Field((), description="pages with the rule behind it")
    codes: tuple[CodeId, ...] = Field((), description="codes that it often hits")
    words: tuple[Text, ...] = Field(
        (), description="what people call it or read on a remittance, for the search"
    )

    @model_validator(mode="after")
    def _called_by_its_number(self) -> Self:
        name = "-".join((*self.groups[:1], self.number)).lower()
        if self.id != name:
            raise ValueError(
                f"the id is the first group and the number, '{name}'; a remark has no group"
            )
        return self

    @model_validator(mode="after")
    def _entries_differ(self) -> Self:
        refuse_repeated_ids("causes", self.causes)
        refuse_repeated_ids("prevent", self.prevent)
        return self

    @property
    def is_remark(self) -> bool:
        """Whether it explains a reason code and stands beside one."""
        return not self.groups

    @property
    def code(self) -> str:
        """As a remittance is read aloud: CO-97, N362."""
        return "-".join((*self.groups[:1], self.number))

    @property
    def spellings(self) -> tuple[str, ...]:
        """With each of its groups, then without one: CO-97, PR-97, 97."""
        return (*(f"{group}-{self.number}" for group in self.groups), self.number)


class Adjustments(Model):
    """A file of codes, of the group letters, or of both."""

    groups: tuple[GroupCode, ...] = Field((), description="the letters before a reason code")
    adjustments: tuple[Adjustment, ...] = Field((), description="reason and remark codes")
