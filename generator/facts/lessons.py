"""The head of a hand-written lesson: what stands between its two lines of dashes."""

from datetime import date
from typing import Literal

from pydantic import Field

from generator.facts.base import Model, Slug, Text


class LessonHead(Model):
    """What the head of a lesson gives."""

    id: Slug
    title: Text
    summary: Text = Field(description="one sentence, shown in lists and to search engines")
    section: Literal["learn", "about"] = "learn"
    order: int = Field(50, description="place in its section's list")
    as_of: date = Field(description="the date as of which its facts are stated")


class Lesson(LessonHead):
    """A lesson with its Markdown.

    `[@source-id]` cites, `[[97124]]` links, `<!-- rc:… -->` inserts.
    """

    body: Text
    body_line: int = Field(1, description="line of the file on which the body starts")
