"""A quiz with one question of each new kind, over the real facts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item, Quiz
from tests.conftest import ROOT, read_once

QUIZ = Path(__file__).with_name("kinds.yaml")


@pytest.fixture(scope="session")
def facts() -> Corpus:
    """The real facts with the quiz of kinds beside the real quizzes."""
    loaded = load({**read_files(ROOT), "quizzes/kinds.yaml": QUIZ.read_bytes()}, read_once)
    assert loaded.findings == ()
    return loaded.corpus


@pytest.fixture(scope="session")
def written() -> Mapping[str, Mapping[str, Any]]:
    """The questions as they are written, by id, to be changed by tests."""
    return {item["id"]: item for item in yaml.safe_load(QUIZ.read_text(encoding="utf-8"))["items"]}


def item_from(written: Mapping[str, Any], **changes: object) -> Item:
    """One question with some of its keys changed."""
    return Quiz.model_validate(
        {"id": "q", "title": "Q", "summary": "Q.", "items": [{**written, **changes}]}
    ).items[0]
