"""The result file: what a learner hands in, answers and not only scores.

site_config/frontend/classroom/results/result_file.js writes it and reads it.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.results.limits import (
    MAX_ANSWER_MS,
    MAX_ANSWERS,
    MAX_DISPUTE,
    MAX_OWN,
    MAX_PICKS,
)
from generator.results.own_question import OwnQuestion
from generator.results.result_model import ResultModel

Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,119}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8,64}$")]
Pick = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$")]
Uuid = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Name = Annotated[str, StringConstraints(max_length=200)]
Point = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{87}$")]
Base64Url = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]


class AssignmentRef(ResultModel):
    """Which assignment the result is of."""

    id: Slug
    digest: Digest | None = None
    title: Name | None = None
    items: tuple[Slug, ...] = Field(
        (),
        max_length=MAX_ANSWERS,
        description="every question that was set, in order",
    )


class Learner(ResultModel):
    """Who answered."""

    name: Name = Field(description="as typed; nobody has checked it")
    id: Name | None = Field(
        None, description="as the school names the learner, where it was asked for"
    )


class SiteRef(ResultModel):
    """The site that was answered on."""

    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")] = Field(
        description="the day as of which the site's rules were judged"
    )


class ResultAnswer(ResultModel):
    """`response` is what the player's store keeps as `chosen`.

    Ids of options, `code.units`, or `line.code.units.modifiers`.
    """

    item: Slug
    version: int = Field(ge=1)
    digest: Digest = Field(
        description="of the facts that the question rested on when it was answered"
    )
    response: tuple[Pick, ...] = Field(min_length=1, max_length=MAX_PICKS)
    started: Moment = Field(description="when the question was first shown")
    ms: int = Field(ge=0, le=MAX_ANSWER_MS, description="milliseconds it was in view")
    confidence: Literal["sure", "think", "guess"] | None = None
    dispute: Annotated[str, StringConstraints(max_length=MAX_DISPUTE)] | None = Field(
        None, description="why the learner thinks that the key is wrong, in their own words"
    )


class Result(ResultModel):
    """One attempt of one learner at one assignment. Times are in UTC."""

    format: Literal["rightcode-result"]
    version: Literal[1]
    id: Uuid = Field(description="of this attempt alone: every copy of it has the same")
    assignment: AssignmentRef
    learner: Learner
    attempt: int = Field(ge=1, le=1000)
    started: Moment
    finished: Moment
    site: SiteRef
    answers: tuple[ResultAnswer, ...] = Field(max_length=MAX_ANSWERS)
    own_questions: tuple[OwnQuestion, ...] = Field(
        (),
        max_length=MAX_OWN,
        description="those of the assignment that no site has, so that they can be marked",
    )


class SealedResult(ResultModel):
    """A result under the class's public key: ECDH P-256, HKDF-SHA-256, AES-256-GCM.

    All values are base64url without padding.
    """

    format: Literal["rightcode-result-sealed"]
    version: Literal[1]
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="which class key: the first 16 digits of its SHA-256"
    )
    ephemeral: Point = Field(description="the sender's public point, uncompressed")
    salt: Base64Url = Field(max_length=64)
    iv: Base64Url = Field(max_length=32)
    data: Base64Url


class ClassKey(ResultModel):
    """The class's key file: whoever has it reads the class's results."""

    format: str
    version: int
    key: str
    public: Point
    private: Base64Url = Field(
        min_length=43, max_length=43, description="the 32 bytes of the scalar"
    )
