"""What a question of QTI 1.2 shows and says, as HTML in a text: the edition has no markup of its own."""

from collections.abc import Iterable
from html import escape

from generator.exports.qti.said import facts, solution
from generator.exports.question import Question, Table


def shown(question: Question, told: str) -> str:
    """Facts, note and what is asked. `told` is said last, where the shape of the question needs a word."""
    parts = [_paragraph(f"{name}:", value) for name, value in facts(question)]
    parts += _quoted(paragraph for paragraph in noted(question))
    if question.table:
        parts.append(_table(question.table))
    parts += [_paragraph("", text) for text in (question.turn, question.asks, told) if text]
    return "".join(parts)


def noted(question: Question) -> tuple[str, ...]:
    """The note, or the statement that is judged; of words to mark the note they stand in."""
    paragraphs = getattr(question.response, "paragraphs", ())
    marked = tuple("".join(piece.text for piece in pieces) for pieces in paragraphs)
    return (*question.note, *marked, *([question.statement] if question.statement else []))


def said(lead: str, text: str) -> str:
    return _paragraph(lead, text)


def solved(question: Question) -> str:
    return "".join(_paragraph(word, text) for word, text in solution(question))


def _paragraph(lead: str, text: str) -> str:
    word = f"<strong>{escape(lead, quote=False)}</strong> " if lead else ""
    return f"<p>{word}{escape(text, quote=False)}</p>"


def _quoted(paragraphs: Iterable[str]) -> list[str]:
    inner = "".join(_paragraph("", paragraph) for paragraph in paragraphs)
    return [f"<blockquote>{inner}</blockquote>"] if inner else []


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(cell, quote=False)}</th>" for cell in table.head)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell, quote=False)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f"<table><caption>{escape(table.caption, quote=False)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
