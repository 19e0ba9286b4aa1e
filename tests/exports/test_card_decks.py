"""Flashcards for other programs: the cards of the site, in both forms, whole."""

import csv
import io
import sqlite3
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.exports.card_decks import FIELDS, deck_files, sides
from generator.exports.table_files import is_formula
from generator.facts.corpus import Corpus
from generator.pages.flashcards import Deck, decks
from tests.exports.expected import squeezed
from tests.exports.reading_moodle import shown


@pytest.fixture(scope="module")
def all_decks(corpus: Corpus) -> tuple[Deck, ...]:
    return decks(corpus)


@pytest.fixture(scope="module")
def files(corpus: Corpus, all_decks: tuple[Deck, ...]) -> Mapping[str, bytes]:
    return dict(deck_files(all_decks, corpus.judged_on))


def notes(content: bytes, folder: Path) -> dict[str, dict[str, str]]:
    path = folder / "collection.db"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(content)).read("collection.anki2"))
    with sqlite3.connect(path) as db:
        rows = db.execute("select id, guid, flds from notes").fetchall()
        cards = dict(db.execute("select nid, count(*) from cards group by nid").fetchall())
    found = [dict(zip(FIELDS, fields.split("\x1f"), strict=True)) for *_, fields in rows]
    assert len({guid for _, guid, _ in rows}) == len(rows)
    assert {cards[note] for note, *_ in rows} == {2}, "a card in each direction"
    return {note["Id"]: note for note in found}


def test_each_deck_has_a_table_and_a_deck_for_anki(
    files: Mapping[str, bytes], all_decks: tuple[Deck, ...]
) -> None:
    names = {f"downloads/flashcards-{deck.id}" for deck in all_decks}
    tables = {path.removesuffix(".csv") for path in files if path.endswith(".csv")}
    packages = {path.removesuffix(".apkg") for path in files if path.endswith(".apkg")}
    assert tables == names and packages == names | {"downloads/flashcards-all"}


def test_a_table_has_a_row_for_each_card(
    files: Mapping[str, bytes], all_decks: tuple[Deck, ...]
) -> None:
    for deck in all_decks:
        text = files[f"downloads/flashcards-{deck.id}.csv"].decode("utf-8-sig")
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
        assert rows == [*map(sides, deck.all)]
        for (front, back), card in zip(rows, deck.all, strict=True):
            assert card.term in front and not is_formula(front) and not is_formula(back)
            lines = (part for line in card.lines for part in (line.label, line.text))
            told = (card.name, card.meaning, *lines)
            assert not [part for part in told if part not in back]


def test_anki_has_every_card_whole(
    files: Mapping[str, bytes], all_decks: tuple[Deck, ...], tmp_path: Path
) -> None:
    for deck in all_decks:
        found = notes(files[f"downloads/flashcards-{deck.id}.apkg"], tmp_path)
        assert set(found) == {card.id for card in deck.all}
        for card in deck.all:
            note = {name: shown(text) for name, text in found[card.id].items()}
            assert (note["Term"], note["Name"]) == (squeezed(card.term), squeezed(card.name))
            assert squeezed(card.meaning) in note["Whole"]
            assert squeezed(card.question) == note["Meaning"]
            assert not [line for line in card.lines if squeezed(line.text) not in note["Lines"]]


def test_all_decks_in_one_file_have_each_card_once(
    files: Mapping[str, bytes], all_decks: tuple[Deck, ...], tmp_path: Path
) -> None:
    found = notes(files["downloads/flashcards-all.apkg"], tmp_path)
    assert set(found) == {card.id for deck in all_decks for card in deck.all}


def test_the_same_cards_give_the_same_bytes(
    corpus: Corpus, files: Mapping[str, bytes], all_decks: tuple[Deck, ...]
) -> None:
    assert dict(deck_files(all_decks, corpus.judged_on)) == files
    later = dict(deck_files(all_decks, corpus.judged_on, 2_000_000_000))
    assert (
        later["downloads/flashcards-glossary.apkg"] != files["downloads/flashcards-glossary.apkg"]
    )
