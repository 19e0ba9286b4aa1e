"""A clinic without Python: choices in the browser to a link for staff and a copy for any host."""

import base64
import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from generator.cli import app
from tests.e2e.conftest import CLINIC, PHONE, Visitor, serving
from tests.e2e.test_every_page import violations

SET_UP, NAME = "clinics/set-up/", "Rio & <b>Therapy</b>"
BRAND = ".md-header__topic .md-ellipsis >> nth=0"


@pytest.fixture(scope="module")
def origin(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def set_up(visitor: Visitor) -> Page:
    page = visitor.open(SET_UP)
    page.wait_for_selector("rc-clinic-setup[data-ready]")
    return page


def fill(page: Page) -> None:
    page.get_by_label("Name").first.fill(NAME)
    page.get_by_label("Color behind the name").fill("#5b2a6e")
    page.get_by_label("Color of links").fill("#6a2f80")
    page.get_by_label("Logo").set_input_files(CLINIC / "logo.svg")
    page.get_by_label("A note on the start page").fill("Ask Sam for help.")
    page.get_by_label("New staff begin with").select_option("A first day")
    page.get_by_text("A payer of your own", exact=True).click()
    own = page.locator(".rc-own-payer")
    own.get_by_label("Name").fill("Acme: the #1 plan")
    own.get_by_label("Counts minutes by").select_option("midpoint rule")
    own.get_by_label("Wants GP, GO or GN").select_option("yes, on therapy codes")
    own.get_by_label("Most units").fill("4")
    own.get_by_label("Most visits").fill("30")


def staff_link(page: Page) -> str:
    return page.get_by_label("Link for new staff").input_value()


def test_a_link_sets_name_colors_and_payer_on_a_device_that_accepts_it(visit, visit_as):
    page = set_up(visit)
    expect(page.get_by_text("Enter a name first")).to_be_visible()
    fill(page)
    expect(page.locator(".rc-looks__header img")).to_have_count(2)
    page.locator("summary", has_text=re.compile("^Codes shown")).click()
    page.get_by_label("97140").uncheck()
    expect(page.locator(".rc-clinic-result")).to_contain_text("Hidden: 1 code, no payers")
    staff = visit_as()
    new = staff.context.new_page()
    new.goto(staff_link(page))
    expect(new.get_by_role("heading", name=f"{NAME} invites you")).to_be_visible()
    expect(new.get_by_text("Forms will begin with the payer: Acme: the #1 plan")).to_be_visible()
    expect(new.locator(BRAND)).to_have_text("RightCode")
    new.get_by_role("button", name="Use this and begin").focus()
    new.keyboard.press("Enter")
    new.wait_for_url("**/practice/track-a-first-day/")
    expect(new.locator(BRAND)).to_have_text(NAME)
    assert new.title() == f"A first day - {NAME}"
    header = new.locator(".md-header")
    assert header.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(91, 42, 110)"
    new.goto(visit.origin + "codes/")
    expect(new.locator("a[href='97140/']").first).to_be_hidden()
    expect(new.locator("a[href='97124/']").first).to_be_visible()
    new.goto(visit.origin + "codes/97140/")
    expect(new.get_by_text(f"{NAME} does not use this page.")).to_be_visible()
    new.goto(visit.origin + "tools/payer/")
    expect(new.get_by_text("My payer: Acme: the #1 plan")).to_be_visible()
    new.goto(visit.origin + "clinics/start/")
    new.get_by_role("button", name="Use RightCode’s own look again").click()
    expect(new.locator(BRAND)).to_have_text("RightCode")
    assert not visit.complaints


def test_the_zip_is_the_whole_site_as_the_clinics(visit, visit_as, small_site, tmp_path):
    page = set_up(visit)
    fill(page)
    for group in ("Payers shown", "Codes shown"):
        page.locator("summary", has_text=re.compile(f"^{group}")).click()
    page.locator("[data-group=payers]").get_by_role("button", name="None").click()
    page.get_by_label("97140").uncheck()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as zip").click()
    expect(page.get_by_text("The zip is saved.")).to_be_visible()
    with zipfile.ZipFile(saving.value.path()) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    assert NAME in (tmp_path / "README.txt").read_text(encoding="utf-8")
    worker = (tmp_path / "site/sw.js").read_text(encoding="utf-8")
    listed = json.loads(re.match(r"self\.rightcode = (\{.*\});\n", worker)[1])
    for path, digest in listed["files"].items():
        content = (tmp_path / "site" / path).read_bytes()
        assert base64.b64encode(hashlib.sha256(content).digest()).decode() == digest, path
    with serving(tmp_path / "site") as copy:
        visitor = visit_as()
        new = visitor.context.new_page()
        complaints: list[str] = []
        new.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
        new.goto(copy)
        expect(new.locator(BRAND)).to_have_text(NAME)
        expect(new.get_by_text("Ask Sam for help.")).to_be_visible()
        logo = new.locator(".md-header .md-logo img")
        assert logo.evaluate("node => node.complete && node.naturalWidth > 0")
        new.get_by_role("link", name="New here?").click()
        new.wait_for_url("**/practice/track-a-first-day/")
        assert not complaints
    arguments = ["check", "--root", small_site.parent, "--overlay", tmp_path / "overlay"]
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output


def test_choices_outlast_a_reload_and_start_over_removes_them(visit):
    page = set_up(visit)
    expect(page.locator(".rc-clinic-stored")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('rightcode.set-up')") is None
    fill(page)
    page.locator("summary", has_text=re.compile("^Codes shown")).click()
    page.get_by_label("97140").uncheck()
    link = staff_link(page)
    page.reload()
    page.wait_for_selector("rc-clinic-setup[data-ready]")
    assert staff_link(page) == link
    expect(page.locator(".rc-live")).to_contain_text("Your saved choices are filled in.")
    expect(page.locator(".rc-looks__header img")).to_have_count(2)
    expect(page.get_by_label("A note on the start page")).to_have_value("Ask Sam for help.")
    expect(page.locator(".rc-own-payer").get_by_label("Most units")).to_have_value("4")
    expect(page.get_by_label("Color of links")).to_have_value("#6a2f80")
    page.get_by_role("button", name="Start over").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="No, keep them")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Name").first).to_be_focused()
    expect(page.get_by_text("Enter a name first")).to_be_visible()
    expect(page.locator(".rc-looks__header img")).to_have_count(0)
    page.reload()
    page.wait_for_selector("rc-clinic-setup[data-ready]")
    expect(page.get_by_label("Name").first).to_have_value("")
    assert page.get_by_label("97140").is_checked()
    assert not visit.complaints


def test_delete_everything_deletes_the_choices_too(visit):
    page = set_up(visit)
    fill(page)
    page = visit.open("practice/data/")
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.locator(".rc-live")).to_contain_text("Everything was deleted.")
    expect(set_up(visit).get_by_label("Name").first).to_have_value("")


@pytest.mark.parametrize(
    "stored",
    ["{", "[]", '{"format": 2}', '{"format": 1, "fields": {"name": 1}, "own": {}, "hidden": {}}'],
)
def test_damaged_stored_choices_fill_in_nothing(visit, stored):
    visit.open(SET_UP)
    visit.page.evaluate("text => localStorage.setItem('rightcode.set-up', text)", stored)
    page = set_up(visit)
    expect(page.get_by_label("Name").first).to_have_value("")
    expect(page.locator(".rc-clinic-stored")).to_be_hidden()
    assert not visit.complaints


def test_a_file_that_is_no_picture_and_a_weak_color_are_said(visit, tmp_path):
    page = set_up(visit)
    (tmp_path / "logo.png").write_bytes(b"no picture")
    page.get_by_label("Logo").set_input_files(tmp_path / "logo.png")
    expect(page.locator(".rc-contrast .rc-warning")).to_contain_text("That file is no picture")
    page.get_by_label("Color of links").fill("#ffcc00")
    expect(page.get_by_text("Links in this color are hard to read")).to_be_visible()


@pytest.mark.parametrize("fragment", ["", "#clinic=AAAA", "#clinic=%"])
def test_a_damaged_invitation_sets_nothing(visit, fragment):
    page = visit.open(f"clinics/start/{fragment}")
    page.wait_for_selector("rc-clinic-start[data-ready]")
    wanted = "This link is damaged" if fragment else "Open the link that your clinic sent"
    expect(page.get_by_text(wanted)).to_be_visible()
    assert page.locator(".rc-accept").count() == 0
    assert not visit.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_axe_finds_nothing(visit_as, scheme):
    page = set_up(visit_as(color_scheme=scheme, viewport=PHONE))
    fill(page)
    page.get_by_text("Payers shown").first.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(staff_link(page))
    page.wait_for_selector("rc-clinic-start[data-ready]")
    assert violations(page) == []
