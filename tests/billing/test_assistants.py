"""CQ and CO, line by line (CMS, billing examples using CQ and CO)."""

import pytest

from generator.billing.assistants import UnitSplit, split_timed, split_whole
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines
from tests.billing.counting import COUNTING, DE_MINIMIS


def test_cms_case_splits_the_code_into_a_line_with_and_one_without(facts: Corpus) -> None:
    found = billed(facts, did("97110", 23, by="assistant"), did("97110", 13), did("97140", 30))
    assert lines(found) == ["97110x1 GP CQ", "97110x1 GP", "97140x2 GP"]


CASES = [
    ("assistant-alone", (2, 0, 30), UnitSplit(0, 2)),
    ("therapist-alone", (2, 30, 0), UnitSplit(2, 0)),
    ("therapist-makes-the-unit-alone", (1, 10, 8), UnitSplit(1, 0)),
    ("neither-makes-it-alone", (1, 7, 7), UnitSplit(0, 1)),
    ("one-minute-is-more-than-a-tenth-of-eight", (1, 7, 1), UnitSplit(0, 1)),
    ("the-last-unit-is-the-assistants", (3, 22, 23), UnitSplit(1, 2)),
    ("the-last-unit-is-the-therapists", (3, 23, 22), UnitSplit(2, 1)),
    ("two-units-left-and-each-makes-one", (2, 12, 14), UnitSplit(1, 1)),
    ("two-units-left-and-only-the-assistant-makes-one", (2, 7, 14), UnitSplit(0, 2, certain=False)),
    ("full-quarters-of-each", (2, 15, 15), UnitSplit(1, 1)),
]


@pytest.mark.parametrize(
    ("minutes", "split"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_units_are_told_apart(minutes: tuple[int, int, int], split: UnitSplit) -> None:
    assert split_timed(COUNTING, DE_MINIMIS, *minutes) == split


@pytest.mark.parametrize(
    ("therapist", "assistant", "marked"), [(40, 5, 1), (45, 5, 0), (27, 3, 0), (26, 4, 1)]
)
def test_an_untimed_code_is_marked_above_a_tenth_of_its_minutes(
    therapist: int, assistant: int, marked: int
) -> None:
    assert split_whole(DE_MINIMIS, 1, therapist, assistant).marked == marked


def test_occupational_therapy_writes_co(facts: Corpus) -> None:
    assert lines(billed(facts, did("97535", 30, by="assistant"), discipline="ot")) == [
        "97535x2 GO CO"
    ]


def test_before_2022_the_facts_do_not_say(facts: Corpus) -> None:
    found = billed(facts, did("97110", 30, by="assistant"), date="2021-12-31")
    assert lines(found) == []
    assert "carried a modifier on December 31, 2021" in found.questions[0].reason.text
    assert lines(billed(facts, did("97110", 30, by="assistant"), date="2022-01-01")) == [
        "97110x2 GP CQ"
    ]


def test_an_assistant_does_not_evaluate(facts: Corpus) -> None:
    found = billed(facts, did("97161", by="assistant"))
    assert found.lines == () and found.not_billed[0].code == "97161"


def test_a_device_for_monitoring_is_not_marked_and_its_set_up_is(facts: Corpus) -> None:
    days = {"data_days": 20}
    for code, line in (("98977", "98977x1 GP"), ("98975", "98975x1 GP CQ")):
        found = billed(facts, did(code, by="assistant", details=days), date="2026-03-31")
        assert lines(found) == [line]
