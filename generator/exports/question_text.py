"""A question in plain sentences, and as well-formed, escaped fragments of XHTML."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from generator.exports.portable_question import (
    ClaimForm,
    ClaimTable,
    DerivationStep,
    ExhibitTable,
    ExportQuestion,
    ExportSource,
    NotePiece,
    NumberEntry,
    Response,
    WordMarks,
)
from generator.pages.labels import count, day, service_date

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def facts(question: ExportQuestion) -> str:
    """Payer and date of service."""
    return f"Payer: {question.payer}. DOS: {service_date(question.date)}."


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
    yield from map(exhibit_text, question.exhibits)
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


def exhibit_text(table: ExhibitTable) -> str:
    """An exhibit in a paragraph: each row with the names of its columns."""
    rows = (
        ", ".join(f"{name}: {cell}" for name, cell in zip(table.head, row, strict=True) if cell)
        for row in table.rows
    )
    sentences = (f"{row.removesuffix('.')}." for row in rows)
    return " ".join((f"{table.caption}.", *sentences, exhibit_sources(table)))


def exhibit_sources(table: ExhibitTable) -> str:
    """Who publishes the values, and as of when."""
    return f"Source: {'; '.join(map(source_text, table.sources))}."


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
        _quoted(_marked_html(marks) if isinstance(marks, WordMarks) else ""),
        *map(_exhibit, question.exhibits),
        _quoted(paragraphs([statement] if statement else ())),
        _table(question.table) if question.table else "",
        paragraphs([question.turn] if question.turn else ()),
    )
    return f"{''.join(parts)}<p><strong>{inline(question.asks)}</strong></p>"


def _quoted(html: str) -> str:
    return f"<blockquote>{html}</blockquote>" if html else ""


def _marked_html(marks: WordMarks) -> str:
    numbers = mark_numbers(marks)
    rows = (
        "".join(_piece_html(piece, numbers) for piece in paragraph)
        for paragraph in marks.paragraphs
    )
    return "".join(f"<p>{row}</p>" for row in rows)


def _piece_html(piece: NotePiece, numbers: dict[str, int]) -> str:
    text = inline(piece.text)
    return f"<u>{text}</u><sup>{numbers[piece.choice]}</sup>" if piece.choice else text


def _exhibit(table: ExhibitTable) -> str:
    return f"{_table(table)}<p><small>{inline(exhibit_sources(table))}</small></p>"


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
    """For any answer: the right one, feedback that pairs have no place for, the reasons."""
    listed = (f"{label}: {text}" for label, text in _of_pairs(question.response))
    return paragraphs((f"Right: {question.solution}.", *listed)) + explanation_html(question)


def _of_pairs(response: Response) -> list[tuple[str, str]]:
    """Feedback on the codes of a claim, and on several numbers."""
    match response:
        case ClaimForm(codes):
            return [(choice.text, choice.feedback) for choice in codes]
        case NumberEntry(parts) if len(parts) > 1:
            return response.feedback
        case _:
            return []


def sources_html(sources: Iterable[ExportSource]) -> str:
    """A list of the sources; empty where there are none."""
    listed = "".join(f"<li>{_source_html(source)}</li>" for source in sources)
    return f"<p>Sources</p><ul>{listed}</ul>" if listed else ""


def _source_html(source: ExportSource) -> str:
    """Only addresses of the web become links."""
    text = inline(source_text(source))
    return (
        f'<a href="{inline(source.address)}">{text}</a>'
        if source.address.startswith("https://")
        else text
    )
