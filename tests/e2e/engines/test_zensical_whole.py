"""Zensical builds the pages of the real content with the same headings and the same questions."""

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import MakeOnce
from tests.e2e.test_zensical import render, same_on_both

ADDRESSES = (
    "",
    "codes/97124",
    "practice/massage-vs-similar",
    "myths/massage-is-exercise",
    "learn/minutes-and-units",
    "compare/exercise-or-activity",
)


def test_zensical_shows_the_same_headings_and_questions(
    site: Path, site_files: Mapping[str, bytes], make_once: MakeOnce
) -> None:
    made = make_once("zensical-whole", lambda folder: render(folder, site_files))
    same_on_both(site, made / "out", ADDRESSES)
