"""A question that an instructor wrote in the browser; the link to an assignment carries it.

site_config/frontend/classroom/format/own_question.js reads it, from a link and a result file.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.questions.kinds.choose_code.choose_code_kind import ChooseCodeKind
from generator.results.limits import (
    MAX_OWN_FEEDBACK,
    MAX_OWN_NAME,
    MAX_OWN_NOTE,
    MAX_OWN_REASON,
)
from generator.results.result_model import ResultModel

Id = Annotated[str, StringConstraints(pattern=r"^own-[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
OptionId = Annotated[
    str, StringConstraints(pattern=r"^(\d{4}[0-9A-Z]|[A-Z]\d{4}|not-billable|ask-therapist)$")
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_NAME)]


class OwnOption(ResultModel):
    """A code, or an answer that is no code."""

    id: OptionId
    text: Name | None = Field(None, description="the short name of a code")
    feedback: Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_FEEDBACK)]


class OwnQuestion(ResultModel):
    """One service, one best code."""

    id: Id
    version: int = Field(ge=1, le=1_000_000)
    kind: Annotated[str, StringConstraints(pattern=f"^{ChooseCodeKind.name}$")]
    title: Name
    payer: Name = Field(description="what the payer is called")
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    difficulty: Literal[1, 2, 3]
    note: Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_NOTE)]
    options: tuple[OwnOption, ...] = Field(
        min_length=3, max_length=6, description="the answers to choose from, in order"
    )
    right: OptionId = Field(description="the right option, by the facts of the day it was written")
    reason: Annotated[str, StringConstraints(min_length=1, max_length=MAX_OWN_REASON)]
    form: Annotated[str, StringConstraints(max_length=MAX_OWN_NOTE)] | None = Field(
        None, description="the visit, as the form in which it was written holds it"
    )
