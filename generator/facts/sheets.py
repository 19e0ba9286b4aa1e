"""Cheat sheets: what is on each, and the facts that are stated on one alone."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import CodeId, FactId, Model, Slug, Sourced, TechniqueId, Text
from generator.facts.tracks import ReadingId


class SheetRow(Sourced):
    """A row of a table on a cheat sheet: one fact, in our own words."""

    cells: tuple[Text, ...] = Field(min_length=2, description="one for each column")


class SheetTable(Model):
    """A table whose rows are facts of their own."""

    title: Text
    columns: tuple[Text, ...] = Field(min_length=2)
    is_looked_up: bool = Field(
        False, description="whether each row has an address, by the codes in its first cell"
    )
    rows: tuple[SheetRow, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _as_wide_as_its_head(self) -> Self:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"the row of '{row.cells[0]}' has {len(row.cells)} cells for"
                    f" {len(self.columns)} columns; give each column one"
                )
        return self


class WorkedExample(Model):
    """An example of a rule, which the engine answers on the sheet."""

    rule: FactId
    example: Slug


class SheetValue(Model):
    """A figure of a rule that the sheet shows, with the dates for which it holds."""

    name: Text
    rule: FactId
    key: Slug


class CheatSheet(Model):
    """One printed page: what is generated from other facts comes first, then its own tables."""

    id: Slug
    title: Text
    summary: Text = Field(description="one sentence, shown in lists and to search engines")
    scope: Text = Field(description="whose rules these are")
    order: int = 50
    part: Literal["minutes", "codes", "pairs", "evaluations", "assistants"] | None = Field(
        None, description="what is generated for it from the facts"
    )
    codes: tuple[CodeId, ...] = Field((), description="codes it is about, in their order")
    techniques: tuple[TechniqueId, ...] = Field((), description="evaluations it compares")
    examples: tuple[WorkedExample, ...] = ()
    values: tuple[SheetValue, ...] = ()
    see: tuple[ReadingId, ...] = Field((), description="pages that lead to it, and it to them")
    tables: tuple[SheetTable, ...] = ()
