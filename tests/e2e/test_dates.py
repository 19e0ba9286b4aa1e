"""The timeline and the page of a day, as people use them.

Filters, keyboard, no script, a phone, and what the command says.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.billing.test_commands import answer
from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations

NARROW = {"width": 320, "height": 640}
ENTRIES = "ol.rc-timeline[data-year] > li"


def timeline(visitor) -> Page:
    page = visitor.open("changes/")
    page.wait_for_selector("rc-timeline[data-ready]")
    return page


def day_page(visitor) -> Page:
    page = visitor.open("tools/on/")
    page.wait_for_selector("rc-on[data-ready]")
    return page


def shown(page: Page) -> int:
    return page.locator(f"{ENTRIES}:visible").count()


def choose(page: Page, name: str, value: str) -> None:
    """In a list that is typed into, whose own field is hidden."""
    page.locator(f"form [name={name}]").evaluate(
        "(list, value) => { list.value = value;"
        " list.dispatchEvent(new Event('change', {bubbles: true})); }",
        value,
    )


def ask(page: Page, day: str, code: str = "", payer: str = "medicare-part-b") -> None:
    page.fill("[name=date]", day)
    choose(page, "code", code)
    choose(page, "payer", payer)
    page.get_by_role("button", name="Show rules").click()


def said(*arguments: str) -> dict:
    return answer("on", *arguments)


def test_a_code_a_family_and_a_year_leave_what_concerns_them(visit):
    page = timeline(visit)
    whole = shown(page)
    choose(page, "code", "97037")
    expect(page.locator(f"{ENTRIES}:visible")).to_have_count(1)
    expect(page.locator(f"{ENTRIES}:visible")).to_contain_text("97037 is new")
    expect(page.locator("rc-timeline > [role=status], rc-timeline p[role=status]")).to_have_text(
        f"Showing 1 of {whole} changes."
    )
    expect(page.get_by_role("heading", name="2020")).to_be_hidden()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(f"{ENTRIES}:visible")).to_have_count(whole)
    page.select_option("[name=family]", "remote-monitoring")
    page.select_option("[name=year]", "2023")
    expect(page.locator(f"{ENTRIES}:visible")).to_have_count(1)
    expect(page.locator(f"{ENTRIES}:visible")).to_contain_text("98978 is new")


def test_the_timeline_is_filtered_by_keyboard(visit):
    page = timeline(visit)
    page.locator("rc-timeline [name=year]").focus()
    page.keyboard.type("2013")
    expect(page.locator("rc-timeline > [role=status], rc-timeline p[role=status]")).to_contain_text(
        "2 of"
    )
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("rc-timeline > [role=status], rc-timeline p[role=status]")).to_contain_text(
        "Showing all"
    )


def test_the_timeline_is_whole_without_script(visit_as):
    page = visit_as(java_script_enabled=False).open("changes/")
    assert shown(page) == page.locator(ENTRIES).count() > 50
    expect(page.locator("rc-timeline form")).to_be_hidden()
    expect(page.locator(f"{ENTRIES} time").first).to_be_visible()


def test_a_day_shows_what_held_on_it(visit):
    page = day_page(visit)
    ask(page, "2025-07-01", "98979")
    answer = page.locator("rc-on .rc-output")
    expect(answer.get_by_role("heading", level=3).first).to_have_text(
        "On July 1, 2025, for Medicare Part B"
    )
    expect(answer).to_contain_text("not yet effective (from January 1, 2026)")
    expect(answer).to_contain_text("$2,410")
    expect(answer).not_to_contain_text("$2,480")
    expect(answer).to_contain_text("January 1, 2026: ")


@pytest.mark.parametrize(
    ("day", "code"), [("2019-11-05", ""), ("2026-03-02", "97140"), ("2017-01-01", "97161")]
)
def test_the_page_and_the_command_say_the_same(visit, day, code):
    page = day_page(visit)
    ask(page, day, code)
    told = said(day, *([code] if code else []))
    tables = page.locator("rc-on .rc-output table")
    expect(tables.first).to_be_attached()
    assert tables.nth(0).locator("tbody tr").count() == len(told["codes"])
    pairs = (
        [[cell.strip() for cell in row.split("\t")[:3]] for row in _rows(tables.nth(1))]
        if told["pairs"]
        else []
    )
    assert pairs == [
        [pair["column1"], pair["column2"], str(pair["indicator"])] for pair in told["pairs"]
    ]


def _rows(table) -> list[str]:
    return table.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent).join('\\t'))"
    )


def test_a_day_before_the_table_is_not_called_certain(visit):
    page = day_page(visit)
    ask(page, "2024-06-30", "97124")
    expect(page.locator("rc-on .rc-output")).to_contain_text("not yet deleted")
    ask(page, "2024-07-01", "97124")
    expect(page.locator("rc-on .rc-output")).not_to_contain_text("not yet deleted")


def test_a_later_day_is_said_to_lie_beyond_the_facts(visit):
    page = day_page(visit)
    ask(page, "2028-02-01")
    expect(page.locator("rc-on .rc-output")).to_contain_text(
        "Anything later is announced or not verified."
    )


def test_a_missing_date_is_told_beside_its_field(visit):
    page = day_page(visit)
    ask(page, "")
    expect(page.locator(".rc-flaw")).to_have_text(
        "Enter the date of service as month, day and year."
    )
    expect(page.locator("[name=date]")).to_be_focused()


def test_a_day_is_asked_by_keyboard_alone(visit):
    page = day_page(visit)
    page.get_by_role("combobox", name="Payer").focus()
    page.keyboard.type("Medicare Part B")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Code")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("rc-on .rc-live")).to_contain_text("active")
    for _ in range(4):  # an example, a link, a form without entries, then the answer
        page.keyboard.press("Tab")
    expect(page.locator("rc-on .rc-output :focus")).to_be_visible()


def test_without_script_the_page_says_so_and_keeps_its_example(visit_as):
    page = visit_as(java_script_enabled=False).open("tools/on/")
    expect(page.locator(".rc-noscript-hint")).to_be_visible()
    expect(page.locator("rc-on form")).to_be_hidden()
    expect(page.get_by_role("heading", name="An example")).to_be_visible()
    expect(page.locator("article")).to_contain_text("rightcode on 2026-03-02 97140")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answer_or_a_filtered_list(visit_as, scheme):
    visitor = visit_as(viewport=PHONE, color_scheme=scheme)
    page = day_page(visitor)
    ask(page, "2019-11-05")
    page.locator("rc-on details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert violations(page) == []
    page = timeline(visitor)
    choose(page, "code", "97140")
    assert violations(page) == []


@pytest.mark.parametrize(
    "address", ["changes/", "about/re-verify/", "classroom/blueprint/", "tools/on/"]
)
def test_nothing_reaches_past_a_screen_of_320_pixels(visit_as, address):
    page = visit_as(viewport=NARROW).open(address)
    if address == "tools/on/":
        page.wait_for_selector("rc-on[data-ready]")
        ask(page, "2019-11-05")
    page.locator("article details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
