"""What differs between two states of the facts, slot by slot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.facts.corpus import Corpus
from generator.facts.named_entries import step_names

FACTS = (
    "codes",
    "other_codes",
    "techniques",
    "payers",
    "plans",
    "fee_schedules",
    "worked_claims",
    "rules",
    "edits",
    "changes",
    "claims",
    "families",
    "glossary",
    "misconceptions",
    "comparisons",
    "sheets",
    "adjustments",
    "figures",
    "claim_forms",
    "diagnoses",
    "sources",
)
READING = {"sources", "as_of", "read"}
"""Who says so and since when: a new reading of the same value is no new value."""
SHORT = 60


@dataclass(frozen=True)
class ChangedSlot:
    """A slot of a fact with what it held and holds; None where it was or is not there."""

    register: str
    name: str
    slot: str
    old: object
    new: object

    @property
    def fact(self) -> str:
        """The fact as questions name it: `codes/97124`, `edits/97140-97124`."""
        return f"{self.register}/{self.name}"

    @property
    def is_value(self) -> bool:
        """Whether it holds a value and not a sentence."""
        return all(len(str(value)) <= SHORT and " " not in str(value) for value in self.both)

    @property
    def both(self) -> tuple[object, object]:
        """What it held and what it holds."""
        return self.old, self.new

    def __str__(self) -> str:
        if not self.is_value:
            verb = "added" if self.old is None else "removed" if self.new is None else "reworded"
            return f"{self.fact} {self.slot} {verb}"
        return f"{self.fact} {self.slot} {_shown(self.old)} -> {_shown(self.new)}"


def fact_changes(old: Corpus, new: Corpus) -> Iterator[ChangedSlot]:
    """Every slot of a fact that differs."""
    for register in FACTS:
        before, after = old.register(register), new.register(register)
        for name in dict.fromkeys((*before, *after)):
            one, other = before.get(name), after.get(name)
            if _digest(one) != _digest(other):
                yield from _slots_changed(register, name, one, other)


def _slots_changed(register: str, name: str, one: object, other: object) -> Iterator[ChangedSlot]:
    before, after = _slots(one), _slots(other)
    for slot in dict.fromkeys((*before, *after)):
        was, now = before.get(slot), after.get(slot)
        if was != now and not READING.intersection(slot.split(".")):
            yield ChangedSlot(register, _known_as(register, name, other or one), slot, was, now)


def _known_as(register: str, name: str, thing: object) -> str:
    if register != "edits":
        return name
    return "-".join(str(getattr(thing, column)) for column in ("column1", "column2"))


def _digest(thing: object) -> object:
    return thing.content_digest if hasattr(thing, "content_digest") else thing


def _slots(thing: object) -> dict[str, object]:
    if not isinstance(thing, BaseModel):
        return {}
    return dict(_flat(thing.model_dump(mode="json", by_alias=True, exclude_none=True), thing, ""))


def _flat(value: object, thing: object, path: str) -> Iterator[tuple[str, object]]:
    """Each value with its slot; `thing` is what was written as `value`."""
    if isinstance(value, Mapping):
        for key, entry in value.items():
            part = thing.get(key) if isinstance(thing, dict) else getattr(thing, str(key), None)
            yield from _flat(entry, part, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        parts = thing if isinstance(thing, tuple) else (None,) * len(value)
        for step, entry, part in zip(step_names(parts), value, parts, strict=True):
            yield from _flat(entry, part, f"{path}.{step}")
    else:
        yield path, value


def _shown(value: object) -> str:
    return "nothing" if value is None else str(value)
