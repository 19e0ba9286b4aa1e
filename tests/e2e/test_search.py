"""The search as a reader uses it: typed into, styled, gone through by keyboard."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import PHONE
from tests.e2e.waiting import search_for, until

FOUND = ".rc-found__item"
# What differs when all sheets are switched off, for the parts of a result.
STYLED = """() => {
  const asked = {
    ".rc-found": ["listStyleType", "paddingLeft"],
    ".rc-found__link": ["display", "paddingLeft"],
    ".rc-found__title": ["lineHeight", "fontWeight"],
    ".rc-found__kind": ["borderTopWidth", "fontSize"],
    ".rc-found__line": ["color", "fontSize"],
  };
  const shown = () => Object.entries(asked).flatMap(([selector, names]) => {
    const style = getComputedStyle(document.querySelector(selector));
    return names.map(name => [`${selector} ${name}`, style[name]]);
  });
  const styled = shown();
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const bare = Object.fromEntries(shown());
  return styled.filter(([name, value]) => bare[name] === value).map(([name]) => name);
}"""


def first(page: Page) -> str:
    return page.locator(FOUND).first.inner_text()


@pytest.mark.parametrize(
    ("words", "title", "kind"),
    [
        ("97124", "97124", "Code"),
        ("97110 vs 97112", "TherEx vs. NMR", "Comparison"),
        ("cupping", "Cupping", "No specific code"),
        ("therapy cap", "KX threshold", "Rule"),
        ("superbill", "How medical coding works", "Lesson"),
    ],
)
def test_the_first_result_says_what_it_is(visit, words, title, kind):
    page = visit.open("learn/")
    page.get_by_placeholder("Search").click()
    page.get_by_placeholder("Search").press_sequentially(words)
    expect(page.locator(FOUND).first).to_contain_text(title)
    expect(page.locator(FOUND).first.locator(".rc-found__kind")).to_have_text(kind)


def test_results_are_styled(visit):
    page = visit.open("learn/")
    search_for(page, "massage")
    expect(page.locator(FOUND).first).to_be_visible()
    assert page.evaluate(STYLED) == []


def test_the_search_is_used_by_keyboard_alone(visit):
    page = visit.open("learn/")
    page.keyboard.press("/")
    page.keyboard.type("97140")
    expect(page.locator(FOUND).first).to_contain_text("97140")
    expect(page.get_by_role("status").filter(has_text="result")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".rc-found__link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_placeholder("Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(FOUND).first).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator(FOUND).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("97140")


def test_a_phone_shows_the_results_in_its_width(visit_as):
    page = visit_as(viewport=PHONE, has_touch=True).open("codes/97124/")
    page.locator("header label[for=__search]").first.click()
    expect(page.get_by_placeholder("Search")).to_be_focused()
    page.keyboard.type("difference between massage and manual therapy")
    expect(page.locator(FOUND).first).to_be_visible()
    until(page, lambda: page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
    page.locator(".rc-found__link").first.click()
    expect(page.locator("h1")).to_contain_text("Massage vs. similar codes")


def test_nothing_of_the_search_is_loaded_before_it_is_used(visit):
    page = visit.open("learn/")
    assert not [address for address in visit.requests if "assets/search" in address]
    search_for(page, "splint")
    expect(page.locator(FOUND).first).to_be_visible()
    asked = [address for address in visit.requests if "assets/search" in address]
    assert [address.rpartition("/")[2] for address in asked] == ["search-index.js", "search.js"]


def test_what_is_not_found_is_said(visit):
    page = visit.open("learn/")
    search_for(page, "zzzzqqq")
    expect(page.get_by_role("status").filter(has_text="Nothing found")).to_be_visible()
    expect(page.locator(FOUND)).to_have_count(0)


def test_whoever_goes_on_before_the_script_has_come_leaves_no_open_search(visit):
    """The focus may be on nothing by then: a button that was pressed may have left the page."""
    page = visit.open("learn/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/search.js", hold)
    page.get_by_placeholder("Search").focus()
    expect(page.locator("#__search")).to_be_checked()
    until(page, lambda: held)
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    with page.expect_response("**/assets/search.js"):
        held[0].continue_()
    page.wait_for_function("document.querySelector('.rc-found').hidden")
    expect(page.locator("#__search")).not_to_be_checked()
