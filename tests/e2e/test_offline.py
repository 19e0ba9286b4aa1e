"""The site without a network.

Kept whole after one visit, searched, practiced, and replaced by a newer one between two pages.
"""

import contextlib
import functools
import json
import shutil
import socketserver
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.build.finish.finishing import finish_site
from tests.e2e import waiting
from tests.e2e.conftest import PHONE, ROOT, Quiet, new_context

TAKEN_OVER = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"
KEPT = "caches.keys().then(names => names.filter(name => name.startsWith('rightcode ')))"
NEWER_IS_KEPT = (
    f"old => {KEPT}.then(names => names.some(name => !old.includes(name)) &&"
    " navigator.serviceWorker.getRegistration().then(found => !found.installing && !found.waiting"
    " && found.active.state === 'activated'))"
)
OLD_IS_GONE = f"old => {KEPT}.then(names => names.length === 1 && !names.includes(old[0]))"

CLOSED_ARE_FORGOTTEN = """() => caches.keys().then(async names => {
  const opened = await caches.open(names.find(name => name.endsWith(" opened")));
  return (await opened.keys()).length === 2;
})"""
"""Of the pages that were opened, the worker knows the two that are still open."""

NEWER_WORKER = """async () => {
  const registration = await (await navigator.serviceWorker.getRegistration()).update();
  const worker = registration.installing;
  if (!worker) return "redundant";
  return new Promise(resolve => {
    worker.onstatechange = () => resolve(worker.state);
    if (worker.state !== "installing") resolve(worker.state);
  });
}"""
"""What becomes of the worker of a newer version."""


class Host:
    """A web server that can be taken down and put up again at the same address."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder, self.port = folder, port
        self.up()

    def up(self) -> None:
        socketserver.ThreadingTCPServer.allow_reuse_address = True
        self.server = socketserver.ThreadingTCPServer(
            ("127.0.0.1", self.port), functools.partial(Quiet, directory=str(self.folder))
        )
        self.server.daemon_threads, self.port = True, self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def down(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


@contextlib.contextmanager
def hosting(site: Path) -> Iterator[Host]:
    serving = Host(site)
    yield serving
    with contextlib.suppress(OSError):
        serving.down()


@pytest.fixture
def host(small_site: Path) -> Iterator[Host]:
    """A small site, which a browser keeps in a second."""
    with hosting(small_site) as serving:
        yield serving


@pytest.fixture
def real_host(site: Path) -> Iterator[Host]:
    with hosting(site) as serving:
        yield serving


@pytest.fixture
def phone(browser) -> Iterator[Page]:
    context = new_context(browser, viewport=PHONE, service_workers="allow")
    yield context.new_page()
    context.close()


def until(page: Page, promised: str, argument: object = None) -> None:
    """Wait until the promise of `promised` comes out true.

    `wait_for_function` would take the promise itself for true.
    """
    waiting.until(page, lambda: page.evaluate(promised, argument), seconds=120)


def visit_once(page: Page, origin: str, address: str = "") -> None:
    """Open one page and wait until the site is kept."""
    page.goto(origin + address)
    until(page, TAKEN_OVER)


def answer(page: Page) -> None:
    """Choose the first option of the question shown, and check it."""
    item = page.locator("rc-quiz .rc-item:visible").first
    item.locator(".rc-option").first.click()
    item.locator(".rc-check").click()
    expect(item.locator(".rc-verdict")).to_be_visible()


def test_after_one_visit_every_page_opens_without_a_network(real_host, phone, pages):
    host = real_host
    visit_once(phone, host.origin)
    host.down()
    missing = phone.evaluate(
        "addresses => Promise.all(addresses.map(a => fetch(a).then(r => r.ok, () => false).then(ok"
        " => ok ? null : a))).then(all => all.filter(Boolean))",
        [host.origin + address for address in pages],
    )
    assert not missing
    phone.goto(host.origin + "codes/97124/?from=search#pairs")
    expect(phone.locator("h1")).to_contain_text("97124")
    assert phone.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].some(font => font.status === 'loaded'))"
    )
    phone.goto(host.origin + "codes/97140")
    assert phone.url == host.origin + "codes/97140/"


def test_search_answers_without_a_network(host, phone):
    visit_once(phone, host.origin, "learn/")
    host.down()
    phone.goto(host.origin + "compare/")
    phone.locator("label[for=__search]").first.click()
    waiting.search_for(phone, "effleurage")
    expect(phone.locator(".rc-found__title").first).to_contain_text("97124")


def test_a_quiz_is_finished_without_a_network_and_kept(host, phone):
    visit_once(phone, host.origin)
    host.down()
    phone.goto(host.origin + "practice/basics/")
    phone.wait_for_selector("rc-quiz[data-ready]")
    for _ in range(phone.locator("rc-quiz .rc-item").count()):
        answer(phone)
        phone.locator(".rc-next").click()
    expect(phone.locator(".rc-result__score")).to_be_visible()
    score = phone.locator(".rc-result__score").inner_text()
    phone.reload()
    expect(phone.locator(".rc-result__score")).to_have_text(score)


@pytest.fixture
def two_versions(small_site: Path, tmp_path: Path) -> Path:
    """A copy of a small site that `publish` can replace by a newer one."""
    return Path(shutil.copytree(small_site, tmp_path / "site"))


def publish(folder: Path) -> None:
    """Put a newer version into the place of the old one: a page and the style sheet change."""
    page = folder / "about/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</h1>", " (newer)</h1>", 1), encoding="utf-8"
    )
    style = folder / "assets/site.css"
    style.write_text(style.read_text(encoding="utf-8") + ".rc-newer{color:red}", encoding="utf-8")
    finish_site(ROOT, folder)


def style(page: Page) -> str:
    return page.evaluate(
        "fetch(document.querySelector('link[rel=stylesheet]').href).then(found => found.text())"
    )


def test_a_newer_version_comes_with_the_next_page_whole_and_leaves_nothing_of_the_old(
    two_versions, phone
):
    host = Host(two_versions)
    visit_once(phone, host.origin)
    first = phone.evaluate(KEPT)
    publish(two_versions)
    phone.goto(host.origin + "codes/")
    until(phone, NEWER_IS_KEPT, first)
    assert "rc-newer" not in style(
        phone
    )  # the page was opened with the old version and stays with it
    phone.goto(host.origin + "about/")
    expect(phone.locator("h1")).to_contain_text("(newer)")
    assert "rc-newer" in style(phone)
    until(phone, OLD_IS_GONE, first)
    host.down()
    phone.goto(host.origin + "about/")
    expect(phone.locator("h1")).to_contain_text("(newer)")
    assert "rc-newer" in style(phone)


OLDER = ".rc-older-page"
NOTHING_NEWER = """navigator.serviceWorker.getRegistration().then(found => found.update())
  .then(found => !found.installing && !found.waiting)"""


def test_a_page_older_than_the_site_says_so_and_is_new_after_a_reload(two_versions, phone):
    host = Host(two_versions)
    visit_once(phone, host.origin, "about/")
    first = phone.evaluate(KEPT)
    publish(two_versions)
    expect(phone.locator(OLDER)).to_have_count(0)  # the first version to be kept is no newer one
    phone.reload()
    until(phone, NEWER_IS_KEPT, first)
    expect(phone.locator(OLDER)).to_contain_text(
        "A newer version of this site is loaded; reload to see it."
    )
    expect(phone.locator("h1")).not_to_contain_text("(newer)")
    phone.get_by_role("button", name="Reload").press("Enter")
    expect(phone.locator("h1")).to_contain_text("(newer)")
    until(phone, NOTHING_NEWER)
    expect(phone.locator(OLDER)).to_have_count(0)
    host.down()


def test_the_line_can_be_put_away_and_leaves_the_page_as_it_was(two_versions, phone):
    host = Host(two_versions)
    visit_once(phone, host.origin, "about/")
    publish(two_versions)
    phone.reload()
    phone.get_by_role("button", name="Not now").click(timeout=60_000)
    expect(phone.locator(OLDER)).to_have_count(0)
    expect(phone.locator("h1")).not_to_contain_text("(newer)")
    host.down()


def test_with_two_pages_open_the_older_one_is_not_changed_beneath_its_reader(two_versions, phone):
    host = Host(two_versions)
    visit_once(phone, host.origin)
    first = phone.evaluate(KEPT)
    other = phone.context.new_page()
    other.goto(host.origin + "codes/97124/")
    publish(two_versions)
    phone.goto(host.origin + "codes/")
    until(phone, NEWER_IS_KEPT, first)
    phone.goto(host.origin + "about/")
    expect(phone.locator("h1")).to_contain_text("(newer)")
    assert "rc-newer" not in style(other)
    until(phone, CLOSED_ARE_FORGOTTEN)
    assert "rc-newer" not in style(other)
    other.close()
    phone.goto(host.origin + "codes/")
    until(phone, OLD_IS_GONE, first)
    host.down()


def test_a_version_that_is_half_published_is_not_taken(two_versions, phone):
    host = Host(two_versions)
    visit_once(phone, host.origin)
    page = two_versions / "about/index.html"
    old = page.read_bytes()
    publish(two_versions)
    page.write_bytes(old)  # the list is new, one page is not there yet
    phone.goto(host.origin + "codes/")
    assert phone.evaluate(NEWER_WORKER) == "redundant"
    assert "rc-newer" not in style(phone)
    host.down()
    phone.goto(host.origin + "about/")
    expect(phone.locator("h1")).to_be_visible()


def test_the_list_of_files_names_every_page_and_no_map(site: Path, pages):
    head = (site / "sw.js").read_text(encoding="utf-8").partition(";\n")[0]
    files = json.loads(head.removeprefix("self.rightcode = "))["files"]
    assert {f"{address}index.html" for address in pages} <= files.keys()
    assert {"assets/search.js", "assets/search-index.js"} <= files.keys()
    assert not [path for path in files if path.endswith(".map") or not (site / path).exists()]


def test_the_site_can_be_installed(host, phone):
    manifest = json.loads((host.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    for icon in manifest["icons"]:
        picture = (host.folder / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            side = struct.unpack(">II", picture[16:24])
            assert icon["sizes"] == "{}x{}".format(*side)
    phone.goto(host.origin)
    session = phone.context.new_cdp_session(phone)
    session.send("Page.enable")
    assert session.send("Page.getAppManifest")["errors"] == []
    until(phone, TAKEN_OVER)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
