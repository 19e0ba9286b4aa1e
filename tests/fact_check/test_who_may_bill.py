"""Whom Medicare pays for a code: a refusal of some codes is not held against the others."""

import pytest

from tests.fact_check.conftest import Check

REFUSED = "Medicare covers dry needling by a physical therapist under 20560."
RIGHT = (
    "Medicare pays physical therapists for 97110.",
    "Physical therapists bill Medicare with 97140.",
    "Medicare does not cover dry needling (20560) by a physical therapist.",
)


def test_needling_by_a_therapist_is_not_covered(check: Check) -> None:
    assert "wrong" in [found.verdict for found in check(REFUSED)]


@pytest.mark.parametrize("text", RIGHT)
def test_a_therapists_other_codes_are_left_alone(check: Check, text: str) -> None:
    assert "wrong" not in [found.verdict for found in check(text)]
