"""The payer that a reader makes theirs: kept on the device, in links, used elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations
from tests.e2e.test_tools import empty, enter, fill, opened, submit, typed, ways

MINE = "tools/payer/"


def panel(visitor, fragment: str = "") -> Page:
    page = visitor.open(MINE + fragment)
    page.wait_for_selector("rc-my-payer[data-ready]")
    return page


def choose(page: Page, text: str) -> None:
    page.get_by_role("combobox", name="Payer").fill(text)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Make this my payer").first.click()


def own(page: Page, name: str, **answers: str) -> None:
    if not page.get_by_label("Name").is_visible():
        page.get_by_text("My payer is not in the list").click()
    page.get_by_label("Name").fill(name)
    for field, value in answers.items():
        enter(page.locator(f'details [name="{field}"]'), value)
    page.get_by_role("button", name="Make this my payer").last.click()


def title(page: Page):
    return page.locator(".rc-my-payer h3").first


def facts(page: Page) -> dict[str, str]:
    return dict(
        page.evaluate(
            """[...document.querySelectorAll(".rc-my-payer__facts dt")].map(
                name => [name.textContent, name.nextElementSibling.textContent])"""
        )
    )


def test_a_payer_is_kept_and_described_with_what_is_not_known(visit):
    page = panel(visit)
    expect(page.locator(".rc-my-payer")).to_have_text("No payer is set on this device.")
    choose(page, "UHC commercial")
    expect(title(page)).to_have_text("My payer: UnitedHealthcare, commercial plans")
    expect(title(page)).to_be_focused()
    page.reload()
    expect(title(page)).to_have_text("My payer: UnitedHealthcare, commercial plans")
    found = facts(page)
    assert found["Counting minutes"].startswith("Not known: ask the payer.")
    assert found["Therapy modifier"].startswith("GP: UnitedHealthcare follows CMS")
    assert found["Units per day"] == "Not known: ask the payer."
    assert found["Not paid"].startswith("UnitedHealthcare does not pay assistants")
    assert page.locator(".rc-my-payer dd .rc-mark").count() > 2
    assert violations(page) == []


@pytest.mark.parametrize("name", ["visit", "on"])
def test_the_calculators_begin_with_it(visit, name):
    choose(panel(visit), "medicare part b")
    page = empty(visit, name)
    expect(typed(page.locator('[name="payer"]'))).to_have_value("Medicare Part B")
    page.get_by_role("button", name="Clear the form").click()
    expect(typed(page.locator('[name="payer"]'))).to_have_value("Medicare Part B")


def test_the_units_calculator_says_which_method_is_the_payers(visit):
    choose(panel(visit), "highmark")
    page = opened(visit, "units")
    submit(page)
    expect(page.locator(".rc-output")).to_contain_text(
        "Your payer, Highmark, Pennsylvania, counts by this method: 8-minute rule"
    )
    choose(panel(visit), "aetna")
    page = opened(visit, "units")
    submit(page)
    expect(page.locator(".rc-output")).to_contain_text("is not known: ask")


def test_a_payer_of_ones_own_is_counted_by_what_was_entered(visit):
    page = panel(visit)
    own(page, "Acme Mutual", method="ama", plan="yes", assistants="yes", units="1")
    expect(title(page)).to_have_text("My payer: Acme Mutual")
    assert facts(page)["Counting minutes"] == "Midpoint rule"
    assert facts(page)["Visits per year"] == "Not known: ask the payer."
    assert violations(page) == []
    page = empty(visit, "visit")
    expect(typed(page.locator('[name="payer"]'))).to_have_value("Acme Mutual")
    page.get_by_label("Discipline").select_option("pt")
    fill(page, 0, what="code:97110", minutes="33", by="assistant")
    submit(page)
    assert page.locator(".rc-output tbody tr").all_inner_texts() == ["97110\t2\tGP CQ"]
    expect(page.locator(".rc-output")).to_contain_text(
        "You entered that this payer pays at most 1 unit a day."
    )


def test_an_own_payer_of_unknown_method_gets_both_claims(visit):
    own(panel(visit), "Acme Mutual", plan="no")
    page = empty(visit, "visit")
    page.get_by_label("Discipline").select_option("pt")
    fill(page, 0, what="code:97110", minutes="33")
    page.get_by_role("button", name="Add a service").click()
    fill(page, 1, what="code:97140", minutes="7")
    submit(page)
    assert len(ways(page)) == 2
    assert page.locator(".rc-way").last.locator("tbody tr").all_inner_texts() == ["97110\t2\tnone"]


def test_an_own_payer_goes_with_the_link_of_a_visit(visit, visit_as):
    own(panel(visit), "Acme & Sons = 1%", method="ama", plan="yes")
    page = empty(visit, "visit")
    page.get_by_label("Discipline").select_option("pt")
    fill(page, 0, what="code:97110", minutes="38")
    submit(page)
    other = empty(visit_as(), "visit", page.evaluate("location.hash"))
    expect(other.locator(".rc-form-note")).to_have_text("Filled in from the link.")
    expect(typed(other.locator('[name="payer"]'))).to_have_value("Acme & Sons = 1%")
    submit(other)
    assert other.locator(".rc-output tbody tr").all_inner_texts() == ["97110\t3\tGP"]
    other.reload()
    panel_page = other.goto(visit.origin + MINE) and other
    expect(panel_page.locator(".rc-my-payer")).to_have_text("No payer is set on this device.")


def test_what_is_wrong_in_an_own_payer_is_named_at_its_field(visit):
    page = panel(visit)
    own(page, "", units="0")
    assert page.locator(".rc-flaw").all_inner_texts() == [
        "Give the payer a name of at most 60 characters.",
        "Enter a whole number from 1, or nothing.",
    ]
    expect(page.get_by_label("Name")).to_be_focused()
    expect(page.locator(".rc-my-payer")).to_have_text("No payer is set on this device.")


def test_a_link_sets_it_and_asks_who_has_another(visit_as):
    sender = visit_as(permissions=["clipboard-read", "clipboard-write"])
    page = panel(sender)
    choose(page, "tricare")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".rc-form-note")).to_contain_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.endswith("#payer=tricare")
    other = visit_as()
    page = panel(other, "#payer=tricare")
    expect(title(page)).to_have_text("My payer: TRICARE")
    expect(page.locator(".rc-form-note")).to_contain_text("From the link: TRICARE is now")
    page = panel(other, "#payer=aetna")
    expect(page.locator(".rc-form-note")).to_contain_text("The link names Aetna")
    assert violations(page) == []
    expect(title(page)).to_have_text("My payer: TRICARE")
    page.get_by_role("button", name="Make Aetna, commercial plans my payer").click()
    expect(title(page)).to_have_text("My payer: Aetna, commercial plans")


@pytest.mark.parametrize("damage", ["#payer=", "#payer=nobody", "#payer=my-own-payer&own.x=1"])
def test_a_damaged_link_changes_nothing(visit, damage):
    choose(panel(visit), "tricare")
    page = panel(visit, damage)
    expect(page.locator(".rc-form-note")).to_contain_text("Nothing was changed.")
    expect(title(page)).to_have_text("My payer: TRICARE")


def test_a_payers_own_paragraph_leads_to_it(visit):
    page = visit.open("learn/payers/#humana")
    paragraph = page.locator("details", has=page.locator("#humana"))
    paragraph.get_by_role("link", name="Make this my payer").click()
    expect(title(page)).to_have_text("My payer: Humana")
    page.get_by_role("link", name="Everything on file for Humana").click()
    page.wait_for_url("**/learn/payers/#humana")


def test_practice_lists_its_questions_first_and_says_where_there_are_none(visit):
    page = panel(visit)
    choose(page, "washington l&i")
    expect(title(page)).to_have_text("My payer: Workers' compensation, Washington State")
    page.get_by_role("link", name="questions on Workers' compensation, Washington").click()
    expect(page.locator("rc-practice .rc-item:visible").first).to_contain_text(
        "Workers' compensation, Washington State"
    )
    page = visit.open("practice/learn/")
    page.wait_for_selector("rc-practice[data-ready]")
    expect(page.locator("rc-practice ul li").first).to_contain_text(
        "Your payer: Workers' compensation, Washington State"
    )
    expect(page.locator("h2:has-text('By payer') + ul li").first).to_contain_text("Medicare Part B")
    page = panel(visit)
    choose(page, "humana")
    expect(page.locator(".rc-my-payer")).to_contain_text(
        "No question of this site is about Humana alone."
    )
    expect(page.locator(".rc-my-payer")).to_contain_text("questions on payers of this kind")


def test_clear_and_delete_everything_forget_it(visit):
    page = panel(visit)
    choose(page, "tricare")
    page.get_by_role("button", name="Clear my payer").click()
    expect(page.locator(".rc-my-payer")).to_have_text("No payer is set on this device.")
    own(page, "Acme Mutual")
    page = visit.open("practice/data/")
    page.wait_for_selector("rc-practice[data-ready]")
    page.locator(".rc-delete").click()
    page.locator(".rc-delete-now").click()
    expect(page.locator(".rc-live")).to_contain_text("Everything was deleted.")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('payer'))") == []
    expect(panel(visit).locator(".rc-my-payer")).to_have_text("No payer is set on this device.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_axe_finds_nothing(visit_as, scheme):
    page = panel(visit_as(color_scheme=scheme, viewport=PHONE), "#payer=cigna")
    expect(title(page)).to_contain_text("Cigna")
    page.get_by_text("My payer is not in the list").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_script_the_payers_page_is_named(visit_as):
    page = visit_as(java_script_enabled=False).open(MINE)
    expect(page.get_by_text("This page needs JavaScript.")).to_be_visible()
    expect(page.locator(".rc-form").first).to_be_hidden()
