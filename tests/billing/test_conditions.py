"""What Medicare makes of the condition treated, the count of visits, and who needles."""

import pytest

from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, judged, lines, visit

BACK = {"current": False, "condition": "chronic-low-back-pain"}


def needles(visit_of_year: int | None = None, **more: object) -> dict:
    details = {**BACK, **({} if visit_of_year is None else {"visit_of_year": visit_of_year})}
    service = {"technique": "acupuncture", "minutes": 15, "by": "physician"}
    return {**service, "details": details, **more}


@pytest.mark.parametrize(
    ("number", "described", "expected"),
    [
        (1, {}, ["97810x1"]),
        (12, {}, ["97810x1"]),
        (13, {"necessary": True}, ["97810x1 KX"]),
        (20, {"necessary": True}, ["97810x1 KX"]),
        (14, {"necessary": False, "abn": "required"}, ["97810x1 GA"]),
        (21, {"necessary": True}, []),
        (21, {"abn": "required"}, ["97810x1 GA"]),
    ],
)
def test_kx_is_due_on_visits_13_to_20_and_nothing_is_paid_after(
    facts: Corpus, number: int, described: dict, expected: list[str]
) -> None:
    assert lines(billed(facts, needles(number), **described)) == expected


@pytest.mark.parametrize(
    ("service", "missing"),
    [
        ({"technique": "acupuncture", "minutes": 15, "details": {"current": False}}, "condition"),
        (needles(), "visit_of_year"),
        (needles(14), "necessary"),
    ],
)
def test_what_the_coverage_turns_on_is_asked(facts: Corpus, service: dict, missing: str) -> None:
    found = billed(facts, {**service, "by": "physician"})
    assert lines(found) == []
    assert [question.missing for question in found.questions] == [missing]


def test_another_condition_is_not_covered(facts: Corpus) -> None:
    knee = needles(1, details={"current": False, "condition": "other"})
    found = billed(facts, knee)
    assert lines(found) == [] and "30.3.3" in found.not_billed[0].reason.text


def test_other_payers_are_not_asked_what_medicare_asks(facts: Corpus) -> None:
    service = {"technique": "acupuncture", "minutes": 15, "details": {"current": False}}
    assert lines(billed(facts, {**service, "by": "physician"}, payer="commercial-midpoint")) == [
        "97810x1"
    ]


DRY_NEEDLING = {"technique": "dry-needling", "details": {"muscles": 2, "condition": "other"}}


@pytest.mark.parametrize("by", ["therapist", "assistant"])
@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ({}, []),
        ({"abn": "required"}, ["20560x1 GA"]),
        ({"abn": "voluntary"}, []),
        ({"abn": "voluntary", "denial_wanted": True}, ["20560x1 GX GY"]),
    ],
)
def test_a_therapists_needling_goes_to_medicare_only_for_the_denial(
    facts: Corpus, by: str, described: dict, expected: list[str]
) -> None:
    assert lines(billed(facts, {**DRY_NEEDLING, "by": by}, **described)) == expected


def test_an_assistants_modifier_stands_beside_a_plan_modifier_only(facts: Corpus) -> None:
    for code in facts.codes:
        found = billed(facts, {"code": code, "minutes": 60, "by": "assistant"})
        for line in found.lines:
            assert "CQ" not in line.modifiers or "GP" in line.modifiers


@pytest.mark.parametrize(
    ("code", "condition", "ncd"),
    [
        ("97026", "peripheral-neuropathy", "270.6"),
        ("97026", "wound", "270.6"),
        ("97024", "pulmonary", "240.3"),
        ("97035", "pulmonary", "240.3"),
        ("90901", "muscle-tension", "30.1"),
    ],
)
def test_a_condition_that_a_coverage_determination_excludes_is_not_billed(
    facts: Corpus, code: str, condition: str, ncd: str
) -> None:
    service = {"code": code, "minutes": 15, "details": {"condition": condition}}
    (found,) = billed(facts, service).not_billed
    assert ncd in found.reason.text
    assert lines(billed(facts, service, abn="required"))[0].endswith("GA")


@pytest.mark.parametrize(
    ("number", "written", "names"),
    [
        (14, "97810x1", ["kx-missing"]),
        (14, "97810x1 KX", []),
        (5, "97810x1 KX", ["kx-unsupported"]),
    ],
)
def test_a_review_knows_the_visits_that_need_kx(
    facts: Corpus, number: int, written: str, names: list[str]
) -> None:
    found = judged(facts, visit(needles(number), necessary=True), written).lines[0].faults
    assert [fault.name for fault in found] == names
    assert all("threshold is reached" not in fault.reason.text for fault in found)
