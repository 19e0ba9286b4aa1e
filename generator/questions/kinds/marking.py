"""What responses are scored by, and scores; the same rules as the browser's quiz/kinds."""

import re
from dataclasses import dataclass
from typing import Any

ANSWER = re.compile(r"[A-Z]?\d{4,5}|not-billable|ask-therapist")


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


def right_options(marking: Marking) -> frozenset[str]:
    """The ids of the right options."""
    return frozenset(option.id for option in marking.options if option.right)


def score_one(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """All or nothing for the one option chosen."""
    if len(response) != 1 or not _offered(marking, response):
        return None
    right = response[0] in right_options(marking)
    return Score(right, float(right), response)


def score_code(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """As `score_one`, with the code that the chosen one stands for; right ones are the diagonal."""
    found = score_one(marking, response)
    if found is None:
        return None
    expected = response[0] if found.right else " / ".join(sorted(right_options(marking)))
    return Score(found.right, found.points, response, (expected, response[0]))


def score_all(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """All or nothing for the set of options chosen."""
    if not _offered(marking, response):
        return None
    right, chosen = right_options(marking), set(response)
    pair = (*(right - chosen), *(chosen - right))
    exchanged = len(pair) == 2 and len(chosen) == len(right) and all(map(ANSWER.fullmatch, pair))
    return Score(
        right == chosen,
        float(right == chosen),
        response,
        (pair[0], pair[1]) if exchanged else None,
    )


def score_marks(marking: Marking, response: tuple[str, ...]) -> Score | None:
    """Right picks less wrong ones, of all right ones; free options count neither way."""
    if not _offered(marking, response):
        return None
    right = right_options(marking)
    chosen = {option.id for option in marking.options if not option.free} & set(response)
    balance = len(right & chosen) - len(chosen - right)
    return Score(right == chosen, max(0, balance) / len(right), response)


def _offered(marking: Marking, response: tuple[str, ...]) -> bool:
    return {option.id for option in marking.options} >= set(response)
