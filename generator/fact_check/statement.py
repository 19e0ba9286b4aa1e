"""What was found: one statement about a code, and what the facts say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

Verdict = Literal["wrong", "supported", "unknown"]
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

    def at(self, line: int, column: int, text: str) -> "Statement":
        return replace(self, line=line, column=column, text=text)


def found(
    verdict: Verdict,
    kind: StatementKind,
    code: str | None,
    why: str,
    sources: tuple[str, ...] | list[str] = (),
    right: str | None = None,
) -> Statement:
    """A statement whose place is not yet known."""
    return Statement(0, 0, "", code, verdict, kind, right, why, tuple(sources))


def fact_of(knowledge: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The words and sources of a rule or misconception.

    Empty where the content has it no longer.
    """
    return knowledge["facts"].get(name, {"text": "", "sources": []})
