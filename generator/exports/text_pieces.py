"""Text formats by pieces: what a question becomes, and how pieces make a file.

The assignment builder's page combines the same pieces, which the build writes beside each question
(site_config/frontend/classroom/builder/text_formats.js).
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class TextPiece:
    """One question; `section` comes once before all questions that share it.

    `answers` are in the order of the choices, or empty where the format has none to reorder.
    """

    section: str
    before: str = ""
    answers: tuple[str, ...] = ()
    after: str = ""


def combine(pieces: Iterable[TextPiece], start: str = "", between: str = "", end: str = "") -> str:
    """A file; sections are in the order of their first question."""
    sections: dict[str, list[str]] = {}
    for piece in pieces:
        text = "".join((piece.before, *piece.answers, piece.after))
        sections.setdefault(piece.section, []).append(text)
    blocks = (block for section, texts in sections.items() for block in (section, *texts))
    return f"{start}{between.join(blocks)}{end}"
