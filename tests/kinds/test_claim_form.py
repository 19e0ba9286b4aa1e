"""The claim form: what each box holds follows from the case, and every wrong entry says why."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.facts.corpus import Corpus
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.claim_form.claim_form_kind import ClaimFormKind, FillForm
from tests.kinds.conftest import item_from

Written = Mapping[str, Mapping[str, Any]]


@pytest.fixture
def form(written: Written) -> Mapping[str, Any]:
    return written["kinds-form"]


def changed(form: Mapping[str, Any], boxes: list[str], **case: object) -> FillForm:
    """The form with other boxes and a case that differs; no lines are asked."""
    payer = {"payer": case.pop("payer")} if "payer" in case else {}
    item = item_from(form, case={**form["case"], **case}, boxes=boxes, codes=[], **payer)
    assert isinstance(item, FillForm)
    return item


def entry(facts: Corpus, item: FillForm) -> str:
    (only,) = derive_key(facts, item).right
    return only


@pytest.mark.parametrize(
    ("box", "case", "wanted"),
    [
        ("4", {}, "4_blank"),
        ("4", {"payer": "commercial-midpoint"}, "4_Ann-Lee"),
        ("10a", {}, "10a_No"),
        ("10a", {"at_work": True, "payer": "workers-comp-tx"}, "10a_Yes"),
        ("11", {}, "11_NONE"),
        ("11", {"payer": "commercial-midpoint", "group": "77"}, "11_77"),
        ("14", {}, "14_09-28-2026"),
        ("17b", {}, "17b_1000000013"),
        ("17b", {"referrer": None}, "17b_blank"),
        ("22", {}, "22_blank"),
        ("22", {"payer": "commercial-midpoint", "replaces": "C 9"}, "22_7-C-9"),
        ("23", {}, "23_blank"),
        ("24B", {"place": "12"}, "24B_12-patient-s-home"),
        ("24J", {}, "24J_1000000024"),
        ("29", {"paid": "20.00"}, "29_20.00"),
        ("33a", {}, "33a_1000000036"),
    ],
)
def test_a_box_follows_from_the_case(
    facts: Corpus, form: Mapping[str, Any], box: str, case: dict[str, object], wanted: str
) -> None:
    assert entry(facts, changed(form, [box], **case)) == wanted


def test_a_chiropractor_tells_medicare_the_first_treatment(
    facts: Corpus, form: Mapping[str, Any]
) -> None:
    services = [{"technique": "chiropractic-manipulation", "details": {"regions": 2}}]
    item = item_from(
        form, boxes=["14"], codes=[], visit={"discipline": "chiropractic", "services": services}
    )
    assert derive_key(facts, item).right == {"14_10-05-2026"}


def diagnosed(form: Mapping[str, Any], *listed: tuple[str, str]) -> FillForm:
    found = [{"code": code, "status": status} for code, status in listed]
    return changed(form, ["21"], diagnoses=found)


@pytest.mark.parametrize(
    ("listed", "wanted"),
    [
        ([("M25.661", "treated"), ("Z96.651", "affects"), ("Z47.1", "chief")],
         {"21A_Z47.1", "21B_Z96.651", "21C_M25.661"}),
        ([("I69.391", "chief"), ("I69.320", "treated"), ("R13.12", "affects")],
         {"21A_I69.391", "21B_R13.12", "21C_I69.320"}),
        ([("S72.141D", "chief"), ("Z47.89", "treated")], {"21A_S72.141D"}),
        ([("I69.320", "chief"), ("R47.01", "treated")], {"21A_I69.320"}),
        ([("M67.A01", "chief"), ("M72.2", "treated")], {"21A_M67.A01"}),
        ([("M54.50", "chief"), ("M54.16", "suspected")], {"21A_M54.50"}),
        ([("M75.41", "chief"), ("M25.511", "part-of")], {"21A_M75.41"}),
    ],
)  # fmt: skip
def test_diagnoses_are_listed_by_rule(
    facts: Corpus, form: Mapping[str, Any], listed: list[tuple[str, str]], wanted: set[str]
) -> None:
    assert derive_key(facts, diagnosed(form, *listed)).right == wanted


def test_an_order_that_no_rule_gives_has_no_key(facts: Corpus, form: Mapping[str, Any]) -> None:
    item = diagnosed(form, ("Z47.1", "chief"), ("M25.661", "treated"), ("R26.89", "treated"))
    with pytest.raises(UnderivableError, match=r"the order of M25\.661 and R26\.89 is open"):
        derive_key(facts, item)


def test_medicare_takes_one_pointer_and_others_several(
    facts: Corpus, form: Mapping[str, Any]
) -> None:
    both = [
        {"code": "Z47.1", "status": "chief", "lines": ["97110"]},
        {"code": "M25.661", "status": "treated", "lines": ["97110"]},
    ]
    for payer, wanted in (("medicare-part-b", "A"), ("commercial-midpoint", "AB")):
        item = item_from(
            form,
            payer=payer,
            boxes=[],
            cells=["pointer"],
            case={**form["case"], "diagnoses": both},
        )
        assert derive_key(facts, item).right == {f"97110-pointer_{wanted}"}


def test_every_entry_says_why(corpus: Corpus) -> None:
    kind = ClaimFormKind()
    forms = [item for item in corpus.items.values() if isinstance(item, FillForm)]
    assert len(forms) >= 8
    for item in forms:
        view = kind.view(corpus, item, derive_key(corpus, item))
        for group in view.body.groups:
            for field in group.fields:
                assert len(field.entries) == len({one.text for one in field.entries})
                assert all(one.feedback for one in field.entries), field.id
                assert len(field.entries) > 1 or not field.right, (item.id, field.id)


def test_a_list_for_other_programs_has_a_right_and_a_wrong_entry_of_each_field(
    corpus: Corpus,
) -> None:
    kind = ClaimFormKind()
    for item in corpus.items.values():
        if isinstance(item, FillForm):
            key = derive_key(corpus, item)
            choices = kind.response(item, kind.view(corpus, item, key)).choices
            assert {choice.id for choice in choices if choice.right} == key.right
            assert len(choices) == 2 * len(key.right) <= 20


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
        ("6", "hospital", {"covers": {"from": "2026-11-02", "to": "2026-11-30"}},
         "6_110226-113026"),
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
)  # fmt: skip
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
    view = kind.view(facts, item, derive_key(facts, item))
    assert view.body.unit == "FL"
    assert "FL 4: 0741" in view.solution and "Box" not in view.solution
    lines = [field.box for group in view.body.groups[1:] for field in group.fields]
    assert lines == ["46", "42", "46", "42"]


def test_a_symptom_that_a_treated_condition_excludes_is_left_out(
    facts: Corpus, form: Mapping[str, Any]
) -> None:
    item = diagnosed(form, ("I69.391", "chief"), ("R47.01", "treated"), ("I69.320", "treated"))
    assert derive_key(facts, item).right == {"21A_I69.391", "21B_I69.320"}
