"""A clinic opens its staff's certificates and sees who is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, serving
from tests.e2e.test_every_page import violations
from tests.e2e.test_tracks import certify, opened, pass_track, save_pdf

COLLECT = "clinics/certificates/"


@pytest.fixture(scope="module")
def origin(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def links(page: Page, origin: str, *names: str) -> list[str]:
    pass_track(page)
    return [f"{origin}practice/check-certificate/#{certify(page, name)}" for name in names]


def test_files_and_links_by_keyboard_to_who_is_missing(visit, tmp_path):
    page = opened(visit)
    ann, formula = links(page, visit.origin, "Ann Lee", "=1+1")
    save_pdf(page).rename(tmp_path / "formula.pdf")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 a scan")
    opened(visit, COLLECT)
    page.get_by_label("Open certificates").set_input_files(
        [tmp_path / "formula.pdf", tmp_path / "scan.pdf"]
    )
    expect(page.locator(".rc-told").first).to_have_text(
        "2 certificates opened: 1 counted, 1 flagged."
    )
    page.get_by_label("Or paste links").focus()
    page.keyboard.insert_text(f"{ann}\n{formula}\n{ann[:-9]}000000000\n")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    rows = page.locator(".rc-certificates-table tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.nth(1)).to_contain_text("No certificate could be read")
    expect(rows.nth(2)).to_contain_text("✓ Done")
    expect(rows.nth(3)).to_contain_text("The same certificate as in formula.pdf")
    expect(rows.nth(4)).to_contain_text("Altered")
    page.get_by_label("Staff list").focus()
    page.keyboard.insert_text("ann lee\nBo Chen")
    expect(page.locator(".rc-staff-table")).to_contain_text("missing")
    expect(page.get_by_text("No certificate yet: Bo Chen")).to_be_visible()
    expect(page.get_by_text("not on the list: =1+1")).to_be_visible()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as CSV").click()
    text = Path(saving.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("Name,Track,Date,Score,Result,Flags,File\n'=1+1,A first day,")
    page.locator(".rc-collect-clear").click()
    expect(rows).to_have_count(0)
    assert not visit.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_axe_finds_nothing(visit_as, scheme):
    visitor = visit_as(color_scheme=scheme, viewport=PHONE)
    page = opened(visitor)
    (link,) = links(page, visitor.origin, "Ann Lee")
    opened(visitor, COLLECT)
    page.get_by_label("Or paste links").fill(link + "\nABC")
    page.get_by_role("button", name="Add what I pasted").click()
    page.get_by_label("Staff list").fill("Ann Lee\nBo Chen")
    expect(page.locator(".rc-staff-table")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
