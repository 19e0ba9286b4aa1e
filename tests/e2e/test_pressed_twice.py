"""What a reader presses or types while something is still on its way is done once, and stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import serving
from tests.e2e.practicing import answer, go_on, open_way
from tests.e2e.test_tracks import certify, opened, pass_track
from tests.e2e.waiting import PAINTED, until

TWICE = "selector => { const one = document.querySelector(selector); one.click(); one.click(); }"


@pytest.fixture(scope="module")
def origin(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def place(page: Page) -> str:
    return page.locator(".rc-bar__place").inner_text()


def test_next_pressed_twice_asks_one_question(visit, origin):
    page = open_way(visit.page, origin, "mixed")
    answer(page)
    assert place(page).startswith("Question 1 of ")
    page.evaluate(TWICE, ".rc-next")
    expect(page.locator(".rc-verdict:visible")).to_have_count(0)
    page.evaluate(PAINTED)
    assert place(page).startswith("Question 2 of ")
    go_on(page)
    assert place(page).startswith("Question 3 of ")


def test_next_is_not_to_be_pressed_before_there_is_a_question(visit, origin):
    held: list[Route] = []
    is_open = False

    def hold(route: Route) -> None:
        if is_open:
            route.continue_()
        else:
            held.append(route)

    page = visit.page
    page.route("**/bank/items/*.js", hold)
    page.goto(f"{origin}practice/mixed/")
    until(page, lambda: held)
    expect(page.locator(".rc-next")).to_be_disabled()
    is_open = True
    for route in held:
        route.continue_()
    expect(page.locator(".rc-item")).to_have_count(1)
    expect(page.locator(".rc-next")).to_be_enabled()
    assert place(page).startswith("Question 1 of ")


def test_a_list_typed_into_right_after_the_form_was_cleared_stays(visit, origin):
    page = visit.open("tools/units/")
    page.wait_for_selector("rc-units[data-ready]")
    box = page.get_by_role("combobox", name="Code")
    box.evaluate(
        "box => { box.form.reset(); box.focus(); box.value = '97124';"
        " box.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    page.evaluate(PAINTED)
    expect(box).to_have_value("97124")
    expect(box).to_have_attribute("aria-expanded", "true")


def test_a_name_stays_while_another_tab_is_read_in(visit):
    page = opened(visit)
    pass_track(page)
    certify(page, "Ann Lee")
    other = visit.context.new_page()
    other.goto(page.url)
    other.wait_for_selector("rc-track[data-ready]")
    other.get_by_label("I have read: Using massage").check()
    expect(other.get_by_text("1 page to read")).to_have_count(0)
    page.wait_for_timeout(300)  # nothing is to come of it, and nothing tells that it has not
    expect(page.get_by_label("Name")).to_have_value("Ann Lee")
    expect(page.locator(".rc-certificate")).to_be_visible()
