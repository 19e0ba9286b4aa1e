"""CSV: one file with the questions, one with every answer."""

from collections.abc import Sequence

from generator.exports import common_limitations
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.table_files import csv_file, csv_lines
from generator.exports.table_rows import ANSWERS, QUESTIONS, answer_rows, question_row
from generator.exports.text_pieces import TextPiece, combine


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    """`ID-questions.csv` and `ID-answers.csv`."""
    return {
        f"{plan.id}-questions.csv": csv_file(combine(map(question_piece, questions))),
        f"{plan.id}-answers.csv": csv_file(combine(map(answers_piece, questions))),
    }


def question_piece(question: ExportQuestion) -> TextPiece:
    """The question's line below the head of the columns."""
    return TextPiece(csv_lines([QUESTIONS]), csv_lines([question_row(question)]))


def answers_piece(question: ExportQuestion) -> TextPiece:
    """A line for each answer below the head of the columns."""
    lines = (csv_lines([row]) for row in answer_rows(question))
    return TextPiece(csv_lines([ANSWERS]), answers=tuple(lines))


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """The assignment's terms: no question loses anything."""
    return tuple(common_limitations.terms(plan))
