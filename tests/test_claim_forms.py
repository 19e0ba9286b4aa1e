"""Claim forms and diagnoses: what their pages show, and that numbers in examples are no one's."""

import re

import pytest

from generator.facts.claim_forms import BLANK
from generator.facts.corpus import Corpus
from generator.pages.claim_form_pages import claim_form_pages, forms_in_order
from generator.pages.renderer import render
from generator.pages.search_entries import search_entries

NPI = re.compile(r"\b\d{10}\b")
ORDER = {"professional": ["1", "1a", "21", "24E", "33, 33a"], "institutional": ["4", "42", "76"]}


def is_issued(npi: str) -> bool:
    """Whether the check digit of an NPI is right, so that it could be somebody's."""
    digits = [int(digit) for digit in reversed(f"80840{npi}")]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def test_an_npi_that_could_be_somebodys_is_known() -> None:
    assert is_issued("1234567893")
    assert not is_issued("1234567890")


def test_the_numbers_of_examples_are_no_ones(corpus: Corpus) -> None:
    samples = [box.sample for form in corpus.claim_forms.values() for box in form.boxes]
    found = [npi for sample in samples for npi in NPI.findall(sample)]
    assert found
    assert [npi for npi in found if is_issued(npi)] == []


@pytest.mark.parametrize("name", ORDER)
def test_a_form_lists_its_boxes_in_their_order(corpus: Corpus, name: str) -> None:
    numbers = [box.box for box in corpus.claim_forms[name].boxes]
    assert [number for number in numbers if number in ORDER[name]] == ORDER[name]
    assert len(set(numbers)) == len(numbers)


def test_each_box_has_a_heading_and_a_link_to_it(corpus: Corpus) -> None:
    for page, form in zip(claim_form_pages(corpus), forms_in_order(corpus), strict=True):
        shown = render(corpus, page)
        for box in form.boxes:
            assert f"\n\n### {form.unit} {box.box}: {box.name} {{#{box.anchor}}}\n\n" in shown
            assert f'<a href="#{box.anchor}"><strong>{box.box}</strong>' in shown
        blank = sum(box.sample == BLANK for box in form.boxes)
        assert shown.count("<small>left blank</small>") == blank


def test_a_mistake_is_folded_and_says_what_comes_back(corpus: Corpus) -> None:
    for page, form in zip(claim_form_pages(corpus), forms_in_order(corpus), strict=True):
        shown = render(corpus, page)
        assert shown.count("Common mistakes") == sum(bool(box.mistakes) for box in form.boxes)
        mistakes = sum(len(box.mistakes) for box in form.boxes)
        assert shown.count("What comes back:") == mistakes


def test_a_box_is_found_by_its_number_and_by_what_it_holds(corpus: Corpus) -> None:
    entries = {entry.path: entry for entry in search_entries(corpus, ())}
    pointer = entries["learn/claim-forms/professional.md#box-24e"]
    assert {"box 24E", "item 24E", "Diagnosis pointer"} <= set(pointer.names)
    assert pointer.kind == "form"
    assert "0420 physical therapy" in entries["learn/claim-forms/institutional.md#box-42"].words


def test_codes_that_exclude_each_other_say_so_on_both_sides(corpus: Corpus) -> None:
    for one in corpus.diagnoses.values():
        for other in one.never_with:
            if other in corpus.diagnoses and one.role == corpus.diagnoses[other].role == "symptom":
                shared = corpus.diagnoses[other].never_with
                assert one.code in shared or not shared, (one.code, other)
        assert all(name in corpus.diagnoses for name in (*one.add, *one.never_with)), one.code


def test_an_injury_has_its_seventh_character(corpus: Corpus) -> None:
    injuries = [one.code for one in corpus.diagnoses.values() if one.role == "injury"]
    assert injuries
    assert all(len(code.replace(".", "")) == 7 and code[-1] in "ADS" for code in injuries)
