"""Another one like this, again and again.

By mouse, by keyboard alone, from a folder, without a network.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.practicing import stored
from tests.e2e.test_every_page import violations

UNITS, CODES, CLAIM = (
    "practice/endless/two-codes-units/",
    "practice/endless/hands-on-code/",
    "practice/endless/whole-visit-claim/",
)
PRESSES = 30


def ready(page: Page) -> Page:
    page.wait_for_selector("rc-variants[data-ready]")
    return page


def shown(page: Page) -> str:
    return page.locator("rc-variants .rc-item").get_attribute("data-item")


def another(page: Page) -> str:
    before = shown(page)
    page.locator(".rc-another").click()
    page.wait_for_function(
        "before => document.querySelector('rc-variants .rc-item').dataset.item !== before",
        arg=before,
    )
    return shown(page)


def right_option(page: Page) -> str:
    return page.locator('rc-variants .rc-feedback li[data-right="true"]').first.get_attribute(
        "data-option"
    )


@pytest.mark.parametrize("address", [UNITS, CODES, CLAIM])
def test_another_one_is_always_another_one(visit, address):
    page = ready(visit.open(address))
    found = [shown(page), *(another(page) for _ in range(PRESSES))]
    assert len(set(found)) == PRESSES + 1
    expect(page.locator("rc-variants .rc-item")).to_have_count(1)
    expect(page.locator(".rc-item__number")).to_have_text(f"Scenario {PRESSES + 1}")
    assert visit.complaints == []
    assert {url.split("/")[2] for url in visit.requests} == {visit.origin.split("/")[2]}


def test_a_wrong_answer_is_told_its_mistake_and_a_right_one_counted(visit):
    page = ready(visit.open(CODES))
    for turn in range(6):
        section, right = page.locator("rc-variants .rc-item"), right_option(page)
        wrong = section.locator(f'.rc-option:not([data-option="{right}"])').first
        (section.locator(f'.rc-option[data-option="{right}"]') if turn % 2 else wrong).click()
        section.locator(".rc-check").click()
        expect(section.locator(".rc-verdict")).to_contain_text(
            "Correct" if turn % 2 else "Incorrect"
        )
        assert (
            len(section.locator(".rc-feedback--yours .rc-feedback__text").first.inner_text()) > 20
        )
        another(page)
    expect(page.locator(".rc-variants__tally")).to_have_text("6 answered, 3 correct")
    assert all(attempt["item"].startswith("hands-on-code-") for attempt in stored(page, 6))


def test_units_are_answered_on_a_scenario_that_was_loaded_later(visit):
    page = ready(visit.open(UNITS))
    for _ in range(5):
        another(page)
    section = page.locator("rc-variants .rc-item")
    for field in section.locator(".rc-options input, .rc-units input").all():
        field.fill("0")
    section.locator(".rc-check").click()
    expect(section.locator(".rc-verdict")).to_contain_text("Incorrect")
    expect(section.locator(".rc-panel")).to_be_visible()


def test_what_was_seen_does_not_come_back_after_a_reload(visit):
    page = ready(visit.open(UNITS))
    before = [shown(page), *(another(page) for _ in range(7))]
    page.reload()
    after = [shown(ready(page)), *(another(page) for _ in range(7))]
    assert set(before) & set(after) == set()


def test_they_begin_again_only_when_all_were_seen(visit):
    page = ready(visit.open(UNITS))
    total = int(page.locator("rc-variants").get_attribute("data-total"))
    seen = [shown(page), *(another(page) for _ in range(total - 1))]
    assert len(set(seen)) == total
    assert another(page) in seen
    expect(page.get_by_role("status").filter(has_text="You have seen them all")).to_be_attached()


def test_by_keyboard_alone(visit):
    page = ready(visit.open(CODES))
    found = [shown(page)]
    for _ in range(3):
        page.locator("rc-variants .rc-option input").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className").find("rc-check") >= 0
        page.keyboard.press("Enter")
        expect(page.locator(".rc-verdict")).to_be_visible()
        for _ in range(40):
            page.keyboard.press("Tab")
            if "rc-another" in page.evaluate("document.activeElement.className"):
                break
        page.keyboard.press("Enter")
        page.wait_for_function(
            "before => document.querySelector('rc-variants .rc-item').dataset.item !== before",
            arg=found[-1],
        )
        expect(page.locator("rc-variants .rc-item__title")).to_be_focused()
        found.append(shown(page))
    assert len(set(found)) == 4


def test_it_works_from_a_folder(visit, site):
    page = visit.page
    page.goto((site / UNITS / "index.html").as_uri())
    ready(page)
    assert len({shown(page), *(another(page) for _ in range(8))}) == 9


def test_when_further_ones_cannot_be_loaded_those_there_begin_again(visit):
    visit.context.route(re.compile(r"\.\d+\.js$"), lambda route: route.abort())
    page = ready(visit.open(UNITS))
    first = [shown(page), another(page), another(page)]
    assert another(page) in first
    expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_be_attached()


def test_damaged_memory_is_no_obstacle(visit):
    page = visit.open(UNITS)
    shown(ready(page))  # the deck remembers it under the template's version
    damaged = page.evaluate(
        """() => Object.keys(localStorage)
            .filter((key) => key.startsWith("rightcode/1/variants/two-codes-units@"))
            .map((key) => localStorage.setItem(key, "[broken"))
            .length"""
    )
    assert damaged == 1
    page.reload()
    assert shown(ready(page))


def test_without_javascript_some_can_be_read_with_their_answers(visit_as):
    page = visit_as(java_script_enabled=False).open(UNITS)
    expect(page.locator(".rc-item")).to_have_count(3)
    page.locator(".rc-item summary").first.click()
    expect(page.locator(".rc-item .rc-answer__key").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_anybody(visit_as, scheme):
    page = ready(visit_as(color_scheme=scheme).open(CODES))
    assert violations(page) == []
    page.locator("rc-variants .rc-option").first.click()
    page.locator(".rc-check").click()
    another(page)
    assert violations(page) == []
