"""Keys of a track and an assignment, and an instructor's folder."""

from pathlib import Path

import pytest

from generator.badges.signing_key import key_file, new_key
from generator.facts.corpus import Corpus
from generator.questions.assignment_draw import chosen_items
from generator.questions.kinds.marking import Marking
from generator.questions.track_courses import courses
from generator.results.answer_marking import markings
from tests.badges.issuing import ASSIGNMENT, TRACK


@pytest.fixture(scope="module")
def track_keys(corpus: Corpus) -> dict[str, Marking]:
    """The questions of a first try at every check of the track."""
    found = courses(corpus, corpus.tracks[TRACK])
    return markings(
        corpus,
        [item.id for course in found for pool in course.pools for item in pool.items[: pool.count]],
    )


@pytest.fixture(scope="module")
def assignment_keys(corpus: Corpus) -> dict[str, Marking]:
    return markings(
        corpus, [item.id for item in chosen_items(corpus, corpus.assignments[ASSIGNMENT])]
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An instructor's folder: a key, a profile, room for results."""
    (tmp_path / "results").mkdir()
    (tmp_path / "issuer.yaml").write_text(
        "name: Riverside Therapy School\nurl: https://riverside.example\nemail:"
        " office@riverside.example\n",
        encoding="utf-8",
    )
    (tmp_path / "badge.pem").write_bytes(key_file(new_key()))
    return tmp_path
