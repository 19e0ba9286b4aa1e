"""Workbooks: one with items, key and every answer, one in the layout that quiz programs import."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from openpyxl.utils import get_column_letter

from generator.exports.csv_files import ANSWERS, QUESTIONS, Row, answer_rows, question_row
from generator.exports.limitations import as_entries, as_list, collect, mixed_answers
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportQuestion,
    Questions,
    choices_of,
)
from generator.exports.question_text import scenario
from generator.exports.workbooks import MAX_CELL_LENGTH, save_workbook, workbook

KEY = ("question", "title", "key", "right answer")


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID.xlsx` and `ID-import.xlsx`."""
    rows = [question_row(question) for question in questions]
    at = [QUESTIONS.index(name) for name in KEY]
    items: dict[str, Sequence[Row]] = {
        "Items": (QUESTIONS, *rows),
        "Key": (KEY, *(tuple(row[place] for place in at) for row in rows)),
        "Answers": (ANSWERS, *(row for question in questions for row in answer_rows(question))),
    }
    return {
        f"{plan.id}.xlsx": _book(items, plan),
        f"{plan.id}-import.xlsx": _book({"Questions": tuple(_import_rows(questions))}, plan),
    }


def _left_out(question: ExportQuestion) -> str | None:
    if _choices(question):
        return None
    return (
        "not in the import layout, which has options to choose from and nothing to fill in; it is"
        " in the other workbook"
    )


def _cut(question: ExportQuestion) -> str | None:
    if all(len(cell) <= MAX_CELL_LENGTH for cell in question_row(question)):
        return None
    return f"a text is longer than {MAX_CELL_LENGTH} characters and is cut"


def _free(question: ExportQuestion) -> str | None:
    if not any(choice.free for choice in _choices(question)):
        return None
    return "in the import layout an answer that counts neither way counts as wrong"


limitations = partial(collect, rules=(_left_out, _free, _cut, as_list, as_entries, mixed_answers))


def _import_rows(questions: Questions) -> Iterator[Row]:
    importable = [(question, choices) for question in questions if (choices := _choices(question))]
    most = max((len(choices) for _, choices in importable), default=0)
    numbers = range(1, most + 1)
    options = (f"option {number}" for number in numbers)
    yield (
        "id",
        "question",
        *options,
        "right",
        *(f"feedback {number}" for number in numbers),
        "reason",
    )
    for question, choices in importable:
        empty = ("",) * (most - len(choices))
        right = ",".join(str(number) for number, choice in enumerate(choices, 1) if choice.right)
        asked = "\n".join((*scenario(question), question.asks))
        texts = (choice.text for choice in choices)
        feedback = (choice.feedback for choice in choices)
        yield (question.id, asked, *texts, *empty, right, *feedback, *empty, question.reason)


def _choices(question: ExportQuestion) -> tuple[ExportChoice, ...]:
    response = question.response
    return () if isinstance(response, ClaimForm) else choices_of(response)


def _book(sheets: Mapping[str, Sequence[Row]], plan: Plan) -> bytes:
    book = workbook(sheets)
    for name, rows in sheets.items():
        for place, column in enumerate(zip(*rows, strict=True), 1):
            widest = max((len(line) for text in column for line in text.split("\n")), default=0)
            width = min(60, max(10, widest + 2))
            book[name].column_dimensions[get_column_letter(place)].width = width
    return save_workbook(book, plan.title, plan.as_of)
