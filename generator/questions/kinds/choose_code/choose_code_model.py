"""One service, one best code."""

from typing import Literal

from pydantic import Field

from generator.facts.base import Slug, Text
from generator.facts.quizzes import AnswerOption, CodeOption, VisitItem


class ChooseCode(VisitItem):
    """One service, one best code (or none, or 'ask')."""

    kind: Literal["choose-code"]
    about: Slug | None = Field(
        None, description="id of the service asked about; may be left out where there is one"
    )
    prompt: Text = "Which code fits this service?"
    options: tuple[CodeOption | AnswerOption, ...] = Field(min_length=3, max_length=6)
