"""Cheat sheets: one sheet of paper each, legible on a phone, and usable without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.e2e.conftest import PHONE
from tests.e2e.test_every_page import violations

SHEETS = sorted(path.stem for path in (ROOT / "content" / "sheets").glob("*.yaml"))
PAGES = ("sheets/", *(f"sheets/{name}/" for name in SHEETS))
PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")
SLACK = 0.94  # of the paper's height: other browsers have wider margins
PAPER = {"width": 740, "height": 980}  # letter without margins of 10 mm, at 96 dots an inch


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sheet_prints_on_one_page_in_dark_ink(visit_as, scheme: str) -> None:
    visitor = visit_as(color_scheme=scheme, viewport=PAPER)
    for name in SHEETS:
        page = visitor.open(f"sheets/{name}/")
        paper = page.pdf(prefer_css_page_size=True)
        assert len(PAGE_OF_PDF.findall(paper)) == 1, name
        page.emulate_media(media="print")
        assert page.locator(".rc-sheet").bounding_box()["height"] <= SLACK * PAPER["height"], name
        assert lightness(page) < 0.3, name
        page.emulate_media(media="null")


def lightness(page: Page) -> float:
    """Of the letters of a table, from 0 to 1."""
    color = page.locator(".rc-sheet td").first.evaluate("node => getComputedStyle(node).color")
    red, green, blue = (int(part) for part in re.findall(r"\d+", color)[:3])
    return (red + green + blue) / 765


def test_the_button_prints_and_without_script_there_is_none(visit_as) -> None:
    page = visit_as().open("sheets/pairs/")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print this sheet").click()
    assert page.title() == "printed"
    plain = visit_as(java_script_enabled=False).open("sheets/pairs/")
    expect(plain.get_by_role("button", name="Print this sheet")).to_have_count(0)
    expect(plain.get_by_text("Your browser’s Print works too")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheets_and_figures_fit_a_phone_and_break_no_rule_of_access(visit_as, scheme: str) -> None:
    visitor = visit_as(color_scheme=scheme, viewport={**PHONE, "width": 360})
    for address in PAGES:
        page = visitor.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert violations(page) == [], address
        for text in page.locator(".rc-fig text").all()[:40]:
            assert text.bounding_box()["height"] >= 10, address
    assert visitor.complaints == []


def test_letters_of_a_figure_stay_within_it(visit_as) -> None:
    page = visit_as().open("sheets/")
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".rc-fig tspan")].filter((node) => {
          const box = node.getBoundingClientRect();
          const all = node.ownerSVGElement.getBoundingClientRect();
          return box.left < all.left - 1 || box.right > all.right + 1 ||
            box.bottom > all.bottom + 1;
        }).map((node) => node.textContent)"""
    )
    assert outside == []


def test_every_sheet_is_kept_for_reading_offline(site: Path) -> None:
    worker = next(path for path in site.glob("*.js") if b"rightcode" in path.read_bytes())
    text = worker.read_text(encoding="utf-8")
    assert [name for name in SHEETS if f"sheets/{name}/index.html" not in text] == []


def test_the_home_page_leads_to_a_denial_and_the_calculators(visit_as) -> None:
    page = visit_as(viewport=PHONE).open()
    for name in ("Code a visit", "Count units", "Two codes together?", "Look up a denial"):
        link = page.get_by_role("link", name=name, exact=True)
        expect(link).to_be_in_viewport()
        assert page.request.get(link.evaluate("link => link.href")).ok, name
