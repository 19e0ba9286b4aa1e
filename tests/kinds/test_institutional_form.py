"""The UB-04: each field follows from who bills, the case's dates and the facts of the form."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.facts.corpus import Corpus
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.claim_form.claim_form_kind import ClaimFormKind, FillForm
from tests.kinds.conftest import item_from

INJURY = [{"code": "S52.501D", "status": "chief", "lines": ["97110"]}]
Written = Mapping[str, Mapping[str, Any]]


@pytest.fixture
def form(written: Written) -> Mapping[str, Any]:
    return written["kinds-form"]


@pytest.fixture
def ub04(form: Mapping[str, Any]) -> Mapping[str, Any]:
    """The form as a rehab agency bills it."""
    return {**form, **of_facility(form, "rehab-agency")}


def of_facility(form: Mapping[str, Any], facility: str, **case: object) -> dict[str, Any]:
    return {
        "visit": {**form["visit"], "setting": "hospital"},
        "case": {
            **form["case"],
            "plan_of_care": "2026-10-26",
            "facility": facility,
            **case,
        },
    }


@pytest.mark.parametrize(
    ("box", "facility", "case", "wanted"),
    [
        ("4", "hospital", {}, "4_0131"),
        ("4", "snf-resident", {}, "4_0221"),
        ("4", "snf-outpatient", {}, "4_0231"),
        ("4", "rehab-agency", {}, "4_0741"),
        ("4", "corf", {}, "4_0751"),
        ("4", "hospital", {"replaces": "C 9"}, "4_0137"),
        ("4", "snf-resident", {"replaces": "C 9", "voids": True}, "4_0228"),
        ("6", "hospital", {}, "6_110926-110926"),
        (
            "6",
            "hospital",
            {"covers": {"from": "2026-11-02", "to": "2026-11-30"}},
            "6_110226-113026",
        ),
        ("18", "hospital", {}, "18_blank"),
        ("18", "hospital", {"at_work": True}, "18_02"),
        ("31", "hospital", {}, "31_11-092826"),
        ("32", "hospital", {}, "32_29-102626"),
        ("33", "corf", {}, "33_35-100526"),
        ("56", "hospital", {}, "56_1000000036"),
        ("64", "hospital", {}, "64_blank"),
        ("64", "hospital", {"replaces": "C 9"}, "64_C-9"),
        ("76", "hospital", {}, "76_1000000013"),
    ],
)
def test_a_field_of_a_ub_04_follows_from_the_case(
    facts: Corpus,
    form: Mapping[str, Any],
    box: str,
    facility: str,
    case: dict[str, object],
    wanted: str,
) -> None:
    item = item_from(form, boxes=[box], codes=[], **of_facility(form, facility, **case))
    assert derive_key(facts, item).right == {wanted}


@pytest.mark.parametrize(
    ("discipline", "plan", "first", "revenue"),
    [("pt", "29", "35", "0420"), ("ot", "17", "44", "0430")],
)
def test_occurrence_and_revenue_codes_name_the_discipline(
    facts: Corpus, ub04: Mapping[str, Any], discipline: str, plan: str, first: str, revenue: str
) -> None:
    item = item_from(
        ub04,
        visit={**ub04["visit"], "discipline": discipline},
        boxes=["32", "33"],
        codes=["97110"],
        cells=["revenue", "date", "units"],
    )
    assert derive_key(facts, item).right == {
        f"32_{plan}-102626",
        f"33_{first}-100526",
        f"97110-revenue_{revenue}",
        "97110-date_110926",
        "97110-units_2",
    }


def test_an_evaluation_has_a_revenue_code_of_its_own(
    facts: Corpus, ub04: Mapping[str, Any]
) -> None:
    first = {"technique": "pt-evaluation", "minutes": 40}
    details = {"personal_factors": 0, "elements": 1, "presentation": "stable"}
    services = [{**first, "details": {**details, "decision_making": "low"}}]
    item = item_from(
        ub04,
        visit={**ub04["visit"], "services": services},
        boxes=[],
        codes=["97161"],
        cells=["revenue"],
    )
    assert derive_key(facts, item).right == {"97161-revenue_0424"}


def test_a_ub_04_lists_the_reason_for_the_visit_in_67(
    facts: Corpus, ub04: Mapping[str, Any]
) -> None:
    item = item_from(ub04, boxes=["67"], codes=[])
    assert derive_key(facts, item).right == {"67_Z47.1", "67A_Z96.651", "67B_M25.661"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"boxes": ["17b"]}, "box 17b is not asked of this form"),
        ({"cells": ["pointer"]}, "lines of this form have no pointer"),
        ({"boxes": ["47"], "case": {"covers": {"from": "2026-11-02"}}}, "a claim of one day"),
        ({"boxes": ["6"], "case": {"covers": {"to": "2026-11-02"}}}, "leaves out the date"),
        ({"boxes": ["32"], "case": {"plan_of_care": None}}, "has no 'plan_of_care'"),
        ({"boxes": ["31"], "case": {"diagnoses": INJURY}}, "occurrence code dates an injury"),
        ({"boxes": ["32"], "case": {"facility": "corf"}}, "the plan of a CORF is not in the facts"),
        ({"case": {"facility": None}}, "'facility' goes with a visit whose 'setting' is hospital"),
    ],
)
def test_what_a_ub_04_cannot_have_has_no_key(
    facts: Corpus, ub04: Mapping[str, Any], changes: dict[str, Any], message: str
) -> None:
    case = {**ub04["case"], **changes.get("case", {})}
    item = item_from({**ub04, "boxes": [], "cells": ["units"]}, **{**changes, "case": case})
    with pytest.raises(UnderivableError, match=message):
        derive_key(facts, item)


def test_the_form_says_box_or_form_locator(facts: Corpus, ub04: Mapping[str, Any]) -> None:
    kind = ClaimFormKind()
    item = item_from(ub04, boxes=["4"], cells=["units", "revenue"])
    assert isinstance(item, FillForm)
    view = kind.view(facts, item, derive_key(facts, item))
    assert view.body.unit == "FL"
    assert view.solution is not None
    assert "FL 4: 0741" in view.solution and "Box" not in view.solution
    lines = [field.box for group in view.body.groups[1:] for field in group.fields]
    assert lines == ["46", "42", "46", "42"]
