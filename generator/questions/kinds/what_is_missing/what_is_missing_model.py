"""What must be asked before a visit can be billed."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.facts.base import Slug, Text
from generator.facts.quizzes import Option, VisitItem


def _something(value: str) -> str:
    if value == "nothing":
        raise ValueError("'asks: nothing' stands alone; remove 'of' and 'whom'")
    return value


Asked = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+([_-][a-z0-9]+)*$", max_length=40),
    AfterValidator(_something),
]
Whom = Literal["therapist", "patient", "payer", "records"]
NOTHING = "nothing"


def ask_id(service: str | None, missing: str) -> str:
    """The answer that `missing` must be asked, of a service or of the whole visit."""
    return f"ask.{service}.{missing}" if service else f"ask.{missing}"


class AskOption(Option):
    """One thing that might have to be asked."""

    asks: Asked = Field(
        description=(
            "purpose, contact, minutes, an attribute of the technique, unit_method, code,"
            " necessary, abn, active_care; any other word for what nobody need ask"
        )
    )
    of: Slug | None = Field(None, description="id of the service, where it is asked of one")
    whom: Whom = "therapist"
    text: Text = Field(
        description="what is asked, as a noun phrase: 'how many minutes the kneading took'"
    )

    @property
    def answer_id(self) -> str:
        """What is asked, and of which service."""
        return ask_id(self.of, self.asks)


class NothingOption(Option):
    """The note has all it takes."""

    asks: Literal["nothing"]
    text: Text | None = None

    @property
    def answer_id(self) -> str:
        """Nothing."""
        return NOTHING


class WhatIsMissing(VisitItem):
    """Which of these things must be asked first; or nothing."""

    kind: Literal["what-is-missing"]
    prompt: Text = "What must be asked before this visit is billed?"
    options: tuple[NothingOption | AskOption, ...] = Field(min_length=3, max_length=7)
