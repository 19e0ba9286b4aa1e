"""The projects that the benchmarks make: a fault in one would show there alone."""

from pathlib import Path

from benchmarks.made import made_content, made_project
from generator.build.project import open_project
from generator.findings import has_errors
from tests.conftest import ROOT

GUESSED = "I377"
"""A few questions repeated: what a rule guesses of them says nothing of a bank."""


def test_a_small_project_is_sound(tmp_path: Path) -> None:
    found = open_project(made_project(tmp_path / "made", ROOT, 60)).findings
    assert [finding for finding in found if finding.code != GUESSED] == []


def test_so_is_the_real_content_with_more_codes_and_questions(tmp_path: Path) -> None:
    found = open_project(made_content(tmp_path / "made", ROOT, 600, 40))
    assert not has_errors(found.findings)
    assert len(found.corpus.items) == 40
