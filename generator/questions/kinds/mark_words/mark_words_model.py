"""Words of the note that carry the code."""

from typing import Literal

from pydantic import Field

from generator.facts.base import MisconceptionId, Model, Slug, Text
from generator.facts.quizzes import VisitItem


class SpanFeedback(Model):
    """What is said of marked words instead of the general sentence."""

    mistake: MisconceptionId | None = None
    feedback: Text
    key: bool | None = Field(None, description="the author's own cross-check")


class MarkWords(VisitItem):
    """Mark the words on which the code rests.

    In the note `[[words|service.fact]]` ties words to a fact of a service: its technique, purpose,
    minutes, contact, by, separate, or one of its details. `[[words|name]]`, with a name of one's
    own, ties them to nothing.
    """

    kind: Literal["mark-words"]
    about: Slug | None = Field(
        None, description="id of the service asked about; may be left out where there is one"
    )
    asks: Literal["code", "line"] = Field(
        "code", description="'line' asks for the words behind minutes and contact too"
    )
    prompt: Text | None = Field(
        None, description="names the code; made from the key where left out"
    )
    spans: dict[str, SpanFeedback] = Field(
        default_factory=dict, description="feedback by tie, such as 'kneading.purpose'"
    )
