"""A problem in what an author wrote, and the place it is at."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One problem, in a sentence that says what to change."""

    place: Place
    code: str
    sentence: str
    severity: Severity = "error"


@dataclass(frozen=True)
class Spot:
    """Where a check found something: a file and the keys that lead there.

    Resolved to a `Place` only when reported.
    """

    path: str
    keys: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> "Spot":
        return Spot(self.path, (*self.keys, key))


Problems = Iterator[tuple[Spot, str]]
"""Where a check found something, and the sentence about it."""


def did_you_mean(name: str, known: Iterable[str], otherwise: str, cutoff: float = 0.6) -> str:
    """A hint with the nearest known name; `otherwise` where none is near."""
    near = difflib.get_close_matches(name, list(known), 1, cutoff)
    return f"did you mean '{near[0]}'?" if near else otherwise


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether any of them is more than a warning."""
    return any(finding.severity == "error" for finding in findings)
