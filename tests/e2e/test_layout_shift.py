"""Nothing moves away from a reader while a page's script comes."""

import time

import pytest
from playwright.sync_api import Route

from tests.e2e.conftest import PHONE
from tests.e2e.waiting import settled

PAGES = (
    "",
    "codes/97140/",
    "practice/massage-vs-similar/",
    *(f"practice/{way}/" for way in ("check", "drill", "exam", "learn", "progress", "review")),
    "practice/flashcards/",
    "practice/desk/",
    *(f"tools/{tool}/" for tool in ("visit", "units", "check-text")),
    *(f"classroom/{part}/" for part in ("builder", "write", "gradebook")),
    "clinics/set-up/",
)
WATCH = """() => {
  globalThis.shifts = [];
  new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
}"""
SHIFTED = """() => new Promise((resolve) =>
  requestAnimationFrame(() => setTimeout(() =>
    resolve(globalThis.shifts.reduce((sum, { value }) => sum + value, 0)))))"""
MOST = 0.1  # what Core Web Vitals call good


def late(route: Route) -> None:
    """The page is painted before its script comes."""
    time.sleep(0.2)
    route.continue_()


@pytest.mark.parametrize("address", PAGES)
def test_little_moves_when_the_script_comes(visit_as, address):
    visitor = visit_as(viewport=PHONE)
    visitor.page.add_init_script(f"({WATCH})()")
    visitor.page.route(lambda url: url.endswith(".js") and "theme" not in url, late)
    page = settled(visitor.open(address))
    assert page.evaluate(SHIFTED) <= MOST
