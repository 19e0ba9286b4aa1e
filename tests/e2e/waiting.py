"""Questions to a page instead of fixed waits: what it must be before a test goes on."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

Found = TypeVar("Found")
PATIENCE = 30.0
SETTLED = """() => document.readyState === "complete" && document.fonts.status === "loaded" &&
  [...document.querySelectorAll("*")].every(
    node => !node.localName.startsWith("rc-") || "ready" in node.dataset
  )"""
"""The page, its fonts and its own elements are there."""

STARTED = "() => window.document$ || !document.querySelector('#rc-later')"
"""The theme's own scripts, which wait for the first sign of a reader, have started."""

HEARD = """() => new Promise(resolve => {
  const image = new Image();
  image.onerror = () => requestAnimationFrame(() => setTimeout(resolve));
  image.src = "/nothing-is-here.png";
})"""
"""An image that is not there has failed, and so has every one that was asked for before it."""

PAINTED = (
    "() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
)


def settled(page: Page) -> Page:
    """The page, once nothing of it is still starting."""
    page.wait_for_function(SETTLED)
    return page


def search_for(page: Page, text: str) -> None:
    """Types into the search."""
    field = page.get_by_placeholder("Search")
    field.click()
    field.fill(text)


def until(page: Page, asked: Callable[[], Found], seconds: float = PATIENCE) -> Found:
    """The first answer that is true; the page goes on between two questions."""
    end = time.monotonic() + seconds
    while not (found := asked()):
        assert time.monotonic() < end, "it never came true"
        page.wait_for_timeout(25)
    return found
