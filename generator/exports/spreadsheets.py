"""Spreadsheets.

One with the items, their key and every answer, and one in the simple layout that quiz programs
import.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports import common_limitations
from generator.exports.archives import archive, unpacked
from generator.exports.limitations import Limitation
from generator.exports.markup import xml_text
from generator.exports.plain_text import scenario
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ExportChoice,
    ExportQuestion,
    MultipleChoice,
    SingleChoice,
    WordMarks,
)
from generator.exports.table_rows import ANSWERS, QUESTIONS, Row, answer_rows, question_row

KEY = ("question", "title", "key", "right answer")
LONGEST = 32_767  # characters in a cell: Excel specifications and limits
TOP, BOLD = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
FORMULA = ("=", "+", "-", "@")
CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    rows = [question_row(question) for question in questions]
    at = [QUESTIONS.index(name) for name in KEY]
    items = {
        "Items": (QUESTIONS, *rows),
        "Key": (KEY, *(tuple(row[place] for place in at) for row in rows)),
        "Answers": (ANSWERS, *(row for question in questions for row in answer_rows(question))),
    }
    return {
        f"{plan.id}.xlsx": _book(items, plan),
        f"{plan.id}-import.xlsx": _book({"Questions": tuple(import_rows(questions))}, plan),
    }


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    simple = (
        "not in the import layout, which has options to choose from and nothing to fill in; it is"
        " in the other workbook"
    )
    left = (Limitation(question.id, simple) for question in questions if _choices(question) is None)
    cut = (
        Limitation(question.id, f"a text is longer than {LONGEST} characters and is cut")
        for question in questions
        if any(len(cell) > LONGEST for cell in question_row(question))
    )
    free = (
        Limitation(
            question.id, "in the import layout an answer that counts neither way counts as wrong"
        )
        for question in questions
        if any(choice.free for choice in _choices(question) or ())
    )
    listed = (loss for question in questions for loss in common_limitations.as_list(question))
    return (*common_limitations.terms(plan), *left, *free, *cut, *listed)


def import_rows(questions: Sequence[ExportQuestion]) -> Iterable[Row]:
    """Question, options, the numbers of the right ones, feedback on each.

    One line a question, which many programs read.
    """
    kept = [(question, choices) for question in questions if (choices := _choices(question))]
    most = max((len(choices) for _, choices in kept), default=0)
    numbers = range(1, most + 1)
    yield (
        "id",
        "question",
        *(f"option {number}" for number in numbers),
        "right",
        *(f"feedback {number}" for number in numbers),
        "reason",
    )
    for question, choices in kept:
        empty = ("",) * (most - len(choices))
        right = ",".join(str(number) for number, choice in enumerate(choices, 1) if choice.right)
        asked = "\n".join((*scenario(question), question.asks))
        texts, told = (choice.text for choice in choices), (choice.feedback for choice in choices)
        yield (question.id, asked, *texts, *empty, right, *told, *empty, question.reason)


def _choices(question: ExportQuestion) -> tuple[ExportChoice, ...] | None:
    return (
        question.response.choices
        if isinstance(question.response, SingleChoice | MultipleChoice | WordMarks)
        else None
    )


def _book(sheets: dict[str, Sequence[Row]], plan: Plan) -> bytes:
    book = Workbook()
    book.remove(book.active)
    book.properties.creator, book.properties.title = "RightCode", xml_text(plan.title)
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    out = io.BytesIO()
    book.save(out)
    return _stamped(out.getvalue(), plan.as_of)


def _fill(sheet: Worksheet, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.value = xml_text(text)[:LONGEST]
            cell.data_type = "s"  # text it is, whatever it begins with
            cell.alignment = TOP
            if text.startswith(FORMULA):
                cell.quotePrefix = True
            if number == 1:
                cell.font = BOLD
    sheet.freeze_panes = "B2"
    for place, column in enumerate(zip(*rows, strict=True), 1):
        widest = max((len(line) for text in column for line in text.split("\n")), default=0)
        sheet.column_dimensions[get_column_letter(place)].width = min(60, max(10, widest + 2))


def _stamped(content: bytes, day: date) -> bytes:
    """The same workbook with the day of its facts in place of the moment it was written."""
    files = {
        name: CHANGED.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), raw)
        for name, raw in unpacked(content).items()
    }
    return archive(files, day, first=("[Content_Types].xml",))
