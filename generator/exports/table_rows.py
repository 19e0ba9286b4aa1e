"""Questions as rows of plain cells, for CSV and spreadsheets."""

from collections.abc import Iterator

from generator.exports.plain_text import explanation, scenario, source_text
from generator.exports.portable_question import (
    ClaimForm,
    ExportChoice,
    ExportLine,
    ExportQuestion,
    NumberEntry,
)

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

Row = tuple[str, ...]


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
        key_text(question),
        question.solution,
        "\n".join(explanation(question)),
        "\n".join(
            f"{source_text(source)} {source.address}".rstrip() for source in question.sources
        ),
        " ".join(question.codes),
        " ".join(question.objectives),
        str(question.difficulty),
    )


def key_text(question: ExportQuestion) -> str:
    """The key in a form that can be read back.

    Ids between blanks, whole answers that are as right as each other between bars.
    """
    match question.response:
        case NumberEntry(parts, right_answers):
            return " | ".join(
                " ".join(f"{part.id}={number}" for part, number in zip(parts, way, strict=True))
                for way in right_answers
            )
        case ClaimForm(right_answers=right_answers):
            return " | ".join(" ".join(map(_line, way)) or "nothing" for way in right_answers)
        case response:
            return " ".join(choice.id for choice in response.choices if choice.right)


def _line(line: ExportLine) -> str:
    return "/".join((line.code, str(line.units), *line.modifiers))


def answer_rows(question: ExportQuestion) -> Iterator[Row]:
    """Every answer that has feedback of its own: choices, codes, right and wrong numbers."""
    match question.response:
        case NumberEntry(parts=parts):
            for part in parts:
                yield from (
                    (question.id, f"{part.id}={value}", part.text, "yes", part.feedback)
                    for value in part.right
                )
                yield from (
                    (question.id, f"{part.id}={wrong.value}", part.text, "no", wrong.feedback)
                    for wrong in part.wrong
                )
        case ClaimForm(codes=choices):
            yield from (_choice(question, choice) for choice in choices)
        case response:
            yield from (_choice(question, choice) for choice in response.choices)


def _choice(question: ExportQuestion, choice: ExportChoice) -> Row:
    return (
        question.id,
        choice.id,
        choice.text,
        "either" if choice.free else "yes" if choice.right else "no",
        choice.feedback,
    )
