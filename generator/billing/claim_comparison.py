"""A claim that was written beside one that is right, cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.billing.written_claims import LineLike


@dataclass(frozen=True)
class ClaimComparison:
    """Wrong cells of each written line (code, units, modifiers), and right lines not written."""

    wrong: tuple[frozenset[str], ...]
    missing: tuple[LineLike, ...]


def compare_claims(right: Iterable[LineLike], written: Sequence[LineLike]) -> ClaimComparison:
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
    return ClaimComparison(tuple(wrong[index] for index in range(len(written))), tuple(open_lines))


def _likeness(right: Sequence[LineLike], line: LineLike) -> int:
    return max((_alike(entry, line) for entry in right if entry.code == line.code), default=-1)


def _alike(right: LineLike, line: LineLike) -> int:
    """Modifiers tell two lines of one code apart; units come second."""
    return 2 * (set(right.modifiers) == set(line.modifiers)) + (right.units == line.units)


def _differences(right: LineLike, line: LineLike) -> Iterable[str]:
    if right.units != line.units:
        yield "units"
    if set(right.modifiers) != set(line.modifiers):
        yield "modifiers"
