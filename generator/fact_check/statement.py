"""What was found: one statement about a code, and what the facts say of it."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["wrong", "unknown"]
StatementKind = Literal[
    "definition", "technique", "timing", "coverage", "pair", "modifier", "threshold", "invalid-code"
]


@dataclass(frozen=True)
class Statement:
    """One statement of a text.

    `right_code` is set where a single other code is right; `why` names the pattern and the fact.
    """

    line: int
    column: int
    text: str
    code: str | None
    verdict: Verdict
    kind: StatementKind
    right_code: str | None
    why: str
    sources: tuple[str, ...] = ()
