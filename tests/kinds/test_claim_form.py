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
        (
            [("M25.661", "treated"), ("Z96.651", "affects"), ("Z47.1", "chief")],
            {"21A_Z47.1", "21B_Z96.651", "21C_M25.661"},
        ),
        (
            [("I69.391", "chief"), ("I69.320", "treated"), ("R13.12", "affects")],
            {"21A_I69.391", "21B_R13.12", "21C_I69.320"},
        ),
        ([("S72.141D", "chief"), ("Z47.89", "treated")], {"21A_S72.141D"}),
        ([("I69.320", "chief"), ("R47.01", "treated")], {"21A_I69.320"}),
        ([("M67.A01", "chief"), ("M72.2", "treated")], {"21A_M67.A01"}),
        ([("M54.50", "chief"), ("M54.16", "suspected")], {"21A_M54.50"}),
        ([("M75.41", "chief"), ("M25.511", "part-of")], {"21A_M75.41"}),
    ],
)
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
    assert len(forms) >= 29
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


def test_a_symptom_that_a_treated_condition_excludes_is_left_out(
    facts: Corpus, form: Mapping[str, Any]
) -> None:
    item = diagnosed(form, ("I69.391", "chief"), ("R47.01", "treated"), ("I69.320", "treated"))
    assert derive_key(facts, item).right == {"21A_I69.391", "21B_I69.320"}


@pytest.mark.parametrize(
    ("listed", "case", "wanted"),
    [
        (
            [("S72.141D", "chief"), ("S72.141A", "treated")],
            {"injury_care": "healing"},
            {"21A_S72.141D"},
        ),
        (
            [("S13.4XXD", "treated"), ("S13.4XXA", "chief")],
            {"injury_care": "active"},
            {"21A_S13.4XXA"},
        ),
        ([("S52.501S", "affects"), ("M25.631", "chief")], {}, {"21A_M25.631", "21B_S52.501S"}),
        ([("M17.11", "chief"), ("M25.562", "treated")], {"side": "right"}, {"21A_M17.11"}),
        ([("Z47.1", "chief"), ("M17.11", "resolved")], {}, {"21A_Z47.1"}),
        ([("M54.50", "chief"), ("M54.5", "treated")], {}, {"21A_M54.50"}),
    ],
)
def test_side_care_and_sequela_decide_what_is_listed(
    facts: Corpus,
    form: Mapping[str, Any],
    listed: list[tuple[str, str]],
    case: dict[str, object],
    wanted: set[str],
) -> None:
    found = [{"code": code, "status": status} for code, status in listed]
    item = changed(form, ["21"], diagnoses=found, **case)
    assert derive_key(facts, item).right == wanted


def test_an_injury_with_s_is_never_first(facts: Corpus, form: Mapping[str, Any]) -> None:
    with pytest.raises(UnderivableError, match="the condition that remains comes first"):
        derive_key(facts, diagnosed(form, ("S52.501S", "chief"), ("M25.631", "treated")))


def test_fields_that_nothing_belongs_in_are_blank(facts: Corpus, form: Mapping[str, Any]) -> None:
    case = {
        **form["case"],
        "diagnoses": [
            {"code": "M25.661", "status": "chief"},
            {"code": "M17.11", "status": "unrelated"},
        ],
    }
    item = item_from(form, case=case, boxes=["21"], codes=[], diagnosis_fields=3)
    assert derive_key(facts, item).right == {"21A_M25.661", "21B_blank", "21C_blank"}
