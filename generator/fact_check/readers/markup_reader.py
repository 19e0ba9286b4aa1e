"""HTML to blocks by a tokenizer of its own.

One pass, no recursion, so that broken or hostile markup costs no more than good.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from generator.fact_check.passages import Block, BlockKind, Document, Passage, Piece, join

TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,40})[^<>]{0,4000}>|<![^<>]{0,2000}>")
ENTITY = re.compile(r"&#?[0-9a-zA-Z]{1,31};?")
BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "ul",
    ]
)
HIDDEN = ("script", "style", "template", "noscript", "svg", "textarea")
HEADING = re.compile(r"^h[1-6]$")


@dataclass
class _Build:
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    kind: BlockKind = "text"
    level: int = 0
    rows: list[tuple[Passage, ...]] | None = None
    row: list[Passage] = field(default_factory=list)
    headed: bool = False
    cell: bool = False

    def close(self) -> None:
        passage = join(self.pieces)
        self.pieces = []
        if self.cell:
            self.row.append(passage)
            self.cell = False
        elif passage.text:
            self.blocks.append(Block(self.kind, passage, self.level))
        self.kind, self.level = "text", 0

    def end_row(self) -> None:
        if self.rows is not None and self.row:
            self.rows.append(tuple(self.row))
        self.row = []

    def end_table(self) -> None:
        self.end_row()
        if self.rows:
            self.blocks.append(Block("table", rows=tuple(self.rows), headed=self.headed))
        self.rows, self.headed = None, False


def read_html(text: str) -> Document:
    """The headings, paragraphs, items and tables of an HTML text."""
    build = _Build()
    lines = _Lines(text)
    for start, end, name, closing in _tokens(text):
        if name is None:
            _words(build, text[start:end], *lines.place(start))
        else:
            _tag(build, name, closing)
    build.close()
    build.end_table()
    return Document(blocks=tuple(build.blocks))


class _Lines:
    """Line and column of offsets that only grow: each newline is counted once."""

    def __init__(self, text: str) -> None:
        self.text, self.line, self.start, self.at = text, 1, 0, 0

    def place(self, offset: int) -> tuple[int, int]:
        self.line += self.text.count("\n", self.at, offset)
        newline = self.text.rfind("\n", self.at, offset)
        self.start = newline + 1 if newline >= 0 else self.start
        self.at = offset
        return self.line, offset - self.start + 1


def _tokens(text: str) -> Iterator[tuple[int, int, str | None, bool]]:
    """Words (no name) and tags; a closer that is missing is looked for once only."""
    at = 0
    missing: set[str] = set()
    while at < len(text):
        opened = text.find("<", at)
        if opened < 0:
            yield at, len(text), None, False
            return
        if opened > at:
            yield at, opened, None, False
        end, name, closing = _tag_at(text, opened, missing)
        yield opened, end, name, closing
        at = end
        if name in HIDDEN and not closing:
            at = _skip(text, at, f"</{name}", missing)


def _tag_at(text: str, opened: int, missing: set[str]) -> tuple[int, str | None, bool]:
    if text.startswith("<!--", opened):
        return _skip(text, opened, "-->", missing), "!--", False
    found = TAG.match(text, opened)
    if found is None:
        return opened + 1, None, False
    return found.end(), (found[1] or "!").lower(), text[opened + 1] == "/"


def _skip(text: str, at: int, closer: str, missing: set[str]) -> int:
    end = -1 if closer in missing else text.find(closer, at)
    if end < 0:
        missing.add(closer)
        return at + 4 if closer == "-->" else at
    return end + len(closer) if closer == "-->" else end


def _words(build: _Build, text: str, line: int, column: int) -> None:
    """A line break is a space, and an entity is one sign in the place of many."""
    for number, part in enumerate(text.split("\n")):
        if number:
            line, column = line + 1, 1
            build.pieces.append(Piece(" ", line, 1))
        end = 0
        for found in ENTITY.finditer(part):
            build.pieces.append(Piece(part[end : found.start()], line, column + end))
            build.pieces.append(Piece(unescape(found[0])[:1], line, column + found.start()))
            end = found.end()
        build.pieces.append(Piece(part[end:], line, column + end))


def _tag(build: _Build, name: str, closing: bool) -> None:
    if HEADING.match(name):
        build.close()
        build.kind, build.level = ("text", 0) if closing else ("heading", int(name[1]))
    elif name == "li":
        build.close()
        build.kind = "text" if closing else "item"
    elif name in ("td", "th", "tr", "table"):
        _table_tag(build, name, closing)
    elif (
        name in BREAKS
        and not build.cell
        and not (
            name in ("p", "div", "br") and build.kind == "item" and not join(build.pieces).text
        )
    ):
        build.close()
    elif name in BREAKS:
        build.pieces.append(Piece(" ", *_after(build.pieces)))


def _table_tag(build: _Build, name: str, closing: bool) -> None:
    if build.cell or not (name in ("td", "th") and closing):
        build.close()
    if name == "table":
        build.end_table()
        build.rows = None if closing else []
    elif name == "tr":
        build.end_row()
    elif not closing and build.rows is not None:
        build.cell = True
        build.headed = build.headed or (name == "th" and not build.rows)


def _after(pieces: list[Piece]) -> tuple[int, int]:
    return (pieces[-1].line, pieces[-1].column + len(pieces[-1].text)) if pieces else (1, 1)
