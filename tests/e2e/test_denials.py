"""The denial finder: by a code in any spelling, by words, without script, and from the search."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations
from tests.e2e.waiting import search_for

ROWS = "[data-filtered] > :visible"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("CO-97", "CO-97"),
        ("co97", "CO-97"),
        ("97", "CO-97"),
        ("pr 50", "CO-50"),
        ("n362", "N362"),
    ],
)
def test_a_code_finds_its_row_alone(visit_as, typed: str, found: str) -> None:
    page = visit_as(viewport=PHONE).open("denials/")
    page.wait_for_selector("rc-filter[data-ready]")
    page.locator("rc-filter input").fill(typed)
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS).get_by_role("link").first).to_have_text(found)


def test_words_of_a_remittance_find_rows(visit_as) -> None:
    page = visit_as().open("denials/")
    page.wait_for_selector("rc-filter[data-ready]")
    for typed, found in (("timely filing", "CO-29"), ("bundled", "CO-97"), ("duplicate", "OA-18")):
        page.locator("rc-filter input").fill(typed)
        expect(page.locator(ROWS).get_by_role("link", name=found, exact=True)).to_be_visible()


def test_without_script_every_code_is_there(visit_as, corpus) -> None:
    page = visit_as(java_script_enabled=False).open("denials/")
    expect(page.locator(ROWS)).to_have_count(len(corpus.adjustments))


def test_the_search_leads_to_the_page_of_a_denial(visit_as) -> None:
    page = visit_as().open()
    search_for(page, "97140 denied CO-97")
    page.locator(".rc-found__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("CO-97")
    expect(page.get_by_role("heading", name="Likely causes and fixes")).to_be_in_viewport()
    assert violations(page) == []
