"""Documents as the readers hand them over: clean text that knows its place in the file."""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "text", "item", "table"]
Place = tuple[int, int]
"""A line and a column; both count from 1, columns in characters."""


class UnreadableDocumentError(Exception):
    """The file cannot be read, or reading it would take too much; the message says which."""


@dataclass(frozen=True)
class Piece:
    """Characters that stand in the file unchanged from this line and column on."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Passage:
    """Clean text of one heading, paragraph, list item or table cell.

    The character at `starts[n]` stands in the file at `places[n]`, and so do those after it.
    """

    text: str = ""
    starts: tuple[int, ...] = (0,)
    places: tuple[Place, ...] = ((1, 1),)


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item, or a table, whose first row may be its header."""

    kind: BlockKind
    passage: Passage = field(default_factory=Passage)
    level: int = 0
    rows: tuple[tuple[Passage, ...], ...] = ()
    headed: bool = False


@dataclass(frozen=True)
class Document:
    """What a file says: blocks, or plain text or Markdown that the checker reads itself."""

    text: str = ""
    markdown: bool = False
    blocks: tuple[Block, ...] | None = None


def join(pieces: list[Piece]) -> Passage:
    """One passage of many pieces; white space at both ends is dropped."""
    starts: list[int] = []
    places: list[Place] = []
    texts: list[str] = []
    length = 0
    for piece in pieces:
        text = piece.text if texts else piece.text.lstrip()
        if not text:
            continue
        starts.append(length)
        places.append((piece.line, piece.column + len(piece.text) - len(text)))
        texts.append(text)
        length += len(text)
    return Passage("".join(texts).rstrip(), tuple(starts) or (0,), tuple(places) or ((1, 1),))
