"""Rejected claims: the item of the form, and no word about payment."""

from typing import Any

import pytest

from generator.billing.adjudication.front_end import is_npi
from generator.facts.corpus import Corpus
from tests.billing.adjudication.conftest import Json, answered, line

NPI = "1234567893"
HEADER = {
    "member_number": "1EG4TE5MK73",
    "diagnoses": ["M17.11", "M25.661"],
    "billing_npi": NPI,
    "rendering_npi": NPI,
}
GOOD = line("97110x2 GP", pointers=["A", "B"])

LINES: list[tuple[Json, str]] = [
    (line("9711x1 GP"), "code-form"),
    (line("97009x1 GP"), "code-unused"),
    (line("97110x1 gp"), "modifier-form"),
    (line("97110x1 GPX"), "modifier-form"),
    (line("97110x1 GP KX 59 CQ XS"), "modifiers-many"),
    (line("97110x1 GP GP"), "modifier-twice"),
    (line("97110x0 GP"), "units-none"),
    (line("97110x-2 GP"), "units-none"),
    (line("97110x1000 GP"), "units-many"),
    (line("97110x1 GP", None), "charge-missing"),
    (line("97110x1 GP", 0), "charge-none"),
    (line("97110x1 GP", date="2026-03-10"), "date-future"),
]
FORMS: list[tuple[Json, Json, str]] = [
    ({}, {"pointers": []}, "pointer-missing"),
    ({}, {"pointers": ["C"]}, "pointer-wrong"),
    ({}, {"pointers": ["AB"]}, "pointer-wrong"),
    ({}, {"pointers": ["A", "B", "A", "B", "A"]}, "pointers-many"),
    ({"member_number": None}, {}, "member-missing"),
    ({"diagnoses": ["M17.11", "17.1"]}, {}, "diagnosis-form"),
    ({"diagnoses": ["M17.11"] * 13}, {}, "diagnoses-many"),
    ({"billing_npi": None}, {}, "billing-missing"),
    ({"billing_npi": "1234567890"}, {}, "billing-form"),
    ({"rendering_npi": None}, {}, "rendering-missing"),
    ({}, {"rendering_npi": "123"}, "rendering-form"),
]


def rejected(facts: Corpus, one: Json, **claim: Any) -> list[str]:
    found = answered(facts, one, claim={"received": "2026-03-09", **claim})
    assert found.lines == () and found.billed == 0
    return [entry.name for entry in found.rejections]


@pytest.mark.parametrize(("one", "name"), LINES)
def test_a_line_that_no_payer_reads(facts: Corpus, one: Json, name: str) -> None:
    assert rejected(facts, one) == [name]


@pytest.mark.parametrize(("header", "more", "name"), FORMS)
def test_an_item_of_the_form(facts: Corpus, header: Json, more: Json, name: str) -> None:
    assert rejected(facts, {**GOOD, **more}, header={**HEADER, **header}) == [name]


def test_no_diagnosis_leaves_pointers_pointing_nowhere(facts: Corpus) -> None:
    found = rejected(facts, GOOD, header={**HEADER, "diagnoses": []})
    assert found == ["diagnosis-missing", "pointer-wrong", "pointer-wrong"]


def test_a_good_form_goes_on(facts: Corpus) -> None:
    found = answered(facts, GOOD, claim={"received": "2026-03-09", "header": HEADER})
    assert found.rejections == () and found.paid > 0


def test_every_problem_comes_back_at_once_with_item_and_source(facts: Corpus) -> None:
    found = answered(facts, line("97110x0 gp", None), line("97140x1 GP"))
    assert [(one.number, one.item) for one in found.rejections] == [
        (1, "24D"),
        (1, "24G"),
        (1, "24F"),
    ]
    assert all(one.why.sources for one in found.rejections)


def test_a_code_that_the_facts_do_not_have_is_no_reason_to_reject(facts: Corpus) -> None:
    found = answered(facts, "99213x1")
    assert found.rejections == () and found.lines[0].status == "pended"


@pytest.mark.parametrize("value", ["1234567893", "1245319599"])
def test_an_npi_has_its_check_digit(value: str) -> None:
    assert is_npi(value)
    assert not is_npi(value[:-1] + str((int(value[-1]) + 1) % 10))
    assert not is_npi(value[:-1]) and not is_npi(value + "0") and not is_npi("12345٦7893")
