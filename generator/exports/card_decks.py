"""The site's flashcards for other programs: two columns as CSV, and decks for Anki.

A card of a deck is known to Anki by its id, so that a later deck updates and doubles nothing.
"""

from collections.abc import Iterator
from datetime import date

import genanki  # type: ignore[import-untyped]  # it has no types

from generator.exports.anki_package import (
    STYLE,
    DatedNote,
    NotesDeck,
    literal,
    moment,
    package,
    stable_id,
)
from generator.exports.question_text import inline
from generator.exports.table_files import to_csv
from generator.pages.download_paths import ALL_DECKS, deck_path
from generator.pages.flashcards import CardLine, Deck, Flashcard

MODEL, DECK = "rightcode card 1", "rightcode cards"
FIELDS = ("Id", "Context", "Term", "Meaning", "Name", "Whole", "Lines")
TERM = '{{#Context}}<div class="id">{{Context}}</div>{{/Context}}<div class="title">{{Term}}</div>'
WHOLE = '<p class="right">{{Name}}</p><p>{{Whole}}</p>{{Lines}}<div class="id">{{Id}}</div>'
TEMPLATES = (
    ("Term", TERM, f'{{{{FrontSide}}}}<hr id="answer">{WHOLE}'),
    ("Meaning", "{{Meaning}}", f'{{{{FrontSide}}}}<hr id="answer">{TERM}{WHOLE}'),
)


def deck_files(
    decks: tuple[Deck, ...], as_of: date, written: int = 0
) -> Iterator[tuple[str, bytes]]:
    """Each deck as CSV and for Anki, and all of them for Anki in one file, by their paths."""
    for deck in decks:
        yield deck_path(deck.id, "csv"), to_csv(map(sides, deck.all))
        yield deck_path(deck.id, "apkg"), _anki((deck,), deck.all, as_of, written)
    own = tuple(deck for deck in decks if deck.cards)
    yield deck_path(ALL_DECKS, "apkg"), _anki(own, (), as_of, written)


def sides(card: Flashcard) -> tuple[str, str]:
    """Front and back."""
    front = f"{card.context}: {card.term}" if card.context else card.term
    back = (card.name, _text(card.meaning, card.contested), *map(_line, card.lines))
    return front, "\n".join(part for part in back if part)


def _text(text: str, contested: bool) -> str:
    return f"{text} (contested)" if contested else text


def _line(line: CardLine) -> str:
    return f"{line.label}: {_text(line.text, line.contested)}"


def _anki(
    decks: tuple[Deck, ...], cards: tuple[Flashcard, ...], as_of: date, written: int
) -> bytes:
    """The decks with the cards, or with their own."""
    model = genanki.Model(
        stable_id(MODEL),
        "RightCode card",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": name, "qfmt": asks, "afmt": says} for name, asks, says in TEMPLATES],
        css=STYLE,
        sort_field_index=FIELDS.index("Term"),
    )
    made = []
    for deck in decks:
        title = deck.title.replace("::", ":")  # two colons would open a deck of their own
        notes = NotesDeck(stable_id(f"{DECK} {deck.id}"), f"RightCode::Flashcards::{title}")
        for card in cards or deck.cards:
            notes.add_note(_note(model, card, deck, max(moment(as_of), written)))
        made.append(notes)
    return package(made, as_of)


def _note(model: genanki.Model, card: Flashcard, deck: Deck, changed: float) -> DatedNote:
    whole = _text(card.meaning, card.contested)
    lines = "".join(f"<p>{inline(_line(line))}</p>" for line in card.lines)
    texts = (card.id, card.context, card.term, card.question, card.name, whole)
    note = DatedNote(
        model=model,
        fields=[*(literal(inline(text)) for text in texts), literal(lines)],
        guid=genanki.guid_for("rightcode", card.id),
        tags=[f"deck-{deck.id}"],
    )
    note.changed = changed
    return note
