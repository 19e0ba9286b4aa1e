"""The cmi5 package, launched by a small LMS with a store of its own, State API included."""

import json
import threading
import urllib.parse
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler

import pytest
from playwright.sync_api import Page, expect

from generator.exports.archives import unpacked
from generator.exports.lms import cmi5
from generator.exports.plan import Plan
from tests.e2e import waiting
from tests.e2e.conftest import Visitor, new_context
from tests.e2e.launching import answer_next, given, one_of_each, served, with_kinds
from tests.results.core import scored

pytestmark = pytest.mark.xdist_group("cmi5")  # one package for all
PLAN = Plan(
    "week-3",
    "Week 3: <massage> & more",
    date(2026, 11, 21),
    "Answer all.",
    pass_mark_percent=80,
    attempts=1,
)
REGISTRATION = "5c0b6f0e-1111-4222-8333-444444444444"
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example", "name": "learner-7"}}
UNIT = "https://lms.example/registered/unit/1"
PROFILE = "https://w3id.org/xapi/cmi5/context/"


class Lms:
    """Launches with a token that is fetched once.

    Keeps statements by id in the order they came, and documents by name.
    """

    def __init__(self) -> None:
        self.statements: dict[str, dict] = {}
        self.documents: dict[str, dict] = {}
        self.received: list[str] = []
        self.unauthorized: list[str] = []
        self.tokens: dict[str, bool] = {}
        self.asked: list[str] = []
        self.lock = threading.Lock()

    def launch(self, origin: str, session: str, mode: str = "Normal") -> str:
        self.tokens[session] = False
        extensions = {f"{PROFILE}extensions/sessionid": session}
        template = {
            "contextActivities": {"grouping": [{"id": "urn:rightcode:unit:week-3:1"}]},
            "extensions": extensions,
        }
        self.documents["LMS.LaunchData"] = {
            "contextTemplate": template,
            "launchMode": mode,
            "masteryScore": 0.8,
            "moveOn": "Passed",
            "returnURL": f"{origin}back.html",
        }
        query = {
            "endpoint": f"{origin}xapi/",
            "fetch": f"{origin}fetch?session={session}",
            "actor": json.dumps(ACTOR),
            "registration": REGISTRATION,
            "activityId": UNIT,
        }
        return f"index.html?{urllib.parse.urlencode(query)}"

    def answer(self, request: BaseHTTPRequestHandler) -> tuple[int, str, bytes]:
        url = urllib.parse.urlsplit(request.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        with self.lock:
            self.asked.append(f"{request.command} {url.path.strip('/')}")
            if url.path == "/fetch":
                return self._token(query["session"])
            if not url.path.startswith("/xapi/"):
                return 404, "text/plain", b""
            if (
                request.headers.get("Authorization", "")[6:] not in self.tokens
                or request.headers.get("X-Experience-API-Version") != "1.0.3"
            ):
                self.unauthorized.append(request.path)
                return 401, "text/plain", b""
            return self._stored(request.command, url.path, query, body)

    def _token(self, session: str) -> tuple[int, str, bytes]:
        used, self.tokens[session] = self.tokens[session], True
        told = {"error-code": "1", "error-text": "used"} if used else {"auth-token": session}
        return 200, "application/json", json.dumps(told).encode()

    def _stored(
        self, method: str, path: str, query: dict[str, str], body: bytes
    ) -> tuple[int, str, bytes]:
        if path == "/xapi/statements":
            given = json.loads(body)
            given = given if isinstance(given, list) else [given]
            self.received += [entry["id"] for entry in given]
            if any(entry["id"] in self.statements for entry in given):
                return 409, "text/plain", b""
            self.statements |= {entry["id"]: entry for entry in given}
            return 200, "application/json", json.dumps([entry["id"] for entry in given]).encode()
        if path == "/xapi/activities/state":
            assert (query["activityId"], json.loads(query["agent"]), query["registration"]) == (
                UNIT,
                ACTOR,
                REGISTRATION,
            )
            if method == "PUT":
                self.documents[query["stateId"]] = json.loads(body)
                return 204, "text/plain", b""
            found = self.documents.get(query["stateId"])
            return (
                (200, "application/json", json.dumps(found).encode())
                if found
                else (404, "text/plain", b"")
            )
        return 404, "text/plain", b""

    @property
    def verbs(self) -> list[str]:
        return [entry["verb"]["id"].rpartition("/")[2] for entry in self.statements.values()]


@pytest.fixture(scope="module")
def package() -> bytes:
    corpus = with_kinds()
    return next(iter(cmi5.export(*given(corpus, one_of_each(corpus), PLAN)).values()))


@pytest.fixture
def lms() -> Lms:
    return Lms()


@pytest.fixture
def reader(browser, package: bytes, lms: Lms) -> Iterator[Visitor]:
    with served(
        {
            **unpacked(package),
            "back.html": b"<!doctype html><title>Back</title><p>Back in the course",
        },
        lms.answer,
    ) as origin:
        context = new_context(browser)
        yield Visitor(context, origin)
        context.close()


def opened(reader: Visitor, lms: Lms, session: str, mode: str = "Normal") -> Page:
    page = reader.open(lms.launch(reader.origin, session, mode))
    page.wait_for_selector("rc-quiz[data-ready]")
    return page


def until(lms: Lms, page: Page, verb: str) -> None:
    waiting.until(page, lambda: verb in lms.verbs)


def test_a_whole_session_by_the_profile(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "first")
    total = page.locator(".rc-item").count()
    for _ in range(total):
        answer_next(page, True)
    expect(page.locator(".rc-lms__standing")).to_contain_text("Passed.")
    until(lms, page, "passed")
    page.locator(".rc-lms__leave").click()
    page.wait_for_url("**/back.html")
    assert lms.verbs == ["initialized", *["answered"] * total, "completed", "passed", "terminated"]
    assert lms.unauthorized == [] and len(lms.received) == len(set(lms.received))
    assert lms.asked[:4] == [
        "POST fetch",
        "GET xapi/activities/state",
        "GET xapi/agents/profile",
        "GET xapi/activities/state",
    ]
    for entry in lms.statements.values():
        assert (entry["actor"], entry["context"]["registration"]) == (ACTOR, REGISTRATION)
        assert entry["context"]["extensions"][f"{PROFILE}extensions/sessionid"] == "first"
    assert not [complaint for complaint in reader.complaints if "404" not in complaint]


def test_the_gradebook_reads_what_the_store_was_told(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "first")
    total = page.locator(".rc-item").count()
    for place in range(total):
        answer_next(page, place > 0)
    page.locator(".rc-retry-missed").click()
    answer_next(page, True)
    until(lms, page, "completed")
    page.wait_for_function(
        "() => !Object.keys(localStorage).some(key => key.startsWith('rightcode.cmi5'))"
    )
    read = scored([], {}, pages=[list(lms.statements.values())])
    (row,) = read.rows
    result = row.submission.result
    assert read.problems == () and result.id == REGISTRATION
    assert (result.assignment.id, result.learner.id, result.site.as_of) == (
        "week-3",
        "learner-7",
        "2026-11-21",
    )
    assert len(result.answers) == len(result.assignment.items) == total
    first = next(
        entry for entry in lms.statements.values() if entry["verb"]["id"].endswith("answered")
    )
    counted = {answer.item: list(answer.response) for answer in result.answers}
    assert counted[first["object"]["id"].rpartition(":")[2]] == first["result"]["response"].split(
        "[,]"
    ), "the first answer counts"


def test_answers_come_back_with_the_next_launch(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "first")
    for right in (True, False, True):
        answer_next(page, right)
    page.wait_for_function(
        "() => !Object.keys(localStorage).some(key => key.startsWith('rightcode.cmi5'))"
    )
    page.goto("about:blank")
    until(lms, page, "terminated")
    again = opened(reader, lms, "second")
    expect(again.locator(".rc-bar__tally")).to_have_text("3 answered, 2 correct")
    for _ in range(again.locator(".rc-item").count() - 3):
        answer_next(again, True)
    until(lms, again, "passed")
    assert [verb for verb in lms.verbs if verb != "answered"] == [
        "initialized",
        "terminated",
        "initialized",
        "completed",
        "passed",
    ]


def test_offline_answers_wait_and_arrive_once(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "first")
    answer_next(page, True)
    until(lms, page, "answered")
    page.context.set_offline(True)
    for _ in range(3):
        answer_next(page, True)
    expect(page.locator(".rc-lms__trouble")).to_contain_text("You are offline")
    assert lms.verbs.count("answered") == 1
    page.context.set_offline(False)
    expect(page.locator(".rc-lms__trouble")).to_be_hidden(timeout=20_000)
    page.wait_for_function(
        "() => !Object.keys(localStorage).some(key => key.startsWith('rightcode.cmi5'))"
    )
    assert lms.verbs == ["initialized", *["answered"] * 4]
    assert len(lms.received) == len(set(lms.received)) == 5


def test_failed_is_told_where_the_first_answers_were_wrong(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "first")
    for _ in range(page.locator(".rc-item").count()):
        answer_next(page, False)
    until(lms, page, "failed")
    assert "passed" not in lms.verbs
    failed = next(
        entry for entry in lms.statements.values() if entry["verb"]["id"].endswith("failed")
    )
    assert failed["result"]["score"]["scaled"] == 0 and failed["result"]["success"] is False


def test_no_credential_is_kept_and_a_reload_says_what_to_do(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "very-secret")
    answer_next(page, True)
    until(lms, page, "answered")
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,"
        " document.documentElement.outerHTML])"
    )
    assert "very-secret" not in kept
    page.reload()
    page.wait_for_selector("rc-quiz[data-ready]")
    expect(page.locator(".rc-lms")).to_contain_text("Open it again from your course")
    answer_next(page, True)
    assert lms.verbs.count("answered") == 1


def test_a_review_records_nothing(reader: Visitor, lms: Lms) -> None:
    page = opened(reader, lms, "first", mode="Review")
    expect(page.locator(".rc-lms")).to_contain_text("not recorded")
    answer_next(page, True)
    page.locator(".rc-lms__leave").click()
    page.wait_for_url("**/back.html")
    assert lms.verbs == ["initialized", "terminated"]
