"""The calculators, as people use them.

A typical case, a tie, bad input, the keyboard alone, no script at all.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations

TOOLS = ("units", "pairs", "visit")


def opened(visitor, name: str) -> Page:
    """The calculator with its example filled in."""
    page = empty(visitor, name)
    page.get_by_role("button", name="Show an example").click()
    return page


def empty(visitor, name: str, fragment: str = "") -> Page:
    page = visitor.open(f"tools/{name}/{fragment}")
    page.wait_for_selector(f"rc-{name}[data-ready]")
    return page


def row(page: Page, number: int) -> Locator:
    return page.locator(".rc-rows > .rc-row").nth(number)


def fill(page: Page, number: int, **values: str) -> None:
    for name, value in values.items():
        enter(row(page, number).locator(f'[name="{name}"]'), value)


def enter(field: Locator, value: str) -> None:
    """A value into a field of any sort; into a list by typing what it says."""
    if field.evaluate("field => field.hidden"):
        text = field.evaluate(
            "(field, value) => [...field.options].find(one => one.value === value).text", value
        )
        box = typed(field)
        box.fill(text)
        box.press("Enter")
        assert field.input_value() == value
    elif field.evaluate("field => field.localName") == "select":
        field.select_option(value)
    else:
        field.fill(value)


def typed(field: Locator) -> Locator:
    """What is typed into in the place of a list."""
    return field.locator("xpath=..").get_by_role("combobox")


def submit(page: Page) -> None:
    page.locator("button[type=submit]").last.click()


def ways(page: Page) -> list[str]:
    return [text.split("\n")[0] for text in page.locator(".rc-way").all_inner_texts()]


def test_units_by_both_methods_side_by_side_with_their_steps(visit):
    page = opened(visit, "units")
    submit(page)
    assert ways(page) == ["8-minute rule: 3 units", "Midpoint rule: 2 units"]
    expect(page.locator(".rc-claim-line").first).to_have_text("97110 × 2, 97140 × 1")
    expect(page.locator(".rc-way").first).to_contain_text(
        "One more unit goes to the remaining 7 minutes of 97140."
    )
    expect(page.locator(".rc-live")).to_contain_text(
        "8-minute rule: 3 units. Midpoint rule: 2 units."
    )


def test_units_of_a_tie_are_shared_in_every_way(visit):
    page = opened(visit, "units")
    fill(page, 0, code="97110", minutes="20")
    fill(page, 1, code="97112", minutes="20")
    submit(page)
    way = page.locator(".rc-way").first
    expect(way.locator(".rc-claim-line")).to_have_text("97110 × 2, 97112 × 1")
    expect(way.locator("ul li")).to_have_text("97110 × 1, 97112 × 2")


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        ("", "Enter the minutes as a whole number such as 15."),
        ("-5", "Minutes cannot be negative."),
        ("7.5", "Enter whole minutes."),
        ("a lot", "Enter the minutes as a whole number such as 15."),
        ("1441", "A day has 1,440 minutes."),
        ("1439", "The services add up to 1446 minutes; a day has 1,440."),
    ],
)
def test_minutes_that_cannot_be_are_named_at_their_field(visit, minutes, sentence):
    page = opened(visit, "units")
    submit(page)
    fill(page, 0, minutes=minutes)
    submit(page)
    field = row(page, 0).locator('[name="minutes"]')
    expect(row(page, 0).locator(".rc-flaw")).to_have_text(sentence)
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == row(page, 0).locator(
        ".rc-flaw"
    ).get_attribute("id")
    expect(page.locator(".rc-live > :last-child")).to_have_text(f"Not calculated. {sentence}")
    expect(page.locator(".rc-output")).to_be_empty()


def test_services_are_added_and_removed_by_keyboard_alone(visit):
    page = opened(visit, "units")
    page.locator(".rc-add").focus()
    page.keyboard.press("Enter")
    expect(row(page, 2).get_by_role("combobox").first).to_be_focused()
    page.keyboard.type("97116")
    page.keyboard.press("Tab")
    page.keyboard.type("23")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-claim-line").first).to_contain_text("97116")
    page.get_by_role("button", name="Remove service 3").focus()
    page.keyboard.press("Space")
    assert page.locator(".rc-rows > .rc-row").count() == 2
    expect(row(page, 1).get_by_role("combobox").first).to_be_focused()
    expect(page.locator(".rc-live > :last-child")).to_have_text("Removed; 2 services left.")


@pytest.mark.parametrize(
    ("one", "other", "day", "title"),
    [
        ("97140", "97124", "2026-03-02", "No: 97140 is paid, 97124 is denied"),
        (
            "97530",
            "97140",
            "2019-12-31",
            "Only if separate: 97140 is paid, 97530 needs a bypass modifier",
        ),
        ("97530", "97140", "2020-01-01", "Yes: there is no NCCI edit between 97530 and 97140"),
        ("97113", "97110", "2021-01-01", "Not verified for this date"),
    ],
)
def test_a_pair_is_answered_for_its_date(visit, one, other, day, title):
    page = opened(visit, "pairs")
    enter(page.locator('[name="code"]').first, one)
    enter(page.locator('[name="code"]').last, other)
    page.locator('[name="date"]').fill(day)
    submit(page)
    expect(page.locator(".rc-output h3").first).to_have_text(title)
    expect(page.locator(".rc-live > :last-child")).to_contain_text(title)


def test_a_pair_of_one_code_or_without_a_date_is_refused(visit):
    page = opened(visit, "pairs")
    enter(page.locator('[name="code"]').last, "97140")
    page.locator('[name="date"]').fill("")
    submit(page)
    assert page.locator(".rc-flaw").all_inner_texts() == [
        "Choose two codes that differ.",
        "Enter the date of service as month, day and year.",
    ]


def test_a_pair_is_looked_up_by_keyboard_alone(visit):
    page = opened(visit, "pairs")
    page.get_by_role("combobox").first.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("97530")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("97116")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".rc-output h3").first).to_contain_text("97530")


def test_a_visit_becomes_lines_with_reasons_and_what_is_not_billable(visit):
    page = opened(visit, "visit")
    submit(page)
    assert page.locator(".rc-output tbody tr").all_inner_texts() == [
        "97110\t2\tGP",
        "97140\t1\tGP CQ",
    ]
    expect(page.locator(".rc-output")).to_contain_text(
        "97124 is denied, and no modifier bypasses this edit."
    )
    page.get_by_text("Why 97140 GP CQ").click()
    expect(page.locator(".rc-output details[open]")).to_contain_text(
        "an assistant provided more than 10% of this unit"
    )
    expect(page.locator(".rc-live > :last-child")).to_have_text(
        "2 claim lines. 1 not billable. 1 flag."
    )


def test_a_visit_with_a_tie_gives_the_claim_that_is_as_right(visit):
    page = opened(visit, "visit")
    fill(page, 0, what="code:97110", minutes="20")
    fill(page, 1, what="code:97112", minutes="20")
    page.get_by_role("button", name="Remove service 3").click()
    submit(page)
    expect(page.get_by_role("heading", name="Equally correct")).to_be_visible()
    expect(page.locator(".rc-output > ul").last).to_have_text("97110 × 1 GP, 97112 × 2 GP")


def test_a_plan_whose_method_is_not_known_gets_both_claims_side_by_side(visit):
    page = opened(visit, "visit")
    enter(page.locator('[name="payer"]'), "commercial")
    fill(page, 0, what="code:97110", minutes="33")
    fill(page, 1, what="code:97140", minutes="7", by="therapist")
    page.get_by_role("button", name="Remove service 3").click()
    submit(page)
    assert ways(page) == [
        "If the payer counts by this method: 8-minute rule",
        "If the payer counts by this method: Midpoint rule",
    ]
    assert page.locator(".rc-way").last.locator("tbody tr").all_inner_texts() == ["97110\t2\tnone"]
    assert violations(page) == []
    page.get_by_text("More from the note").click()
    page.locator('[name="unit_method"]').select_option("ama")
    submit(page)
    expect(page.locator(".rc-way")).to_have_count(0)
    assert page.locator(".rc-output tbody tr").all_inner_texts() == ["97110\t2\tnone"]


def test_the_same_minutes_and_an_open_home_health_plan_are_told_in_the_form(visit):
    page = opened(visit, "visit")
    fill(page, 0, what="code:97035", minutes="12")
    fill(page, 1, what="code:97032", minutes="12")
    row(page, 1).get_by_text("More about this service").click()
    fill(page, 1, same_minutes_as="9")
    page.get_by_role("button", name="Remove service 3").click()
    submit(page)
    expect(page.locator(".rc-flaw")).to_contain_text("Enter the number of another service")
    fill(page, 1, same_minutes_as="1")
    submit(page)
    assert page.locator(".rc-output tbody tr").all_inner_texts() == ["97035\t1\tGP"]
    page.get_by_text("More from the note").click()
    page.locator('[name="place"]').select_option("home")
    submit(page)
    expect(page.locator(".rc-output")).to_contain_text(
        "check eligibility for an open home health plan"
    )


def test_a_line_waits_until_the_form_gives_an_authorization_that_covers_it(visit):
    page = opened(visit, "visit")
    enter(page.locator('[name="payer"]'), "workers-comp-wa")
    fill(page, 0, what="code:97110", minutes="15")
    for _ in range(2):
        page.get_by_role("button", name="Remove service 2").click()
    page.get_by_text("Prior authorization and visit limits").click()
    page.locator('[name="visit_number"]').fill("13")
    page.locator('[name="codes"]').fill("97110; 9714")
    submit(page)
    expect(page.locator(".rc-flaw")).to_contain_text("97110, 97140")
    page.locator('[name="codes"]').fill("97110, 97140")
    submit(page)
    expect(page.locator(".rc-output")).to_contain_text("Hold 97110")
    expect(page.locator(".rc-output tbody tr")).to_have_count(0)
    page.locator('[name="number"]').fill("LNI5521")
    submit(page)
    assert page.locator(".rc-output tbody tr").all_inner_texts() == ["97110\t1\tnone"]
    expect(page.locator(".rc-output")).to_contain_text("LNI5521 goes in item 23")


def test_a_technique_asks_for_what_decides_and_for_nothing_else(visit):
    page = opened(visit, "visit")
    fill(page, 0, what="technique:chiropractic-manipulation")
    expect(row(page, 0).locator('[name="detail:regions"]')).to_be_visible()
    expect(row(page, 0).locator('[name="purpose"]')).to_be_hidden()
    row(page, 0).locator('[name="detail:regions"]').fill("three")
    submit(page)
    expect(row(page, 0).locator(".rc-flaw")).to_have_text("Enter a whole number, 0 or more.")


def test_what_the_note_leaves_out_is_asked_and_a_bad_amount_refused(visit):
    page = opened(visit, "visit")
    fill(page, 0, minutes="")
    submit(page)
    expect(page.locator(".rc-output")).to_contain_text("The note gives no minutes for 97110")
    page.get_by_text("More from the note").click()
    page.locator('[name="allowed_so_far_usd"]').fill("much")
    submit(page)
    expect(page.locator(".rc-flaw")).to_have_text("Enter the amount in dollars, such as 2410.50.")
    page.locator('[name="allowed_so_far_usd"]').fill("$2,480.00")
    page.locator('[name="necessary"]').select_option("true")
    submit(page)
    expect(page.locator(".rc-output tbody")).to_contain_text("GP CQ KX")


def test_a_visit_is_checked_by_keyboard_alone(visit):
    page = opened(visit, "visit")
    page.locator('[name="minutes"]').first.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("40")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-output tbody tr").first).to_contain_text("97110")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", TOOLS)
def test_axe_finds_nothing_after_an_answer_or_a_refusal(visit_as, name, scheme):
    page = opened(visit_as(color_scheme=scheme, viewport=PHONE), name)
    submit(page)
    page.evaluate("scrollTo(0, 0)")
    assert violations(page) == []
    page.locator("[name=minutes], [name=date]").first.fill("")
    fields = page.locator("[name=minutes]")
    if fields.count():
        fields.first.fill("-1")
    submit(page)
    expect(page.locator(".rc-flaw").first).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    assert violations(page) == []


@pytest.mark.parametrize("name", TOOLS)
def test_without_script_the_method_the_example_and_the_command_are_there(visit_as, name):
    page = visit_as(java_script_enabled=False).open(f"tools/{name}/")
    expect(page.locator(".rc-form")).to_be_hidden()
    expect(page.get_by_text("This tool needs JavaScript.")).to_be_visible()
    expect(page.locator("pre")).to_contain_text("rightcode")
    expect(page.locator("article")).to_contain_text("97140")


def pages_with(script: str, site) -> set[str]:
    return {
        path.parent.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if script in path.read_text(encoding="utf-8")
    }


def test_only_pages_that_judge_visits_load_the_facts_and_none_complains(visit, site):
    tools = {f"tools/{name}" for name in ("units", "pairs", "on")}
    assert pages_with("assets/facts.js", site) == tools | {
        "tools/visit",
        "tools/payer",
        "classroom/write",
    }
    assert pages_with("assets/tools.js", site) == tools
    assert pages_with("assets/tools-visit.js", site) == {"tools/visit"}
    assert pages_with("assets/list.js", site) == {
        "changes",
        "codes",
        "codes/by-technique",
        "codes/other",
        "denials",
        "glossary",
        "sources",
    }
    for name in TOOLS:
        submit(opened(visit, name))
    assert visit.complaints == []
    assert {url for url in visit.requests if not url.startswith((visit.origin, "data:"))} == set()


def test_a_calculator_works_from_a_folder(visit, site):
    page = visit.page
    page.goto((site / "tools/units/index.html").as_uri())
    page.wait_for_selector("rc-units[data-ready]")
    page.get_by_role("button", name="Show an example").click()
    submit(page)
    assert ways(page) == ["8-minute rule: 3 units", "Midpoint rule: 2 units"]
