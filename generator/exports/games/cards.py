"""A question as a card: what is asked in front, the right answer and the reason behind."""

from generator.exports.games.game_layout import asked_text, mixed, one_line
from generator.exports.portable_question import ClaimForm, ExportQuestion, NumberEntry, WordMarks
from generator.exports.question_text import mark_numbers

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def front(question: ExportQuestion) -> list[str]:
    """What is asked, then a line for each answer there is."""
    response = question.response
    match response:
        case NumberEntry(parts):
            answers = [f"{part.text}: ?" for part in parts]
        case ClaimForm(codes):
            answers = [choice.text for choice in codes]
        case WordMarks(choices):
            numbers = mark_numbers(response)
            answers = [f"{numbers.get(choice.id, '')}. {choice.text}" for choice in choices]
        case _:
            lettered = zip(LETTERS, mixed(question), strict=False)
            answers = [f"{letter}. {choice.text}" for letter, choice in lettered]
    return [asked_text(question), *map(one_line, answers)]


def back(question: ExportQuestion) -> list[str]:
    """The right answer, and why."""
    return [one_line(question.solution), one_line(question.reason)]


def short_back(_question: ExportQuestion) -> str:
    """What a card leaves out, so that it can be read at a glance."""
    return (
        "behind the card are the right answer and the main reason; the other reasons, sources and"
        " feedback on each answer are not on it"
    )
