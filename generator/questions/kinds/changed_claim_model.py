"""What becomes of the same visit elsewhere or at another time."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from generator.facts.base import CodeId, PayerId, Text
from generator.facts.quizzes import Option, VisitItem
from generator.facts.written_lines import MOST_UNITS, Modifier
from generator.questions.kinds.what_is_missing.what_is_missing_model import NOTHING, Asked, ask_id


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

    @property
    def answer_id(self) -> str:
        """The code and its change."""
        if self.units is not None:
            return f"{self.code}.units.{self.units}"
        if self.modifiers is not None:
            return modifiers_id(self.code, self.modifiers)
        return f"{self.code}.{'on' if self.on_claim else 'off'}"


def modifiers_id(code: str, modifiers: Iterable[str]) -> str:
    """The answer that `code` carries these modifiers now."""
    return f"{code}.modifiers.{'-'.join(sorted(modifiers)) or 'none'}"


class AskFirstOption(Option):
    """Something that must be asked now and need not before."""

    asks: Asked = Field(description="what must be asked, e.g. unit_method or pair")
    text: Text

    @property
    def answer_id(self) -> str:
        """What is asked."""
        return ask_id(None, self.asks)


class SameOption(Option):
    """The claim stays as it is."""

    change: Literal["nothing"]
    text: Text | None = None

    @property
    def answer_id(self) -> str:
        """Nothing."""
        return NOTHING


class ChangedClaim(VisitItem):
    """What changes on the claim; the claim of the first visit is shown."""

    changes: ClassVar[Literal["payer", "date"]]

    if TYPE_CHECKING:

        @property
        def to(self) -> PayerId | datetime.date:
            """The other payer or date."""

    options: tuple[ChangeOption | AskFirstOption | SameOption, ...] = Field(
        min_length=3, max_length=7
    )
