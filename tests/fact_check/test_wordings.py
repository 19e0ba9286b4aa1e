"""Statements in other words than the rules were written with, and right ones in official words.

The scores are printed by kind. The sentences are our own, some after what sites and payers state.
"""

from pathlib import Path

import pytest

from tests.fact_check.conftest import Check
from tests.fact_check.test_statements import is_flagged, scored, stated

FOLDER = Path(__file__).parent / "wordings"
PRECISION = 0.99
RECALL = {"found": 0.79, "own": 0.85}


@pytest.mark.parametrize("name", RECALL)
def test_other_wordings_are_judged_right(check: Check, name: str) -> None:
    statements = stated(f"{name}.yaml", "statements", FOLDER)
    precision, recall, lines = scored(check, statements)
    print(f"\n{lines}")
    assert precision >= PRECISION and recall >= RECALL[name], lines


def test_official_wording_draws_no_alarm(check: Check) -> None:
    passages = stated("official.yaml", "passages", FOLDER)
    assert len(passages) >= 190
    assert [one.text for one in passages if is_flagged(check, one)] == []
