"""Denied and waiting lines: which group and reason, in which order, resting on what."""

import pytest

from generator.facts.corpus import Corpus
from tests.billing.adjudication.conftest import (
    Json,
    answered,
    asked,
    denials,
    line,
    statuses,
)

PPO = {"payer": "commercial", "plan": "example-ppo"}
MIDPOINT = {"payer": "commercial-midpoint"}
DENIED: list[tuple[str, Json, str]] = [
    ("97010x1 GP", {}, "CO-97"),
    ("97014x1 GP", {}, "CO-16"),
    ("97037x1 GP", {}, "PR-96"),
    ("97110x1 GP GY", {}, "PR-96"),
    ("97110x1 GP GA", {}, "PR-50"),
    ("97110x1 GP GZ", {}, "CO-50"),
    ("97110x1 GP KX GA", {}, "CO-4"),
    ("97110x1", {}, "CO-4"),
    ("97110x1 GP GO", {}, "CO-4"),
    ("97110x7 GP", {}, "CO-151"),
    ("98941x1", {"discipline": "chiropractic"}, "CO-50"),
    ("97110x1 GP", {"discipline": "chiropractic"}, "PR-170"),
    ("97110x1 GP GY", {"discipline": "chiropractic"}, "PR-96"),
    ("97124x1 GP", {"discipline": "massage"}, "CO-170"),
    ("97810x1 GP GA", {}, "PR-50"),
    ("97110x1 GP", {"home_health_plan": True}, "CO-109"),
    ("97110x1 GP", {"snf_resident": True}, "CO-109"),
    ("97110x1 GP", {"account": {"covered": {"from": "2026-03-03"}}}, "PR-26"),
    ("97110x1 GP", {"account": {"covered": {"to": "2026-03-01"}}}, "PR-27"),
    ("97110x1 GP", {"claim": {"received": "2027-03-03"}}, "CO-29"),
    ("97110x1 GP", {"account": {"in_advantage_plan": True}}, "CO-24"),
    ("97110x1 GP", {"account": {"other_primary": True}}, "CO-22"),
    ("97110x1 GP", {"claim": {"secondary": True}}, "CO-16"),
    ("97110x1 GP", {**PPO, "account": {"other_primary": True}}, "CO-22"),
    ("97110x1 GP", {**PPO, "claim": {"secondary": True}}, "CO-16"),
    (
        "97110x1 GP",
        {"account": {"earlier": [{"code": "97110", "date": "2026-03-02", "modifiers": ["GP"]}]}},
        "OA-18",
    ),
    ("97110x1 GP", {"allowed_so_far_usd": 2480}, "CO-119"),
    ("97130x2 GN", {"discipline": "slp"}, "CO-107"),
    ("92608x1 GN", {"discipline": "slp"}, "CO-107"),
    ("97110x1", MIDPOINT, "CO-4"),
    ("97010x1 GP", PPO, "PR-96"),
    ("97110x1 GP", {**PPO, "claim": {"received": "2026-06-01"}}, "CO-29"),
    (
        "97110x1 GP",
        {**PPO, "visit_number": 7, "authorization": {"on_file": False}},
        "CO-197",
    ),
    (
        "97110x1 GP",
        {
            **PPO,
            "visit_number": 7,
            "authorization": {"number": "A1", "visits": 6, "visits_used": 6},
        },
        "CO-198",
    ),
    ("97110x1 GP", {**PPO, "visit_number": 3, "used_this_year": {"pt": 15, "ot": 5}}, "PR-119"),
]
PAID: list[tuple[str, Json]] = [
    ("97110x6 GP", {}),
    ("97010x1 GP", MIDPOINT),
    ("98941x1 AT", {"discipline": "chiropractic"}),
    ("97110x1 GP", {"claim": {"received": "2027-03-02"}}),
    ("97110x1 GP KX", {"allowed_so_far_usd": 2480}),
    ("97110x1 GP", {**PPO, "visit_number": 6, "used_this_year": {"pt": 5, "ot": 0}}),
    (
        "97110x1 GP",
        {
            **PPO,
            "visit_number": 7,
            "used_this_year": {"pt": 6, "ot": 0},
            "authorization": {"number": "A1", "visits": 12, "visits_used": 6},
        },
    ),
    ("97110x1 GP", {**PPO, "visit_number": 3, "used_this_year": {"pt": 14, "ot": 5}}),
]
WAITING: list[tuple[str, Json, str]] = [
    ("97110x1 GP", {"payer": "commercial"}, "what this payer allows"),
    ("97110x1 GP", {"payer": "aetna"}, "what this payer allows"),
    ("97110x1 GP", {"date": "2023-03-02"}, "terms are not known for March 2, 2023"),
    ("97110x1 GP", {"date": "2025-03-02"}, "fee schedule of March 2, 2025 is not known"),
    ("97110x1 GP", {"account": {"deductible_met": None}}, "How much of the deductible"),
    ("97110x1 GP ZZ", {}, "What modifier ZZ does"),
    ("97039x1 GP", {}, ""),
    (
        "97110x1 GP",
        {"account": {"earlier": [{"code": "97140", "date": "2026-03-02", "modifiers": ["GP"]}]}},
        "Another claim of the same day",
    ),
    ("97810x1", {}, "Coverage depends on the patient's condition"),
    ("97110x1 GP", {"place": "home"}, ""),
    ("90912x1 GP", {}, "no price in the fee schedule"),
    ("97110x1 GP", {"allowed_so_far_usd": 2479.5}, "passes the KX threshold: $0.50 was left"),
    ("97110x1 GP", {**PPO, "visit_number": 8}, "Whether it was obtained"),
    ("97110x1 GP", PPO, "Which visit this is"),
    ("97110x1 GP", {**PPO, "visit_number": 2, "used_this_year": {"pt": 2}}, "How many were used"),
    (
        "97039x1 GP",
        {**PPO, "visit_number": 2, "used_this_year": {"pt": 2, "ot": 0}},
        "states no fee for 97039",
    ),
    (
        "97110x1 GP",
        {"plan": "medicare-part-b-manhattan"},
        "terms are not known for March 2, 2026",
    ),
]


@pytest.mark.parametrize(("written", "more", "code"), DENIED)
def test_a_line_is_denied(facts: Corpus, written: str, more: Json, code: str) -> None:
    found = answered(facts, written, **more)
    assert denials(found) == {1: code}, asked(found)
    (entry,) = found.lines[0].adjustments
    assert entry.amount == found.billed == 10000 and found.paid == 0
    assert entry.why.text and (entry.why.rests_on or entry.why.sources)
    assert found.patient_share == (found.billed if code.startswith("PR") else 0)


@pytest.mark.parametrize(("written", "more"), PAID)
def test_on_the_other_side_of_the_same_line(facts: Corpus, written: str, more: Json) -> None:
    found = answered(facts, written, **more)
    assert statuses(found) == ["paid"], (denials(found), asked(found))


@pytest.mark.parametrize(("written", "more", "words"), WAITING)
def test_what_is_not_known_is_asked(facts: Corpus, written: str, more: Json, words: str) -> None:
    found = answered(facts, written, **more)
    assert statuses(found) == ["pended"], denials(found)
    assert words in asked(found)
    assert found.paid == found.patient_share == 0 and found.pending == found.billed


def test_column_2_of_a_pair_is_denied_without_a_modifier(facts: Corpus) -> None:
    found = answered(facts, "97150x1 GP", "97110x1 GP")
    assert denials(found) == {2: "CO-236"}
    assert "edits/97150-97110" in found.lines[1].adjustments[0].why.rests_on


@pytest.mark.parametrize("pair", [("97150x1 GP", "97110x1 59 GP"), ("97150x1 XU GP", "97110x1 GP")])
def test_a_modifier_on_either_line_bypasses_the_pair(facts: Corpus, pair: tuple[str, str]) -> None:
    assert denials(answered(facts, *pair)) == {}


def test_no_modifier_bypasses_a_pair_that_has_none(facts: Corpus) -> None:
    found = answered(facts, "97161x1 GP", "97164x1 59 GP")
    assert "CO-236" in denials(found).values()


def test_a_line_denied_before_denies_no_other(facts: Corpus) -> None:
    found = answered(facts, "97150x1 GP GY", "97110x1 GP")
    assert denials(found) == {1: "PR-96"}


def test_units_of_a_day_are_counted_over_lines(facts: Corpus) -> None:
    found = answered(facts, "97110x4 GP", "97110x3 GP CQ")
    assert denials(found) == {1: "CO-151", 2: "CO-151"}
    assert found.lines[0].remarks == ("N362",)


def test_of_two_equal_lines_one_is_a_duplicate(facts: Corpus) -> None:
    found = answered(facts, "97110x2 GP", "97110x1 GP")
    assert denials(found) == {1: "OA-18"}


def test_a_pair_of_another_plan_is_none(facts: Corpus) -> None:
    more = {**PPO, "visit_number": 2, "used_this_year": {"pt": 1, "ot": 0}}
    assert denials(answered(facts, "97150x1 GP", "97110x1 GP", **more)) == {}


def test_eligibility_comes_before_a_modifier_and_coverage_before_both(facts: Corpus) -> None:
    over = {"account": {"covered": {"to": "2026-03-01"}}}
    assert denials(answered(facts, "97110x1", **over)) == {1: "PR-27"}
    assert denials(answered(facts, "97010x1", **over)) == {1: "CO-97"}


def test_on_the_day_of_the_threshold_lines_with_kx_are_paid(facts: Corpus) -> None:
    found = answered(facts, "97110x2 GP KX", "97140x1 GP", allowed_so_far_usd=2470)
    assert statuses(found) == ["paid", "pended"]


def test_what_was_not_judged_is_said(facts: Corpus) -> None:
    notes = " ".join(note.text for note in answered(facts, "97110x1 GP").notes)
    assert "Timely filing was not judged" in notes and "KX threshold was not judged" in notes


def test_a_line_without_a_date_has_the_visits(facts: Corpus) -> None:
    found = answered(facts, line("97110x1 GP", date="2026-02-27"), "97110x1 GP")
    assert [str(one.day) for one in found.lines] == ["2026-02-27", "2026-03-02"]
    assert statuses(found) == ["paid", "paid"]


def test_a_claim_beside_another_payer_says_which_remark(facts: Corpus) -> None:
    missing = answered(facts, "97110x1 GP", claim={"secondary": True})
    assert missing.lines[0].adjustments[0].remarks == ("MA04",)
    told = answered(facts, "97110x1 GP", claim={"secondary": True, "primary_paid": 20})
    assert statuses(told) == ["pended"]
    assert "paid $20.00 first" in asked(told)
    plan = answered(facts, "97110x1 GP", **PPO, account={"in_advantage_plan": True})
    assert not denials(plan)
    sent = {"account": {"other_primary": True}, "claim": {"secondary": True, "primary_paid": 0}}
    assert statuses(answered(facts, "97110x1 GP", **sent)) == ["pended"]
