"""Long lists narrow down as one types: codes, other codes and the glossary."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE

ROWS = "[data-filtered] > :visible"


def filtered(page: Page, text: str) -> None:
    page.locator("rc-filter input").fill(text)


@pytest.mark.parametrize(
    ("address", "typed", "first"),
    [
        ("codes/", "97124", "97124"),
        ("codes/", "petrissage", "97124"),
        ("codes/", "wound debridement", "97597"),
        ("codes/other/", "trigger point", "20552"),
        ("glossary/", "remittance", "remittance"),
    ],
)
def test_what_is_typed_leaves_the_rows_that_have_it(visit_as, address, typed, first):
    page = visit_as(viewport=PHONE).open(address)
    page.wait_for_selector("rc-filter[data-ready]")
    whole = page.locator(ROWS).count()
    filtered(page, typed)
    expect(page.locator("rc-filter [role=status]")).to_contain_text(f"of {whole}.")
    expect(page.locator(ROWS).first).to_contain_text(first, ignore_case=True)
    assert page.locator(ROWS).count() < whole / 4


def test_a_family_without_a_match_goes_and_comes_back(visit):
    page = visit.open("codes/")
    page.wait_for_selector("rc-filter[data-ready]")
    filtered(page, "97124")
    expect(page.get_by_role("heading", name="Supervised modalities")).to_be_hidden()
    filtered(page, "")
    expect(page.get_by_role("heading", name="Supervised modalities")).to_be_visible()
    expect(page.locator("rc-filter [role=status]")).to_be_empty()


def test_without_script_the_whole_list_is_there(visit_as):
    page = visit_as(java_script_enabled=False).open("codes/")
    assert page.locator(ROWS).count() > 100
    expect(page.locator("rc-filter input")).to_be_hidden()
