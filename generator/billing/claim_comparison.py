"""A claim that was written beside one that is right, cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.billing.claim_lines import Line


class Written(Protocol):
    """A claim line, whoever wrote it."""

    code: str
    units: int
    modifiers: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """For each written line its wrong cells (code, units, modifiers), and right lines that were not written."""

    wrong: tuple[frozenset[str], ...]
    missing: tuple[Line, ...]


def compare(right: Iterable[Line], written: Sequence[Written]) -> Compared:
    """Lines of one code are matched with those they resemble most.

    What is left over has a wrong code, or is missing.
    """
    open_lines = list(right)
    wrong: dict[int, frozenset[str]] = {}
    for index in sorted(
        range(len(written)), key=lambda index: -_likeness(open_lines, written[index])
    ):
        line = written[index]
        match = max(
            (entry for entry in open_lines if entry.code == line.code),
            key=lambda entry: _alike(entry, line),
            default=None,
        )
        if match is None:
            wrong[index] = frozenset({"code"})
            continue
        open_lines.remove(match)
        wrong[index] = frozenset(_differences(match, line))
    return Compared(tuple(wrong[index] for index in range(len(written))), tuple(open_lines))


def _likeness(right: Sequence[Line], line: Written) -> int:
    return max((_alike(entry, line) for entry in right if entry.code == line.code), default=-1)


def _alike(right: Line, line: Written) -> int:
    """Modifiers tell two lines of one code apart; units come second."""
    return 2 * (set(right.modifiers) == set(line.modifiers)) + (right.units == line.units)


def _differences(right: Line, line: Written) -> Iterable[str]:
    if right.units != line.units:
        yield "units"
    if set(right.modifiers) != set(line.modifiers):
        yield "modifiers"
