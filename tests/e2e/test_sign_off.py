"""Competency sign-off sheets: one printed page for each of the staff, from their certificates."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.conftest import PHONE, serving
from tests.e2e.practicing import focus_on
from tests.e2e.test_certificate_collection import COLLECT, links
from tests.e2e.test_desk import enter, press
from tests.e2e.test_every_page import assert_alone, violations
from tests.e2e.test_tracks import opened
from tests.results.made import HOSTILE

FULL = """(count) => {
  const objectives = Array.from({ length: count }, (_, place) => `objective-${place}`);
  const answers = objectives.map((one) => ({ right: true, item: { objectives: [one] } }));
  const modules = Array.from({ length: 6 }, (_, place) => ({ title: `Module ${place}`, answers }));
  const rows = ["a", "b"].map((track) => ({
    counts: true,
    verdict: { decoded: { name: "Ann Lee", track, date: "2026-03-02" }, modules },
  }));
  const text = "Bills the add-on code with its primary, on the same claim and day, where the note";
  const { SignOff } = globalThis.rightcodeSignOff;
  const sheets = new SignOff({ title: (id) => `Track ${id}`, objective: (id) => `${text} ${id}` });
  document.querySelector(".rc-sign-offs").replaceWith(sheets.show(rows));
}"""
KEEP_PAPER = "() => { asked = 0; print = () => { asked++; }; }"


@pytest.fixture(scope="module")
def origin(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def collected(visitor, *names: str) -> Page:
    page = opened(visitor)
    found = links(page, visitor.origin, *names)
    opened(visitor, COLLECT)
    page.get_by_label("Or paste links").fill("\n".join(found))
    page.get_by_role("button", name="Add what I pasted").click()
    expect(page.locator(".rc-sign-off")).to_be_visible()
    return page


def printed(page: Page, button: str) -> list[str]:
    page.evaluate(KEEP_PAPER)
    press(page, button)
    page.wait_for_function("() => asked === 1")
    sheets = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return [sheet.extract_text() for sheet in sheets]


def test_one_page_for_each_by_keyboard(visit) -> None:
    page = collected(visit, "Ann Lee", "Bo Chen")
    focus_on(page, "Staff member")
    page.keyboard.type("Bo")
    enter(page, "Preceptor", "Pat Ruiz, PT")
    sheet = page.locator(".rc-sign-off")
    expect(sheet).to_have_count(1)
    expect(sheet).to_contain_text("Staff member: Bo Chen")
    expect(sheet).to_contain_text("Preceptor: Pat Ruiz, PT")
    code = sheet.locator("code").inner_text()
    assert len(code) == 11
    assert sheet.locator(".rc-sign-off__competencies tbody tr").count() >= 1
    (one,) = printed(page, "Print this sheet")
    for text in ("Bo Chen", "Pat Ruiz, PT", code, "Signature", "Date", "Initials"):
        assert text in one
    assert "Open certificates" not in one
    everyone = printed(page, "Print a sheet for everyone")
    assert len(everyone) == 2
    assert "Ann Lee" in everyone[0] and "Bo Chen" in everyone[1]
    expect(page.locator(".rc-sign-off-paper")).to_have_count(0)
    page.locator(".rc-collect-clear").click()
    expect(sheet).to_have_count(0)
    assert_alone(visit)


@pytest.mark.parametrize("count", [8, 60])
def test_a_full_sheet_is_one_page(visit, count: int) -> None:
    """Of as many competencies as it lists, and of more, for which modules stand."""
    page = collected(visit, "Ann Lee")
    page.evaluate(FULL, count)
    rows = page.locator(".rc-sign-off__competencies tbody tr")
    expect(rows).to_have_count(16 if count == 8 else 12)
    (sheet,) = printed(page, "Print this sheet")
    assert "Track a" in sheet and "Signature" in sheet


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_hostile_names_stay_text(visit_as, scheme: str) -> None:
    visitor = visit_as(color_scheme=scheme, viewport=PHONE)
    page = collected(visitor, HOSTILE[4], "x" * 40)
    expect(page.locator(".rc-sign-off")).to_contain_text(HOSTILE[4])
    page.get_by_label("Preceptor").fill(HOSTILE[5])
    expect(page.locator(".rc-sign-off")).to_contain_text(HOSTILE[5])
    assert page.locator("rc-certificates").locator("img, iframe").count() == 0
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert len(printed(page, "Print a sheet for everyone")) == 2
