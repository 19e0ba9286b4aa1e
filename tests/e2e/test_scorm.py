"""Both SCORM packages in a real run-time: to the end, taken up again, with and without an LMS."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Frame, Page, expect

from generator.exports.archives import unpacked
from generator.exports.lms.scorm import SCORM_12, SCORM_2004
from generator.exports.plan import Plan
from tests.e2e.conftest import Visitor, new_context
from tests.e2e.launching import TOOLS, answer_next, given, one_of_each, served, with_kinds
from tests.e2e.test_every_page import violations
from tests.exports.tools import installed

pytestmark = pytest.mark.xdist_group("scorm")  # one pair of packages for all
EDITIONS = {"scorm12": SCORM_12, "scorm2004": SCORM_2004}
PLAN = Plan(
    "week-3",
    "Week 3: <massage> & more",
    date(2026, 11, 21),
    "Answer all.",
    pass_mark_percent=80,
    attempts=1,
)
AGAIN = TOOLS / "scorm-again" / "dist" / "scorm-again.min.js"
LMS = (
    b'<!doctype html><html lang="en"><title>LMS</title><script'
    b' src="/again.js"></script><body></body></html>'
)
OPEN = """([edition, kept, mark]) => {
  const older = edition === "scorm12";
  const api = older
    ? new Scorm12API({ autocommit: false })
    : new Scorm2004API({ autocommit: false });
  window.errors = [];
  for (
    const name of older
      ? ["LMSSetValue", "LMSInitialize", "LMSFinish"]
      : ["SetValue", "Initialize", "Terminate"]
  ) {
    const call = api[name].bind(api);
    api[name] = (...given) => {
      const said = call(...given),
        code = String(older ? api.LMSGetLastError() : api.GetLastError());
      if (code !== "0") window.errors.push([name, ...given, code].join(" "));
      return said;
    };
  }
  if (kept) api.loadFromJSON(kept);
  if (older) api.cmi.student_data.mastery_score = mark;
  window[older ? "API" : "API_1484_11"] = window.api = api;
  const frame = document.createElement("iframe");
  frame.name = "unit";
  frame.src = "/index.html";
  frame.width = 1000;
  frame.height = 800;
  document.body.append(frame);
}"""
TOLD = """(older) => {
  const cmi = JSON.parse(JSON.stringify(window.api.cmi));
  const entries = Object.values(cmi.interactions.childArray ?? cmi.interactions).filter(
    (entry) => entry?.type
  );
  const core = older ? cmi.core : cmi;
  return {
    status: older ? core.lesson_status : core.completion_status,
    success: older ? core.lesson_status : core.success_status,
    score: core.score.raw,
    exit: core.exit,
    state: cmi.suspend_data,
    interactions: entries,
    errors: window.errors,
  };
}"""


@pytest.fixture(scope="module")
def packages() -> dict[str, bytes]:
    corpus = with_kinds()
    asked, plan = given(corpus, one_of_each(corpus), PLAN)
    return {
        name: next(iter(edition.export(asked, plan).values())) for name, edition in EDITIONS.items()
    }


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def place(edition: str, packages: dict[str, bytes]) -> Iterator[str]:
    installed("scorm-again")
    with served(
        {**unpacked(packages[edition]), "lms.html": LMS, "again.js": AGAIN.read_bytes()}
    ) as origin:
        yield origin


@pytest.fixture
def reader(browser, place: str) -> Iterator[Visitor]:
    context = new_context(browser)
    yield Visitor(context, place)
    context.close()


def opened(reader: Visitor, edition: str, kept: dict | None = None, mark: str = "80") -> Frame:
    page = reader.open("lms.html")
    page.evaluate(OPEN, [edition, kept, mark])
    page.wait_for_function(
        "document.querySelector('iframe').contentDocument?.querySelector('rc-quiz[data-ready]')"
    )
    return page.frame("unit")


def left(page: Page, edition: str) -> dict:
    """What the LMS knows after the frame was taken away."""
    page.evaluate("document.querySelector('iframe').remove()")
    return page.evaluate(TOLD, edition == "scorm12")


def kept_by(told: dict, edition: str) -> dict:
    if edition == "scorm12":
        return {
            "suspend_data": told["state"],
            "core": {"lesson_status": told["status"], "entry": "resume"},
        }
    return {"suspend_data": told["state"], "completion_status": told["status"], "entry": "resume"}


def count(frame: Frame) -> int:
    return frame.locator("rc-quiz .rc-item").count()


def test_every_kind_is_answered_and_passes(edition: str, reader: Visitor) -> None:
    frame = opened(reader, edition)
    total = count(frame)
    assert total == 13
    for _ in range(total):
        answer_next(frame, True)
    expect(frame.locator(".rc-lms__standing")).to_have_text(f"{total} of {total} correct. Passed.")
    told = left(reader.page, edition)
    assert (told["success"], float(told["score"]), told["errors"]) == ("passed", 100.0, [])
    assert told["status"] == ("passed" if edition == "scorm12" else "completed")
    assert len(told["interactions"]) == total
    assert {entry["result"] for entry in told["interactions"]} == {"correct"}
    assert not reader.complaints


def test_a_session_is_suspended_and_taken_up_again(edition: str, reader: Visitor) -> None:
    frame = opened(reader, edition)
    for right in (True, False, True):
        answer_next(frame, right)
    told = left(reader.page, edition)
    assert told["status"] == "incomplete" and not told["score"] and len(told["state"]) < 4096
    again = opened(reader, edition, kept_by(told, edition))
    expect(again.locator(".rc-bar__tally")).to_have_text("3 answered, 2 correct")
    expect(again.locator(".rc-bar__place")).to_contain_text("Question 4")
    for _ in range(count(again) - 3):
        answer_next(again, True)
    final = left(reader.page, edition)
    assert (final["success"], final["errors"]) == ("passed", [])
    assert round(float(final["score"]), 2) == 92.31
    assert len(final["interactions"]) == 10, "only what was answered in this session is told"


def test_the_first_answer_counts_where_one_attempt_is_allowed(
    edition: str, reader: Visitor
) -> None:
    frame = opened(reader, edition)
    total = count(frame)
    for _ in range(total):
        answer_next(frame, False)
    frame.locator(".rc-retry-missed").click()
    for _ in range(total):
        answer_next(frame, True)
    expect(frame.locator(".rc-result__score")).to_contain_text(f"{total} of {total}")
    told = left(reader.page, edition)
    assert (told["success"], float(told["score"])) == ("failed", 0.0)
    assert len(told["interactions"]) == 2 * total


def test_leaving_ends_the_session_and_says_so(edition: str, reader: Visitor) -> None:
    frame = opened(reader, edition)
    answer_next(frame, True)
    frame.locator(".rc-lms__leave").click()
    expect(frame.locator(".rc-lms__trouble")).to_contain_text("saved")
    assert frame.locator("rc-quiz").evaluate("quiz => quiz.inert")
    told = left(reader.page, edition)
    assert told["exit"] == "suspend" and told["errors"] == []


def test_without_an_lms_it_works_as_practice(reader: Visitor) -> None:
    page = reader.open("index.html")
    page.wait_for_selector("rc-quiz[data-ready]")
    expect(page.locator(".rc-lms")).to_contain_text("No LMS was found; this works as practice.")
    answer_next(page, True)
    page.reload()
    page.wait_for_selector("rc-quiz[data-ready]")
    expect(page.locator(".rc-bar__tally")).to_have_text("1 answered, 1 correct")
    assert not reader.complaints
    assert not [
        url for url in reader.requests if not url.startswith((reader.origin, "data:", "blob:"))
    ]


def test_a_package_is_accessible(edition: str, reader: Visitor) -> None:
    page = reader.open("index.html")
    page.wait_for_selector("rc-quiz[data-ready]")
    answer_next(page, False)
    assert violations(page) == []
