"""CSV: one file with the questions, one with every answer."""

from collections.abc import Iterator
from functools import partial

from generator.exports.limitations import as_entries, collect
from generator.exports.plan import Plan
from generator.exports.portable_question import (
    ClaimForm,
    ExportLine,
    ExportQuestion,
    NumberEntry,
    Questions,
    choices_of,
)
from generator.exports.question_text import explanation, scenario, source_text
from generator.exports.table_files import csv_file, csv_lines
from generator.exports.text_pieces import TextPiece, combine

Row = tuple[str, ...]

QUESTIONS = (
    "question",
    "version",
    "facts",
    "kind",
    "quiz",
    "title",
    "payer",
    "date of service",
    "scenario",
    "asked",
    "key",
    "right answer",
    "reason",
    "sources",
    "codes",
    "objectives",
    "level",
)
ANSWERS = ("question", "answer", "text", "right", "feedback")

limitations = partial(collect, rules=(as_entries,))


def export(questions: Questions, plan: Plan) -> dict[str, bytes]:
    """`ID-questions.csv` and `ID-answers.csv`."""
    return {
        f"{plan.id}-questions.csv": csv_file(combine(map(question_piece, questions))),
        f"{plan.id}-answers.csv": csv_file(combine(map(answers_piece, questions))),
    }


def question_piece(question: ExportQuestion) -> TextPiece:
    """The question's line below the head of the columns."""
    return TextPiece(csv_lines([QUESTIONS]), csv_lines([question_row(question)]))


def answers_piece(question: ExportQuestion) -> TextPiece:
    """A line for each answer below the head of the columns."""
    lines = (csv_lines([row]) for row in answer_rows(question))
    return TextPiece(csv_lines([ANSWERS]), answers=tuple(lines))


def question_row(question: ExportQuestion) -> Row:
    """The cells below `QUESTIONS`."""
    return (
        question.id,
        str(question.version),
        question.digest,
        question.kind,
        question.category,
        question.title,
        question.payer,
        question.date.isoformat(),
        "\n".join(scenario(question)),
        question.asks,
        _key(question),
        question.solution,
        "\n".join(explanation(question)),
        "\n".join(
            f"{source_text(source)} {source.address}".rstrip() for source in question.sources
        ),
        " ".join(question.codes),
        " ".join(question.objectives),
        str(question.difficulty),
    )


def _key(question: ExportQuestion) -> str:
    """Right ids between blanks, whole answers that are as right as each other between bars."""
    match question.response:
        case NumberEntry(parts, right_answers):
            return " | ".join(
                " ".join(f"{part.id}={number}" for part, number in zip(parts, answer, strict=True))
                for answer in right_answers
            )
        case ClaimForm(right_answers=right_answers):
            return " | ".join(" ".join(map(_line, answer)) or "nothing" for answer in right_answers)
        case response:
            return " ".join(choice.id for choice in response.choices if choice.right)


def _line(line: ExportLine) -> str:
    return "/".join((line.code, str(line.units), *line.modifiers))


def answer_rows(question: ExportQuestion) -> Iterator[Row]:
    """Every answer that has feedback of its own: choices, codes, right and wrong numbers."""
    response = question.response
    for part in response.parts if isinstance(response, NumberEntry) else ():
        rated = [(value, "yes", part.feedback) for value in part.right]
        rated += [(wrong.value, "no", wrong.feedback) for wrong in part.wrong]
        for value, verdict, feedback in rated:
            yield (question.id, f"{part.id}={value}", part.text, verdict, feedback)
    for choice in choices_of(response):
        verdict = "either" if choice.free else "yes" if choice.right else "no"
        yield (question.id, choice.id, choice.text, verdict, choice.feedback)
