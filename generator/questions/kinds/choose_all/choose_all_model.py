"""Several right options: codes of a claim, or statements that the facts support."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import FactId, Model, Slug, Text
from generator.facts.quizzes import CodeOption, Item, Option
from generator.facts.visits import VisitFacts


class Holds(Model):
    """A statement the facts decide.

    The value at `slot` of `fact` equals, or contains, what is given.
    """

    fact: FactId
    slot: Text = Field(description="dotted path into the fact, e.g. 'unit.kind' or 'mue.0.units'")
    equals: str | int | bool | None = None
    contains: str | None = None

    @model_validator(mode="after")
    def _one_comparison(self) -> Self:
        if (self.equals is None) == (self.contains is None):
            raise ValueError("give either 'equals' or 'contains'")
        return self


class StatementOption(Option):
    id: Slug
    text: Text
    holds: Holds

    @property
    def answer_id(self) -> str:
        """Its own id."""
        return self.id


class ChooseAll(Item):
    """All codes that go on the claim for the visit, or all statements that the facts support."""

    kind: Literal["choose-all"]
    note: Text
    visit: VisitFacts | None = None
    prompt: Text
    options: tuple[CodeOption | StatementOption, ...] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _one_sort(self) -> Self:
        if len({type(option) for option in self.options}) > 1:
            raise ValueError("'options' are all codes or all statements")
        if isinstance(self.options[0], CodeOption) and self.visit is None:
            raise ValueError("options that are codes need a 'visit' to derive the key from")
        return self
