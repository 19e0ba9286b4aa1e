"""A question in plain sentences, for every format that has no words of its own for a part of it."""

from collections.abc import Iterator

from generator.exports.portable_question import (
    DerivationStep,
    ExportQuestion,
    ExportSource,
    NotePiece,
    WordMarks,
)
from generator.pages.labels import count, day


def facts(question: ExportQuestion) -> str:
    """Payer and date of service."""
    return f"Payer: {question.payer}. Date of service: {day(question.date)}."


def scenario(question: ExportQuestion) -> tuple[str, ...]:
    """What stands before the question, a paragraph each.

    Payer and date, the note, the statement, a claim line by line, and the turn.
    """
    return (
        facts(question),
        *question.note,
        *_marked(question),
        *_statement(question),
        *_claim(question),
        *((question.turn,) if question.turn else ()),
    )


def _statement(question: ExportQuestion) -> Iterator[str]:
    if question.statement:
        yield f"“{question.statement}”"


def _marked(question: ExportQuestion) -> Iterator[str]:
    if isinstance(question.response, WordMarks):
        numbers = mark_numbers(question.response)
        yield from (
            "".join(_piece(piece, numbers) for piece in paragraph)
            for paragraph in question.response.paragraphs
        )


def _piece(piece: NotePiece, numbers: dict[str, int]) -> str:
    return f"[{numbers[piece.choice]}: {piece.text}]" if piece.choice else piece.text


def mark_numbers(marks: WordMarks) -> dict[str, int]:
    """The words that can be marked, numbered from 1 as they stand in the note."""
    named = [piece.choice for paragraph in marks.paragraphs for piece in paragraph if piece.choice]
    return {name: number for number, name in enumerate(named, 1)}


def _claim(question: ExportQuestion) -> Iterator[str]:
    if question.table:
        lines = "; ".join(_row(row) for row in question.table.rows)
        yield f"{question.table.caption}. {lines or 'Nothing goes on the claim'}."


def _row(row: tuple[str, ...]) -> str:
    number, code, units, modifiers = row
    return (
        f"Line {number}: {code}, {count(int(units), 'unit')},"
        f" {'no modifier' if modifiers == 'none' else f'modifiers {modifiers}'}"
    )


def explanation(question: ExportQuestion) -> tuple[str, ...]:
    """The reason, what is contested, each step of the derivation with its facts, a paragraph each.

    Sources are apart.
    """
    contested = (f"Contested: {question.contested}",) if question.contested else ()
    return (question.reason, *contested, *map(step, question.because))


def step(because: DerivationStep) -> str:
    """The step with the names of its facts."""
    return f"{because.text} See {', '.join(because.facts)}." if because.facts else because.text


def source_text(source: ExportSource) -> str:
    """Publisher, title and date."""
    return (
        f"{source.publisher}: {source.title}, as of {day(source.as_of)}"
        if source.as_of
        else f"{source.publisher}: {source.title}"
    )
