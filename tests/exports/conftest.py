"""Questions apart from the site: all of the corpus, and those of the quiz that has every kind."""

import pytest

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.exports.portable_question import ExportQuestion
from generator.exports.question_conversion import questions
from generator.facts.corpus import Corpus
from tests.conftest import ROOT, read_once

KINDS = ROOT / "tests" / "kinds" / "kinds.yaml"


@pytest.fixture(scope="session")
def asked(corpus: Corpus) -> tuple[ExportQuestion, ...]:
    """Every item of the corpus."""
    return questions(corpus, tuple(corpus.items.values()))


@pytest.fixture(scope="session")
def odd() -> tuple[ExportQuestion, ...]:
    """The quiz of kinds.

    Ties, a claim with nothing on it, and other edges beside the plain cases.
    """
    corpus = load({**read_files(ROOT), "quizzes/kinds.yaml": KINDS.read_bytes()}, read_once).corpus
    return questions(corpus, corpus.quizzes["kinds"].items)
