"""CSV by RFC 4180 in UTF-8 with a mark at its beginning, so that spreadsheets read it rightly.

No cell is a formula.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from generator.exports import common_limitations
from generator.exports.limitations import Limitation
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.table_rows import ANSWERS, QUESTIONS, Row, answer_rows, question_row

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def export(questions: Sequence[ExportQuestion], plan: Plan) -> dict[str, bytes]:
    answers = (row for question in questions for row in answer_rows(question))
    return {
        f"{plan.id}-questions.csv": _written((QUESTIONS, *map(question_row, questions))),
        f"{plan.id}-answers.csv": _written((ANSWERS, *answers)),
    }


def limitations(questions: Sequence[ExportQuestion], plan: Plan) -> tuple[Limitation, ...]:
    return tuple(common_limitations.terms(plan))


def _written(rows: Iterable[Row]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([*map(harmless, row)] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would work out gets an apostrophe before it, and so does one that has an apostrophe there already."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
