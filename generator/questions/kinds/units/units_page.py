"""Units: a number for each code, and the numbers that mistakes lead to."""

from dataclasses import dataclass

from generator.billing.messages import quantity
from generator.facts.corpus import Corpus
from generator.facts.written_lines import MOST_UNITS
from generator.questions.kinds.answer_key import Key
from generator.questions.kinds.answer_view import OptionView, Shown
from generator.questions.kinds.code_names import plain_name
from generator.questions.kinds.units.units_model import Units, UnitsRow, WrongNumber


@dataclass(frozen=True)
class UnitsBody:
    """`wrong` is keyed by code."""

    most: int
    wrong: dict[str, tuple[WrongNumber, ...]]


def show(corpus: Corpus, item: Units, key: Key) -> Shown:
    ways = [dict(name.split(".") for name in way) for way in key.ways]
    options = tuple(_option(corpus, row, ways) for row in item.rows)
    data = {"ways": [{code: int(units) for code, units in way.items()} for way in ways]}
    body = UnitsBody(MOST_UNITS, {row.code: row.wrong for row in item.rows})
    return Shown(options, body, data, " or ".join(_way_text(item, way) for way in ways))


def _option(corpus: Corpus, row: UnitsRow, ways: list[dict[str, str]]) -> OptionView:
    numbers = sorted({int(way[row.code]) for way in ways})
    said = (
        f"{' or '.join(map(str, numbers[:-1]))} or {quantity(numbers[-1], 'unit')}"
        if numbers[1:]
        else quantity(numbers[0], "unit")
    )
    return OptionView(
        row.code,
        row.code,
        plain_name(corpus, row.code),
        True,
        row.feedback,
        None,
        said=f"Right: {said}.",
    )


def _way_text(item: Units, way: dict[str, str]) -> str:
    return ", ".join(f"{row.code} × {way[row.code]}" for row in item.rows)
