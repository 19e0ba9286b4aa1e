"""Statements found in published articles, judged; and the misconceptions behind them."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import (
    ArticleId,
    ClaimId,
    CodeId,
    Fact,
    MisconceptionId,
    Model,
    Slug,
    Sourced,
    Text,
)

Verdict = Literal["true", "false", "misleading", "outdated", "unverifiable"]


class Claim(Sourced):
    """One statement, paraphrased, and what is true instead."""

    id: Slug
    where: Text = Field(description="place in the article, e.g. 'paragraph 11'")
    about: tuple[CodeId, ...] = Field((), description="codes on whose pages it is shown")
    says: Text = Field(description="our paraphrase, never the article's words")
    verdict: Verdict
    correction: Text
    right_code: CodeId | None = None
    misconception: MisconceptionId | None = None

    @model_validator(mode="after")
    def _wrong_code_is_named(self) -> Self:
        if self.misconception and self.verdict == "true":
            raise ValueError("a true claim has no 'misconception'; remove it or change the verdict")
        if self.right_code and self.verdict == "true":
            raise ValueError("a true claim has no 'right_code'; remove it or change the verdict")
        return self

    @model_validator(mode="after")
    def _corrected(self) -> Self:
        if self.correction == self.says:
            raise ValueError("'correction' repeats what the claim says; write what is so instead")
        return self


class Article(Model):
    """A published article whose claims the site judges."""

    id: Slug
    title: Text = Field(description="what it is about, in our words")
    described: Text
    worth: Text = Field(description="what may be kept of it, in a sentence or two")
    claims: tuple[Claim, ...] = Field(min_length=1)


class Misconception(Sourced):
    """A wrong belief that costs claims; with a page of its own where it is important."""

    id: Slug
    title: Text = Field(
        description="the truth, as a heading: '97124 is massage, not therapeutic exercise'"
    )
    belief: Text = Field(description="the wrong belief, in a sentence")
    truth: Text
    page: bool = True
    about: tuple[CodeId, ...] = ()
    right_code: CodeId | None = None
    why_believed: Text
    tell_apart: tuple[Text, ...] = Field(
        min_length=1, description="how to notice it in a note or a claim"
    )
    consequence: Text
    more: tuple[Fact, ...] = ()

    @model_validator(mode="after")
    def _truth_differs(self) -> Self:
        if self.belief == self.truth:
            raise ValueError("'truth' repeats the belief; write what is so instead")
        return self


class Misconceptions(Model):
    """Misconceptions that belong together."""

    misconceptions: tuple[Misconception, ...]


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
