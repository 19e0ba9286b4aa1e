"""Reading the site: sources, colors, no script, print."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE


def test_a_citation_opens_its_source_by_keyboard(visit):
    page = visit.open("codes/97124/")
    mark = page.locator(".rc-cite").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".rc-popover:popover-open")
    expect(note).to_be_visible()
    assert "As of" in note.inner_text()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_every_citation_of_a_code_page_stands_in_its_list(visit):
    page = visit.open("codes/97140/")
    marks = set(page.locator(".rc-cite").evaluate_all("all => all.map(mark => mark.dataset.n)"))
    listed = {
        str(value)
        for value in page.locator(".rc-notes li").evaluate_all("rows => rows.map(row => row.value)")
    }
    assert marks <= listed


def test_the_colors_follow_the_device_and_a_choice_is_kept(visit_as):
    visitor = visit_as(color_scheme="dark")
    page = visitor.open("codes/97124/")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.get_by_title("Switch to light").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    assert page.get_attribute("body", "data-md-color-scheme") == "default"


def test_a_phone_reaches_every_section_from_the_menu(visit_as):
    page = visit_as(viewport=PHONE, has_touch=True).open("codes/97124/")
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.get_by_role("link", name="Practice", exact=True).first).to_be_visible()


def test_without_script_scenario_options_answer_and_reasons_are_there(visit_as):
    page = visit_as(java_script_enabled=False).open("practice/massage-vs-similar/")
    item = page.locator(".rc-item").first
    expect(item.locator(".rc-note")).to_be_visible()
    expect(item.locator(".rc-option").first).to_be_visible()
    item.locator("summary").click()
    expect(item.locator(".rc-answer__key")).to_be_visible()
    assert item.locator(".rc-feedback li").count() == item.locator(".rc-option").count()
    expect(item.locator(".rc-answer__why a").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_print_has_every_question_and_its_answer(visit_as, script):
    page = visit_as(java_script_enabled=script).open("practice/massage-vs-similar/")
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF") if script else True
    for item in page.locator(".rc-item").all():
        expect(item.locator(".rc-note")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("codes/97124/#pairs", "details:has(> summary #pairs)"),
        ("codes/by-technique/#petrissage", "#petrissage"),
    ],
)
def test_a_link_to_what_is_folded_opens_it(visit, address, place):
    page = visit.open(address)
    expect(page.locator(place)).to_have_attribute("open", "")


def test_on_a_phone_every_section_is_two_taps_from_anywhere(visit_as):
    page = visit_as(viewport=PHONE).open("codes/97124/")
    page.evaluate("scrollTo(0, 3000)")
    page.locator(".rc-onpage summary").click()
    page.locator(".rc-onpage").get_by_role("link", name="Modifiers", exact=True).click()
    section = page.locator("details.rc-section", has=page.locator("#modifiers"))
    expect(section).to_have_attribute("open", "")
    expect(section.locator("h2")).to_be_in_viewport()
    expect(page.locator(".rc-onpage")).not_to_have_attribute("open", "")
