"""A copied sentence is found in our files, whatever its lines, signs and capitals."""

from pathlib import Path

from tests.conftest import ROOT
from tests.shared_words import runs, shared_runs, written

THEIRS = "Kneading of tired muscles is what we sell, and we sell it well."


def test_a_sentence_that_was_copied_is_found_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "lesson.md"
    path.write_text("Ours.\n\nkneading of *tired*\nmuscles: is what\n", encoding="utf-8")
    found = shared_runs([path], runs(THEIRS).keys())
    assert found == [f"{path}:3: kneading of tired muscles is what"]


def test_five_words_in_a_row_are_anybody_s(tmp_path: Path) -> None:
    path = tmp_path / "lesson.md"
    path.write_text("It is what we sell, and you buy.", encoding="utf-8")
    assert shared_runs([path], runs(THEIRS).keys()) == []


def test_what_is_searched_is_all_that_authors_write() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in written(ROOT)}
    assert {"content/sources.yaml", "quizzes/objectives.yaml"} <= names
    assert any(name.startswith("content/learn/") for name in names)
