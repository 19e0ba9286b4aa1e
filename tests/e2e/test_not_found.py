"""The page of an address that is not there: styled, and its links stay inside the site."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, new_context
from tests.e2e.hosts import hosted
from tests.e2e.test_offline import host, phone, visit_once

__all__ = ["host", "phone"]
SHEETS = "() => [...document.styleSheets].map((sheet) => sheet.href)"
MISSING = ("nothing", "codes/99999/", "codes/99999/a/b/c.html?from=mail#pairs", "//evil.example/x")


@pytest.fixture
def page(browser):
    context = new_context(browser, viewport=PHONE, color_scheme="dark")
    yield context.new_page()
    context.close()


def inside(page: Page, root: str) -> None:
    """Every address on the page is the site's own, and every link of it leads to a page."""
    expect(page.get_by_role("link", name="All codes")).to_have_attribute("href", f"{root}codes/")
    links = page.eval_on_selector_all("a, img", "all => all.map((one) => one.href ?? one.src)")
    assert len(links) > 6 and [one for one in links if not one.startswith(root)] == []
    for link in links:
        assert page.request.get(link).ok, link


@pytest.mark.parametrize("below", ["", "rightcode/", "a/b/"])
def test_it_is_styled_and_stays_inside_at_any_depth(page, small_site: Path, below):
    with hosted(small_site, below) as root:
        for address in MISSING:
            answer = page.goto(root + address)
            assert answer and answer.status == 404
            inside(page, root)
            assert f"{root}assets/look.css" in page.evaluate(SHEETS)
        expect(page.locator("h1")).to_have_css("font-family", re.compile("Atkinson"))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("link", name="All codes").click()
        expect(page.locator("h1")).to_contain_text("Codes")


def test_it_is_there_without_a_network(host, phone):
    visit_once(phone, host.origin)
    host.down()
    answer = phone.goto(host.origin + "codes/99999/")
    assert answer and answer.status == 404
    expect(phone.get_by_role("heading", level=1)).to_have_text("Page not found (404)")
    expect(phone.get_by_role("link", name="All codes")).to_have_attribute(
        "href", f"{host.origin}codes/"
    )
    phone.get_by_role("link", name="All codes").click()
    expect(phone.locator("h1")).to_contain_text("Codes")


def test_no_page_has_another_fetched_ahead(site: Path):
    """The policy refuses it, and Firefox says so on each page."""
    ahead = re.compile(r'rel="?(?:next|prev|prefetch|prerender)\b')
    pages = (path for path in site.rglob("*.html"))
    assert [path for path in pages if ahead.search(path.read_text(encoding="utf-8"))] == []
