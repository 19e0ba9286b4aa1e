"""Faults found by hand that only a browser shows, by their number in the report of attacks."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visitor, serving
from tests.e2e.practicing import (
    READ,
    answered,
    attempt_saved,
    attempts,
    give_any,
    open_way,
    stored,
)
from tests.e2e.test_classroom import assignment, builder, choose, hand_in, start, task
from tests.e2e.test_practice_data import GOOD, load_file, progress_file
from tests.e2e.waiting import until
from tests.hostile.handed_in import raw, result

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NO_POINT = f"B{'x-_9' * 21}xy"
"""87 signs that look like a class key and are no point of the curve."""


def test_row_05_the_builder_hands_out_no_link_with_a_key_that_no_browser_can_use(
    visit: Visitor,
) -> None:
    page = builder(visit)
    page.locator("button[data-item]").first.click()
    page.locator("input[name=title]").fill("Spasms")
    page.get_by_text("Encrypted results, learning record store").click()
    page.locator("input[name=key]").fill(NO_POINT)
    expect(page.locator("input[name=key]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("rc-builder")).to_contain_text("This is not a class key")
    expect(page.locator("#rc-link")).to_be_hidden()


def test_row_05_no_attempt_starts_whose_result_could_not_be_sealed(visit: Visitor) -> None:
    page = visit.page
    page.goto(f"{visit.origin}classroom/assignment/{assignment(key=NO_POINT)}")
    expect(page.locator("rc-assignment")).to_contain_text("key")
    assert page.get_by_role("button", name="Start").count() == 0
    assert page.locator(".rc-item").count() == 0


def test_row_11_one_dropped_file_blanks_no_gradebook(visit: Visitor) -> None:
    page = visit.page
    page.goto(f"{visit.origin}classroom/gradebook/")
    hostile = b'{"format":"rightcode-result-sealed","key":{"toString":1}}'
    files = {f"{n}.json": raw(result(n, f"Learner {n:02}")) for n in range(30)}
    page.locator("rc-gradebook input").set_input_files(
        [
            {"name": name, "mimeType": "application/json", "buffer": content}
            for name, content in {"hostile.json": hostile, **files}.items()
        ]
    )
    expect(page.locator("rc-gradebook")).to_contain_text("hostile.json: It is damaged")
    for number in range(30):
        expect(page.locator("rc-gradebook")).to_contain_text(f"Learner {number:02}")
    assert not visit.complaints


def begin(page: Page, visit: Visitor, minutes: int = 10) -> None:
    visit.context.clock.set_fixed_time(START)
    open_way(page, visit.origin, "exam")
    page.get_by_label("Questions", exact=True).select_option("5")
    page.get_by_label("Minutes").fill(str(minutes))
    page.get_by_role("button", name="Start the exam").click()
    expect(page.get_by_role("timer")).to_be_visible()


def seconds(page: Page) -> int:
    minutes, _, rest = page.get_by_role("timer").inner_text().rpartition(":")
    return 60 * int(minutes or 0) + int(rest)


@pytest.mark.parametrize("back", [timedelta(minutes=1), timedelta(hours=1), timedelta(days=400)])
def test_row_13_a_clock_set_back_gives_no_time(visit: Visitor, back: timedelta) -> None:
    """Summer time ends, a zone changes, somebody sets the clock: never more than was left."""
    page = visit.page
    begin(page, visit)
    visit.context.clock.set_fixed_time(START + timedelta(minutes=4))
    until(page, lambda: 340 <= seconds(page) <= 368)
    visit.context.clock.set_fixed_time(START - back)
    page.wait_for_timeout(1_500)
    assert seconds(page) <= 368, page.get_by_role("timer").inner_text()
    page.reload()
    expect(page.get_by_role("timer")).to_be_visible()
    assert seconds(page) <= 368, page.get_by_role("timer").inner_text()


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_row_13_another_zone_changes_no_exam(visit_as: Any, zone: str) -> None:
    visit = visit_as(timezone_id=zone)
    page = visit.page
    begin(page, visit)
    visit.context.clock.set_fixed_time(START + timedelta(minutes=4))
    until(page, lambda: 340 <= seconds(page) <= 368)


class SlowStore:
    """Takes statements after a while; both tabs ask it meanwhile."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.down = True

    def answer(self, route: Any) -> None:
        if self.down:
            route.abort()
            return
        told = [one["id"] for one in route.request.post_data_json]
        self.ids += told
        route.fulfill(status=200, json=told)


def test_row_17_two_tabs_send_a_statement_once(visit: Visitor, corpus: Any) -> None:
    store, page = SlowStore(), visit.page
    visit.context.route("**/xAPI/statements", store.answer)
    link = f"{visit.origin}classroom/assignment/{assignment(lrs=visit.origin + 'xAPI')}"
    task(page, link)
    start(page, "Hal")
    choose(page, True, corpus)
    hand_in(page)
    expect(page.locator(".rc-sending")).to_contain_text("saved in this browser")
    other = visit.context.new_page()
    task(other, link)
    for tab in (page, other):
        expect(tab.get_by_role("button", name="Send again")).to_be_visible()
    store.down = False
    for tab in (page, other):
        tab.get_by_role("button", name="Send again").evaluate(
            "button => setTimeout(() => button.click(), 300)"
        )
    for tab in (page, other):
        expect(tab.locator(".rc-sending")).to_contain_text("Everything was sent")
    assert len(set(store.ids)) == len(store.ids), "a statement was sent twice"


OUTSIDE = (
    "<!doctype html><title>Outside</title>"
    '<iframe src="{address}" width="900" height="900"></iframe>'
)


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[str]:
    """A site of somebody else's."""
    (tmp_path / "outside").mkdir()
    with serving(tmp_path / "outside") as address:
        yield address


def test_row_18_a_frame_cannot_press_delete(visit: Visitor, stranger: str, tmp_path: Path) -> None:
    page = open_way(visit.page, visit.origin, "data")
    load_file(page, progress_file(GOOD))
    stored(page, 1)
    (tmp_path / "outside" / "index.html").write_text(
        OUTSIDE.format(address=f"{visit.origin}practice/data/"), encoding="utf-8"
    )
    outside = visit.context.new_page()
    outside.goto(stranger)
    frame = outside.frame_locator("iframe")
    button = frame.get_by_role("button", name="Delete everything")
    expect(frame.locator("rc-practice[data-ready]")).to_be_attached()
    if button.count() and button.is_visible():
        button.click()
        sure = frame.get_by_role("button", name="Yes, delete")
        if sure.count() and sure.is_visible():
            sure.click()
            outside.wait_for_timeout(1_000)
    assert len(attempts(page)) == 1, "a page of somebody else's deleted everything"


def test_an_exam_whose_storage_fails_goes_on_and_says_so(visit: Visitor) -> None:
    """Every write to the database fails from the first answer on."""
    page = visit.page
    begin(page, visit)
    page.evaluate(
        "() => { IDBObjectStore.prototype.put = () => {"
        " throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    give_any(page)
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".rc-item")).to_be_visible()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    expect(page.locator("body")).to_contain_text("storage")


DAMAGE = """async damaged => {
  localStorage.setItem("rightcode/draft/exam", JSON.stringify(damaged));
  const database = await new Promise(resolve => {
    indexedDB.open("rightcode").onsuccess = ({target}) => resolve(target.result);
  });
  await new Promise(resolve => {
    const transaction = database.transaction("kept", "readwrite");
    transaction.objectStore("kept").put(damaged, "exam");
    transaction.oncomplete = resolve;
  });
  database.close();
}"""


def test_an_exam_whose_record_is_damaged_gives_way_to_another(visit: Visitor) -> None:
    """What stands in both stores of the browser under its name is of another shape."""
    page = visit.page
    begin(page, visit)
    give_any(page)
    attempt_saved(page, answered(1))
    for damaged in (
        "'x'",
        "null",
        "{items: [{}]}",
        "{__proto__: null}",
        "[1]",
        "{items: ['a'], deadline: 9e15}",
        "{items: ['a'], changed: 9e15, runs: [{changed: 'x'}]}",
    ):
        open_way(page, visit.origin, "data")  # an exam that is open would be written again
        page.evaluate(f"() => ({DAMAGE})({damaged})")
        open_way(page, visit.origin, "exam")
        expect(page.get_by_role("button", name="Start the exam")).to_be_visible()
    assert not visit.complaints


def test_an_exam_without_a_network_is_handed_in(visit: Visitor) -> None:
    page = visit.page
    begin(page, visit)
    give_any(page)
    visit.context.set_offline(True)
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    until(page, lambda: page.evaluate(READ))


def test_a_portal_that_answers_for_the_store_loses_no_statement(
    visit: Visitor, corpus: Any
) -> None:
    """A sign-in page with status 200 is no store's answer: what was sent waits."""
    page, portal, ids = visit.page, [True], []

    def answer(route: Any) -> None:
        if portal[0]:
            route.fulfill(status=200, content_type="text/html", body="<!doctype html>Sign in")
            return
        told = [one["id"] for one in route.request.post_data_json]
        ids.extend(told)
        route.fulfill(status=200, json=told)

    visit.context.route("**/xAPI/statements", answer)
    link = f"{visit.origin}classroom/assignment/{assignment(lrs=visit.origin + 'xAPI')}"
    task(page, link)
    start(page, "Hal")
    choose(page, True, corpus)
    hand_in(page)
    expect(page.locator(".rc-sending")).to_contain_text("saved in this browser")
    portal[0] = False
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".rc-sending")).to_have_text("Everything was sent to the record store.")
    assert len(ids) >= 4
