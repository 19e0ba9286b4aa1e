"""The real site, built once, served on this machine, and a real browser to read it with."""

import functools
import http.server
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import FLAGS
from tests.browser import browser as browser_path

ROOT = Path(__file__).parents[2]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A busy machine can make a browser miss a moment; what fails three times running is wrong."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", "--out", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def pages(site: Path) -> tuple[str, ...]:
    """The address of every page, from the site's root."""
    return tuple(
        sorted(
            path.relative_to(site).as_posix().removesuffix("index.html")
            for path in site.rglob("index.html")
        )
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    server = socketserver.ThreadingTCPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(site))
    )
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        pytest.fail(
            "No headless Chromium: run `python tests/browser.py`, which says how to get one."
        )
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


class Visitor:
    """A browser window whose requests, errors and policy violations are kept."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context, self.origin = context, origin
        self.requests: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page: Page = context.new_page()

    def _heard(self, message: object) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, address: str = "") -> Page:
        self.page.goto(self.origin + address)
        return self.page

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Visitor]:
    """A visitor at a desk, in light colours."""
    context = browser.new_context(viewport=DESK, color_scheme="light", reduced_motion="reduce")
    yield Visitor(context, origin)
    context.close()


@pytest.fixture
def visit_as(browser: Browser, origin: str):
    """Visitors of other kinds.

    `visit_as(viewport=PHONE, color_scheme="dark", java_script_enabled=False)`.
    """
    opened: list[BrowserContext] = []

    def make(**options: object) -> Visitor:
        context = browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **options})
        opened.append(context)
        return Visitor(context, origin)

    yield make
    for context in opened:
        context.close()
