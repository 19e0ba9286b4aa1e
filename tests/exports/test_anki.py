"""The Anki deck: a note for each question that a second import finds again.

Scenario, options, reasons and sources on the card.
"""

import dataclasses
import io
import json
import sqlite3
import subprocess
import zipfile
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from generator.exports import anki
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportQuestion, NumberEntry
from generator.facts.corpus import Corpus
from tests.exports import expected
from tests.exports.hostile import ALL, question_with
from tests.exports.reading_moodle import shown
from tests.exports.tools import environment

FIELDS = ("id", "title", "scenario", "options", "answer", "reasons", "sources")


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on)


def notes(content: bytes, folder: Path) -> dict[str, dict[str, str]]:
    """Fields by question id, with the note's own columns beside them."""
    path = folder / "collection.db"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(content)).read("collection.anki2"))
    with sqlite3.connect(path) as db:
        rows = db.execute("select guid, mod, tags, flds from notes").fetchall()
    found = [
        {
            "guid": guid,
            "mod": mod,
            "tags": tags,
            **dict(zip(FIELDS, fields.split("\x1f"), strict=True)),
        }
        for guid, mod, tags, fields in rows
    ]
    return {note["id"]: note for note in found}


def deck(questions: tuple[ExportQuestion, ...], plan: Plan) -> bytes:
    return anki.export(questions, plan)["bank.apkg"]


def same(question: ExportQuestion, note: dict[str, str]) -> None:
    front, back = shown(note["scenario"] + note["options"]), shown(note["answer"])
    assert not [text for text in expected.read_before(question) if text not in front]
    assert not [
        text
        for text in expected.read_after(question)
        if text not in shown(note["reasons"] + note["sources"])
    ]
    assert expected.squeezed(question.solution) in back
    for label, (right, feedback) in expected.answers(question).items():
        assert feedback in back, label
        if not isinstance(question.response, NumberEntry | ClaimForm):
            assert label in front
            assert (
                f"{label} ({'right answer' if right else 'wrong answer'}): {feedback}" in back
                or f"{label} (counts neither way)" in back
            )
    if isinstance(question.response, ClaimForm):
        assert not [
            choice.text
            for choice in question.response.codes
            if expected.squeezed(choice.text) not in front
        ]
    assert note["tags"].split() == list(question.tags)


def test_every_question_is_a_note_that_says_it_all(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    for questions in (asked, odd):
        found = notes(deck(questions, plan), tmp_path)
        assert set(found) == {question.id for question in questions}
        for question in questions:
            same(question, found[question.id])


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_come_out_whole_and_harmless(
    odd: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path, text: str
) -> None:
    found = notes(deck(tuple(question_with(question, text) for question in odd), plan), tmp_path)
    for question in odd:
        same(question_with(question, text), found[question.id])
        fields = "".join(found[question.id][name] for name in FIELDS)
        assert not [sign for sign in ("<script", "<img", "[sound:", "[[") if sign in fields]


def test_a_note_is_known_by_its_question_whatever_deck_it_comes_in(
    odd: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    alone = notes(deck(odd[:1], dataclasses.replace(plan, title="Another")), tmp_path)
    changed = notes(deck((question_with(odd[0], "New words:"),), plan), tmp_path)
    assert (
        alone[odd[0].id]["guid"]
        == changed[odd[0].id]["guid"]
        == notes(deck(odd, plan), tmp_path)[odd[0].id]["guid"]
    )


def test_a_new_version_and_newer_facts_are_newer_to_anki(
    odd: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    first = odd[0]
    changed = [
        notes(deck((question,), each), tmp_path)[first.id]["mod"]
        for question, each in (
            (first, plan),
            (dataclasses.replace(first, version=2), plan),
            (first, dataclasses.replace(plan, as_of=plan.as_of + timedelta(1))),
        )
    ]
    assert changed == sorted(set(changed))


def test_a_later_export_is_newer_whatever_changed(
    odd: tuple[ExportQuestion, ...], plan: Plan, anki_python: Path, tmp_path: Path
) -> None:
    """A corrected wording needs no new version, which would open the question for review again."""
    later = dataclasses.replace(plan, written=int(anki.moment(plan.as_of)) + 86_400)
    corrected = tuple(
        dataclasses.replace(question, title=f"{question.title}, corrected") for question in odd
    )
    count, titles = imported(anki_python, tmp_path, deck(odd, plan), deck(corrected, later))
    assert count == len(odd)
    assert titles == sorted(question.title for question in corrected)


def test_ids_of_models_and_decks_never_change() -> None:
    assert anki.stable_id(anki.MODEL) == anki.stable_id("rightcode question 1") == 1747396720
    assert 1 << 30 <= anki.stable_id("any") < 1 << 31


@pytest.fixture(scope="module")
def anki_python() -> Path:
    """The Python that has Anki's own library."""
    return environment("anki")


IMPORTS = """
import json, sys
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
deck = Collection(sys.argv[1])
for path in sys.argv[2:]:
    options = ImportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False)
    deck.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
titles = [deck.get_note(name)["Title"] for name in deck.find_notes("")]
print(json.dumps([deck.note_count(), titles]))
deck.close()
"""


def imported(anki_python: Path, folder: Path, *decks: bytes) -> tuple[int, list[str]]:
    """How many notes an empty collection has after all decks, and their titles."""
    paths = [folder / f"{number}.apkg" for number in range(len(decks))]
    for path, content in zip(paths, decks, strict=True):
        path.write_bytes(content)
    command = [str(anki_python), "-c", IMPORTS, str(folder / "c.anki2"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    count, titles = json.loads(done.stdout.splitlines()[-1])
    return count, sorted(map(unescape, titles))


def test_anki_itself_imports_the_deck_twice_and_doubles_nothing(
    asked: tuple[ExportQuestion, ...], plan: Plan, anki_python: Path, tmp_path: Path
) -> None:
    made = deck(asked, plan)
    titles = sorted(question.title for question in asked)
    assert imported(anki_python, tmp_path, made, made) == (len(asked), titles)


def test_a_question_that_changed_is_updated_and_not_doubled(
    odd: tuple[ExportQuestion, ...], plan: Plan, anki_python: Path, tmp_path: Path
) -> None:
    newer = tuple(
        dataclasses.replace(
            question, version=question.version + 1, title=f"{question.title}, again"
        )
        for question in odd
    )
    count, titles = imported(anki_python, tmp_path, deck(odd, plan), deck(newer, plan))
    assert count == len(odd)
    assert titles == sorted(question.title for question in newer)
