"""The calculators' forms: empty at first, lists that are typed into, links that carry them."""

from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations
from tests.e2e.test_tools import empty, enter, fill, opened, row, submit, typed

FORMS = ("units", "pairs", "on", "visit")
EVENING = datetime(2026, 3, 2, 23, 30)
"""In New York the day before it is in Greenwich."""


def state(page: Page) -> list[list[str]]:
    """What every field of the form holds."""
    return page.evaluate(
        "[...document.querySelectorAll('.rc-form [name]')].map(one => [one.name, one.value])"
    )


def note(page: Page) -> Locator:
    return page.locator(".rc-form-note")


def options(page: Page) -> Locator:
    return page.locator(".rc-typed__option")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_starts_empty_with_the_date_where_the_learner_is(visit_as, name):
    visitor = visit_as(timezone_id="America/New_York")
    visitor.page.clock.set_fixed_time(EVENING.astimezone())
    page = empty(visitor, name)
    local = page.evaluate("new Date().toLocaleDateString('sv-SE')")
    for field, value in state(page):
        if field == "date":
            assert value == local
        elif field in ("code", "what", "minutes", "payer"):
            assert value == ""
    submit(page)
    expect(page.locator(".rc-flaw").first).to_contain_text("Choose one from the list.")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("97140", "97140 Manual therapy"),
        ("ther ex", "97110 "),
        ("gait", "97116 "),
        ("manual ther", "97140 "),
        ("g0283", "G0283 "),
        ("9711", "97110 "),
    ],
)
def test_a_code_is_found_by_number_name_and_what_notes_call_it(visit, word, found):
    page = empty(visit, "units")
    page.get_by_role("combobox", name="Code").press_sequentially(word)
    expect(options(page).first).to_contain_text(found)


def test_a_list_is_used_by_keyboard_alone(visit):
    page = empty(visit, "visit")
    box = page.get_by_role("combobox", name="What was done")
    box.focus()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("cervical traction")
    expect(box).to_have_attribute("aria-expanded", "true")
    first = options(page).first
    expect(first).to_contain_text("Traction")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(box).to_have_value("Traction")
    expect(row(page, 0).locator('[name="detail:sort"]')).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_have_value("Traction")
    expect(options(page)).to_have_count(0)
    assert row(page, 0).locator('[name="what"]').input_value() == "technique:traction"


def test_a_word_that_is_left_takes_its_first_match(visit):
    page = empty(visit, "on")
    page.get_by_role("combobox", name="Payer").press_sequentially("tricare")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Payer")).to_have_value("TRICARE")
    assert page.locator('[name="payer"]').input_value() == "tricare"


def test_a_word_that_finds_nothing_stays_and_is_named_at_its_field(visit):
    page = empty(visit, "units")
    box = page.get_by_role("combobox", name="Code")
    box.fill("97xyz")
    page.keyboard.press("Tab")
    expect(box).to_have_value("97xyz")
    row(page, 0).locator('[name="minutes"]').fill("15")
    submit(page)
    expect(box).to_be_focused()
    expect(page.locator(".rc-flaw")).to_have_text("Choose one from the list.")


def test_without_the_script_of_lists_they_are_chosen_from(visit):
    visit.context.route("**/type-ahead.js", lambda route: route.abort())
    page = empty(visit, "units")
    row(page, 0).locator('[name="code"]').select_option("97110")
    row(page, 0).locator('[name="minutes"]').fill("23")
    submit(page)
    expect(page.locator(".rc-claim-line").first).to_have_text("97110 × 2")


def test_a_list_is_tapped_on_a_phone(visit_as):
    page = empty(visit_as(viewport=PHONE, has_touch=True, is_mobile=True), "visit")
    page.get_by_role("combobox", name="Payer").tap()
    expect(options(page)).to_have_count(page.locator('[name="payer"] option').count() - 1)
    assert options(page).first.bounding_box()["height"] >= 24
    page.get_by_role("option", name="Aetna").tap()
    assert page.locator('[name="payer"]').input_value() == "aetna"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("name", FORMS)
def test_a_copied_link_fills_the_form_of_another(visit_as, name):
    sender = visit_as(permissions=["clipboard-read", "clipboard-write"])
    page = opened(sender, name)
    if name == "visit":
        fill(page, 1, what="technique:chiropractic-manipulation")
        fill(page, 1, **{"detail:regions": "3"})
    page.get_by_role("button", name="Copy link").click()
    expect(note(page)).to_contain_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    other = visit_as().open(link.removeprefix(sender.origin))
    other.wait_for_selector(f"rc-{name}[data-ready]")
    expect(note(other)).to_have_text("Filled in from the link.")
    assert state(other) == state(page)
    for one in (page, other):
        submit(one)
    assert other.locator(".rc-output").inner_text() == page.locator(".rc-output").inner_text()


def test_an_answered_form_outlasts_a_reload(visit):
    page = opened(visit, "units")
    submit(page)
    before = state(page)
    page.reload()
    page.wait_for_selector("rc-units[data-ready]")
    assert state(page) == before


def test_a_damaged_link_says_so_and_loses_nothing(visit):
    page = opened(visit, "visit")
    submit(page)
    link = page.evaluate("location.hash")
    cut = link[: link.index("2.what")] + "1.what2=x"
    page = empty(visit, "visit", cut)
    page.reload()  # a fragment alone does not load the page again
    page.wait_for_selector("rc-visit[data-ready]")
    expect(note(page)).to_contain_text("This link is damaged. What could be read is filled in")
    expect(note(page)).to_contain_text("Not read: 1.what2.")
    assert row(page, 0).locator('[name="what"]').input_value() == "code:97110"
    assert page.evaluate("location.hash") == cut
    fill(page, 0, minutes="33")
    before = state(page)
    page.evaluate("location.hash = '#form=1&date=2020-01-01'")
    expect(note(page)).to_contain_text("Your entries are unchanged.")
    assert state(page) == before


def test_back_returns_from_the_example_to_what_was_entered(visit):
    page = empty(visit, "units")
    fill(page, 0, code="97113", minutes="44")
    page.get_by_role("button", name="Show an example").click()
    assert row(page, 0).locator('[name="code"]').input_value() == "97110"
    page.go_back()
    expect(row(page, 0).locator('[name="minutes"]')).to_have_value("44")
    assert row(page, 0).locator('[name="code"]').input_value() == "97113"
    page.get_by_role("button", name="Clear the form").click()
    assert row(page, 0).locator('[name="code"]').input_value() == ""


def test_the_claim_checker_starts_empty_too(visit):
    page = visit.open("tools/check-text/")
    page.wait_for_selector("rc-check-text[data-ready]")
    expect(page.get_by_label("Text to check")).to_have_value("")
    page.get_by_role("button", name="Show an example").click()
    submit(page)
    expect(page.locator(".rc-output")).to_contain_text("97110")


def test_the_timeline_is_narrowed_by_a_typed_code(visit):
    page = visit.open("changes/")
    page.wait_for_selector("rc-timeline[data-ready]")
    enter(page.locator('[name="code"]'), "97140")
    expect(page.locator("rc-timeline + p, rc-timeline [role=status]").last).to_contain_text("of")
    assert typed(page.locator('[name="code"]')).input_value().startswith("97140")
    page.get_by_role("button", name="Show all").click()
    expect(typed(page.locator('[name="code"]'))).to_have_value("All codes")
