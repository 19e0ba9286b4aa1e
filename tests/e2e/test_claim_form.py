"""A claim form as learners fill it in: field by field, and by keyboard alone."""

from playwright.sync_api import expect

from tests.e2e.test_kinds import FORM, check, fill, opened, origin

__all__ = ["origin"]


def test_each_field_of_a_form_is_marked_and_counts(visit):
    section = opened(visit, "kinds-form")
    check(section)
    expect(section.locator(".rc-hint")).to_contain_text("Box 11 Policy or group number is empty")
    fill(section, **{"17b": "1000000024", "97110-pointer": "A"})
    check(section)
    expect(section).to_have_attribute("data-state", "wrong")
    expect(section.locator(".rc-verdict")).to_contain_text("75% correct")
    marks = section.locator(".rc-boxed__field[data-mark]").evaluate_all(
        "fields => Object.fromEntries("
        "fields.map(field => [field.querySelector('select').dataset.cell, field.dataset.mark]))"
    )
    wrong = [cell for cell, mark in marks.items() if mark == "wrong"]
    assert wrong == ["17b", "97110-pointer"] and len(marks) == len(FORM)
    expect(section.locator('.rc-feedback--yours [data-option="17b_1000000024"]')).to_contain_text(
        "who treated: box 24J"
    )
    rows = section.locator(".rc-feedback--yours > li").evaluate_all(
        "rows => rows.slice(0, 4).map(({ dataset }) => [dataset.option, dataset.mark])"
    )
    assert [option.split("_")[0] for option, _ in rows] == ["17b"] * 2 + ["97110-pointer"] * 2
    assert sorted(mark for _, mark in rows) == ["missed", "missed", "wrong", "wrong"]
    section.locator(".rc-retry-item").click()
    fill(section)
    check(section)
    expect(section).to_have_attribute("data-state", "right")


def test_a_form_is_filled_in_by_keyboard_alone(visit):
    section = opened(visit, "kinds-form")
    keys = visit.page.keyboard
    section.locator("select").first.focus()
    cells = section.locator("select").evaluate_all("all => all.map(one => one.dataset.cell)")
    for cell in cells:
        assert visit.page.evaluate("document.activeElement.dataset.cell") == cell
        keys.type(FORM.get(cell, ""))
        keys.press("Tab")
    assert section.get_attribute("data-state") == "open"
    keys.press("Enter")
    expect(section).to_have_attribute("data-state", "right")
    expect(section.locator(".rc-check")).to_be_focused()


PART = "/assets/claim-kinds.js"


def test_only_a_page_with_claims_loads_what_they_need(visit):
    opened(visit, "kinds-form")
    assert any(address.endswith(PART) for address in visit.requests)
    visit.requests.clear()
    visit.open("practice/massage-vs-similar/").wait_for_selector("rc-quiz[data-ready]")
    assert not any(address.endswith(PART) for address in visit.requests)


def test_where_that_cannot_be_loaded_the_other_questions_are_asked(visit):
    visit.context.route(f"**{PART}", lambda route: route.abort())
    section = opened(visit, "kinds-form")
    expect(section.locator(".rc-check")).to_have_count(0)
    expect(section.locator("details.rc-answer")).to_have_count(1)
    expect(opened(visit, "kinds-units").locator(".rc-check")).to_be_visible()


PHONE = {"width": 390, "height": 740}
UB04 = {
    "4": "0741",
    "31": "11 092826",
    "32": "29 100526",
    "33": "35 100526",
    "97110-revenue": "0420",
    "97110-units": "2",
    "97140-revenue": "0420",
    "97140-units": "1",
    "76": "1000000013",
}


def test_a_ub_04_is_filled_in_by_keyboard_on_a_phone(visit_as):
    visitor = visit_as(viewport=PHONE)
    page = visitor.open("practice/institutional-claims/#q-institutional-claims-01")
    page.wait_for_selector("rc-quiz[data-ready]")
    section = page.locator("#q-institutional-claims-01")
    expect(section.locator(".rc-boxed__box").first).to_have_text("FL 4")
    section.locator("select").first.focus()
    for cell, text in UB04.items():
        expect(section.locator(f'select[data-cell="{cell}"]')).to_be_focused()
        page.keyboard.type(text)
        expect(section.locator(f'select[data-cell="{cell}"] option:checked')).to_have_text(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-state", "right")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visitor.complaints == []


def test_each_field_of_a_ub_04_is_marked_and_says_why(visit):
    page = visit.open("practice/institutional-claims/#q-institutional-claims-01")
    page.wait_for_selector("rc-quiz[data-ready]")
    section = page.locator("#q-institutional-claims-01")
    for cell, text in (UB04 | {"33": "44 100526", "4": "0751", "97140-units": "2"}).items():
        section.locator(f'select[data-cell="{cell}"]').select_option(label=text)
    check(section)
    expect(section.locator(".rc-verdict")).to_contain_text("67% correct")
    wrong = section.locator('.rc-boxed__field[data-mark="wrong"] .rc-boxed__box')
    expect(wrong).to_have_text(["FL 4", "FL 33", "FL 46"])
    yours = section.locator(".rc-feedback--yours")
    expect(yours.locator('[data-option="33_44-100526"]')).to_contain_text("first OT treatment")
    expect(yours.locator('[data-option="4_0751"]')).to_contain_text("(CORF)")
