"""Workbooks: one with items, key and every answer, one in the layout that quiz programs import."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils import get_column_letter

from generator.exports import common_limitations
from generator.exports.limitations import Limitation
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
from generator.exports.workbooks import MAX_CELL_LENGTH, save_workbook, workbook

KEY = ("question", "title", "key", "right answer")


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
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
        f"{plan.id}-import.xlsx": _book({"Questions": tuple(import_rows(questions))}, plan),
    }


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """What the import layout has no place for, and texts that are cut."""
    simple = (
        "not in the import layout, which has options to choose from and nothing to fill in; it is"
        " in the other workbook"
    )
    left = (Limitation(question.id, simple) for question in questions if _choices(question) is None)
    cut = (
        Limitation(question.id, f"a text is longer than {MAX_CELL_LENGTH} characters and is cut")
        for question in questions
        if any(len(cell) > MAX_CELL_LENGTH for cell in question_row(question))
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
    importable = [(question, choices) for question in questions if (choices := _choices(question))]
    most = max((len(choices) for _, choices in importable), default=0)
    numbers = range(1, most + 1)
    yield (
        "id",
        "question",
        *(f"option {number}" for number in numbers),
        "right",
        *(f"feedback {number}" for number in numbers),
        "reason",
    )
    for question, choices in importable:
        empty = ("",) * (most - len(choices))
        right = ",".join(str(number) for number, choice in enumerate(choices, 1) if choice.right)
        asked = "\n".join((*scenario(question), question.asks))
        texts, feedback = (
            (choice.text for choice in choices),
            (choice.feedback for choice in choices),
        )
        yield (question.id, asked, *texts, *empty, right, *feedback, *empty, question.reason)


def _choices(question: ExportQuestion) -> tuple[ExportChoice, ...] | None:
    return (
        question.response.choices
        if isinstance(question.response, SingleChoice | MultipleChoice | WordMarks)
        else None
    )


def _book(sheets: Mapping[str, Sequence[Row]], plan: Plan) -> bytes:
    book = workbook(sheets)
    for name, rows in sheets.items():
        for place, column in enumerate(zip(*rows, strict=True), 1):
            widest = max((len(line) for text in column for line in text.split("\n")), default=0)
            width = min(60, max(10, widest + 2))
            book[name].column_dimensions[get_column_letter(place)].width = width
    return save_workbook(book, plan.title, plan.as_of)
