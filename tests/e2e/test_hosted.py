"""The site with the headers that docs/hosting.md advises, as a host sends them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.results.gradebook import new_class_key
from tests.browser import FLAGS
from tests.browser import browser as browser_path
from tests.e2e.conftest import Visitor, new_context, serving
from tests.e2e.hosts import hosted
from tests.e2e.test_classroom import assignment
from tests.test_hosting import sent_by_headers_file


@pytest.fixture
def seen(browser, small_site: Path) -> Iterator[Visitor]:
    context = new_context(browser)
    with hosted(small_site, "rightcode/", sent_by_headers_file()) as origin:
        yield Visitor(context, origin)
    context.close()


def test_the_site_works_under_the_headers(seen):
    page = seen.open("practice/")
    answer = page.request.get(seen.origin)
    for name, value in sent_by_headers_file().items():
        assert answer.headers[name.lower()] == value
    page.locator(".rc-cards a[href]").last.click()
    quiz = page.locator("rc-quiz[data-ready]")
    quiz.locator(".rc-option:visible").first.click()
    quiz.locator(".rc-check:visible").first.click()
    expect(quiz.locator(".rc-verdict:visible").first).to_be_visible()
    assert not seen.complaints


def test_no_other_site_shows_a_page_in_a_frame(seen, tmp_path: Path):
    (tmp_path / "index.html").write_text(f"<!doctype html><iframe src='{seen.origin}'></iframe>")
    with serving(tmp_path) as other:
        seen.page.goto(other)
        expect(seen.page.frame_locator("iframe").locator("h1")).to_have_count(0)
    assert any("frame-ancestors" in told for told in seen.complaints)


def test_nothing_starts_over_plain_http_that_could_not_be_sealed(browser, site: Path):
    """A name that is not this computer's, without https: browsers encrypt nothing there."""
    named = (*FLAGS, "--host-resolver-rules=MAP plain.example 127.0.0.1")
    link = f"classroom/assignment/{assignment(key=new_class_key()['public'])}"
    with hosted(site) as origin:
        opened = browser.browser_type.launch(executable_path=browser_path(), args=list(named))
        page = new_context(opened).new_page()
        page.goto(origin.replace("127.0.0.1", "plain.example") + link)
        page.wait_for_selector("rc-assignment[data-ready]")
        assert page.evaluate("isSecureContext") is False
        expect(page.locator(".rc-refusal")).to_contain_text("open the link over https")
        expect(page.get_by_role("button", name="Start")).to_have_count(0)
        expect(page.locator(".rc-holds")).to_have_count(0)
        opened.close()
