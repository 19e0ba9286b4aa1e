"""What the two articles say, judged; and what of it is wrong, asked about."""

from collections import Counter

import pytest

from generator.questions.kinds.judge_claim.judge_claim_model import JudgeClaim
from tests.content.facts import real

WRONG = [
    name
    for name, claim in real().claims.items()
    if claim.verdict in ("false", "misleading") and claim.about
]


def test_both_articles_are_judged_claim_by_claim() -> None:
    assert set(real().articles) >= {"seed-a-massage-explainer", "seed-b-exercise-mixup"}
    assert len(real().claims) >= 60


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_claim_about_a_code_is_tested_by_a_question(name: str) -> None:
    assert any(
        name in item.corrects or (isinstance(item, JudgeClaim) and item.claim == name)
        for item in real().items.values()
    )


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_claim_is_shown_on_the_page_of_a_taught_code(name: str) -> None:
    assert set(real().claims[name].about) & set(real().codes)


@pytest.mark.parametrize("name", real().claims)
def test_a_correction_says_more_than_the_claim(name: str) -> None:
    claim = real().claims[name]
    assert claim.correction != claim.says
    assert claim.right_code is None or claim.verdict != "true"


def test_more_than_one_verdict_was_needed() -> None:
    assert len(Counter(claim.verdict for claim in real().claims.values())) >= 3


@pytest.mark.parametrize("name", real().misconceptions)
def test_a_misconception_with_a_page_says_how_to_notice_it(name: str) -> None:
    myth = real().misconceptions[name]
    assert myth.tell_apart
    assert myth.belief != myth.truth


def test_that_massage_is_no_exercise_stands_first() -> None:
    myth = real().misconceptions["massage-is-exercise"]
    assert myth.page
    assert myth.right_code == "97110"
    assert "97124" in myth.about
