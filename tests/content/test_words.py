"""The words are ours: none of the AMA's descriptors, none of the articles' sentences."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SHARED

TOOL = SHARED / "tools" / "descriptor_overlap.py"
SEEDS = SHARED / "seeds"
WORDS = 6
FOLDERS = ("content", "quizzes", "site_config", "generator")
WRITTEN = sorted(
    path
    for folder in FOLDERS[:2]
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yaml", ".md")
)
# Runs that are the name of a thing, and no sentence of anybody's.
NAMES = (
    "current procedural terminology cpt codes are",
    "international classification of diseases tenth revision",
)


@pytest.mark.skipif(
    not TOOL.exists(), reason=f"the tool that knows the descriptors is not here: {TOOL}"
)
def test_no_six_words_stand_in_an_official_descriptor() -> None:
    done = subprocess.run(
        [sys.executable, TOOL, *FOLDERS], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "0 runs of 6 words shared with an official descriptor", (
        done.stdout
    )


def runs(text: str) -> dict[str, int]:
    """Every run of six words, and the line it starts on."""
    found = [
        (word, number)
        for number, line in enumerate(text.splitlines(), 1)
        for word in re.findall(r"[a-z0-9]+", line.lower())
    ]
    starts = range(len(found) - WORDS + 1)
    return {
        " ".join(word for word, _ in found[start : start + WORDS]): found[start][1]
        for start in starts
    }


@pytest.fixture(scope="module")
def theirs() -> set[str]:
    if not SEEDS.exists():
        pytest.skip(f"the two articles are not here: {SEEDS}")
    return {
        run for path in SEEDS.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))
    } - set(NAMES)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_six_words_stand_in_the_articles(path: Path, theirs: set[str]) -> None:
    ours = runs(path.read_text(encoding="utf-8"))
    assert {f"line {line}: {run}" for run, line in ours.items() if run in theirs} == set()
