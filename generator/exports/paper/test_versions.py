"""The same questions in four orders: A as they are given, B to D mixed by the seed, options too."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    SingleChoice,
)

VERSIONS = ("A", "B", "C", "D")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Sheet:
    """One version: its letter and its questions in order, each with its choices in order."""

    version: str
    questions: tuple[tuple[ExportQuestion, tuple[ExportChoice, ...]], ...]


def versions(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Sheet, ...]:
    """The versions A to D."""
    return tuple(_sheet(questions, plan.seed, version) for version in VERSIONS)


def _sheet(questions: Sequence[ExportQuestion], seed: int, version: str) -> Sheet:
    if version == "A":
        return Sheet(version, tuple((question, _choices(question)) for question in questions))
    mixed = sorted(questions, key=lambda question: _digest(f"{seed}/{version}/{question.id}"))
    return Sheet(
        version, tuple((question, _mixed(question, f"{seed}/{version}")) for question in mixed)
    )


def _choices(question: ExportQuestion) -> tuple[ExportChoice, ...]:
    return (
        question.response.choices
        if isinstance(question.response, SingleChoice | MultipleChoice)
        else ()
    )


def _mixed(question: ExportQuestion, seed: str) -> tuple[ExportChoice, ...]:
    """Cells of a claim and the two verdicts stay where they are: their order says something."""
    choices = _choices(question)
    if question.fixed_order:
        return choices
    return tuple(sorted(choices, key=lambda choice: _digest(f"{seed}/{question.id}/{choice.id}")))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def right_letters(choices: Sequence[ExportChoice]) -> str:
    """The letters of the right choices."""
    return " ".join(
        letter for letter, choice in zip(LETTERS, choices, strict=False) if choice.right
    )
