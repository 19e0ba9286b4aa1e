"""The worked example of a clinic's own, built, and looked at in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.overlays.brand_colors import MIN_CONTRAST, contrast
from tests.conftest import MakeOnce
from tests.e2e.conftest import Visitor, build_clinic, new_context, serving

NAME = "Riverbend Therapy (invented)"
OURS = "The minutes, even if they do not get a unit. Unbilled treatment is still documented."
THEIRS = "The minutes with the clock time at which they began and ended"
VISIBLE_COLORS = """(selector) => {
  const seen = getComputedStyle(document.querySelector(selector));
  return [seen.color, seen.backgroundColor];
}"""


@pytest.fixture(scope="module")
def clinic_origin(make_once: MakeOnce) -> Iterator[str]:
    with serving(make_once("clinic", build_clinic) / "site") as address:
        yield address


@pytest.fixture
def scheme() -> str:
    return "light"


@pytest.fixture
def seen(browser: Browser, clinic_origin: str, scheme: str) -> Iterator[Visitor]:
    context = new_context(browser, color_scheme=scheme)
    yield Visitor(context, clinic_origin)
    context.close()


def shown_colors(page: Page, selector: str) -> tuple[str, str]:
    def written(color: str) -> str:
        parts = color[color.index("(") + 1 : -1].split(",")
        return "#" + "".join(f"{int(float(part)):02x}" for part in parts[:3])

    text, behind = page.evaluate(VISIBLE_COLORS, selector)
    return written(text), written(behind)


def test_the_clinics_name_stands_in_the_header_and_in_every_title(seen: Visitor) -> None:
    page = seen.open("codes/97110/")
    assert page.title().startswith("97110 ") and page.title().endswith(f" - {NAME}")
    assert NAME in page.locator(".md-header__title").inner_text()
    assert page.locator(".md-header img").evaluate(
        "image => image.complete && image.naturalWidth > 0"
    )
    assert seen.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_colors_are_worn_and_can_be_read(seen: Visitor) -> None:
    page = seen.open("codes/97035/")
    assert shown_colors(page, ".md-header") == ("#ffffff", "#5b2a6e")
    text, behind = shown_colors(page, ".md-tabs")
    assert contrast(text, behind) >= MIN_CONTRAST
    page.locator(".md-search__input").first.evaluate("field => field.focus()")
    text, _ = shown_colors(page, ".md-search__input")
    assert contrast(text, shown_colors(page, ".md-search__form")[1]) >= MIN_CONTRAST


def test_both_facts_are_seen_with_reason_and_source(seen: Visitor) -> None:
    page = seen.open("codes/97035/#documentation-requirements")
    entry = page.locator("li", has_text=THEIRS).first
    expect(entry).to_be_visible()
    assert (
        OURS in entry.inner_text()
        and "Dana Ruiz" in entry.inner_text()
        and "two audits" in entry.inner_text()
    )
    entry.locator("button.rc-cite").first.click()
    note = page.locator(".rc-popover:popover-open")
    assert "Billing handbook" in note.inner_text() and OURS in note.inner_text()
    note.get_by_role("link", name="Find-A-Code").first.click()
    page.wait_for_url("**/sources/#findacode-therapy-documentation-2015")


def test_their_quiz_is_marked_by_their_payers_method(seen: Visitor) -> None:
    page = seen.open("practice/at-millbrook/")
    assert "our own" in page.locator("article p").first.inner_text()
    question = page.locator("[data-item='millbrook-balance-24-strength-23']")
    expect(question).to_have_attribute("data-state", "open")
    for units, state in ((("2", "2"), "right"), (("2", "1"), "wrong")):
        if question.get_attribute("data-state") != "open":
            question.locator(".rc-retry-item").click()
        for code, number in zip(("97112", "97110"), units, strict=True):
            question.locator(f'input[data-cell="{code}"]').fill(number)
        question.locator(".rc-check").click()
        expect(question).to_have_attribute("data-state", state)
    expect(question).to_contain_text("That is Medicare's answer")


def test_what_is_hidden_is_not_found(seen: Visitor) -> None:
    page = seen.open("codes/")
    assert page.locator("a[href*='97035']").count() > 0
    assert page.locator("a[href*='98940']").count() == 0
    index = page.request.get(seen.origin + "assets/search-index.js").text()
    assert "codes/97035/" in index and "codes/98940/" not in index
    assert page.request.get(seen.origin + "codes/98940/").status == 404


def test_the_page_of_their_own_lists_what_they_say_otherwise(seen: Visitor) -> None:
    page = seen.open("clinic/")
    assert "A fictional clinic" in page.locator("article").inner_text()
    assert page.locator(".rc-otherwise").count() == 2
    assert page.get_by_role("link", name="Millbrook Mutual (invented)").count() == 1
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= 320")
