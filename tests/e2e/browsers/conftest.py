"""One browser at a time, and what a test does on a page in any of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.browsers import programs
from tests.e2e.browsers.webdriver import Browser, Marionette, WebKit, remove, temporary


def firefox(folder: Path) -> Marionette:
    path = programs.firefox()
    return Marionette(path, folder) if path else pytest.fail("no Firefox: see `programs.py`")


def webkit(folder: Path) -> WebKit:
    paths = programs.webkit()
    return WebKit(*paths, folder) if paths else pytest.fail("no WebKitGTK: see `programs.py`")


MAKERS: dict[str, Callable[[Path], Marionette | WebKit]] = {"firefox": firefox, "webkit": webkit}


@pytest.fixture(params=MAKERS)
def window(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser that has never seen the site."""
    folder = temporary()
    driver = MAKERS[request.param](folder)
    yield Browser(request.param, driver)
    driver.close()
    remove(folder)
