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
    ways = tuple(_numbers(way) for way in key.ways)
    return AnswerView(
        tuple(_option(corpus, row, ways) for row in item.rows),
        UnitsBody(MOST_UNITS, {row.code: row.wrong for row in item.rows}),
        {"ways": ways},
        " or ".join(_way_text(item, way) for way in ways),
        ways=ways,
    )


def _numbers(way: frozenset[str]) -> dict[str, int]:
    pairs = (name.split(".") for name in way)
    return {code: int(units) for code, units in pairs}


def _option(corpus: Corpus, row: UnitsRow, ways: Sequence[Mapping[str, int]]) -> OptionView:
    numbers = sorted({way[row.code] for way in ways})
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


def _way_text(item: Units, way: Mapping[str, int]) -> str:
    return ", ".join(f"{row.code} × {way[row.code]}" for row in item.rows)
