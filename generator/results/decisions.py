"""What an instructor decides about credits, and what of it a learner gets to see.

site_config/frontend/classroom/results/decisions.js reads, applies and writes both. Result files
stay as they were handed in.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.results.limits import MAX_ANSWERS, MAX_DECISIONS, MAX_DISPUTE, MAX_PICKS
from generator.results.result_file import Moment, Name, Pick, Slug, Uuid
from generator.results.result_model import ResultModel

Reason = Annotated[str, StringConstraints(min_length=1, max_length=MAX_DISPUTE)]
Credit = Annotated[float, Field(ge=0, le=1)]


class Decision(ResultModel):
    """One change of a credit. Nothing leaves the trail: of several about an answer the last counts.

    It is about one answer (`result`), about all who gave one answer (`response`), or about all
    answers to the question.
    """

    at: Moment
    by: Name = Field(description="who decided, as typed")
    assignment: Slug
    item: Slug
    version: int = Field(ge=1, description="of the question, as it was answered")
    result: Uuid | None = Field(None, description="the attempt, where it is about one answer")
    response: tuple[Pick, ...] | None = Field(
        None,
        min_length=1,
        max_length=MAX_PICKS,
        description="the answer, where it is about all who gave it",
    )
    before: Credit | None = Field(
        None, description="the credit until then; left out where it differed, or there was none"
    )
    after: Credit | None = Field(
        None, description="the credit from then on; left out where the key decides again"
    )
    reason: Reason = Field(description="for the learner to read")


class Decisions(ResultModel):
    """The trail of an instructor's decisions, saved beside the results."""

    format: Literal["rightcode-decisions"]
    version: Literal[1]
    decisions: tuple[Decision, ...] = Field(max_length=MAX_DECISIONS)


class CreditChange(ResultModel):
    """One answer whose credit is not the key's, as the learner sees it."""

    title: Name
    answer: Annotated[str, StringConstraints(max_length=2000)]
    before: Credit | None = Field(None, description="by the key; left out where it had none")
    after: Credit
    by: Name
    at: Moment
    reason: Reason


class CreditTotal(ResultModel):
    """Points and wholly right answers, of so many questions."""

    points: float = Field(ge=0, le=MAX_ANSWERS)
    right: int = Field(ge=0, le=MAX_ANSWERS)
    questions: int = Field(ge=0, le=MAX_ANSWERS)


class Rescored(ResultModel):
    """What changed for one attempt: the learner opens it where the attempt's result is."""

    format: Literal["rightcode-rescored"]
    version: Literal[1]
    result: Uuid = Field(description="the attempt's id")
    assignment: Name = Field(description="its title")
    learner: Name
    before: CreditTotal
    after: CreditTotal
    changes: tuple[CreditChange, ...] = Field(max_length=MAX_ANSWERS)
