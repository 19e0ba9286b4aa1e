"""Scores by the current keys: of every kind, and by a second reckoning."""

import random
from dataclasses import replace

import pytest

from generator.facts.corpus import Corpus
from generator.questions.kinds.marking import Marking, Score
from generator.questions.kinds.registry import KINDS
from generator.results.answer_marking import markings
from tests.results.core import scores
from tests.results.made import any_response, right_response
from tests.results.reference_scoring import reference_score

UNFIT = {
    "choose-code": (["97124", "97140"], ["no-such-option"]),
    "units": (["97110.2"], ["97110.2", "97140.x", "97010.0"], ["97110.2", "97110.3", "97010.0"]),
    "claim": (
        ["1.99999.1"],
        ["97110.2"],
        ["nothing", "1.97110.2.GP"],
        ["1.97110.2.GP.GP"],
        ["1.97110.2.gp"],
    ),
    "mark-words": (["nowhere"],),
}


def test_there_is_a_question_of_every_kind(keys: dict[str, Marking]) -> None:
    assert {marking.kind for marking in keys.values()} == set(KINDS)


def test_the_key_itself_is_wholly_right(keys: dict[str, Marking]) -> None:
    found = scores(keys, [(name, right_response(marking)) for name, marking in keys.items()])
    assert [one and (one.right, one.points) for one in found] == [(True, 1.0)] * len(keys)


@pytest.mark.parametrize(
    ("name", "response", "points"),
    [
        ("kinds-units", ["97110.2", "97140.1", "97010.1"], 2 / 3),
        ("kinds-tie", ["97110.1", "97140.2"], 1),
        ("kinds-tie", ["97110.3", "97140.1"], 1 / 2),
        ("kinds-claim", ["2.97140.1.GP", "1.97110.2.GP"], 1),
        ("kinds-claim", ["1.97110.3.GP", "2.97140.1.GP"], 5 / 6),
        ("kinds-claim", ["1.97110.2.GP"], 3 / 6),
        ("kinds-claim", ["1.97110.2.GP", "2.97124.1.GP"], 3 / 7),
        ("kinds-claim", ["nothing"], 0),
        ("kinds-form", ["11_NONE", "17b_1000000013", "97124-units_not-billed"], 3 / 8),
        ("kinds-form", ["11_NONE", "11_blank", "17b_1000000013"], 1 / 8),
        ("kinds-form", ["97110-units_not-billed", "97110-modifiers_GP", "28_97.00"], 1 / 8),
        ("kinds-nothing", ["nothing"], 1),
        ("kinds-nothing", ["1.97010.1"], 0),
        ("kinds-spot", ["line-2.code"], 1 / 2),
        ("kinds-spot", ["line-2.code", "line-2.units", "line-3.units"], 1),
        ("kinds-spot", ["line-2.code", "line-3.units", "line-1.code"], 1 / 2),
        ("kinds-words", ["kneading.technique", "drive"], 0),
        ("kinds-missing", ["nothing"], 0),
    ],
)
def test_parts_of_an_answer_count_as_on_the_page(
    keys: dict[str, Marking], name: str, response: list[str], points: float
) -> None:
    (found,) = scores(keys, [(name, response)])
    assert found and found.points == pytest.approx(points)
    assert found.right is (points == 1)


def test_what_a_page_does_not_offer_has_no_score(keys: dict[str, Marking]) -> None:
    by_kind = {marking.kind: marking for marking in reversed(keys.values())}
    by_kind["units"], by_kind["claim"] = keys["kinds-units"], keys["kinds-claim"]
    asked = [
        (by_kind[kind].id, response) for kind, responses in UNFIT.items() for response in responses
    ]
    assert scores(keys, asked) == (None,) * len(asked)


def test_one_code_for_another_is_told(keys: dict[str, Marking]) -> None:
    one, other = scores(
        keys,
        [
            ("kinds-claim", ["1.97110.2.GP", "2.97124.1.GP"]),
            ("kinds-claim", ["1.97110.3.GP", "2.97140.1.GP"]),
        ],
    )
    assert one and one.exchange == ("97140", "97124")
    assert other and other.exchange is None


def test_a_second_reckoning_scores_alike(facts: Corpus, keys: dict[str, Marking]) -> None:
    """Thousands of answers to many questions, right, wrong and such as no page offers."""
    chance = random.Random(3)
    every = {
        **keys,
        **markings(
            facts,
            [
                name
                for quiz in facts.quizzes.values()
                for name in [item.id for item in quiz.items][:12]
            ],
        ),
    }
    asked = [
        (name, any_response(marking, chance)) for name, marking in every.items() for _ in range(12)
    ]
    asked += [(name, right_response(marking)) for name, marking in every.items()]
    asked += [
        (name, response)
        for name, marking in every.items()
        for response in UNFIT.get(marking.kind, ())
    ]
    assert len(asked) > 3000
    differing = []
    for (name, response), found in zip(asked, scores(every, asked), strict=True):
        expected = reference_score(every[name], response)
        if found != expected and not (found and expected and nearly(found, expected)):
            differing.append((name, response, expected, found))
    assert differing[:3] == []


def nearly(one: Score, other: Score) -> bool:
    """The same but for the last digits of the points."""
    return replace(one, points=0) == replace(other, points=0) and round(one.points, 9) == round(
        other.points, 9
    )
