"""What people type into the site's search, beyond the names that facts and pages have."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.facts.base import Model, Text

PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$")]


class SearchedPage(Model):
    """A page, with anchor where a part of it answers, and what leads to it."""

    page: PagePath = Field(description="path below the site's root, such as tools/units.md")
    words: tuple[Text, ...] = Field(
        min_length=1, description="what people type, each as one would type it"
    )


class RecognizedQueries(Model):
    """The page for each sort of query that is recognized by its form."""

    pair: PagePath = Field(description="for two codes that are to be billed together")
    units: PagePath = Field(description="for minutes that are to be counted")
    denial: PagePath = Field(description="for a reason code of a remittance, such as CO-97")
    diagnosis: PagePath = Field(description="for an ICD-10-CM code")


class SearchWords(Model):
    """The words of the search."""

    pages: tuple[SearchedPage, ...]
    spellings: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = Field(
        (), description="ways to write one thing; each finds what the others find"
    )
    ignored: tuple[Text, ...] = Field(
        (), description="single words of a question that say nothing of what is sought"
    )
    answers: RecognizedQueries | None = None
