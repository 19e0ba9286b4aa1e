"""What an instructor hands out: which questions, in which order, on which terms."""

import base64
import re
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.facts.base import CodeId, ItemId, Model, ObjectiveId, QuizId, Slug, Text, repeated
from generator.facts.web_address import read_address

if TYPE_CHECKING:
    KindName = str  # at run time the names of the kinds, which questions.kinds.registry fills in
STORE_LENGTH = 400  # a link to an assignment has to carry it


def on_curve(text: str) -> bool:
    """Whether the text is an uncompressed point of P-256 in base64url."""
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - few have keys

    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    except ValueError:
        return False
    return len(raw) == 65


def _with_offset(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(
            f"{value.isoformat()} is another moment in every time zone; add the offset:"
            f" {value.isoformat()}-05:00"
        )
    return value


def _point(value: str) -> str:
    if not on_curve(value):
        raise ValueError(
            "'public_key' is no point of P-256; copy it again from where the class's key was made"
        )
    return value


def _store(value: str) -> str:
    if "@" in value:
        raise ValueError(
            "the address of a store never carries a name or password, since everybody may read it;"
            " remove what comes before '@'"
        )
    address = read_address(value) if len(value) <= STORE_LENGTH else None
    if not address or not address.is_private or re.search("[?#]", address.rest):
        raise ValueError(
            f"'{value[:80]}' is no address of a store; write https:// and its host, such as"
            " https://lrs.school.example/xapi/, without question mark or number sign"
        )
    return value


Moment = Annotated[datetime, AfterValidator(_with_offset)]
PublicKey = Annotated[str, AfterValidator(_point)]
StoreAddress = Annotated[str, AfterValidator(_store)]


class Draw(Model):
    """So many questions of a sort, drawn by the assignment's seed.

    A question fits that meets every list given, any entry of each.
    """

    count: int = Field(ge=1, le=500, strict=True)
    codes: tuple[CodeId, ...] = Field(
        (), description="codes of the right answer, or that the question is about"
    )
    objectives: tuple[ObjectiveId, ...] = ()
    quizzes: tuple[QuizId, ...] = ()
    difficulty: tuple[Literal[1, 2, 3], ...] = ()
    kinds: "tuple[KindName, ...]" = ()
    held_back: Literal["left-out", "included", "only"] = Field(
        "left-out", description="whether questions kept for assessment are drawn"
    )


class Assignment(Model):
    """Questions by name, drawn by rule, or both: those named come first."""

    id: Slug
    title: Text
    instructions: Text | None = None
    items: tuple[ItemId, ...] = Field((), description="ids of questions, in order")
    draw: tuple[Draw, ...] = ()
    seed: int = Field(
        1,
        ge=0,
        le=2**31 - 1,
        strict=True,
        description="the same seed draws and orders the same way",
    )
    order: Literal["as-written", "shuffled"] = "as-written"
    time_limit_minutes: int | None = Field(None, ge=1, le=600, strict=True)
    attempts: int | None = Field(
        None, ge=1, le=100, strict=True, description="left out where any number is allowed"
    )
    feedback: Literal["at-once", "at-end", "after-due", "never"] = "at-once"
    code_names: bool = Field(
        False, strict=True, description="whether short names stand beside the codes to choose from"
    )
    opens: Moment | None = Field(
        None, description="date, time and offset: 2026-12-01T08:00:00-05:00"
    )
    due: Moment | None = None
    pass_mark_percent: int | None = Field(None, ge=0, le=100, strict=True)
    public_key: PublicKey | None = Field(
        None,
        description=(
            "the class's P-256 key, an uncompressed point in base64url: result files are sealed"
            " with it"
        ),
    )
    lrs: StoreAddress | None = Field(
        None, description="endpoint of a learning record store; never with a password in it"
    )

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.items and not self.draw:
            raise ValueError("an assignment names 'items' or has a 'draw', or both")
        return self

    @model_validator(mode="after")
    def _names_a_question_once(self) -> Self:
        if twice := repeated(self.items):
            raise ValueError(f"'items' names '{twice}' twice; remove one")
        return self

    @model_validator(mode="after")
    def _opens_before_it_is_due(self) -> Self:
        if self.opens and self.due and self.opens >= self.due:
            raise ValueError(
                f"it is due {self.due.isoformat()}, no later than it opens"
                f" {self.opens.isoformat()}; exchange them or correct one"
            )
        if self.feedback == "after-due" and self.due is None:
            raise ValueError("feedback 'after-due' needs 'due'")
        return self
