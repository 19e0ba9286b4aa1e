"""Blooket's spreadsheet as CSV: a line with its name, the heads, then the questions.

https://help.blooket.com/hc/en-us/articles/16002377931543, by way of public programs that read and
write it (read 2026-11-30). It names no limit of length; the longest time is 300 seconds. Of several
right numbers any one counts.
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
from generator.exports.table_files import Row, to_csv

LAYOUT = GameLayout("Blooket", answers=4, ties=True, as_csv=True)
TIMES = (30, 60, 90, 120, 180, 240, 300)
FIRST = ("Blooket\nImport Template", *[""] * 7)
HEAD = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)

limitations = partial(LAYOUT.limitations, rules=(no_reasons, mixed_answers, uncounted_answers))


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-blooket.csv`."""
    rows: list[Row] = [FIRST, HEAD]
    for number, question in enumerate(LAYOUT.fitting(questions), 1):
        answers = answer_cells(question, 4)
        right = right_numbers(question)
        rows.append((number, asked_text(question), *answers, seconds(question, TIMES), right))
    return {f"{plan.id}-blooket.csv": to_csv(rows)}
