"""Words of a note and what they are tied to: `[[kneaded both calves|kneading.technique]]`."""

import re
from dataclasses import dataclass

SPAN = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)\]\]")


@dataclass(frozen=True)
class NoteSpan:
    """A piece of the note; without `tie` and `id` where its words cannot be marked.

    `id` is unique within the note.
    """

    text: str
    tie: str = ""
    id: str = ""

    @property
    def fact(self) -> tuple[str, str] | None:
        """Service and fact, for words that are tied to one."""
        service, dot, fact = self.tie.partition(".")
        return (service, fact) if dot else None


def pieces(note: str) -> tuple[NoteSpan, ...]:
    """The note taken apart, in order; the second span with one tie gets a number after its id."""
    found: list[NoteSpan] = []
    seen: dict[str, int] = {}
    end = 0
    for match in SPAN.finditer(note):
        if match.start() > end:
            found.append(NoteSpan(note[end : match.start()]))
        text, tie = match.group(1).strip(), match.group(2).strip()
        seen[tie] = seen.get(tie, 0) + 1
        found.append(NoteSpan(text, tie, tie if seen[tie] == 1 else f"{tie}.{seen[tie]}"))
        end = match.end()
    return (*found, *((NoteSpan(note[end:]),) if end < len(note) else ()))


def spans(note: str) -> tuple[NoteSpan, ...]:
    """The pieces that can be marked."""
    return tuple(piece for piece in pieces(note) if piece.tie)
