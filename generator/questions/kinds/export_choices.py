"""Options as choices of an exported question."""

from typing import Any

from generator.exports.portable_question import ExportChoice, MultipleChoice, SingleChoice
from generator.facts.quizzes import Item
from generator.questions.kinds.answer_view import AnswerView


def single_choice(item: Item, view: AnswerView[Any]) -> SingleChoice:
    """One of the options."""
    return SingleChoice(export_choices(view))


def multiple_choice(item: Item, view: AnswerView[Any]) -> MultipleChoice:
    """All right options."""
    return MultipleChoice(export_choices(view))


def export_choices(view: AnswerView[Any]) -> tuple[ExportChoice, ...]:
    """The options in the order shown."""
    return tuple(
        ExportChoice(
            option.id, option.label, option.right, option.feedback, option.free, option.code
        )
        for option in view.options
    )
