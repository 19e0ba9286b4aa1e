"""Units as numbers to enter."""

from generator.exports.portable_question import NumberEntry, NumberField, NumberMistake
from generator.facts.written_lines import MOST_UNITS
from generator.questions.kinds.answer_view import AnswerView
from generator.questions.kinds.units.units_model import Units
from generator.questions.kinds.units.units_page import UnitsBody


def response(item: Units, view: AnswerView[UnitsBody]) -> NumberEntry:
    """A number for each row."""
    right_answers = tuple(tuple(way[row.code] for row in item.rows) for way in view.ways)
    parts = tuple(
        NumberField(
            str(row.code),
            option.label,
            tuple(dict.fromkeys(numbers)),
            row.feedback,
            tuple(NumberMistake(entry.units, entry.feedback) for entry in row.wrong),
        )
        for row, option, numbers in zip(
            item.rows, view.options, zip(*right_answers, strict=True), strict=True
        )
    )
    return NumberEntry(parts, right_answers, MOST_UNITS)
