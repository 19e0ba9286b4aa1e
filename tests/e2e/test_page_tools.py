"""Save, note, cite, report, and the link of a question: by keyboard, offline of any server."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import assert_alone, violations
from tests.e2e.waiting import until

CODE, QUIZ = "codes/97124/", "practice/massage-vs-similar/"
SAVED = "JSON.parse(localStorage['rightcode.saved'] ?? '{}')"
PAGES = (CODE, "learn/rules/eight-minute/", "learn/using-97124/", "myths/massage-is-exercise/")


def open_by_key(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    page.keyboard.press("Enter")


def test_a_page_is_saved_and_noted_and_listed_and_forgotten(visit) -> None:
    page = visit.open(CODE)
    open_by_key(page, "Save this page")
    star = page.get_by_role("button", name="Save this page")
    expect(star).to_have_attribute("aria-pressed", "true")
    open_by_key(page, "Add a note")
    page.get_by_label("Note", exact=True).fill("Ask about the MUE.\nTwice.")
    page.get_by_role("button", name="Save note").press("Enter")
    expect(page.locator("dialog")).to_have_count(0)
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".rc-own-note")).to_contain_text("Ask about the MUE.")
    page = visit.open("practice/data/")
    row = page.locator(".rc-saved li")
    expect(row.get_by_role("link")).to_have_text("97124 Massage")
    assert violations(page) == []
    row.get_by_role("button").press("Enter")
    expect(page.locator(".rc-saved")).to_contain_text("No page is saved.")
    visit.open(CODE)
    expect(star).to_have_attribute("aria-pressed", "false")
    assert_alone(visit)


def test_what_is_saved_goes_with_the_file_and_is_deleted_with_everything(
    visit, visit_as, tmp_path: Path
) -> None:
    page = visit.open(CODE)
    open_by_key(page, "Save this page")
    until(page, lambda: page.evaluate(f"{SAVED}['{CODE}']"))
    page = visit.open("practice/data/")
    with page.expect_download() as found:
        page.locator(".rc-export").click()
    file = tmp_path / "progress.json"
    found.value.save_as(file)
    assert CODE in json.loads(file.read_text("utf-8"))["saved"]
    page.locator(".rc-delete").click()
    page.locator(".rc-delete-now").click()
    expect(page.locator(".rc-saved")).to_contain_text("No page is saved.")
    assert page.evaluate(SAVED) == {}
    other = visit_as().open("practice/data/")
    other.locator(".rc-import-input").set_input_files(file)
    expect(other.locator(".rc-saved li")).to_have_count(1)
    expect(other.locator(".rc-files__message")).to_contain_text("1 saved page or note was loaded.")


@pytest.mark.parametrize("address", PAGES)
def test_a_report_and_a_citation_name_the_page_and_its_day(visit, origin, address: str) -> None:
    page = visit.open(address)
    open_by_key(page, "Cite this page")
    cited = page.get_by_label("Citation").input_value()
    assert origin + address in cited
    assert re.search(r"Facts as of [A-Z][a-z]+ \d+, 20\d\d\.", cited)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Cite this page")).to_be_focused()
    open_by_key(page, "Report an error")
    text = page.get_by_label("Your report").input_value()
    assert f"Address: {origin}{address}" in text
    assert "Facts as of: " in text
    assert page.locator("dialog a").count() == 0, "no owner has named an address"
    assert violations(page) == []


def test_where_the_owner_named_an_address_a_report_becomes_a_mail(visit) -> None:
    page = visit.open(CODE)
    page.evaluate("document.querySelector('.rc-tools').dataset.contact = 'errors@clinic.example'")
    open_by_key(page, "Report an error")
    page.get_by_label("Your report").fill("97124 & more\nwrong")
    href = page.get_by_role("link", name="Write an email").get_attribute("href")
    assert href.startswith("mailto:errors@clinic.example?subject=")
    assert href.endswith("&body=97124%20%26%20more%0D%0Awrong")


def test_a_question_has_a_link_that_opens_it(visit_as, origin) -> None:
    visitor = visit_as(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(QUIZ)
    page.wait_for_selector("rc-quiz[data-ready]")
    third = page.locator(".rc-item").nth(2)
    item = third.get_attribute("data-item")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    link = third.get_by_role("link", name="Link, save, report")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Copy link").press("Enter")
    expect(page.locator("dialog [role=status]")).to_have_text("Copied.")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{origin}{QUIZ}#q-{item}"
    page.get_by_role("button", name="Save question").press("Enter")
    page.get_by_role("button", name="Report an error").last.press("Enter")
    text = page.get_by_label("Your report").input_value()
    assert f"Question: {item}, version 1" in text
    assert address in text
    there = visit_as().open(address.removeprefix(origin))
    expect(there.locator(f"[data-item={item}]")).to_be_visible()
    expect(there.locator(".rc-item:visible")).to_have_count(1)


def test_one_dialog_leaves_before_the_next_one_opens(visit) -> None:
    page = visit.open(QUIZ)
    page.wait_for_selector("rc-quiz[data-ready]")
    page.locator(".rc-item").first.get_by_role("link", name="Link, save, report").press("Enter")
    report = page.locator("dialog").get_by_role("button", name="Report an error")
    dialogs = "button => (button.click(), document.querySelectorAll('dialog').length)"
    assert report.evaluate(dialogs) == 1, "a label finds its field by an id that is there once"


def test_a_question_met_in_practice_leads_to_its_quiz(visit) -> None:
    page = visit.open("practice/mixed/")
    link = page.locator(".rc-item [data-tool=question]").first
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", re.compile(r"^\.\./[\w-]+/#q-[\w-]+$"))


def test_no_script_no_button_and_no_reader_no_script(visit, visit_as) -> None:
    visit.open(CODE)
    visit.page.wait_for_load_state("networkidle")
    assert not [url for url in visit.requests if "page-tools" in url]
    plain = visit_as(java_script_enabled=False).open(CODE)
    expect(plain.locator(".rc-star, .rc-tools").first).to_be_hidden()
    expect(plain.locator(".rc-tools")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dialogs_fit_a_phone_and_break_no_rule_of_access(visit_as, scheme: str) -> None:
    visitor = visit_as(color_scheme=scheme, viewport={**PHONE, "width": 360})
    for name in ("Add a note", "Cite this page", "Report an error"):
        page = visitor.open(CODE)
        open_by_key(page, name)
        expect(page.locator("dialog")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        assert violations(page) == [], name
