"""No clock and no second tab gives an exam time, and no death of a page loses an answer."""

import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import Visitor
from tests.e2e.practicing import (
    SAVED,
    answered,
    attempt_saved,
    attempts,
    give_any,
    open_way,
    stored,
)
from tests.e2e.test_classroom import assignment, choose, hand_in, start, task
from tests.e2e.test_practice_exam import begin, kill
from tests.e2e.waiting import until

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SLACK = 6
"""Seconds: a page notes the time every five."""


def seconds(page: Page) -> int:
    timer = page.get_by_role("timer")
    expect(timer).to_have_text(re.compile(r"^\d+:\d\d$"))
    minutes, _, rest = timer.inner_text().rpartition(":")
    return 60 * int(minutes) + int(rest)


def begin_exam(visit: Visitor) -> None:
    begin(visit.context, visit.page, visit.origin)


def begin_assignment(visit: Visitor) -> None:
    visit.context.clock.set_fixed_time(START)
    link = f"{visit.origin}classroom/assignment/{assignment(minutes=10)}"
    task(visit.page, link)
    start(visit.page, "Ann")


BEGIN = pytest.mark.parametrize("begin_any", [begin_exam, begin_assignment])


@pytest.mark.parametrize(
    ("begin_any", "back"),
    [
        (begin_exam, timedelta(minutes=1)),
        (begin_exam, timedelta(days=400)),
        (begin_assignment, timedelta(hours=1)),
    ],
)
def test_a_clock_set_back_gives_no_time_and_none_after_a_reload(
    visit: Visitor, begin_any: Callable[[Visitor], None], back: timedelta
) -> None:
    page, clock = visit.page, visit.context.clock
    begin_any(visit)
    clock.set_fixed_time(START + timedelta(minutes=4))
    until(page, lambda: seconds(page) <= 360)
    clock.set_fixed_time(START - back)
    page.wait_for_timeout(600)
    before = seconds(page)
    assert before <= 360
    page.reload()
    assert seconds(page) <= before + SLACK
    until(page, lambda: seconds(page) < before - 1)


@BEGIN
def test_a_machine_that_slept_past_the_deadline_finds_the_attempt_handed_in(
    visit: Visitor, begin_any: Callable[[Visitor], None]
) -> None:
    page, clock = visit.page, visit.context.clock
    begin_any(visit)
    give_any(page)
    attempt_saved(page, answered(1))
    clock.set_fixed_time(START + timedelta(hours=2))
    expect(page.get_by_role("timer")).to_have_count(0)
    clock.set_fixed_time(START)
    page.reload()
    expect(page.locator("rc-practice[data-ready], rc-assignment[data-ready]")).to_be_attached()
    expect(page.get_by_role("timer")).to_have_count(0)


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_another_zone_and_the_end_of_summer_time_change_no_exam(visit_as: Any, zone: str) -> None:
    visit = visit_as(timezone_id=zone)
    page, clock = visit.page, visit.context.clock
    autumn = datetime(2026, 11, 1, 5, 55, tzinfo=UTC)  # 1:55 in New York, for the first time
    clock.set_fixed_time(autumn)
    open_way(page, visit.origin, "exam")
    page.get_by_label("Minutes").fill("10")
    page.get_by_role("button", name="Start the exam").click()
    assert 580 < seconds(page) <= 600
    clock.set_fixed_time(autumn + timedelta(minutes=6))
    until(page, lambda: seconds(page) <= 240)
    assert seconds(page) > 220


def test_of_two_tabs_that_begin_an_exam_the_second_goes_on_with_the_first_ones(
    visit: Visitor,
) -> None:
    context, page = visit.context, visit.page
    context.clock.set_fixed_time(START)
    other = context.new_page()
    for tab in (page, other):
        open_way(tab, visit.origin, "exam")
        tab.get_by_label("Questions", exact=True).select_option("5")
    page.get_by_role("button", name="Start the exam").click()
    expect(page.get_by_role("timer")).to_be_visible()
    give_any(page)
    attempt_saved(page, answered(1))
    other.get_by_role("button", name="Start the exam").click()
    expect(other.locator(".rc-item__title")).to_have_text(
        page.locator(".rc-item__title").inner_text()
    )
    expect(other.get_by_role("button", name="Question 1, answered", exact=True)).to_be_visible()
    assert len(page.evaluate(SAVED)) == 1


def test_of_two_tabs_that_use_the_last_attempt_the_second_goes_on_with_it(
    visit: Visitor, corpus: Any
) -> None:
    context, page = visit.context, visit.page
    link = f"{visit.origin}classroom/assignment/{assignment(attempts=1)}"
    other = context.new_page()
    task(page, link)
    task(other, link)
    start(page, "Ann")
    choose(page, True, corpus)
    attempt_saved(page, answered(1))
    start(other, "Ann")
    expect(other.locator("[data-answered]")).to_have_count(1)
    (attempt,) = [one for one in page.evaluate(SAVED) if "uuid" in one]
    assert attempt["attempt"] == 1


def test_an_exam_handed_in_is_changed_by_no_other_tab(visit: Visitor) -> None:
    context, page = visit.context, visit.page
    begin_exam(visit)
    give_any(page)
    attempt_saved(page, answered(1))
    other = open_way(context.new_page(), visit.origin, "exam")
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    other.evaluate("document.querySelector('.rc-flag')?.click()")
    expect(other.get_by_role("heading", name="Results")).to_be_visible()
    stored(page, 1)
    (exam,) = page.evaluate(SAVED)
    assert exam["flags"] == [] and exam["ended"] is not None


def given(page: Page) -> dict[str, Any]:
    found = [one for one in page.evaluate(SAVED) if "answers" in one]
    return found[0]["answers"] if found else {}


@pytest.mark.parametrize("seed", [1, 2])
def test_an_exam_killed_at_random_loses_nothing_stored_and_gains_no_time(
    visit: Visitor, seed: int
) -> None:
    draw, context, clock = random.Random(seed), visit.context, visit.context.clock
    begin(context, visit.page, visit.origin, minutes=60)
    page, now, left = visit.page, START, 3600
    for _ in range(4):
        for _ in range(draw.randrange(1, 4)):
            give_any(page, draw.randrange(2))
            page.wait_for_timeout(draw.randrange(40))
            page.locator(".rc-next:enabled, .rc-previous:enabled").last.click()
        saved = given(page)
        page.wait_for_timeout(draw.randrange(60))
        kill(page)
        now += timedelta(seconds=draw.randrange(-300, 120))
        clock.set_fixed_time(now)
        page = open_way(context.new_page(), visit.origin, "exam")
        assert seconds(page) <= left + SLACK
        left = seconds(page)
        after = given(page)
        assert set(saved) <= set(after)
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    assert {one["item"] for one in stored(page, len(after))} >= set(after)
    assert len(attempts(page)) == len(after)


class Store:
    """A record store behind a portal; both may be slow."""

    def __init__(self, context: BrowserContext) -> None:
        self.taken: list[str] = []
        self.mode = "down"
        context.route("**/xAPI/statements", self.answer)

    def answer(self, route: Any) -> None:
        if self.mode == "down":
            return route.abort()
        if self.mode == "portal":
            return route.fulfill(status=200, content_type="text/html", body="<p>Sign in</p>")
        told = [one["id"] for one in route.request.post_data_json]
        if set(told) & set(self.taken):
            return route.fulfill(status=409)
        self.taken += told
        return route.fulfill(status=200, json=told)


def to_be_sent(visit: Visitor, corpus: Any) -> tuple[Store, str]:
    """An attempt handed in while its store is down."""
    store, page = Store(visit.context), visit.page
    link = f"{visit.origin}classroom/assignment/{assignment(lrs=visit.origin + 'xAPI')}"
    task(page, link)
    start(page, "Hal")
    choose(page, True, corpus)
    hand_in(page)
    expect(page.locator(".rc-sending")).to_contain_text("saved in this browser")
    return store, link


def test_a_portal_loses_no_statement_and_two_tabs_send_each_once(
    visit: Visitor, corpus: Any
) -> None:
    (store, link), page = to_be_sent(visit, corpus), visit.page
    store.mode = "portal"
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".rc-sending")).to_contain_text("saved in this browser")
    other = visit.context.new_page()
    task(other, link)
    expect(other.locator(".rc-sending")).to_contain_text("saved in this browser")
    store.mode = "up"
    for tab in (page, other):
        tab.locator(".rc-resend").evaluate("button => setTimeout(() => button.click(), 200)")
    for tab in (page, other):
        expect(tab.locator(".rc-sending")).to_contain_text("Everything was sent")
    assert len(store.taken) == len(set(store.taken)) == 4


def test_one_statement_that_the_store_has_already_is_no_refusal(
    visit: Visitor, corpus: Any
) -> None:
    """As after a page that died between the store's answer and its own note of it."""
    (store, _), page = to_be_sent(visit, corpus), visit.page
    posted: list[list[dict[str, Any]]] = []

    def all_but_the_last(route: Any) -> None:
        told = route.request.post_data_json
        posted.append(told)
        if len(posted) == 1:  # refused as a batch, so each goes alone
            return route.fulfill(status=409)
        if len(posted) == 5:
            store.taken += [one["id"] for one in told]
            return route.abort()
        return store.answer(route)

    store.mode = "up"
    visit.context.unroute("**/xAPI/statements")
    visit.context.route("**/xAPI/statements", all_but_the_last)
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".rc-sending")).to_contain_text("1 statement for the record store")
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".rc-sending")).to_have_text("Everything was sent to the record store.")
    assert len(store.taken) == len(set(store.taken)) == 4


def test_pages_killed_while_they_send_lose_and_double_nothing(visit: Visitor, corpus: Any) -> None:
    draw = random.Random(7)
    (store, link), page = to_be_sent(visit, corpus), visit.page
    for _ in range(5):
        store.mode = draw.choice(["down", "portal", "up"])
        page.locator(".rc-resend").evaluate("button => button.click()")
        page.wait_for_timeout(draw.randrange(30))
        kill(page)
        page = visit.context.new_page()
        task(page, link)
    store.mode = "up"
    page.reload()
    expect(page.locator(".rc-sending")).to_have_text("Everything was sent to the record store.")
    assert len(store.taken) == len(set(store.taken)) == 4


def test_a_browser_that_cannot_keep_statements_says_so(visit: Visitor, corpus: Any) -> None:
    store, page = Store(visit.context), visit.page
    link = f"{visit.origin}classroom/assignment/{assignment(lrs=visit.origin + 'xAPI')}"
    task(page, link)
    start(page, "Hal")
    choose(page, True, corpus)
    page.evaluate("""() => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, ...rest) {
    if (name.startsWith("rightcode-statements")) throw new DOMException("", "SecurityError");
    return open.call(this, name, ...rest);
  };
}""")
    hand_in(page)
    expect(page.locator(".rc-sending")).to_contain_text(
        "could not be sent or saved in this browser"
    )
    store.mode = "up"
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".rc-sending")).to_have_text("Everything was sent to the record store.")
    assert len(store.taken) == len(set(store.taken)) == 4
