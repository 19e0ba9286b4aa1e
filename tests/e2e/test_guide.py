"""The guide to a code, as people use it: by pointer, by keyboard, by typing, without script.

And the pages beside it.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations

GUIDE = "guide/"


def opened(visitor, hash_: str = "") -> Page:
    page = visitor.open(GUIDE + hash_)
    page.wait_for_selector("rc-guide[data-ready]")
    return page


def choose(page: Page, label: str) -> None:
    page.locator("a.rc-guide__option", has_text=label).first.click()


def title(page: Page):
    return page.locator(".rc-guide__title")


def to_restore_motion(page: Page) -> None:
    for label in ("Therapeutic procedures", "Deep tissue work", "To restore motion"):
        choose(page, label)


def test_questions_lead_to_the_code_with_its_reason_and_source(visit):
    page = opened(visit)
    expect(title(page)).to_have_text("What kind of service was it?")
    to_restore_motion(page)
    expect(title(page)).to_have_text("97140 Manual therapy")
    answer = page.locator(".rc-guide__panel .rc-guide__answer")
    expect(answer).to_contain_text("Soft tissue mobilized to restore motion is manual therapy")
    answer.locator(".rc-cite").first.click()
    expect(page.locator(".rc-popover:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    answer.locator("a.rc-code").first.click()
    page.wait_for_url("**/codes/97140/")


def test_only_one_question_is_shown_at_a_time(visit):
    page = opened(visit)
    choose(page, "Therapeutic procedures")
    expect(page.locator(".rc-guide__tree")).to_be_hidden()
    expect(page.locator(".rc-guide__panel h2")).to_have_count(1)


def test_back_and_the_browsers_own_back_return_to_the_question(visit):
    page = opened(visit)
    to_restore_motion(page)
    page.locator("rc-guide a", has_text="Back").click()
    expect(title(page)).to_have_text("What was the purpose?")
    page.go_back()
    expect(title(page)).to_have_text("97140 Manual therapy")
    page.locator("rc-guide a", has_text="Start over").click()
    expect(title(page)).to_have_text("What kind of service was it?")


def test_a_new_question_takes_the_focus_and_is_said(visit):
    page = opened(visit)
    choose(page, "Evaluations")
    expect(title(page)).to_be_focused()
    expect(page.locator("rc-guide .rc-live")).to_contain_text(
        "Which of these is closest to what was done? 6 choices."
    )
    choose(page, "Physical therapy re-evaluation")
    choose(page, "No")
    expect(page.locator("rc-guide .rc-live")).to_contain_text("Answer: Not billable")


def test_the_keyboard_alone_is_enough(visit):
    page = opened(visit)
    page.locator("a.rc-guide__option", has_text="Chiropractic manipulation").focus()
    page.keyboard.press("Enter")
    expect(title(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("How many regions of the spine?")
    expect(title(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(title(page)).to_have_text("98941 CMT, spinal, 3-4 regions")


def test_what_the_note_does_not_say_is_asked(visit):
    page = opened(visit)
    for label in ("Therapeutic procedures", "Massage, effleurage", "Not documented"):
        choose(page, label)
    expect(title(page)).to_have_text("Query the therapist")


def test_typing_finds_a_technique_by_any_of_its_words(visit):
    page = opened(visit)
    page.get_by_label("Or type what was done").fill("kneading")
    expect(page.locator(".rc-guide__found")).to_have_text("2 found")
    page.locator(".rc-guide__finder a.rc-guide__option").first.click()
    expect(title(page)).to_have_text("What was the purpose?")


def test_typing_finds_in_spanish_too(visit):
    """The words of the interface and those of the search are two scripts."""
    page = opened(visit, "?lang=es")
    page.get_by_label("O escriba lo que se hizo").fill("kneading")
    expect(page.locator(".rc-guide__finder a.rc-guide__option")).to_have_count(2)


def test_words_in_any_order_lead_to_the_question_that_parts_the_codes(visit):
    page = opened(visit)
    page.get_by_label("Or type what was done").fill("traction, cervical")
    page.locator(".rc-guide__finder a.rc-guide__option").first.click()
    expect(title(page)).to_have_text("Which type was it?")


def test_a_number_leads_to_the_page_of_its_code(visit):
    page = opened(visit)
    page.get_by_label("Or type what was done").fill("97110")
    page.locator(".rc-guide__finder a.rc-guide__option").first.click()
    page.wait_for_url("**/codes/97110/")


def test_an_address_opens_its_question(visit):
    page = opened(visit, "#g-chiropractic-manipulation-chiropractic-manipulation")
    expect(title(page)).to_have_text("How many regions of the spine?")
    expect(page.locator(".rc-guide__way li")).to_have_count(2)


def test_an_address_that_nothing_has_starts_at_the_start(visit):
    expect(title(opened(visit, "#nothing-'\"><b>"))).to_have_text("What kind of service was it?")


def test_everything_can_be_shown_as_a_list(visit):
    page = opened(visit)
    page.get_by_role("button", name="Show everything as a list").click()
    expect(page.locator(".rc-guide__tree")).to_be_visible()
    expect(page.locator(".rc-guide__panel")).to_be_hidden()


def test_without_script_the_choices_open_one_inside_the_other(visit_as):
    visitor = visit_as(java_script_enabled=False, viewport=PHONE)
    page = visitor.open(GUIDE)
    for label in ("Therapeutic procedures", "Deep tissue work", "To restore motion"):
        page.locator("details > summary", has_text=label).first.click()
    expect(page.locator(".rc-guide__answer:visible")).to_contain_text("97140")


def test_axe_finds_nothing_on_a_question_an_answer_and_the_list(visit):
    page = opened(visit)
    for label in ("Wound care", "Selective debridement"):
        choose(page, label)
        expect(title(page)).to_be_focused()
        assert violations(page) == []
    page.get_by_role("button", name="Show everything as a list").click()
    assert violations(page) == []


@pytest.mark.parametrize(
    "address",
    [
        GUIDE,
        "families/therapeutic-procedures/",
        "families/remote-monitoring/",
        "learn/rules/ncci-pairs/",
        "learn/rules/mppr/",
    ],
)
def test_nothing_scrolls_sideways_on_a_small_phone(visit_as, address):
    visitor = visit_as(viewport={"width": 320, "height": 640})
    page = visitor.open(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_code_page_leads_to_its_family_and_the_guide(visit):
    page = visit.open("codes/97124/")
    page.locator(".rc-family-link a").first.click()
    page.wait_for_url("**/families/therapeutic-procedures/")
    row = page.locator(".rc-family tr", has_text="97124").first
    expect(row).to_contain_text("timed, 15 minutes per unit")
    expect(row).to_contain_text("97140")


def test_a_measured_code_in_the_visit_form_asks_for_its_amount(visit):
    page = visit.open("tools/visit/")
    page.wait_for_selector("rc-visit[data-ready]")
    page.get_by_role("combobox", name="What was done").fill("97597")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Payer").fill("medicare part b")
    page.keyboard.press("Enter")
    page.get_by_label("Discipline").select_option("pt")
    page.locator('[name="detail:area_cm2"]').first.fill("45")
    page.locator("button[type=submit]").last.click()
    expect(page.locator(".rc-output")).to_contain_text("97598")
