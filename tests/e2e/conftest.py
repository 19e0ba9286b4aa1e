"""The real site, built once, served on this machine, and a real browser to read it with."""

import functools
import http.server
import re
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.browser import FLAGS
from tests.browser import browser as browser_path
from tests.conftest import MakeOnce, lay_small_project
from tests.e2e.slowness import slow_down, slow_script
from tests.kinds.conftest import QUIZ

ROOT = Path(__file__).parents[2]
CLINIC = ROOT / "site_config" / "clinics" / "riverbend"
expect.set_options(timeout=20_000)  # a busy machine is slow and no worse for it
SMALL = 20_000  # bytes of a page that takes a browser as long as any smaller one
NO_WORKER = "Service Worker registration blocked by Playwright"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SEEN = (("light", PHONE), ("light", DESK), ("dark", DESK))
"""Colors and widths at which a page is looked at: no color is one of a phone's alone."""


def build_site(out: Path, *options: object) -> None:
    """`rightcode build` into `out`."""
    rightcode("build", *options, "--out", out)


def rightcode(*arguments: object) -> None:
    """A command as people start it, which must come to a good end."""
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(make_once: MakeOnce) -> Path:
    return make_once("site", build_site)


@pytest.fixture(scope="session")
def small_site(make_once: MakeOnce) -> Path:
    """The site of the small project, for what any site shows."""
    return make_once("small", build_small_site) / "site"


def build_small_site(root: Path) -> None:
    build_site(lay_small_project(root) / "site", "--root", root)


def build_clinic(root: Path) -> None:
    """The real content with the quiz of kinds, and the worked example of a clinic over it.

    One build for both: neither shows on the other's pages.
    """
    root.mkdir()
    for name in ("content", "quizzes"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(QUIZ, root / "quizzes")
    variants = root / "quizzes" / "variants.yaml"
    few = re.sub(r"pool: \d+", "pool: 6", variants.read_text(encoding="utf-8"))
    variants.write_text(few, encoding="utf-8")  # which neither of the two is about
    for name in ("mkdocs.yml", "deno.json", "deno.lock"):
        shutil.copy(ROOT / name, root)
    for name in ("site_config", ".cache"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    build_site(root / "site", "--root", root, "--overlay", CLINIC)


@pytest.fixture(scope="session")
def pages(site: Path) -> tuple[str, ...]:
    """The address of every page, from the site's root."""
    return tuple(
        sorted(
            path.relative_to(site).as_posix().removesuffix("index.html")
            for path in site.rglob("index.html")
        )
    )


@pytest.fixture(scope="session")
def pages_of_every_look(site: Path, pages: tuple[str, ...]) -> list[str]:
    """Enough pages to see each element, by its tag and classes, in each parent it has anywhere.

    Colors and what scripts do come from these alone: a page that adds none has none of its own.
    """
    looks = {address: set(looks_of(site / address / "index.html")) for address in pages}
    lengths = {address: (site / address / "index.html").stat().st_size for address in pages}
    wanted, chosen = set().union(*looks.values()), []
    while wanted:
        address = max(looks, key=lambda one: len(looks[one] & wanted) / (SMALL + lengths[one]))
        wanted -= looks.pop(address)
        chosen.append(address)
    return chosen


def looks_of(page: Path) -> Iterator[tuple[object, ...]]:
    for element in html.parse(page).getroot().iter(etree.Element):
        parent = element.getparent()
        above = () if parent is None else (parent.tag, parent.get("class"))
        yield element.tag, element.get("class"), element.get("style"), *above


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        slow_script(self.path)
        super().do_GET()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


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


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """A window at a desk, without the worker that would fetch the whole site behind each test."""
    usual = {"viewport": DESK, "reduced_motion": "reduce", "service_workers": "block"}
    context = browser.new_context(**{**usual, **options})
    slow_down(context)
    return context


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

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.text != NO_WORKER:
            self.complaints.append(message.text)

    def open(self, address: str = "") -> Page:
        self.page.goto(self.origin + address)
        return self.page

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()


@pytest.fixture
def visit(browser: Browser, origin: str) -> Iterator[Visitor]:
    """A visitor at a desk, in light colors."""
    context = new_context(browser, color_scheme="light")
    yield Visitor(context, origin)
    context.close()


@pytest.fixture
def visit_as(browser: Browser, origin: str):
    """Visitors of other kinds.

    `visit_as(viewport=PHONE, color_scheme="dark", java_script_enabled=False)`.
    """
    opened: list[BrowserContext] = []

    def make(**options: object) -> Visitor:
        context = new_context(browser, **options)
        opened.append(context)
        return Visitor(context, origin)

    yield make
    for context in opened:
        context.close()
