"""What responses are scored by, and scores; the browser's quiz/kinds work them out."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class MarkedOption:
    """Something that could be chosen; `free` counts neither way.

    `name` is the code, or the words where there is none.
    """

    id: str
    name: str
    right: bool
    free: bool


@dataclass(frozen=True)
class Marking:
    """The current key of a question.

    `ways` are the whole answers that are right, where one is filled in: units by code, or claim
    lines [code, units, modifiers].
    """

    id: str
    version: int
    digest: str
    kind: str
    title: str
    options: tuple[MarkedOption, ...]
    ways: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Score:
    """`points` from 0 to 1; `picks` is what was chosen, without the place of a claim line.

    `exchange` is the one thing right and the one thing chosen for it, where that is known.
    """

    right: bool
    points: float
    picks: tuple[str, ...]
    exchange: tuple[str, str] | None = None
