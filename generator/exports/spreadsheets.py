"""A workbook with items, key and every answer."""

from collections.abc import Mapping, Sequence
from functools import partial

from openpyxl.utils import get_column_letter

from generator.exports.csv_files import ANSWERS, QUESTIONS, Row, answer_rows, question_row
from generator.exports.limitations import as_entries, collect
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion, Questions
from generator.exports.workbooks import MAX_CELL_LENGTH, save_workbook, workbook

KEY = ("question", "title", "key", "right answer")


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID.xlsx`."""
    rows = [question_row(question) for question in questions]
    at = [QUESTIONS.index(name) for name in KEY]
    items: dict[str, Sequence[Row]] = {
        "Items": (QUESTIONS, *rows),
        "Key": (KEY, *(tuple(row[place] for place in at) for row in rows)),
        "Answers": (ANSWERS, *(row for question in questions for row in answer_rows(question))),
    }
    return {f"{plan.id}.xlsx": _book(items, plan)}


def _cut(question: ExportQuestion) -> str | None:
    if all(len(cell) <= MAX_CELL_LENGTH for cell in question_row(question)):
        return None
    return f"a text is longer than {MAX_CELL_LENGTH} characters and is cut"


limitations = partial(collect, rules=(_cut, as_entries))


def _book(sheets: Mapping[str, Sequence[Row]], plan: Plan) -> bytes:
    book = workbook(sheets)
    for name, rows in sheets.items():
        for place, column in enumerate(zip(*rows, strict=True), 1):
            widest = max((len(line) for text in column for line in text.split("\n")), default=0)
            width = min(60, max(10, widest + 2))
            book[name].column_dimensions[get_column_letter(place)].width = width
    return save_workbook(book, plan.title, plan.as_of)
