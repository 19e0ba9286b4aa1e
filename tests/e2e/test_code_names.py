"""Codes to choose from are bare; the learner, or an assignment, may show their short names."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_classroom import assignment, start
from tests.e2e.waiting import until

QUIZ = "practice/massage-vs-similar/"
STORED_KEYS = """async () => {
  const database = await new Promise(resolve => {
    indexedDB.open("rightcode").onsuccess = ({target}) => resolve(target.result);
  });
  const keys = await new Promise(resolve => {
    database.transaction("kept").objectStore("kept").getAllKeys().onsuccess =
      ({target}) => resolve(target.result);
  });
  database.close();
  return keys;
}"""


def first_name(page: Page):
    return page.locator(".rc-option__text[data-code-name]").first


def show_names(page: Page) -> None:
    """The learner's choice, which is stored before another page asks for it."""
    page.get_by_role("button", name="Code names").first.click()
    until(page, lambda: "code-names" in page.evaluate(STORED_KEYS))


@pytest.fixture
def page(visit) -> Page:
    visit.page.goto(visit.origin + QUIZ)
    expect(visit.page.locator(".rc-check:visible").first).to_be_visible()
    return visit.page


def test_codes_are_bare_until_the_learner_asks_for_their_names(page: Page, origin: str):
    expect(first_name(page)).to_be_hidden()
    button = page.get_by_role("button", name="Code names").first
    expect(button).to_have_attribute("aria-pressed", "false")
    show_names(page)
    expect(first_name(page)).to_be_visible()
    page.reload()
    expect(first_name(page)).to_be_visible()
    button.click()
    expect(first_name(page)).to_be_hidden()


def test_an_exam_offers_bare_codes_and_the_same_choice(page: Page, origin: str):
    show_names(page)
    page.goto(f"{origin}practice/exam/")
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".rc-item").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-code-names", "")


@pytest.mark.parametrize("feedback", ["at-once", "at-end"])
def test_an_assignment_shows_names_only_where_it_says_so(page: Page, origin: str, feedback: str):
    show_names(page)
    for names in (None, True):
        page.goto("about:blank")
        page.goto(
            f"{origin}classroom/assignment/"
            f"{assignment(names=names, feedback=feedback, id=f'names-{names or 0}'.lower())}"
        )
        start(page, "Ann Lee")
        if names:
            expect(first_name(page)).to_be_visible()
        else:
            expect(first_name(page)).to_be_hidden()
        assert page.get_by_role("button", name="Code names").count() == 0
