"""What Anki reads: notes, decks and packages by genanki, whose bytes repeat."""

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from sqlite3 import Cursor

import genanki  # type: ignore[import-untyped]  # it has no types

from generator.exports.archives import archive, unpacked

Ids = Iterator[int]
STYLE = """.card { font-family: sans-serif; font-size: 18px; text-align: left; line-height: 1.4; \
max-width: 42em; margin: auto; }
.title { font-weight: bold; } \
blockquote { border-left: 3px solid #999; margin: .6em 0; padding-left: .8em; }
table { border-collapse: collapse; } \
th, td { border: 1px solid #999; padding: .2em .6em; text-align: left; }
.right { font-weight: bold; } .sources, .id { font-size: 14px; opacity: .8; }
"""


class DatedNote(genanki.Note):  # type: ignore[misc]  # untyped base
    """A note whose time of change is that of the export, or the day of its facts and its version.

    Anki updates what is newer, so that a corrected wording arrives in the next deck.
    """

    changed: float

    def write_to_db(self, cursor: Cursor, timestamp: float, deck_id: int, id_gen: Ids) -> None:
        """The note with its own time."""
        super().write_to_db(cursor, self.changed, deck_id, id_gen)


class NotesDeck(genanki.Deck):  # type: ignore[misc]  # untyped base
    """A deck that writes its notes and leaves the list of decks to the package."""

    def write_to_db(self, cursor: Cursor, timestamp: float, id_gen: Ids) -> None:
        """Its notes alone."""
        for note in self.notes:
            note.write_to_db(cursor, timestamp, self.deck_id, id_gen)


class _Package(genanki.Package):  # type: ignore[misc]  # untyped base
    """All decks are registered at once.

    Genanki reads and writes the whole list of them again for each, which grows with its square.
    """

    def write_to_db(self, cursor: Cursor, timestamp: float, id_gen: Ids) -> None:
        super().write_to_db(cursor, timestamp, id_gen)
        decks = {str(deck.deck_id): deck.to_json() for deck in self.decks}
        models = {
            note.model.model_id: note.model.to_json(timestamp, deck.deck_id)
            for deck in self.decks
            for note in deck.notes[:1]
        }
        for column, added in (("decks", decks), ("models", models)):
            (known,) = cursor.execute(f"SELECT {column} FROM col").fetchone()
            cursor.execute(
                f"UPDATE col SET {column} = ?", (json.dumps({**json.loads(known), **added}),)
            )


def package(decks: Sequence[NotesDeck], as_of: date) -> bytes:
    """The decks as a file."""
    out = io.BytesIO()
    _Package(list(decks)).write_to_file(out, timestamp=moment(as_of))
    return archive(unpacked(out.getvalue()), as_of)


def stable_id(name: str) -> int:
    """A number below 2³¹ that the name alone gives, as genanki asks for models and decks."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % (1 << 30) + (1 << 30)


def literal(html: str) -> str:
    """Square brackets open sounds and formulas in Anki; as entities they are brackets."""
    return html.replace("[", "&#91;").replace("]", "&#93;")


def moment(as_of: date) -> float:
    """Seconds since 1970 of the beginning of that day."""
    return datetime.combine(as_of, time(), UTC).timestamp()
