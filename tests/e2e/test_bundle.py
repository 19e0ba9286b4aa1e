"""The site from a folder, without a server.

Links, search, a quiz, and the same policy as on the web.
"""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from generator.build.finish.finishing import SOURCES, read_folder
from generator.build.finish.folder_bundle import FOLDER, bundle_files, zipped_bundle
from generator.cli import app
from tests.conftest import MakeOnce
from tests.e2e.conftest import ROOT, Visitor, new_context
from tests.e2e.test_every_page import SHARDS
from tests.e2e.waiting import STARTED, search_for, until


@pytest.fixture(scope="module")
def zipped(make_once: MakeOnce, site: Path) -> Path:
    """What the command makes of the site; `site` has shown that MkDocs builds it."""

    def copied(folder: Path, root: Path, overlay: Path | None) -> None:
        assert (root, overlay) == (ROOT, None)
        shutil.copytree(site, folder)

    def bundled(out: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("generator.commands.bundle_command.build_with_mkdocs", copied)
            done = CliRunner().invoke(app, ["bundle", "--out", str(out), "--root", str(ROOT)])
        assert done.exit_code == 0, done.output

    return make_once("rightcode.zip", bundled)


@pytest.fixture(scope="module")
def folder(zipped: Path, make_once: MakeOnce) -> Path:
    """Unpacked below a name with a space and a letter beyond ASCII, as people's folders are."""
    return make_once("My téaching files", zipfile.ZipFile(zipped).extractall) / FOLDER


@pytest.fixture
def reader(browser, folder: Path) -> Iterator[Visitor]:
    context = new_context(browser)
    yield Visitor(context, f"{folder.as_uri()}/")
    context.close()


def finish_quiz(page: Page) -> None:
    page.wait_for_selector("rc-quiz[data-ready]")
    for _ in range(page.locator("rc-quiz .rc-item").count()):
        item = page.locator("rc-quiz .rc-item:visible").first
        item.locator(".rc-option").first.click()
        item.locator(".rc-check").click()
        expect(item.locator(".rc-verdict")).to_be_visible()
        page.locator(".rc-next").click()
    expect(page.locator(".rc-result__score")).to_be_visible()


def test_links_lead_from_page_to_page(reader):
    page = reader.open("index.html")
    page.get_by_role("link", name="Codes", exact=True).first.click()
    page.wait_for_url("**/codes/index.html")
    page.locator("article a[href*='97140']").first.click()
    page.wait_for_url(re.compile("/codes/97140/index.html"))
    expect(page.locator("h1")).to_contain_text("97140")
    page.locator("a.md-logo").first.click()
    page.wait_for_url("**/rightcode/index.html")
    assert not reader.complaints


def test_no_link_leads_to_a_folder(folder):
    for path in sorted(folder.rglob("*.html")):
        for address in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:|#", address):
                assert (path.parent / re.sub(r"[?#].*", "", address)).is_file(), (
                    f"{path.relative_to(folder)}: {address}"
                )


def test_search_finds_and_its_result_opens(reader):
    page = reader.open("learn/index.html")
    search_for(page, "hot pack")
    result = page.locator(".rc-found__link").first
    expect(result).to_contain_text("97010")
    result.click()
    expect(page.locator("h1")).to_contain_text("97010")
    assert page.url.endswith("/codes/97010/index.html")
    search_for(page, "cupping")
    expect(page.locator(".rc-found__link").first).to_contain_text("Cupping")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/codes/no-code/index\.html#cupping$"))
    assert not reader.complaints


def test_a_quiz_is_finished_and_kept(reader):
    page = reader.open("practice/massage-vs-similar/index.html")
    finish_quiz(page)
    score = page.locator(".rc-result__score").inner_text()
    page.reload()
    expect(page.locator(".rc-result__score")).to_have_text(score)
    page = reader.open("practice/progress/index.html")
    page.wait_for_selector("rc-practice[data-ready]")
    expect(page.locator("rc-practice")).to_contain_text("12 answers to 12 questions")
    expect(page.locator("[data-problem=apart]")).to_have_count(0)
    assert not reader.complaints


@pytest.mark.parametrize("shard", SHARDS)
def test_no_page_complains_or_asks_anyone(reader, folder, pages_of_every_look, shard):
    for address in pages_of_every_look[shard :: len(SHARDS)]:
        page = reader.open(f"{address}index.html")
        page.keyboard.press("Tab")
        page.wait_for_function(STARTED)
    assert not reader.complaints
    assert not [
        url for url in reader.requests if not url.startswith((folder.as_uri(), "data:", "blob:"))
    ]


def test_the_policy_holds_from_a_folder_too(reader):
    """What `'self'` means for a page from a folder.

    Scripts of folders run, those in the page do not.
    """
    page = reader.open("index.html")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.hostile = 1';"
        " document.body.append(s); }"
    )
    page.evaluate(
        "() => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hostile"
        " = 2\">'); }"
    )
    until(page, lambda: sum("Content Security Policy" in told for told in reader.complaints) >= 2)
    assert page.evaluate("window.hostile") is None


def test_the_same_site_gives_the_same_bytes(site, zipped):
    scripts = {"assets/file.js": (ROOT / SOURCES / "file.js").read_bytes()}
    assert zipped_bundle(bundle_files(read_folder(site), scripts)) == zipped.read_bytes()


def test_the_archive_names_its_files_in_order_and_no_time(zipped):
    entries = zipfile.ZipFile(zipped).infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert all(entry.filename.startswith(FOLDER) for entry in entries)


def test_the_packages_of_quizzes_stay_where_the_site_is_online(reader, folder: Path):
    assert not (folder / "downloads").exists()
    page = reader.open("classroom/downloads/index.html")
    expect(page.locator(".rc-downloads")).to_contain_text(
        "This copy of the site leaves these files out"
    )
    assert page.locator("a[download]").count() == 0
