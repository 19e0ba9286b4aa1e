"""Questions as well-formed, escaped fragments of XHTML."""

import re
from collections.abc import Iterable
from html import escape

from generator.exports.plain_text import explanation, facts, mark_numbers, source_text
from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    ExportQuestion,
    ExportSource,
    NotePiece,
    WordMarks,
)

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold (§2.2)."""
    return NOT_IN_XML.sub("", text)


def inline(text: str) -> str:
    """Text as written between tags or in an attribute."""
    return escape(xml_text(text), quote=True)


def paragraphs(texts: Iterable[str]) -> str:
    """A `<p>` for each text."""
    return "".join(f"<p>{inline(text)}</p>" for text in texts)


def stem_html(question: ExportQuestion) -> str:
    """All that is read before answering, what is asked last."""
    marks, statement = question.response, question.statement
    parts = (
        paragraphs([facts(question)]),
        _quoted(paragraphs(question.note)),
        _quoted(_marked(marks) if isinstance(marks, WordMarks) else ""),
        _quoted(paragraphs([statement] if statement else ())),
        _table(question.table) if question.table else "",
        paragraphs([question.turn] if question.turn else ()),
    )
    return f"{''.join(parts)}<p><strong>{inline(question.asks)}</strong></p>"


def _quoted(html: str) -> str:
    return f"<blockquote>{html}</blockquote>" if html else ""


def _marked(marks: WordMarks) -> str:
    numbers = mark_numbers(marks)
    rows = (
        "".join(_piece(piece, numbers) for piece in paragraph) for paragraph in marks.paragraphs
    )
    return "".join(f"<p>{row}</p>" for row in rows)


def _piece(piece: NotePiece, numbers: dict[str, int]) -> str:
    text = inline(piece.text)
    return f"<u>{text}</u><sup>{numbers[piece.choice]}</sup>" if piece.choice else text


def _table(table: ClaimTable) -> str:
    head = "".join(f"<th>{inline(cell)}</th>" for cell in table.head)
    cells = ("".join(f"<td>{inline(cell)}</td>" for cell in row) for row in table.rows)
    rows = "".join(f"<tr>{row}</tr>" for row in cells)
    body = rows or f'<tr><td colspan="{len(table.head)}">Nothing goes on the claim.</td></tr>'
    caption = f"<caption>{inline(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def explanation_html(question: ExportQuestion) -> str:
    """The reasons and their sources."""
    return f"{paragraphs(explanation(question))}{sources_html(question.sources)}"


def general_feedback_html(question: ExportQuestion) -> str:
    """For any answer: the right one, of a claim each code's feedback, the reasons."""
    claim = question.response
    codes = claim.codes if isinstance(claim, ClaimForm) else ()
    listed = (f"{choice.text}: {choice.feedback}" for choice in codes)
    return paragraphs((f"Right: {question.solution}.", *listed)) + explanation_html(question)


def sources_html(sources: Iterable[ExportSource]) -> str:
    """A list of the sources; empty where there are none."""
    listed = "".join(f"<li>{_source(source)}</li>" for source in sources)
    return f"<p>Sources</p><ul>{listed}</ul>" if listed else ""


def _source(source: ExportSource) -> str:
    """Only addresses of the web become links."""
    text = inline(source_text(source))
    return (
        f'<a href="{inline(source.address)}">{text}</a>'
        if source.address.startswith("https://")
        else text
    )
