"""What is typed is not lost: to a reload, to the end of time, to what comes late."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.test_classroom import NOW, assignment, start, task, timed
from tests.e2e.test_writer import NOTE, writer
from tests.e2e.waiting import until

QUESTION = "eight-minute-rule-units-01"
TYPE_AND_RELOAD = """() => {
  for (const field of document.querySelectorAll(".rc-units input")) {
    field.value = "3";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  location.reload();
}"""


def typing(visit, **terms) -> Page:
    """An attempt at one question of units, with a number in each field, the last not left."""
    timed(visit.context, NOW)
    link = assignment(items=[QUESTION], **terms)
    page = task(visit.page, f"{visit.origin}classroom/assignment/{link}")
    start(page, "Ada")
    for field in page.locator(".rc-units input").all():
        field.press_sequentially("2")
    return page


@pytest.mark.parametrize("feedback", ["at-end", "at-once"])
def test_a_reload_in_the_middle_of_a_field_loses_nothing(visit, feedback):
    page = typing(visit, feedback=feedback)
    page.reload()
    page.wait_for_selector("rc-assignment[data-ready]")
    for field in page.locator(".rc-units input").all():
        expect(field).to_have_value("2")


def test_a_reload_in_the_same_moment_loses_nothing(visit):
    page = typing(visit, feedback="at-end")
    with page.expect_navigation():
        page.evaluate(TYPE_AND_RELOAD)
    page.wait_for_selector("rc-assignment[data-ready]")
    for field in page.locator(".rc-units input").all():
        expect(field).to_have_value("3")


def test_time_that_runs_out_hands_in_what_is_in_the_field(visit):
    page = typing(visit, feedback="at-end", minutes=1)
    timed(visit.context, NOW + timedelta(seconds=61))
    expect(page.get_by_role("heading", name="Your attempt is finished")).to_be_visible()
    page.locator(".rc-folded summary").first.click()
    for field in page.locator(".rc-units input").all():
        expect(field).to_have_value("2")


def test_what_is_typed_while_a_kind_of_question_is_loaded_stays(visit):
    page = writer(visit)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/writer-kinds*.js", hold)
    page.locator("[name=kind]").select_option("units")
    until(page, lambda: len(held) == 1)  # a browser asks once for both kinds
    page.locator("[name=title]").fill("Case 1: post-op knee")
    page.locator("[name=kind]").select_option("claim")
    page.locator("[name=note]").fill(NOTE)
    held[0].continue_()
    expect(page.locator("rc-writer form")).to_have_attribute("data-kind", "claim")
    expect(page.locator("[name=title]")).to_have_value("Case 1: post-op knee")
    expect(page.locator("[name=note]")).to_have_value(NOTE)
    expect(page.locator("[name=kind]")).to_have_value("claim")
