"""The same questions in four orders: A as they are given, B to D mixed by the seed, options too."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.exports.plan import Plan
from generator.exports.portable_question import Choice, Question, Several, Single

VERSIONS = ("A", "B", "C", "D")
IN_PLACE = ("spot-the-error", "judge-claim")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Sheet:
    """One version: its letter and its questions in order, each with its choices in order."""

    version: str
    questions: tuple[tuple[Question, tuple[Choice, ...]], ...]


def versions(questions: Sequence[Question], plan: Plan) -> tuple[Sheet, ...]:
    return tuple(_sheet(questions, plan.seed, version) for version in VERSIONS)


def _sheet(questions: Sequence[Question], seed: int, version: str) -> Sheet:
    if version == "A":
        return Sheet(version, tuple((question, _choices(question)) for question in questions))
    mixed = sorted(questions, key=lambda question: _digest(f"{seed}/{version}/{question.id}"))
    return Sheet(
        version, tuple((question, _mixed(question, f"{seed}/{version}")) for question in mixed)
    )


def _choices(question: Question) -> tuple[Choice, ...]:
    return question.response.choices if isinstance(question.response, Single | Several) else ()


def _mixed(question: Question, seed: str) -> tuple[Choice, ...]:
    """Cells of a claim and the two verdicts stay where they are: their order says something."""
    choices = _choices(question)
    if question.kind in IN_PLACE:
        return choices
    return tuple(sorted(choices, key=lambda choice: _digest(f"{seed}/{question.id}/{choice.id}")))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def right_letters(choices: Sequence[Choice]) -> str:
    return " ".join(
        letter for letter, choice in zip(LETTERS, choices, strict=False) if choice.right
    )
