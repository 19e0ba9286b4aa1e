"""Gimkit's spreadsheet as CSV: a line with its name, the heads, then right and wrong answers.

https://help.gimkit.com/en/article/create-a-kit-with-a-csv-file-wv72i9/, by way of public programs
that read and write it (read 2026-11-30). It names no limit of length, and shuffles the answers.
"""

from functools import partial

from generator.exports.games.game_layout import (
    GameLayout,
    asked_text,
    mixed,
    no_reasons,
    one_line,
)
from generator.exports.limitations import uncounted_answers
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion, Questions
from generator.exports.table_files import Row, to_csv

LAYOUT = GameLayout("Gimkit", answers=4, as_csv=True)
FIRST = ("Gimkit Spreadsheet Import Template", *[""] * 4)
HEAD = (
    "Question",
    "Correct Answer",
    "Incorrect Answer 1",
    "Incorrect Answer 2 (Optional)",
    "Incorrect Answer 3 (Optional)",
)


def shuffled(question: ExportQuestion) -> str | None:
    """Nothing keeps an order there."""
    if not question.fixed_order:
        return None
    return "the answers stand in an order of their own, and Gimkit always shuffles them"


limitations = partial(LAYOUT.limitations, rules=(no_reasons, shuffled, uncounted_answers))


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-gimkit.csv`."""
    return {f"{plan.id}-gimkit.csv": to_csv((FIRST, HEAD, *map(_row, LAYOUT.fitting(questions))))}


def _row(question: ExportQuestion) -> Row:
    answers = sorted(mixed(question), key=lambda choice: not choice.right)
    texts = [one_line(choice.text) for choice in answers]
    return (asked_text(question), *texts, *[""] * (4 - len(texts)))
