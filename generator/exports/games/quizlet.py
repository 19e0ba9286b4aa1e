"""Quizlet's import: a line for each card, a tab between term and definition.

The settings are those that its import page has at first: tab between term and definition, a new
line between cards, as public programs that read and write it have them (read 2026-11-30). Tabs and
line breaks in a text become blanks. Its help names no limit of length that could be read here.
"""

from functools import partial

from generator.exports.games.cards import back, front, short_back
from generator.exports.limitations import as_entries, collect_of_cards
from generator.exports.plan import Plan
from generator.exports.portable_question import Questions

limitations = partial(collect_of_cards, rules=(short_back, as_entries))


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-quizlet.txt`."""
    lines = (f"{' '.join(front(one))}\t{' – '.join(back(one))}\n" for one in questions)
    return {f"{plan.id}-quizlet.txt": "".join(lines).encode("utf-8", "replace")}
