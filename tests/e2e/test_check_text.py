"""The page that checks a text.

Wrong and right ones, hostile ones, the keyboard alone, no script, no server.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations

WRONG = "Some words first.\n\n97124 is therapeutic exercise. 97140 is manual therapy."


def opened(visitor) -> Page:
    page = visitor.open("tools/check-text/")
    page.wait_for_selector("rc-check-text[data-ready]")
    return page


def check(page: Page, text: str) -> None:
    page.get_by_label("Text to check").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()


def test_what_is_wrong_is_underlined_with_reason_right_code_myth_quiz_and_sources(visit):
    page = opened(visit)
    check(page, WRONG)
    expect(page.locator(".rc-output h3")).to_have_text(
        "1 wrong statement of 2 statements about codes"
    )
    expect(page.locator(".rc-wrong")).to_have_text("97124 is therapeutic exercise.")
    assert "underline" in page.locator(".rc-wrong").evaluate(
        "link => getComputedStyle(link).textDecorationLine"
    )
    assert page.locator(".rc-marked").text_content() == WRONG
    item = page.locator(".rc-wrongs > li")
    expect(item).to_contain_text("Line 3")
    expect(item).to_contain_text("it says “therapeutic exercise” of 97124")
    for name, ending in (("97110", "/codes/97110/"), ("massage", "/myths/massage-is-exercise/")):
        assert (
            item.get_by_role("link", name=name).first.evaluate("link => link.href").endswith(ending)
        )
    assert "/practice/" in item.locator("p", has_text="Train it away").locator("a").evaluate(
        "link => link.href"
    )
    assert item.locator("p", has_text="Sources").locator("a").count() >= 1
    expect(page.locator(".rc-live > :last-child")).to_contain_text(
        "1 wrong statement of 2 statements about codes. Left alone: 1."
    )


def test_its_links_lead_to_pages_that_are_there(visit):
    page = opened(visit)
    check(page, WRONG + " 97110 is massage. You can bill 97014 to Medicare.")
    expect(page.locator(".rc-wrongs li").first).to_be_visible()
    addresses = page.locator(".rc-wrongs a").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) > 6
    assert [address for address in addresses if page.request.get(address).status != 200] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("97124 is massage. 97110 is therapeutic exercise, not 97124.", "No wrong statement found"),
        ("Nothing about billing.", "No statement about a code found"),
        ("  \n ", "Nothing to check: put a text into the field."),
    ],
)
def test_a_text_without_errors_is_left_alone(visit, text, said):
    page = opened(visit)
    check(page, text)
    expect(page.locator(".rc-output > :first-child")).to_have_text(said)
    assert page.locator(".rc-wrong").count() == 0


@pytest.mark.parametrize(
    "text",
    [
        (
            "97124 is <img src=x onerror=alert(1)> <b>therapeutic exercise</b>."
            " <script>alert(1)</script>"
        ),
        (
            "**97124** is [therapeutic exercise](javascript:alert(1)).\n\n| <svg onload=alert(1)> |"
            " 97124 |\n|---|---|\n| Therapeutic exercise | 97124 |"
        ),
        "constructor __proto__ 97124 is therapeutic exercise \U0001f600.",
        "97124 is therapeutic exercise. " * 3000,
        "(" * 50_000 + "97124 is therapeutic exercise.",
    ],
)
def test_hostile_text_stays_text(visit, text):
    page = opened(visit)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    check(page, text)
    expect(page.locator(".rc-marked, .rc-output > p").first).to_be_visible()
    assert page.locator(".rc-output :is(img, script, b, svg)").count() == 0
    assert page.locator(".rc-output a[href^='javascript']").count() == 0
    if page.locator(".rc-marked").count():
        assert page.locator(".rc-marked").text_content() == text
    assert visit.complaints == []


def test_a_text_that_is_too_long_is_refused(visit):
    page = opened(visit)
    page.locator("textarea").evaluate("field => { field.value = 'x '.repeat(300000); }")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".rc-live > :last-child")).to_contain_text("too long")


def test_the_keyboard_alone_suffices(visit):
    page = opened(visit)
    page.get_by_label("Text to check").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("97124 is therapeutic exercise.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-wrong")).to_be_visible()
    for _ in range(4):  # past the example, the link and the empty form
        page.keyboard.press("Tab")
    expect(page.locator(".rc-wrong")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#rc-wrong-1")).to_be_focused()


def test_nothing_is_sent_anywhere(visit):
    """The first touch loads the theme's own scripts.

    After that nothing goes out, and it works without a line.
    """
    page = opened(visit)
    check(page, "97124 is massage.")
    page.wait_for_load_state("networkidle")
    visit.requests.clear()
    visit.context.set_offline(True)
    check(page, WRONG)
    expect(page.locator(".rc-wrong")).to_be_visible()
    assert visit.requests == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_accessibility_fault(visit_as, scheme):
    page = opened(visit_as(color_scheme=scheme, viewport=PHONE))
    check(page, WRONG)
    expect(page.locator(".rc-wrong")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_it_says_what_it_does_and_gives_the_command(visit_as):
    page = visit_as(java_script_enabled=False).open("tools/check-text/")
    expect(page.locator("textarea")).to_be_hidden()
    expect(page.locator("article")).to_contain_text("rightcode fact-check FILE")
    expect(page.locator(".rc-noscript-hint")).to_be_visible()


def test_it_works_from_a_folder(browser: Browser, site: Path):
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "tools" / "check-text" / "index.html").as_uri())
    page.wait_for_selector("rc-check-text[data-ready]")
    check(page, WRONG)
    expect(page.locator(".rc-wrong")).to_have_text("97124 is therapeutic exercise.")
    context.close()
