"""The questions.

Enough of them, each with a key that holds, and no key that can be guessed from its place.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from generator.facts.corpus import Corpus
from generator.facts.quizzes import CodeOption
from generator.pages.question_view import QuestionView, question_views
from generator.questions.blueprint import FEWEST, Blueprint, blueprint
from generator.questions.keys import derive_key
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode
from generator.questions.kinds.registry import KINDS, kind_of

CHOSEN = (
    "choose-code",
    "choose-all",
    "judge-claim",
    "what-is-missing",
    "other-payer",
    "other-date",
)  # from options
NEIGHBORS = {"97124", "97140", "97110", "97112", "97530"}
# The value that chi-square exceeds by chance once in a thousand times, by degrees of freedom.
CHI_SQUARE = {1: 10.83, 2: 13.82, 3: 16.27, 4: 18.47, 5: 20.52}


@pytest.fixture(scope="module")
def plan(corpus: Corpus) -> Blueprint:
    return blueprint(corpus)


def test_there_are_enough_questions_in_enough_quizzes(corpus: Corpus) -> None:
    assert len(corpus.items) >= FEWEST["items"]
    assert len(corpus.quizzes) >= 10


def test_every_taught_code_has_enough_questions(corpus: Corpus, plan: Blueprint) -> None:
    counted = {code: sum(plan.codes[code].values()) for code in corpus.codes}
    assert {code: count for code, count in counted.items() if count < FEWEST["code"]} == {}


def test_every_misconception_is_met_often_enough(corpus: Corpus, plan: Blueprint) -> None:
    counted = {name: plan.misconceptions[name] for name in corpus.misconceptions}
    assert {name: count for name, count in counted.items() if count < FEWEST["misconception"]} == {}


def test_massage_and_its_neighbors_are_told_apart_often(corpus: Corpus) -> None:
    told_apart = [
        item.id
        for item in corpus.items.values()
        if isinstance(item, ChooseCode)
        and len(
            {option.code for option in item.options if isinstance(option, CodeOption)} & NEIGHBORS
        )
        >= 2
    ]
    assert len(told_apart) >= 12


def test_every_kind_of_question_is_asked(corpus: Corpus) -> None:
    assert {item.kind for item in corpus.items.values()} == set(KINDS)


def test_every_answer_has_a_verdict_of_its_author(corpus: Corpus) -> None:
    """So that a key which a changed fact turns contradicts somebody, marked or not."""
    silent = []
    for item in corpus.items.values():
        kind, key = kind_of(item), derive_key(corpus, item)
        verdicts = {own.id: own.right for own in kind.own_keys(item)}
        if key.right_answers:
            assert {name for name, right in verdicts.items() if right} in key.right_answers
            continue
        for answer in kind.answers(item):
            if not any(f"{name}.".startswith(f"{answer.id}.") for name in verdicts):
                silent.append((item.id, answer.id))
    assert silent == []


def test_every_option_is_told_what_is_behind_it(corpus: Corpus) -> None:
    told = {item.id: list(feedback_in(item)) for item in corpus.items.values()}
    assert [name for name, texts in told.items() if not texts or min(map(len, texts)) < 20] == []


def test_no_two_options_of_a_question_are_told_the_same(corpus: Corpus) -> None:
    told = {
        item.id: list(feedback_in(item)) for item in corpus.items.values() if item.kind in CHOSEN
    }
    assert [name for name, texts in told.items() if len(set(texts)) < len(texts)] == []


def feedback_in(value: object) -> Iterator[str]:
    """Every feedback an author wrote in an item."""
    if isinstance(value, BaseModel):
        yield from (value.feedback,) if hasattr(value, "feedback") else ()
        for entry in value.__dict__.values():
            yield from feedback_in(entry)
    elif isinstance(value, tuple | dict):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from feedback_in(entry)


def test_every_objective_is_tested(corpus: Corpus) -> None:
    tested = {str(name) for item in corpus.items.values() for name in item.objectives}
    assert corpus.objectives.keys() - tested == set()


@pytest.fixture(scope="module")
def single(corpus: Corpus) -> list[QuestionView]:
    """Every question of which one option is chosen, as it is shown."""
    return [
        view
        for quiz in corpus.quizzes.values()
        for view in question_views(corpus, quiz.items)
        if view.control == "radio"
    ]


def test_the_right_option_stands_in_every_place_about_equally_often(
    single: list[QuestionView],
) -> None:
    """By number of options: in which place the right one stands, in the order shown."""
    places: dict[int, Counter[int]] = {degrees + 1: Counter() for degrees in CHI_SQUARE}
    for view in single:
        if len(view.right) == 1:
            places[len(view.options)][view.options.index(view.right[0])] += 1
    uneven = {}
    for size, counted in places.items():
        expected = counted.total() / size
        squares = sum((counted[place] - expected) ** 2 for place in range(size))
        if squares > expected * CHI_SQUARE[size - 1]:
            uneven[size] = counted
    assert uneven == {}


def test_no_answer_can_be_guessed_from_its_length(single: list[QuestionView]) -> None:
    """The longest option is right no more often than chance and a fifth of all questions allow."""
    several = [view for view in single if len(view.options) > 2]
    longest = [
        view
        for view in several
        if len(view.right) == 1
        and len(view.right[0].label) == max(len(option.label) for option in view.options)
    ]
    assert len(longest) / len(several) < 1 / 4 + 1 / 5


def test_no_note_leans_on_another_question(corpus: Corpus) -> None:
    leaning = re.compile(
        r"^(?:[A-Z][\w ]{1,20}\. )?(?:The s|S)ame (?:kind|man|woman|worker|hand|knee)\b"
    )
    notes = {item.id: getattr(item, "note", None) or "" for item in corpus.items.values()}
    assert [name for name, note in notes.items() if leaning.search(note)] == []


def test_no_inpatient_is_on_a_practice_claim_to_part_b(corpus: Corpus) -> None:
    assert [
        item.id
        for item in corpus.items.values()
        if item.payer == "medicare-part-b" and re.search(r"\bward\b", getattr(item, "note", ""))
    ] == []


def test_a_sentence_true_in_part_is_asked_as_it_is_written(corpus: Corpus) -> None:
    """A prompt that narrows it to where it is false would make `does not hold` right as well."""
    narrowed = re.compile(
        r"for (?:a )?Medicare|Read as an account|as guidance|as a (?:test|reason)"
    )
    assert [
        item.id
        for item in corpus.items.values()
        if item.kind == "judge-claim"
        and derive_key(corpus, item).right == {"misleading"}
        and narrowed.search(item.prompt or "")
    ] == []
