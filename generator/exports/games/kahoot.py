"""Kahoot's spreadsheet: its template has the head in row 8, questions from row 9.

Limits are those in the template's own head. Kahoot's help names less (95 and 60 characters), says
https://support.kahoot.com/hc/en-us/articles/115002812547 by way of public exporters that quote both
(read 2026-11-30). Of several right numbers any one counts, so that a question with all right
answers to choose does not fit.
"""

from functools import partial

from generator.exports.games.game_layout import (
    GameLayout,
    answer_cells,
    asked_text,
    no_reasons,
    right_numbers,
    seconds,
)
from generator.exports.limitations import mixed_answers, uncounted_answers
from generator.exports.plan import Plan
from generator.exports.portable_question import Questions
from generator.exports.table_files import Row
from generator.exports.workbooks import save_workbook, workbook

LAYOUT = GameLayout("Kahoot", answers=4, question_length=120, answer_length=75, ties=True)
TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
HEAD = (
    "",
    f"Question - max {LAYOUT.question_length} characters",
    *(f"Answer {number} - max {LAYOUT.answer_length} characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)

limitations = partial(LAYOUT.limitations, rules=(no_reasons, mixed_answers, uncounted_answers))


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-kahoot.xlsx`."""
    rows: list[Row] = [(), (None, "Quiz template"), (None, plan.title), (), (), (), (), HEAD]
    for number, question in enumerate(LAYOUT.fitting(questions), 1):
        answers = answer_cells(question, 4)
        right = right_numbers(question)
        rows.append((number, asked_text(question), *answers, seconds(question, TIMES), right))
    book = workbook({"Sheet1": rows})
    return {f"{plan.id}-kahoot.xlsx": save_workbook(book, plan.title, plan.as_of)}
