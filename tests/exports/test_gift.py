"""GIFT: a parser nobody here wrote reads the same questions, keys and feedback."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.exports import gift
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportQuestion, NumberEntry
from generator.facts.corpus import Corpus
from tests.exports import expected
from tests.exports.hostile import ALL, question_with
from tests.exports.reading_moodle import shown
from tests.exports.tools import installed, run

Read = Mapping[str, Any]


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on)


def written(questions: tuple[ExportQuestion, ...], plan: Plan, folder: Path) -> Path:
    path = folder / "bank.gift"
    path.write_bytes(gift.export(questions, plan)["bank-gift.txt"])
    return path


def parsed(path: Path) -> list[Read]:
    installed("gift-pegjs")
    done = run(Path(__file__).with_name("parse_gift.mjs"), path)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def by_id(found: list[Read]) -> dict[str, Read]:
    return {question["id"]: question for question in found if question["type"] != "Category"}


def same(question: ExportQuestion, found: Mapping[str, Read]) -> None:
    wanted = expected.answers(question)
    one = found[question.id]
    general = shown(one["globalFeedback"]["text"])
    match question.response:
        case NumberEntry(parts=(part,)):
            told = {
                f"{part.id}={entry['text']['number']}": numeric(entry) for entry in one["choices"]
            }
            assert told == wanted
        case NumberEntry() | ClaimForm():
            pairs = {
                f"{shown(pair['subquestion']['text'])} -> {shown(pair['subanswer'])}"
                for pair in one["matchPairs"]
                if pair["subquestion"]["text"]
            }
            assert pairs == expected.pairs(question)
            assert all(said in general for _, said in wanted.values())
        case _:
            assert {
                shown(entry["text"]["text"]): choice(entry) for entry in one["choices"]
            } == wanted
    stem = shown(one["stem"]["text"])
    assert not [text for text in expected.read_before(question) if text not in stem]
    assert not [text for text in expected.read_after(question) if text not in general]
    assert tuple(one["tags"]) == question.tags


def numeric(entry: Read) -> tuple[bool, str]:
    return entry["weight"] in (None, 100) and entry["isCorrect"], shown(entry["feedback"]["text"])


def choice(entry: Read) -> tuple[bool, str]:
    return entry["isCorrect"] or (entry["weight"] or 0) > 0, shown(entry["feedback"]["text"])


def test_every_question_is_read_back_as_it_was(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    for questions in (asked, odd):
        found = by_id(parsed(written(questions, plan, tmp_path)))
        for question in questions:
            same(question, found)
        assert set(found) == {question.id for question in questions}


def test_categories_are_those_of_the_quizzes(
    asked: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    found = parsed(written(asked, plan, tmp_path))
    named = [
        entry["title"].removeprefix("$course$/top/RightCode/")
        for entry in found
        if entry["type"] == "Category"
    ]
    assert named == list(dict.fromkeys(question.category for question in asked))


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_come_out_whole_and_harmless(
    odd: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path, text: str
) -> None:
    shape = text.replace("->", "→")  # an arrow inside a pair has no escape; the report says so
    questions = tuple(question_with(question, shape) for question in odd)
    path = written(questions, plan, tmp_path)
    found = by_id(parsed(path))
    for question in questions:
        same(question, found)
    assert (
        b"<script"
        not in path.read_bytes().replace(b"::", b"").split(b"[html]", 1)[1].split(b"// [id:")[0]
    )


def test_several_numbers_become_pairs_and_the_report_says_so(
    odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    units = next(question for question in odd if question.id == "kinds-units")
    (loss,) = gift.limitations((units,), plan)
    assert "each number is picked from a list" in loss.sentence


def test_a_title_is_the_question_s_own(
    asked: tuple[ExportQuestion, ...], plan: Plan, tmp_path: Path
) -> None:
    found = by_id(parsed(written(asked, plan, tmp_path)))
    assert all(
        shown(found[question.id]["title"]) == expected.squeezed(question.title)
        for question in asked
    )
