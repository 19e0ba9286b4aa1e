"""What every fact has in common: who says so, and when it is true."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Annotated, ClassVar, Literal, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticKnownError, core_schema

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Keys = tuple[str | int, ...]
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""As dates are written everywhere; whether there is such a day is another question."""
Confidence = Literal["high", "medium", "low"]


UNTYPED = ("default", "expected", "metadata", "serialization", "config")
"""Parts of a core schema that hold no schemas."""


def _exact(schema: object) -> object:
    """A schema by which true is no number, "5" none either, and 20260301 no date."""
    if isinstance(schema, list):
        return [_exact(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kind, made = schema.get("type"), schema
    if kind in ("int", "bool"):
        made = {**schema, "strict": True}
    elif kind == "float":
        made = {**schema, "strict": True, "allow_inf_nan": False}
    elif kind == "date":
        made = dict(core_schema.no_info_before_validator_function(_day, cast(CoreSchema, schema)))
    elif kind != "function-before" or schema["function"]["function"] is not _day:
        made = {key: part if key in UNTYPED else _exact(part) for key, part in schema.items()}
    return made


def _day(value: object) -> object:
    if type(value) is date or (isinstance(value, str) and DAY.fullmatch(value)):
        return value
    raise PydanticKnownError("date_type")


class Model(BaseModel):
    """A frozen record in which a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    filled_in: ClassVar[tuple[str, ...]] = ()
    """Keys that what it holds would need, and that it fills in itself."""
    named_by: ClassVar[str] = "id"
    """What a slot names it by where it is one of a list."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return cast(CoreSchema, _exact(handler(source)))

    @cached_property
    def content_digest(self) -> bytes:
        """The same for two records exactly when they are of one type and all they hold is equal."""
        content = self.__pydantic_serializer__.to_json(self, serialize_as_any=True)
        return blake2b(content, key=type(self).__name__.encode(), digest_size=16).digest()

    def __hash__(self) -> int:
        return hash(self.content_digest)

    def model_copy(self, *, update: Mapping[str, object] | None = None, deep: bool = False) -> Self:
        """A copy with some values replaced, unchecked; its digest is its own."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("content_digest", None)
        return copy


class Reference(str):
    """The name of another thing; `kind` says in which register it must be found."""

    kind: ClassVar[str]
    pattern: ClassVar[str] = r"^[a-z0-9]+(-[a-z0-9]+)*$"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(pattern=cls.pattern, strict=True)
        return core_schema.no_info_after_validator_function(cls, text)


class SourceId(Reference):
    """The id of a source."""

    kind = "sources"


class CodeId(Reference):
    """The number of a code."""

    kind = "codes"
    pattern = r"^([0-9]{5}|[0-9]{4}[FTUM]|[A-Z][0-9]{4})$"


class PayerId(Reference):
    """The id of a payer."""

    kind = "payers"


class PlanId(Reference):
    """The id of a plan."""

    kind = "plans"


PART_B = PayerId("medicare-part-b")
"""The payer that commands, examples and question templates mean where they name none."""


class TechniqueId(Reference):
    """The id of a technique."""

    kind = "techniques"


class PurposeId(Reference):
    """The id of a purpose."""

    kind = "purposes"


class FamilyId(Reference):
    """The id of a family of codes."""

    kind = "families"


class MisconceptionId(Reference):
    """The id of a misconception."""

    kind = "misconceptions"


class ObjectiveId(Reference):
    """The id of a learning objective."""

    kind = "objectives"


class ItemId(Reference):
    """The id of a question."""

    kind = "items"


class QuizId(Reference):
    """The id of a quiz."""

    kind = "quizzes"


class ClaimId(Reference):
    """The name of a published claim: its article and its id."""

    kind = "claims"


class TermId(Reference):
    """The id of a glossary term."""

    kind = "glossary"


class ArticleId(Reference):
    """The id of an article."""

    kind = "articles"


class FactId(Reference):
    """A path such as `codes/97124` or `edits/97140-97124`: register and name."""

    kind = "facts"
    pattern = (
        r"^(codes|edits|techniques|payers|rules|claims|misconceptions|glossary|changes"
        r"|claim_forms|diagnoses|adjustments)/[A-Za-z0-9.-]+$"
    )


CARRIERS = (Reference, BaseModel, tuple, dict)  # nothing else can hold a reference or a fact


def nested(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, object]]:
    """`value` and what it holds that can hold a reference, each with the keys that lead there."""
    yield keys, value
    entries: Iterable[tuple[str | int, object]] = ()
    match value:
        case BaseModel():
            entries = value.__dict__.items()
        case tuple():
            entries = enumerate(value)
        case dict():
            yield from (((*keys, str(key)), key) for key in value)
            entries = ((str(key), entry) for key, entry in value.items())
    for key, entry in entries:
        if isinstance(entry, CARRIERS):
            yield from nested(entry, (*keys, key))


def repeated(names: Sequence[str]) -> str | None:
    """The first name that stands there more than once."""
    counts = Counter(names)
    return next((name for name in names if counts[name] > 1), None)


class Period(Model):
    """First and last date of service for which something is true; an open end is left out."""

    start: date | None = Field(None, alias="from", description="first date of service, inclusive")
    end: date | None = Field(None, alias="to", description="last date of service, inclusive")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"'from' {self.start} is later than 'to' {self.end}; exchange them")
        return self

    @classmethod
    def between(cls, start: date | None, end: date | None) -> Self:
        """From one day to another, both included; None where it is open."""
        return cls.model_validate({"from": start, "to": end})

    def covers(self, day: date) -> bool:
        """Whether `day` lies within it."""
        return (self.start or date.min) <= day <= (self.end or date.max)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies within both."""
        starts = max(self.start or date.min, other.start or date.min)
        ends = min(self.end or date.max, other.end or date.max)
        return starts <= ends


ALWAYS = Period()


class Sourced(Model):
    """Something somebody says: never without a source and the date as of which it is said."""

    sources: tuple[SourceId, ...] = Field(min_length=1, description="ids in content/sources.yaml")
    as_of: date = Field(description="the date as of which the sources say so")
    effective: Period = Field(
        ALWAYS, description="dates of service for which it is true; omit where it does not change"
    )
    confidence: Confidence = Field("high", description="low never becomes a quiz key")
    contested: Text | None = Field(
        None, description="who disagrees and how; shown wherever the fact is"
    )
    undecided: bool = Field(
        False,
        description=(
            "true where the fact takes no side of what is contested: the engine asks, and bills"
            " nothing on it"
        ),
    )

    @model_validator(mode="after")
    def _sources_once(self) -> Self:
        if len(self.sources) > 1 and (twice := repeated(self.sources)):
            raise ValueError(f"'{twice}' is in 'sources' twice; remove one")
        return self

    @model_validator(mode="after")
    def _undecided_is_contested(self) -> Self:
        if self.undecided and not self.contested:
            raise ValueError("'undecided' needs 'contested' with who disagrees")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether a claim line may rest on it on a date of service."""
        return not self.undecided and self.effective.covers(day)


class Fact(Sourced):
    """One sentence, or a few, in our own words."""

    text: Text
