"""The kinds of question that the engine keys, as learners answer them.

Right, wrong, in part, by keyboard alone, without JavaScript.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import MakeOnce
from tests.e2e.conftest import SEEN, build_clinic, serving
from tests.e2e.test_every_page import violations

ADDRESS = "practice/kinds/"
CHOSEN = {
    "kinds-spot": (["line-2.code", "line-3.units"], ["nothing"]),
    "kinds-missing": (["ask.kneading.minutes"], ["nothing"]),
    "kinds-words": (["kneading.technique", "kneading.purpose"], ["drive"]),
    "kinds-payer": (["97140.on"], ["nothing"]),
    "kinds-date": (["97530.off"], ["nothing"]),
}


@pytest.fixture(scope="module")
def origin(make_once: MakeOnce) -> Iterator[str]:
    """The site that has the quiz of kinds, at an origin of its own."""
    with serving(make_once("clinic", build_clinic) / "site") as address:
        yield address


def opened(visitor, item: str) -> Locator:
    page = visitor.open(f"{ADDRESS}#q-{item}")
    page.wait_for_selector("rc-quiz[data-ready]")
    return page.locator(f"#q-{item}")


def check(section: Locator) -> None:
    section.locator(".rc-check").click()


def tick(section: Locator, names: list[str]) -> None:
    for name in names:
        section.locator(f'.rc-option[data-option="{name}"]').click()


def count(section: Locator, **units: str) -> None:
    for code, number in units.items():
        section.locator(f'input[data-cell="{code.removeprefix("c")}"]').fill(number)


def write(section: Locator, *lines: tuple[str, str, list[str]]) -> None:
    for number, (code, units, modifiers) in enumerate(lines, 1):
        line = section.locator(f'.rc-line[data-line="{number}"]')
        line.locator("select").select_option(code)
        line.locator("input[type=number]").fill(units)
        for modifier in modifiers:
            line.locator(f'input[value="{modifier}"]').check()


@pytest.mark.parametrize("item", CHOSEN)
def test_what_is_ticked_is_right_wrong_or_right_in_part(visit, item):
    right, wrong = CHOSEN[item]
    for names, state in ((right, "right"), (wrong, "wrong"), ([*right, *wrong], "wrong")):
        section = opened(visit, item)
        if section.get_attribute("data-state") != "open":
            section.locator(".rc-retry-item").click()
        tick(section, names)
        check(section)
        expect(section).to_have_attribute("data-state", state)
        expect(section.locator('.rc-feedback--yours [data-mark="missed"]')).to_have_count(
            len(right) if names == wrong else 0
        )


def test_half_of_the_marks_are_half_of_the_answer(visit):
    section = opened(visit, "kinds-spot")
    tick(section, ["line-2.code", "line-2.modifiers"])
    check(section)
    expect(section.locator(".rc-verdict")).to_contain_text("50% correct")
    expect(section.locator('.rc-option[data-option="line-2.modifiers"]')).to_have_attribute(
        "data-mark", "left"
    )


def test_units_are_right_wrong_or_right_in_part(visit):
    section = opened(visit, "kinds-units")
    count(section, c97110="2", c97140="1", c97010="0")
    check(section)
    expect(section).to_have_attribute("data-state", "right")
    section.locator(".rc-retry-item").click()
    count(section, c97110="3", c97140="1", c97010="1")
    check(section)
    expect(section.locator(".rc-verdict")).to_contain_text("33% correct")
    expect(section.locator('.rc-feedback [data-option="97110"] li[data-chosen]')).to_contain_text(
        "counted into one code"
    )


@pytest.mark.parametrize("units", [("2", "1"), ("1", "2")])
def test_either_way_to_share_a_tie_is_right(visit, units):
    section = opened(visit, "kinds-tie")
    count(section, c97110=units[0], c97140=units[1])
    check(section)
    expect(section).to_have_attribute("data-state", "right")


@pytest.mark.parametrize("number", ["", "10", "1.5", "-1"])
def test_what_is_no_number_of_units_is_asked_for_again(visit, number):
    section = opened(visit, "kinds-tie")
    count(section, c97110="1", c97140=number)
    check(section)
    expect(section.locator(".rc-hint")).to_contain_text("whole number from 0 to 9")
    expect(section).to_have_attribute("data-state", "open")


def test_a_right_claim_is_right_in_any_order(visit):
    section = opened(visit, "kinds-claim")
    write(section, ("97140", "1", ["GP"]), ("97110", "2", ["GP"]))
    check(section)
    expect(section).to_have_attribute("data-state", "right")
    expect(section.locator(".rc-payer")).to_be_hidden()


def test_a_wrong_claim_is_told_what_the_payer_does_and_the_way_back(visit):
    section = opened(visit, "kinds-claim")
    write(section, ("97110", "3", ["GP"]), ("97140", "1", []), ("97124", "1", ["GP", "59"]))
    check(section)
    expect(section.locator(".rc-verdict")).to_contain_text("57% correct")
    told = section.locator(".rc-payer li")
    expect(told.nth(0)).to_contain_text("At risk")
    expect(told.nth(1)).to_contain_text("CARC 4")
    expect(told.nth(1)).to_contain_text("How to fix it: Append GP.")
    expect(told.nth(2)).to_contain_text("CARC 236")
    marks = section.locator('.rc-line[data-line="1"] [data-mark]').evaluate_all(
        "cells => cells.map(cell => cell.dataset.mark)"
    )
    assert marks == ["right", "wrong", "right"]


def test_a_claim_without_its_lines_says_what_it_lacks(visit):
    section = opened(visit, "kinds-claim")
    check(section)
    expect(section.locator(".rc-hint")).to_contain_text("Fill in a line first")
    section.locator('.rc-line[data-line="2"] select').select_option("97110")
    check(section)
    expect(section.locator(".rc-hint")).to_contain_text("Line 2 needs units")
    section.locator(".rc-nothing input").check()
    section.locator('.rc-line[data-line="2"] input[type=number]').fill("1")
    check(section)
    expect(section.locator(".rc-hint")).to_contain_text(
        "Enter claim lines or choose nothing billable"
    )


def test_nothing_on_the_claim_is_an_answer(visit):
    section = opened(visit, "kinds-nothing")
    section.locator(".rc-nothing input").check()
    check(section)
    expect(section).to_have_attribute("data-state", "right")


def test_answers_are_there_again_after_a_reload(visit):
    section = opened(visit, "kinds-claim")
    write(section, ("97110", "3", ["GP", "KX"]))
    check(section)
    count(opened(visit, "kinds-units"), c97110="2", c97140="1", c97010="0")
    check(visit.page.locator("#q-kinds-units"))
    visit.page.reload()
    section = opened(visit, "kinds-claim")
    expect(section).to_have_attribute("data-state", "wrong")
    expect(section.locator('.rc-line[data-line="1"] input[value="KX"]')).to_be_checked()
    expect(section.locator(".rc-payer")).to_be_visible()
    assert opened(visit, "kinds-units").get_attribute("data-state") == "right"


def test_a_claim_is_filled_in_by_keyboard_alone(visit):
    section = opened(visit, "kinds-nothing")
    keys = visit.page.keyboard
    section.locator("select").first.focus()
    keys.type("97010")
    keys.press("Tab")
    keys.type("1")
    keys.press("Tab")
    keys.press("Space")
    for _ in range(5):
        keys.press("Tab")
    assert section.get_attribute("data-state") == "open"
    keys.press("Enter")
    expect(section).to_have_attribute("data-state", "wrong")
    expect(section.locator(".rc-payer li").first).to_contain_text("97010 × 1 GP")
    expect(section.locator(".rc-check")).to_be_focused()


@pytest.mark.parametrize("item", ["kinds-units", "kinds-tie", *CHOSEN])
def test_every_other_kind_is_answered_by_keyboard_alone(visit, item):
    section = opened(visit, item)
    keys = visit.page.keyboard
    section.locator(".rc-options input").first.focus()
    for _ in range(section.locator(".rc-options input").count()):
        keys.press("Space" if item in CHOSEN else "1")
        keys.press("Tab")
    assert section.get_attribute("data-state") == "open"
    keys.press("Enter")
    expect(section.locator(".rc-verdict")).to_be_visible()


FORM = {
    "11": "NONE",
    "17b": "1000000013",
    "97110-units": "2",
    "97110-modifiers": "GP",
    "97110-pointer": "C",
    "97110-charge": "97.00",
    "97124-units": "not billed",
    "28": "97.00",
}


def fill(section: Locator, **other: str) -> None:
    for cell, text in (FORM | other).items():
        section.locator(f'select[data-cell="{cell}"]').select_option(label=text)


def answer_all(page: Page) -> None:
    page.locator(".rc-view").click()
    for item, (right, wrong) in CHOSEN.items():
        tick(page.locator(f"#q-{item}"), [right[0], wrong[0]])
    count(page.locator("#q-kinds-units"), c97110="3", c97140="1", c97010="0")
    count(page.locator("#q-kinds-tie"), c97110="1", c97140="2")
    write(page.locator("#q-kinds-claim"), ("97110", "3", ["GP"]), ("97124", "1", ["59"]))
    write(page.locator("#q-kinds-nothing"), ("97010", "1", ["GP"]))
    fill(page.locator("#q-kinds-form"), **{"17b": "1000000024"})
    for button in page.locator(".rc-check").all():
        button.click()
    expect(page.locator(".rc-item[data-state='open']")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "viewport"), SEEN, ids=["phone", "desk", "dark"])
def test_axe_finds_nothing_before_and_after_answering(visit_as, scheme, viewport):
    visitor = visit_as(color_scheme=scheme, viewport=viewport)
    page = visitor.open(ADDRESS)
    page.wait_for_selector("rc-quiz[data-ready]")
    assert violations(page) == []
    answer_all(page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.complaints == []


def test_the_result_counts_what_is_right_in_part_and_lists_confusions(visit):
    page = visit.open(ADDRESS)
    page.wait_for_selector("rc-quiz[data-ready]")
    answer_all(page)
    expect(page.locator(".rc-result__score")).to_have_text("1 of 10 correct")
    expect(page.locator(".rc-result__notes")).to_contain_text("partly correct")
    expect(page.locator(".rc-confusions")).to_contain_text(
        "You chose 97110 × 3 instead of 97110 × 2"
    )
    expect(page.locator(".rc-confusions")).to_contain_text("You chose 97124 instead of 97140")


@pytest.mark.parametrize("item", ["kinds-units", "kinds-claim", *CHOSEN])
def test_without_javascript_the_question_and_its_answer_are_there(visit_as, item):
    page = visit_as(java_script_enabled=False).open(ADDRESS)
    section = page.locator(f"#q-{item}")
    expect(section.locator("input").first).to_be_visible()
    expect(section.locator(".rc-note")).to_contain_text(
        "calf" if item in ("kinds-claim", "kinds-spot") else ""
    )
    expect(section.locator(".rc-feedback")).to_be_hidden()
    section.locator(".rc-answer > summary").click()
    expect(section.locator(".rc-answer__key")).to_contain_text("Correct answer:")
    expect(section.locator(".rc-feedback li").first).to_be_visible()
    if item in ("kinds-claim", "kinds-spot"):
        expect(section.locator(".rc-reaction").first).to_contain_text("How to fix it:")
