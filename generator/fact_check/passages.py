"""Text as a reader hands it over.

Blocks of clean text that know where in the file each character stood.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "text", "item", "table"]


class Unreadable(Exception):
    """The file cannot be read, or reading it would take too much; the message says which."""


@dataclass(frozen=True)
class Piece:
    """Characters that stand in the file as they stand here, from this line and column on (both count from 1)."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Passage:
    """Clean text of one heading, paragraph, list item or table cell."""

    text: str
    starts: tuple[int, ...] = (0,)
    places: tuple[tuple[int, int], ...] = ((1, 1),)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of the character at `offset`."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        line, column = self.places[index]
        return line, column + offset - self.starts[index]


@dataclass(frozen=True)
class Block:
    """A piece of a document.

    A table has rows of cells, its first row the header where the format has one.
    """

    kind: Kind
    passage: Passage = field(default_factory=lambda: Passage(""))
    level: int = 0
    rows: tuple[tuple[Passage, ...], ...] = ()
    headed: bool = False


def join(pieces: list[Piece]) -> Passage:
    """One passage of many pieces; white space at both ends is dropped."""
    starts, places, texts, length = [], [], [], 0
    for piece in pieces:
        text = piece.text if texts else piece.text.lstrip()
        if not text:
            continue
        starts.append(length)
        places.append((piece.line, piece.column + len(piece.text) - len(text)))
        texts.append(text)
        length += len(text)
    return Passage("".join(texts).rstrip(), tuple(starts) or (0,), tuple(places) or ((1, 1),))


def spaced(lines: list[list[Piece]]) -> Passage:
    """The lines of one paragraph as running text."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces and line:
            pieces.append(Piece(" ", line[0].line, max(1, line[0].column - 1)))
        pieces += line
    return join(pieces)


def words_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.passage.text
        yield from (cell.text for row in block.rows for cell in row)
