"""The questions of the quiz of kinds, and what answers to them are measured by."""

import pytest

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.questions.kinds.marking import Marking
from generator.results.answer_marking import markings
from tests.conftest import ROOT, read_once

KINDS = ROOT / "tests" / "kinds" / "kinds.yaml"


@pytest.fixture(scope="session")
def facts() -> Corpus:
    loaded = load({**read_files(ROOT), "quizzes/kinds.yaml": KINDS.read_bytes()}, read_once)
    assert loaded.findings == ()
    return loaded.corpus


@pytest.fixture(scope="session")
def keys(facts: Corpus) -> dict[str, Marking]:
    """A question of every kind there is.

    Those of the quiz of kinds and the first of each other kind.
    """
    others = {
        item.kind: item.id
        for item in reversed(facts.items.values())
        if item.kind in ("choose-code", "choose-all", "judge-claim")
    }
    return markings(
        facts, [*(item.id for item in facts.quizzes["kinds"].items), *sorted(others.values())]
    )
