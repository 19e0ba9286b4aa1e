"""CSV: one file with the questions, one with every answer."""

from collections.abc import Sequence

from generator.exports import common_limitations
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.table_files import to_csv
from generator.exports.table_rows import ANSWERS, QUESTIONS, answer_rows, question_row


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    """`ID-questions.csv` and `ID-answers.csv`."""
    answers = (row for question in questions for row in answer_rows(question))
    return {
        f"{plan.id}-questions.csv": to_csv((QUESTIONS, *map(question_row, questions))),
        f"{plan.id}-answers.csv": to_csv((ANSWERS, *answers)),
    }


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    """The assignment's terms: no question loses anything."""
    return tuple(common_limitations.terms(plan))
