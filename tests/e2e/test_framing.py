"""What cannot be undone asks in a dialog, and is not done inside a page of another site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.e2e.conftest import Visitor, new_context, serving
from tests.e2e.practicing import attempts, open_way
from tests.e2e.test_practice_data import GOOD, load_file, progress_file

SANDBOXES = {
    "plain": "",
    "own origin": 'sandbox="allow-scripts allow-same-origin allow-popups"',
    "no origin": 'sandbox="allow-scripts"',
}


@pytest.fixture(scope="module")
def small_origin(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


@pytest.fixture
def learner(browser, small_origin: str) -> Iterator[Visitor]:
    context = new_context(browser)
    yield Visitor(context, small_origin)
    context.close()


def framed(page: Page, tmp_path: Path, address: str, sandbox: str) -> Iterator[FrameLocator]:
    """The address inside a page on another port, which is another origin."""
    frame = f'<iframe src="{address}" {sandbox} width="1000" height="800"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html>{frame}", encoding="utf-8")
    with serving(tmp_path) as other:
        page.goto(other)
        yield page.frame_locator("iframe")


@pytest.mark.parametrize("sandbox", SANDBOXES.values(), ids=SANDBOXES)
def test_a_frame_cannot_press_what_deletes(learner, small_origin, tmp_path, sandbox):
    page = open_way(learner.page, small_origin, "data")
    load_file(page, progress_file(GOOD))
    for frame in framed(page, tmp_path, f"{small_origin}practice/data/", sandbox):
        frame.get_by_role("button", name="Delete everything").click()
        expect(frame.get_by_role("alert")).to_contain_text("Another site is showing this page")
        link = frame.get_by_role("link", name="Open this page in its own tab")
        expect(link).to_be_focused()
        expect(link).to_have_attribute("href", f"{small_origin}practice/data/")
        expect(frame.get_by_role("button", name="Delete everything")).to_have_count(0)
        expect(frame.get_by_role("button", name="Yes, delete")).to_have_count(0)
    assert len(attempts(open_way(page, small_origin, "data"))) == 1


@pytest.mark.parametrize("sandbox", SANDBOXES.values(), ids=SANDBOXES)
def test_no_exam_begins_in_a_frame(learner, small_origin, tmp_path, sandbox):
    for frame in framed(learner.page, tmp_path, f"{small_origin}practice/exam/", sandbox):
        expect(frame.get_by_role("alert")).to_contain_text("Another site is showing this page")
        expect(frame.get_by_role("button", name="Start the exam")).to_have_count(0)


def test_a_frame_of_the_same_site_is_its_own(learner, small_origin):
    page = open_way(learner.page, small_origin, "data")
    page.evaluate(
        """() => {
          const frame = Object.assign(document.createElement("iframe"), { src: location.href });
          document.body.replaceChildren(frame);
        }"""
    )
    # The policy of the page forbids frames, so the browser shows none.
    expect(page.frame_locator("iframe").get_by_role("button")).to_have_count(0)


def test_the_dialog_is_asked_and_left_by_keyboard(learner, small_origin):
    page = open_way(learner.page, small_origin, "data")
    load_file(page, progress_file(GOOD))
    opening = page.get_by_role("button", name="Delete everything")
    opening.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("alertdialog", name="Delete 1 answer and all settings?")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="No, keep it")).to_be_focused()
    assert page.evaluate("document.querySelector('dialog').matches(':modal')")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opening).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("button", name="No, keep it")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(dialog.get_by_role("button", name="Yes, delete")).to_be_focused()
    assert len(attempts(page)) == 1
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is saved in this browser yet.")).to_be_visible()
    assert attempts(page) == []
