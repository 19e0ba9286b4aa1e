"""A patient case, or testlet: one chart, and questions that follow one another through it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from generator.facts.base import PlanId
from generator.facts.charts import ChartDocument, document_text
from generator.facts.quizzes import Item, Quiz
from generator.facts.visits import Discipline

UNREAD = "…"
"""Stands for the note of a step whose records are not known, until that is said."""


class PatientCase(Quiz):
    """An episode of care as its clinic's records show it; its steps are asked in their order.

    A step names the documents that it is about; its note is their text. What it takes from an
    earlier step stands in a document as it should be, so that one mistake costs one step.
    """

    filled_in = ("note",)

    level: Literal[1, 2, 3] = Field(
        description="1 for tidy records, 3 for records as they come, with what does not matter"
    )
    discipline: Discipline = Field(description="whose patient it is")
    place: Literal[
        "office", "hospital-outpatient", "rehab-agency", "home-health", "snf-part-b", "telehealth"
    ] = Field("office", description="where the patient is treated")
    plan: PlanId | None = Field(
        None, description="the plan that pays, where a remittance of it is in the chart"
    )
    chart: tuple[ChartDocument, ...] = Field(
        min_length=2, description="the records, in the order in which they come"
    )

    @property
    def has_chart(self) -> bool:
        """Its steps share one."""
        return True

    def with_items(self, items: tuple[Item, ...]) -> Self:
        """The case with some of its steps, and no claim of a step that is gone."""
        steps = {item.id for item in items}
        chart = tuple(
            one.model_copy(update={"answers": None})
            if one.answers and one.answers.visit_of not in steps
            else one
            for one in self.chart
        )
        return self.model_copy(update={"items": items, "chart": chart})

    @model_validator(mode="before")
    @classmethod
    def _with_notes(cls, data: object) -> object:
        """Each step with the text of its documents as note, and those before it in its chart."""
        if not isinstance(data, Mapping):
            return data
        chart, items = data.get("chart"), data.get("items")
        if not (isinstance(chart, Sequence) and isinstance(items, Sequence)):
            return data
        named = {one.get("id"): one for one in chart if isinstance(one, Mapping)}
        steps: list[object] = []
        seen: list[object] = []
        for item in items:
            steps.append(_step(item, named, seen) if isinstance(item, Mapping) else item)
        return {**data, "items": steps}

    @model_validator(mode="after")
    def _every_document_is_read(self) -> Self:
        known = {one.id for one in self.chart}
        read = {name for item in self.items for name in item.reads}
        if read - known:
            return self  # the check of references names each at its place
        if unread := sorted(known - read):
            raise ValueError(
                f"no step reads {', '.join(unread)}; name it in 'reads', or take it out of 'chart'"
            )
        for item in self.items:
            if not item.reads:
                raise ValueError(
                    f"step {item.id} has no 'reads'; name the documents of the chart that it is"
                    " about"
                )
            if item.reads and getattr(item, "note", "") != _note_of(item):
                raise ValueError(
                    f"step {item.id} has a 'note' of its own; put the text into a document of the"
                    " chart, such as a message, and name it in 'reads'"
                )
        return self


def _step(
    item: Mapping[str, Any], named: Mapping[object, Mapping[str, Any]], seen: list[object]
) -> dict[str, Any]:
    """The step as a question of its own; `seen` gets the documents that it is the first to read."""
    reads = item.get("reads")
    names = [one for one in reads if one in named] if isinstance(reads, Sequence) else []
    documents = [_shown(named[name]) for name in names]
    earlier = [_shown(named[name]) for name in seen if name not in names]
    seen += [name for name in names if name not in seen]
    filled = {"documents": documents, "earlier": earlier, "own_quiz_only": True}
    note = "\n".join(map(document_text, documents)) or UNREAD
    return {"note": note, **item, **filled}


def _shown(document: Mapping[str, Any]) -> dict[str, Any]:
    """A record as a step holds it: the claim behind a remittance stays in the chart."""
    return {key: part for key, part in document.items() if key != "answers"}


def _note_of(item: Item) -> str:
    return "\n".join(document_text(one.model_dump()) for one in item.documents)
