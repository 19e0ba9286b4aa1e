"""The questions.

Enough of them, each with a key that holds, and no key that can be guessed from its place.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from pydantic import BaseModel

from generator.facts.quizzes import CodeOption
from generator.pages.question_view import question_views
from generator.questions.blueprint import FEWEST, Blueprint, blueprint
from generator.questions.keys import KINDS, derive_key, own_keys
from generator.questions.kinds.choose_code.choose_code_model import ChooseCode
from tests.content.facts import real

CHOSEN = (
    "choose-code",
    "choose-all",
    "judge-claim",
    "what-is-missing",
    "other-payer",
    "other-date",
)  # from options
NEIGHBOURS = {"97124", "97140", "97110", "97112", "97530"}
# The value that chi-square exceeds by chance once in a thousand times, by degrees of freedom.
CHI_SQUARE = {1: 10.83, 2: 13.82, 3: 16.27, 4: 18.47, 5: 20.52}


def test_there_are_enough_questions_in_enough_quizzes() -> None:
    assert len(real().items) >= FEWEST["items"]
    assert len(real().quizzes) >= 10


@cache
def plan() -> Blueprint:
    return blueprint(real())


@pytest.mark.parametrize("code", real().codes)
def test_a_taught_code_has_enough_questions(code: str) -> None:
    assert sum(plan().codes[code].values()) >= FEWEST["code"]


@pytest.mark.parametrize("name", real().misconceptions)
def test_a_misconception_is_met_often_enough(name: str) -> None:
    assert plan().misconceptions[name] >= FEWEST["misconception"]


def test_massage_and_its_neighbours_are_told_apart_often() -> None:
    told_apart = [
        item.id
        for item in real().items.values()
        if isinstance(item, ChooseCode)
        and len(
            {option.code for option in item.options if isinstance(option, CodeOption)} & NEIGHBOURS
        )
        >= 2
    ]
    assert len(told_apart) >= 12


def test_every_kind_of_question_is_asked() -> None:
    assert {item.kind for item in real().items.values()} == set(KINDS)


@pytest.mark.parametrize("name", real().items)
def test_a_key_rests_on_nothing_weak(name: str) -> None:
    item = real().items[name]
    assert [
        reason.text for reason in derive_key(real(), item).reasons if reason.confidence == "low"
    ] == []
    assert [
        fact for fact in item.rests_on if getattr(real().fact(fact), "confidence", "high") == "low"
    ] == []


@pytest.mark.parametrize("name", real().items)
def test_an_author_s_cross_check_is_right_and_complete(name: str) -> None:
    item = real().items[name]
    key = derive_key(real(), item)
    told = own_keys(item)
    assert [
        said.id for said in told if said.right != (said.id in key.right) and said.id not in key.free
    ] == []
    if item.kind in CHOSEN and any(said.right for said in told):
        assert {said.id for said in told if said.right} == key.right


@pytest.mark.parametrize("name", real().items)
def test_every_option_is_told_what_is_behind_it(name: str) -> None:
    told = list(feedback_in(real().items[name]))
    assert len(set(told)) == len(told) or real().items[name].kind not in CHOSEN
    assert min(map(len, told)) >= 20


def feedback_in(value: object) -> Iterator[str]:
    """Every feedback an author wrote in an item."""
    if isinstance(value, BaseModel):
        yield from (value.feedback,) if hasattr(value, "feedback") else ()
        for entry in value.__dict__.values():
            yield from feedback_in(entry)
    elif isinstance(value, tuple | dict):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from feedback_in(entry)


@pytest.mark.parametrize("name", real().objectives)
def test_an_objective_is_tested(name: str) -> None:
    assert any(name in item.objectives for item in real().items.values())


@cache
def places() -> dict[int, Counter[int]]:
    """By number of options: in which place the right one stands, in the order shown, how often."""
    found: dict[int, Counter[int]] = {}
    for quiz in real().quizzes.values():
        for question in question_views(real(), quiz.items):
            if question.control == "radio" and len(question.right) == 1:
                found.setdefault(len(question.options), Counter())[
                    question.options.index(question.right[0])
                ] += 1
    return found


@pytest.mark.parametrize("size", [degrees + 1 for degrees in CHI_SQUARE])
def test_the_right_option_stands_in_every_place_about_equally_often(size: int) -> None:
    counted = places().get(size, Counter())
    expected = counted.total() / size
    assert (
        sum((counted[place] - expected) ** 2 for place in range(size))
        <= expected * CHI_SQUARE[size - 1]
    )


def test_no_answer_can_be_guessed_from_its_length() -> None:
    """Feedback apart, the longest option is right no more often than chance and a fifth of all questions allow."""
    single = [
        view
        for quiz in real().quizzes.values()
        for view in question_views(real(), quiz.items)
        if view.control == "radio" and len(view.options) > 2
    ]
    longest = [
        view
        for view in single
        if len(view.right) == 1
        and len(view.right[0].label) == max(len(option.label) for option in view.options)
    ]
    assert len(longest) / len(single) < 1 / 4 + 1 / 5
