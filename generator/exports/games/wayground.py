"""Wayground's spreadsheet, once Quizizz's: heads in row 1, notes in row 2, questions from row 3.

After the template that Wayground links,
https://docs.google.com/spreadsheets/d/1LKiUEiA8ntcrLQZLyvhruOZENSt1GkbsrymrsxAJj5s, by way of
public exporters that keep its two rows (read 2026-11-30). It names no limit of length.
"""

from collections.abc import Iterator
from functools import partial

from generator.exports.games.game_layout import (
    GameLayout,
    answer_cells,
    asked_text,
    mixed,
    right_numbers,
    seconds,
)
from generator.exports.limitations import (
    as_entries,
    as_list,
    mixed_answers,
    ties,
    uncounted_answers,
)
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ExportQuestion,
    NumberEntry,
    Questions,
    SingleChoice,
)
from generator.exports.question_text import explanation
from generator.exports.table_files import Row
from generator.exports.workbooks import save_workbook, workbook

ANSWERS = 5
LAYOUT = GameLayout("Wayground", answers=ANSWERS, several=True, numbers=True)
TIMES = (30, 60, 120, 180, 300)
HEAD = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, ANSWERS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
NOTES = (
    "Text of the question (required)",
    "Type (Multiple Choice where empty)",
    *(f"Text for option {number}" for number in range(1, ANSWERS + 1)),
    "Number of the right option, 1 to 5; empty for Fill-in-the-Blank",
    "Seconds (30 where empty)",
    "Link of an image (optional)",
    "Explanation (optional)",
)

limitations = partial(
    LAYOUT.limitations, rules=(as_entries, as_list, mixed_answers, ties, uncounted_answers)
)


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-wayground.xlsx`."""
    rows = (HEAD, NOTES, *map(_row, LAYOUT.fitting(questions)))
    book = workbook({"Sheet1": rows})
    return {f"{plan.id}-wayground.xlsx": save_workbook(book, plan.title, plan.as_of)}


def _row(question: ExportQuestion) -> Row:
    response = question.response
    right: int | str
    if isinstance(response, NumberEntry):
        (part,) = response.parts
        accepted = [str(number) for number in part.right][:ANSWERS]
        sort, right = "Fill-in-the-Blank", ""
        answers = [*accepted, *[""] * (ANSWERS - len(accepted))]
        asked = f"{asked_text(question)} {part.text}"
    else:
        sort = "Multiple Choice" if isinstance(response, SingleChoice) else "Checkbox"
        asked, right = asked_text(question), right_numbers(question)
        answers = answer_cells(question, ANSWERS)
    why = "\n".join(_explained(question))
    return (asked, sort, *answers, right, seconds(question, TIMES), "", why)


def _explained(question: ExportQuestion) -> Iterator[str]:
    """What every answer is told, and the reasons."""
    response = question.response
    if isinstance(response, NumberEntry):
        yield from (f"{label}: {text}" for label, text in response.feedback)
    yield from (f"{choice.text}: {choice.feedback}" for choice in mixed(question))
    yield from explanation(question)
