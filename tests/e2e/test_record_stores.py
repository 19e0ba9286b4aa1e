"""A record store on another host.

The learner's page sends to one that the site's owner names, and no page asks any other.
"""

import http.server
import json
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import lay_small_project
from tests.e2e.conftest import Visitor, serving
from tests.e2e.test_classroom import fragment, task

pytestmark = pytest.mark.xdist_group("stores")  # one store and its site for all
ALLOWED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Content-Type, X-Experience-API-Version",
}


class Store:
    """Takes statements from any site, on a port of its own; keeps every request that reaches it."""

    def __init__(self) -> None:
        self.asked, self.taken = [], []
        store = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_OPTIONS(self) -> None:
                self._say([])

            def do_POST(self) -> None:
                statements = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                store.taken.extend(statements)
                self._say([one["id"] for one in statements])

            def do_GET(self) -> None:
                self._say([])

            def _say(self, told: list[str]) -> None:
                store.asked.append(self.path)
                content = json.dumps(told).encode()
                self.send_response(200)
                for name, value in {**ALLOWED, "Content-Length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/xapi/"


@contextmanager
def opened() -> Iterator[Store]:
    store = Store()
    yield store
    store.server.shutdown()


@pytest.fixture(scope="module")
def named() -> Iterator[Store]:
    with opened() as store:
        yield store


@pytest.fixture
def unnamed() -> Iterator[Store]:
    with opened() as store:
        yield store


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_small_project(tmp_path_factory.mktemp("stores") / "project")


def build(project: Path, stores: list[str]) -> subprocess.CompletedProcess[str]:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").partition("plugins:\n  - rightcode")
    rest = text[2].partition("\n  - search")
    config.write_text(
        f"{text[0]}{text[1]}:\n      stores: {json.dumps(stores)}{''.join(rest[1:])}",
        encoding="utf-8",
    )
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def origin(project: Path, named: Store) -> Iterator[str]:
    done = build(project, [named.address])
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(project / "site") as address:
        yield address


def hand_in(visit: Visitor, store: str) -> None:
    told = {
        "v": 1,
        "id": "spasms",
        "title": "Spasms",
        "items": ["calf-in-spasm"],
        "feedback": "at-end",
        "lrs": store,
    }
    page = task(visit.page, f"{visit.origin}classroom/assignment/{fragment(told)}")
    page.get_by_label("Your name").fill("Hal")
    page.get_by_role("button", name="Start").click()
    page.locator(".rc-slot .rc-option input").first.check()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Your attempt is finished")).to_be_visible()


def test_a_store_that_is_named_gets_the_statements(visit: Visitor, named: Store) -> None:
    hand_in(visit, named.address)
    expect(visit.page.locator(".rc-sending")).to_have_text(
        "Everything was sent to the record store."
    )
    assert {one["actor"]["name"] for one in named.taken} == {"Hal"}
    assert "answered" in {one["verb"]["id"].rsplit("/", 1)[1] for one in named.taken}


def test_a_store_that_is_not_named_gets_nothing_and_the_learner_is_told(
    visit: Visitor, unnamed: Store
) -> None:
    page, told = visit.page, "that this page cannot send to: submit the file."
    start = {
        "v": 1,
        "id": "told",
        "title": "Told",
        "items": ["calf-in-spasm"],
        "feedback": "at-end",
        "lrs": unnamed.address,
    }
    task(page, f"{visit.origin}classroom/assignment/{fragment(start)}")
    expect(page.locator(".rc-holds")).to_contain_text(told)
    page.goto("about:blank")
    hand_in(visit, unnamed.address)
    assert page.locator(".rc-sending").count() == 0 and unnamed.asked == []


def test_the_builder_knows_which_stores_are_named(
    visit: Visitor, named: Store, unnamed: Store
) -> None:
    page = visit.open("classroom/builder/")
    page.wait_for_selector("rc-builder[data-ready]")
    page.locator("button[data-item]").first.click()
    page.locator("input[name=title]").fill("Spasms")
    page.get_by_text("Encrypted results, learning record store").click()
    page.locator("input[name=lrs]").fill(unnamed.address)
    expect(page.locator(".rc-output .rc-warning")).to_contain_text(
        "record stores its owner has named"
    )
    page.locator("input[name=lrs]").fill(named.address)
    expect(page.locator(".rc-output .rc-warning")).to_have_count(0)
    expect(page.locator("#rc-link")).to_be_visible()


ASK = "address => fetch(address).then(() => 'asked', () => 'refused')"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("classroom/assignment/", "asked"),
        ("classroom/builder/", "refused"),
        ("practice/basics/", "refused"),
        ("", "refused"),
    ],
)
def test_the_policy_lets_the_learners_page_alone_ask_it(
    visit: Visitor, named: Store, unnamed: Store, address: str, said: str
) -> None:
    page = visit.open(address)
    assert page.evaluate(ASK, named.address) == said
    assert page.evaluate(ASK, unnamed.address) == "refused" and unnamed.asked == []


@pytest.mark.parametrize(
    ("store", "said"),
    [
        ("https://me:word@lrs.example/", "has a name or password in it"),
        ("http://lrs.example/", "is no address of a store; write https://"),
        ("https://lrs.example/; script-src *", "is no address of a store; write https://"),
        ("*", "is no address of a store; write https://"),
    ],
)
def test_a_store_that_cannot_be_one_stops_the_build(tmp_path: Path, store: str, said: str) -> None:
    done = build(lay_small_project(tmp_path / "project"), [store])
    assert (
        done.returncode != 0
        and f"mkdocs.yml: stores: '{store}' {said}" in done.stdout + done.stderr
    )
