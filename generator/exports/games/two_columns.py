"""Two columns, front and back, as CSV by RFC 4180: what any flashcard program imports.

There is no head, which a program would take for a card. A text that a spreadsheet would work out
leaves its card out: an apostrophe before it would be part of the card.
"""

from collections.abc import Iterator

from generator.exports.games.cards import back, front, short_back
from generator.exports.games.game_layout import NOT_THERE
from generator.exports.limitations import Limitation, as_entries, collect_of_cards
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion, Questions
from generator.exports.table_files import is_formula, to_csv


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-flashcards.csv`."""
    return {f"{plan.id}-flashcards.csv": to_csv(map(_card, fitting(questions)))}


def fitting(questions: Questions) -> tuple[ExportQuestion, ...]:
    """The questions that become a card."""
    return tuple(one for one in questions if not any(map(is_formula, _card(one))))


def limitations(questions: Questions, plan: Plan) -> tuple[Limitation, ...]:
    """The cards that are left out, and what every card leaves out."""
    inside = fitting(questions)
    lost = collect_of_cards(inside, plan, (short_back, as_entries))
    return (*_left_out(questions, inside), *lost)


def _left_out(questions: Questions, inside: Questions) -> Iterator[Limitation]:
    reason = "a spreadsheet would work out a text of it as a formula"
    for question in questions:
        if question not in inside:
            yield Limitation(question.id, f"{NOT_THERE}: {reason}")


def _card(question: ExportQuestion) -> tuple[str, str]:
    return "\n".join(front(question)), "\n".join(back(question))
