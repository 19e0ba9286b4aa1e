"""What the claim checker marks in an article that may not be shown here.

Places and paraphrases, never its words.
"""

from typing import Literal

from pydantic import Field

from generator.facts.base import ArticleId, ClaimId, CodeId, Model, Text

MarkKind = Literal[
    "definition", "technique", "timing", "coverage", "pair", "modifier", "threshold", "invalid-code"
]


class Mark(Model):
    """One sentence that the checker calls wrong; a sentence wrong in two ways has two marks."""

    paragraph: int = Field(ge=1, description="counted from 1, headings included")
    says: Text = Field(description="our paraphrase, never the article's words")
    kind: MarkKind
    right_code: CodeId | None = None
    claims: tuple[ClaimId, ...] = Field(
        min_length=1, description="what was judged by hand in the same place"
    )


class Demonstration(Model):
    """All that the checker marks in one article, in the order of the text."""

    article: ArticleId
    paragraphs: int = Field(ge=1)
    marks: tuple[Mark, ...] = Field(min_length=1)


class Demonstrations(Model):
    """The articles that the site shows as checked."""

    articles: tuple[Demonstration, ...] = Field(min_length=1)
