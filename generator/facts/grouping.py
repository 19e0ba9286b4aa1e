"""Things by what they have in common, each in the order in which it came."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.facts.registers import Edit

Grouped = TypeVar("Grouped")


def grouped(pairs: Iterable[tuple[str, Grouped]]) -> Mapping[str, tuple[Grouped, ...]]:
    """What stands under each name, in the order of the pairs."""
    found: dict[str, list[Grouped]] = {}
    for name, thing in pairs:
        found.setdefault(str(name), []).append(thing)
    return {name: tuple(things) for name, things in found.items()}


def by_pair(edits: Iterable[Edit]) -> dict[tuple[str, str], tuple[Edit, ...]]:
    """The edits by their two codes, column 1 first."""
    pairs: dict[tuple[str, str], list[Edit]] = {}
    for edit in edits:
        pairs.setdefault((edit.column1, edit.column2), []).append(edit)
    return {pair: tuple(found) for pair, found in pairs.items()}
