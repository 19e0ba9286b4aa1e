"""A question in plain sentences."""

from collections.abc import Iterator

from generator.exports.portable_question import (
    DerivationStep,
    ExportQuestion,
    ExportSource,
    WordMarks,
)
from generator.pages.labels import count, day


def facts(question: ExportQuestion) -> str:
    """Payer and date of service."""
    return f"Payer: {question.payer}. Date of service: {day(question.date)}."


def scenario(question: ExportQuestion) -> tuple[str, ...]:
    """Payer and date, note, statement, claim by lines, and turn, a paragraph each."""
    return tuple(_scenario(question))


def _scenario(question: ExportQuestion) -> Iterator[str]:
    yield facts(question)
    yield from question.note
    if isinstance(question.response, WordMarks):
        numbers = mark_numbers(question.response)
        for paragraph in question.response.paragraphs:
            yield "".join(
                f"[{numbers[piece.choice]}: {piece.text}]" if piece.choice else piece.text
                for piece in paragraph
            )
    if question.statement:
        yield f"“{question.statement}”"
    if question.table:
        lines = "; ".join(map(_row, question.table.rows))
        yield f"{question.table.caption}. {lines or 'Nothing goes on the claim'}."
    if question.turn:
        yield question.turn


def mark_numbers(marks: WordMarks) -> dict[str, int]:
    """The words that can be marked, numbered from 1 in the order of the note."""
    named = (piece.choice for paragraph in marks.paragraphs for piece in paragraph if piece.choice)
    return {name: number for number, name in enumerate(named, 1)}


def _row(row: tuple[str, ...]) -> str:
    number, code, units, modifiers = row
    return (
        f"Line {number}: {code}, {count(int(units), 'unit')},"
        f" {'no modifier' if modifiers == 'none' else f'modifiers {modifiers}'}"
    )


def explanation(question: ExportQuestion) -> tuple[str, ...]:
    """The reason, what is contested, each step of the derivation with its facts."""
    contested = (f"Contested: {question.contested}",) if question.contested else ()
    return (question.reason, *contested, *map(_step, question.because))


def _step(because: DerivationStep) -> str:
    return f"{because.text} See {', '.join(because.facts)}." if because.facts else because.text


def source_text(source: ExportSource) -> str:
    """Publisher, title and date."""
    as_of = f", as of {day(source.as_of)}" if source.as_of else ""
    return f"{source.publisher}: {source.title}{as_of}"
