"""The browser writes the very bytes that `rightcode export` writes for the same questions."""

import json
import random
import re
from dataclasses import asdict
from datetime import date

import pytest

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.build.question_scripts import builder_question, question_files
from generator.exports import csv_files, gift, moodle
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.exports.question_conversion import questions
from generator.questions.kinds.registry import KINDS
from tests.conftest import ROOT, read_once
from tests.exports.hostile import ALL, question_with

PLAN = Plan("set", "Set", date(2026, 1, 1), is_assignment=True)


def same(port, asked: tuple[ExportQuestion, ...]) -> None:
    alike(
        port("formats", {"questions": [asdict(builder_question(question)) for question in asked]}),
        asked,
    )


def alike(told: dict[str, str], asked: tuple[ExportQuestion, ...]) -> None:
    tables = csv_files.export(asked, PLAN)
    assert told["moodle"].encode() == moodle.export(asked, PLAN)["set-moodle.xml"]
    assert told["gift"].encode() == gift.export(asked, PLAN)["set-gift.txt"]
    assert told["questions"].encode() == tables["set-questions.csv"]
    assert told["answers"].encode() == tables["set-answers.csv"]


def test_every_question_of_every_kind_is_written_the_same(port, corpus):
    asked = questions(corpus.public, tuple(corpus.public.items.values()))
    assert {question.kind for question in asked} == set(KINDS)
    same(port, asked)


@pytest.fixture(scope="module")
def odd() -> tuple[ExportQuestion, ...]:
    """The quiz of kinds: ties, a claim with nothing on it, and other edges."""
    kinds = (ROOT / "tests/kinds/kinds.yaml").read_bytes()
    corpus = load({**read_files(ROOT), "quizzes/kinds.yaml": kinds}, read_once).corpus
    return questions(corpus, corpus.quizzes["kinds"].items)


@pytest.mark.parametrize("name", ALL)
def test_hostile_texts_are_written_the_same(port, odd, name):
    same(port, tuple(question_with(question, ALL[name]) for question in odd))


def test_questions_chosen_from_many_quizzes_are_written_as_the_export_of_that_choice(port, corpus):
    """The right option's place depends on the other questions of a set.

    The bank keeps questions as in their quizzes.
    """
    files = {
        path: json.loads(
            re.fullmatch(r'rightcodeBank\("[^"]+",(.*)\);\n', content.decode(), re.DOTALL)[1]
        )
        for path, content in question_files(corpus.public).items()
    }
    items, chance = list(corpus.public.items.values()), random.Random(3)
    sets = [chance.sample(items, 25) for _ in range(8)]
    told = port(
        "sets",
        {"sets": [[files[f"bank/questions/{item.id}.js"] for item in chosen] for chosen in sets]},
    )
    for written, chosen in zip(told, sets, strict=True):
        alike(written, questions(corpus, chosen))


def test_there_is_a_file_for_every_public_question_and_for_no_other(corpus):
    held = {item.id for item in corpus.items.values() if item.held_back}
    files = question_files(corpus.public)
    assert (
        held
        and {path.removeprefix("bank/questions/").removesuffix(".js") for path in files}
        == set(corpus.items) - held
    )
