"""A returning learner is told on the home page and on Practice what waits, one tap away."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.practicing import answer, focus_on, open_way, stored

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CARD = "rc-practice .rc-cards a"


@pytest.mark.parametrize("address", ["", "practice/"])
def test_what_is_due_is_one_tap_away(visit, origin, address):
    visit.context.clock.set_fixed_time(START)
    page = open_way(visit.page, origin, "mixed")
    answer(page)
    stored(page, 1)
    visit.context.clock.set_fixed_time(START + timedelta(days=40))
    page = visit.open(address)
    card = page.locator(CARD)
    expect(card).to_contain_text("1 question is due for review")
    card.click()
    expect(page.get_by_role("heading", name="Spaced review")).to_be_visible()
    expect(page.locator("rc-practice .rc-item")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Review 1 question")).to_be_visible()


def test_who_missed_a_question_today_may_retry_it(visit, origin):
    visit.context.clock.set_fixed_time(START)
    page = open_way(visit.page, origin, "mixed")
    answer(page, right=False)
    stored(page, 1)
    expect(visit.open("practice/").locator(CARD)).to_contain_text("Retry 1 question")


def test_nobody_else_sees_a_card_or_loads_a_script_for_it(visit):
    loaded: list[str] = []
    visit.page.on("request", lambda request: loaded.append(request.url))
    page = visit.open()
    page.wait_for_selector("rc-quiz[data-ready]")
    page.wait_for_timeout(300)
    assert page.locator(CARD).count() == 0
    assert not [url for url in loaded if "practice-due" in url]


def test_a_weekly_goal_is_off_until_it_is_set_and_then_says_how_it_stands(visit, origin):
    visit.context.clock.set_fixed_time(START)
    page = open_way(visit.page, origin, "mixed")
    answer(page)
    stored(page, 1)
    page = visit.open("practice/")
    expect(page.get_by_text("Set a weekly goal")).to_be_visible()
    assert page.locator(CARD).count() == 0
    focus_on(page, "Set a weekly goal")
    page.keyboard.press("Enter")
    page.get_by_label("Goal").select_option("questions")
    page.get_by_label("How many").fill("7")
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_contain_text("1 of 7 questions this week")
    expect(page.get_by_text("Change your weekly goal")).to_be_focused()
    expect(visit.open().locator(CARD)).to_contain_text("Your weekly goal")
    visit.context.clock.set_fixed_time(START + timedelta(days=7))  # nothing of weeks that are over
    page = visit.open("practice/")
    expect(page.locator(CARD).last).to_have_text(re.compile("^0 of 7 questions this week"))
    page.locator(CARD).last.click()  # leads to where the goal is changed
    page.get_by_label("Goal").select_option("")
    page.get_by_role("button", name="Save goal").click()
    expect(page.get_by_text("questions this week")).to_have_count(0)


def test_a_goal_is_deleted_with_everything(visit, origin):
    page = visit.open("practice/")
    page.get_by_text("Set a weekly goal").click()
    page.get_by_label("Goal").select_option("days")
    page.get_by_role("button", name="Save goal").click()
    expect(page.locator(CARD)).to_contain_text("0 of 3 days of practice this week")
    open_way(page, origin, "data")
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.get_by_text("Everything was deleted.")).to_have_count(1)
    expect(visit.open("practice/").get_by_text("Set a weekly goal")).to_be_visible()
