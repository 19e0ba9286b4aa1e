"""What becomes of the same visit elsewhere or at another time."""

from typing import Literal

from pydantic import Field

from generator.facts.base import CodeId, Text
from generator.facts.quizzes import Option, VisitItem
from generator.facts.written_lines import MOST_UNITS, Modifier
from generator.questions.kinds.what_is_missing.what_is_missing_model import Asked


class ChangeOption(Option):
    """One thing that may change for a code.

    Its units, its modifiers, or whether it is on the claim.
    """

    code: CodeId
    units: int | None = Field(
        None,
        ge=1,
        le=MOST_UNITS,
        strict=True,
        description="it has so many units now, and had others",
    )
    modifiers: tuple[Modifier, ...] | None = Field(
        None, description="it carries exactly these now, and did not"
    )
    on_claim: bool | None = Field(
        None, description="true: it comes on to the claim; false: it goes off"
    )
    text: Text | None = None


class AskFirstOption(Option):
    """Something that must be asked now and need not before."""

    asks: Asked = Field(description="what must be asked, e.g. unit_method or pair")
    text: Text


class SameOption(Option):
    """The claim stays as it is."""

    change: Literal["nothing"]
    text: Text | None = None


class ChangeQuestion(VisitItem):
    """What changes on the claim; the claim of the first visit is shown."""

    options: tuple[ChangeOption | AskFirstOption | SameOption, ...] = Field(
        min_length=3, max_length=7
    )
