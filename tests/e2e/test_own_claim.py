"""A worked claim, changed and sent: the plan's answer, by keyboard, on a phone, in Spanish."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.test_every_page import violations

ADDRESS = "tools/remittance/"
TOOL = "rc-own-claim"


def opened(visit_as, address: str = ADDRESS, **options: object) -> Page:
    page = visit_as(**options).open(address)
    page.wait_for_selector(f"{TOOL}[data-ready]")
    return page


def cells(page: Page, row: int) -> list[str]:
    """The texts of a row of the answer."""
    return page.locator(f"{TOOL} .rc-output tbody tr").nth(row).locator("th, td").all_inner_texts()


def send(page: Page) -> None:
    page.get_by_role("button", name="Send the claim").click()
    expect(page.locator(f"{TOOL} .rc-output h3")).to_have_text("The payer’s answer")


@pytest.mark.parametrize("looked_at", [PHONE, DESK])
def test_a_worked_claim_sent_as_it_is_gets_the_answer_of_the_page(visit_as, looked_at) -> None:
    page = opened(visit_as, viewport=looked_at)
    send(page)
    worked = page.locator("#medicare-visit tbody tr")
    expect(page.locator(f"{TOOL} .rc-output tbody tr")).to_have_count(worked.count())
    for place in range(worked.count()):
        assert cells(page, place) == worked.nth(place).locator("th, td").all_inner_texts()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= looked_at["width"]
    assert page.locator(f"{TOOL} .rc-live").bounding_box()["width"] <= 1
    assert violations(page) == []


def test_a_changed_line_is_answered_anew_and_its_code_leads_to_its_page(visit_as) -> None:
    page = opened(visit_as)
    first = page.locator(f"{TOOL} fieldset").first
    first.get_by_label("Modifiers").fill("kx")
    first.get_by_label("Charge").fill("110.00")
    send(page)
    assert cells(page, 0)[:2] == ["97110 KX × 2", "Denied"]
    page.locator(f"{TOOL} .rc-output").get_by_role("link", name="CO-4", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("CO-4")


def test_a_claim_is_changed_and_sent_by_keyboard_alone(visit_as) -> None:
    page = opened(visit_as)
    keys = page.keyboard
    page.locator(f"{TOOL} select").focus()
    keys.type("A claim rejected")
    rows = page.locator(f"{TOOL} fieldset")
    expect(rows).to_have_count(1)
    expect(rows.get_by_label("Units")).to_have_value("0")
    keys.press("Tab")  # what is on file
    for name in ("Code", "Modifiers", "Units"):
        keys.press("Tab")
        expect(rows.get_by_label(name)).to_be_focused()
    keys.type("1")
    keys.press("Enter")
    answer = page.locator(f"{TOOL} .rc-output li")
    expect(answer).to_have_count(2)  # diagnosis pointer and NPI are still wrong
    expect(answer.first).to_contain_text(re.compile("Line 1, item 24E"))
    expect(page.locator(f"{TOOL} [role=status]")).to_contain_text("Rejected.")


def test_lines_are_added_and_removed_and_the_claim_is_restored(visit_as) -> None:
    page = opened(visit_as)
    rows = page.locator(f"{TOOL} fieldset")
    expect(rows).to_have_count(4)
    page.get_by_role("button", name="Add a line").click()
    expect(rows.last.get_by_label("Code")).to_be_focused()
    rows.last.get_by_label("Code").fill("97112")
    rows.last.get_by_label("Modifiers").fill("GP, 59")
    rows.last.get_by_label("Charge").fill("$1,058.5")
    page.get_by_role("button", name="Remove line 1").click()
    send(page)
    assert cells(page, 3)[:3] == ["97112 GP 59 × 1", "Paid", "$1,058.50"]
    page.get_by_role("button", name="Start over").click()
    expect(rows).to_have_count(4)
    expect(page.locator(f"{TOOL} .rc-output")).to_be_empty()


@pytest.mark.parametrize(
    ("label", "typed", "said"),
    [
        ("Units", "1.5", "whole number"),
        ("Units", "", "whole number"),
        ("Charge", "12.345", "in dollars"),
        ("Charge", "<b>", "in dollars"),
        ("Modifiers", "GP " * 13, "at most 12 modifiers"),
    ],
)
def test_what_no_claim_can_hold_is_not_sent(visit_as, label: str, typed: str, said: str) -> None:
    page = opened(visit_as)
    field = page.locator(f"{TOOL} fieldset").first.get_by_label(label)
    field.fill(typed)
    page.get_by_role("button", name="Send the claim").click()
    expect(field).to_be_focused()
    expect(page.locator(f"{TOOL} .rc-flaw")).to_contain_text(said)
    expect(page.locator(f"{TOOL} .rc-output")).to_be_empty()


def test_what_was_typed_is_shown_as_text(visit_as) -> None:
    page = opened(visit_as)
    page.locator(f"{TOOL} fieldset").first.get_by_label("Code").fill(
        "<img src=x onerror=hostile()>"
    )
    send(page)
    expect(page.locator(f"{TOOL} .rc-output")).to_contain_text("<IMG SRC=X ONERROR=HOSTILE()>")
    expect(page.locator(f"{TOOL} img")).to_have_count(0)


def test_the_form_speaks_spanish(visit_as) -> None:
    page = opened(visit_as, f"{ADDRESS}?lang=es")
    page.get_by_role("button", name="Enviar el reclamo").click()
    expect(page.locator(f"{TOOL} .rc-output h3")).to_have_text("La respuesta del pagador")


def test_without_the_plan_the_form_says_so_and_a_second_try_works(visit_as) -> None:
    page = opened(visit_as)
    page.route("**/plans/*.js", lambda route: route.abort())
    page.get_by_role("button", name="Send the claim").click()
    expect(page.locator(f"{TOOL} .rc-output")).to_contain_text("could not be loaded")
    page.unroute("**/plans/*.js")
    send(page)
    assert cells(page, 0)[1] == "Paid"
