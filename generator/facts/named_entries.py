"""Entries of lists that slots of questions name, so that the list may be put in another order."""

from collections import Counter
from collections.abc import Sequence

from pydantic import Field

from generator.facts.base import Fact, Model, Slug, repeated


class NamedFact(Fact):
    """A fact of a list that slots of questions may name."""

    id: Slug | None = Field(
        None, description="what slots of questions name it by; keep it once published"
    )


def entry_name(entry: object) -> str | None:
    """What slots call an entry of a list; None for one without a name of its own."""
    name = getattr(entry, entry.named_by, None) if isinstance(entry, Model) else None
    return str(name) if name else None


def step_names(entries: Sequence[object]) -> list[str | int]:
    """What leads to each entry of a list: its id, or its place where it has none of its own."""
    names = [entry_name(entry) for entry in entries]
    counts = Counter(names)
    return [name if name and counts[name] == 1 else place for place, name in enumerate(names)]


def refuse_repeated_ids(what: str, entries: Sequence[Model]) -> None:
    """Raise `ValueError` where two entries of a list have one name, so that a slot means both."""
    if twice := repeated([name for one in entries if (name := entry_name(one))]):
        raise ValueError(f"two of '{what}' have the id '{twice}'; give one of them another")
