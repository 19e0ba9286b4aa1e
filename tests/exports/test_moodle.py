"""Moodle XML.

Read back, it asks the same questions with the same keys and says the same of every answer.
"""

import dataclasses

import pytest
from lxml import etree

from generator.exports import moodle
from generator.exports.plan import Plan
from generator.exports.portable_question import ClaimForm, ExportQuestion, NumberEntry
from generator.facts.corpus import Corpus
from tests.exports import expected
from tests.exports.hostile import ALL, question_with
from tests.exports.reading_moodle import read

GRADES = {
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
    0,
}  # question_bank, Moodle


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Plan:
    return Plan("bank", "The bank", corpus.judged_on)


def written(questions: tuple[ExportQuestion, ...], plan: Plan) -> bytes:
    return moodle.export(questions, plan)["bank-moodle.xml"]


def same(question: ExportQuestion, found) -> None:
    wanted = expected.answers(question)
    match question.response:
        case NumberEntry(parts=(part,)):
            assert {
                f"{part.id}={number}": said
                for number, said in found.answers.items()
                if number != "*"
            } == wanted
        case NumberEntry() | ClaimForm():
            assert set(found.answers) == expected.pairs(question)
            assert all(said in found.general for _, said in wanted.values())
        case _:
            assert found.answers == wanted
    assert not [text for text in expected.read_before(question) if text not in found.stem]
    assert not [text for text in expected.read_after(question) if text not in found.general]


def test_every_question_is_read_back_as_it_was(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    for questions in (asked, odd):
        found = read(written(questions, plan))
        assert list(found) and set(found) == {question.id for question in questions}
        for question in questions:
            same(question, found[question.id])
            assert found[question.id].tags == question.tags
            assert found[question.id].category == question.category


def test_an_assignment_has_a_category_of_its_own(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    own = dataclasses.replace(plan, title="Week 3: 1/2", is_assignment=True)
    found = read(written(asked[:40], own))
    assert {question.category for question in found.values()} == {"Week 3: 1/2"}
    assert list(found) == [question.id for question in asked[:40]]


def test_numbers_and_pairs_are_types_of_moodle(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    types = {
        question.kind: {read(written((question,), plan))[question.id].type} for question in asked
    }
    assert (
        types["units"] <= {"numerical", "matching"}
        and types["claim"] == {"matching"}
        and types["choose-code"] == {"multichoice"}
    )


def test_one_of_several_or_one_alone_is_chosen_as_it_was_meant(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    found = read(written(asked, plan))
    choices = [question for question in asked if found[question.id].type == "multichoice"]
    assert [
        question.id
        for question in choices
        if found[question.id].single != expected.is_single(question)
    ] == []


def test_every_share_of_the_points_is_one_that_moodle_knows(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    for name, found in read(written(asked, plan)).items():
        assert {abs(weight) for weight in found.weights} <= GRADES, name
        if found.type == "multichoice" and not found.single:
            right = sum(weight for weight in found.weights if weight > 0)
            assert right == pytest.approx(100, abs=0.01), name
            assert sum(found.weights) <= 0.01, f"{name}: ticking everything pays"
        elif found.type in ("multichoice", "truefalse", "numerical"):
            assert max(found.weights) == 100, name


def test_what_counts_neither_way_is_worth_nothing(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    free = next(
        question
        for question in asked
        if question.kind == "spot-the-error"
        and any(choice.free for choice in question.response.choices)
    )
    element = etree.fromstring(written((free,), plan))
    worth = {answer.findtext("text"): answer.get("fraction") for answer in element.iter("answer")}
    assert {worth[choice.text] for choice in free.response.choices if choice.free} == {"0"}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_hostile_texts_come_out_whole_and_harmless(
    odd: tuple[ExportQuestion, ...], plan: Plan, text: str
) -> None:
    questions = tuple(question_with(question, text) for question in odd)
    content = written(questions, plan)
    found = read(content)
    for question in questions:
        same(question, found[question.id])
    for element in etree.fromstring(content).iterfind(".//*[@format='html']/text"):
        assert "<script" not in (element.text or "") and "<img" not in (element.text or "")


def test_every_question_is_worth_one_mark(
    asked: tuple[ExportQuestion, ...], odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    """A cloze would be worth a mark for each blank, and the pass mark of a test would shift."""
    for questions in (asked, odd):
        root = etree.fromstring(written(questions, plan))
        own = [one for one in root.iter("question") if one.get("type") != "category"]
        assert {one.get("type") for one in own} <= {"multichoice", "numerical", "matching"}
        assert {one.findtext("defaultgrade") for one in own} == {"1"}


def test_a_tie_is_told_in_the_report(odd: tuple[ExportQuestion, ...], plan: Plan) -> None:
    tie = next(question for question in odd if question.id == "kinds-tie")
    assert "only the first counts as right" in " ".join(
        loss.sentence for loss in moodle.limitations((tie,), plan)
    )


def test_the_terms_of_an_assignment_are_told_in_the_report(
    odd: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    timed = dataclasses.replace(plan, time_limit_minutes=45, pass_mark_percent=70)
    assert [loss.sentence for loss in moodle.limitations(odd[:1], timed) if not loss.item] == [
        "the assignment's terms are not in this format, set them where it is given: pass mark, time"
        " limit"
    ]
    assert not [loss for loss in moodle.limitations(odd[:1], plan) if not loss.item]


def test_moodle_takes_every_question_with_its_name_and_text(
    asked: tuple[ExportQuestion, ...], plan: Plan
) -> None:
    found = [
        question
        for question in etree.fromstring(written(asked, plan)).iterfind("question")
        if question.get("type") != "category"
    ]
    names = [question.findtext("name/text") for question in found]
    numbers = {question.findtext("idnumber") for question in found}
    assert len(found) == len(numbers) == len(asked)
    assert [name for name in names if not name or len(name) > 255] == []
    assert all(question.findtext("questiontext/text").strip() for question in found)
