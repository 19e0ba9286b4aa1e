"""What a question about units shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.billing.messages import quantity
from generator.facts.corpus import Corpus
from generator.facts.written_lines import MOST_UNITS
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import AnswerView, OptionView
from generator.questions.kinds.units.units_model import Units, UnitsRow, WrongNumber


@dataclass(frozen=True)
class UnitsBody:
    """`wrong` is keyed by code."""

    most: int
    wrong: dict[str, tuple[WrongNumber, ...]]


def view(corpus: Corpus, item: Units, key: Key) -> AnswerView[UnitsBody]:
    """A number for each code; the numbers that mistakes lead to."""
    ways = tuple(_numbers(answer) for answer in key.right_answers)
    return AnswerView(
        tuple(_option(corpus, row, ways) for row in item.rows),
        UnitsBody(MOST_UNITS, {row.code: row.wrong for row in item.rows}),
        {"ways": ways},
        " or ".join(_answer_text(item, answer) for answer in ways),
        ways=ways,
    )


def _numbers(answer: frozenset[str]) -> dict[str, int]:
    pairs = (name.split(".") for name in answer)
    return {code: int(units) for code, units in pairs}


def _option(corpus: Corpus, row: UnitsRow, ways: Sequence[Mapping[str, int]]) -> OptionView:
    numbers = sorted({answer[row.code] for answer in ways})
    text = " or ".join((*map(str, numbers[:-1]), quantity(numbers[-1], "unit")))
    return OptionView(
        row.code,
        row.code,
        corpus.names[row.code],
        True,
        row.feedback,
        None,
        ruling=f"Right: {text}.",
    )


def _answer_text(item: Units, answer: Mapping[str, int]) -> str:
    return ", ".join(f"{row.code} × {answer[row.code]}" for row in item.rows)
