"""What a page costs on paper, and that no heading is left behind at the foot of one."""

import io
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page
from pypdf import PdfReader

CODES = ("97110", "97124", "97140", "97530")
QUIZ = "practice/massage-vs-similar/"
PAGES_OF_A_CODE = 6
PAGES_OF_TWELVE_QUESTIONS = 8
LONGEST = ("claim-forms", "build-the-claim", "case-shoulder-work", "case-swallow-stroke")
"""Forms, and charts of cases."""
A_QUESTION = 1.0
"""Pages that a question of any quiz takes at the most, with its answer and its sources."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_code_and_twelve_questions_are_few_pages(visit_as, scheme: str) -> None:
    visitor = visit_as(color_scheme=scheme)
    for code in CODES:
        assert sheets(visitor.open(f"codes/{code}/")) <= PAGES_OF_A_CODE, code
    page = visitor.open(QUIZ)
    page.wait_for_selector("rc-quiz[data-ready]")
    assert sheets(page) <= PAGES_OF_TWELVE_QUESTIONS


def test_no_quiz_takes_more_than_a_page_a_question(visit, site: Path) -> None:
    found = sorted(site.glob("practice/*/index.html"))
    longest = [site / "practice" / name / "index.html" for name in LONGEST]
    for path in {*found[::6], *longest}:
        questions = len(html.parse(path).getroot().find_class("rc-item"))
        if questions:
            page = visit.open(f"practice/{path.parent.name}/")
            assert sheets(page) <= A_QUESTION * questions + 1, path.parent.name


def test_no_heading_is_the_last_line_of_its_page(visit) -> None:
    for address in (QUIZ, *(f"codes/{code}/" for code in CODES)):
        page = visit.open(address)
        headings = {text.strip() for text in page.locator("article :is(h2, h3)").all_inner_texts()}
        last = {text.rstrip().rpartition("\n")[2].strip() for text in printed(page)}
        assert last & headings == set(), address


def sheets(page: Page) -> int:
    """Pages of paper, letter size."""
    return len(paper(page).pages)


def printed(page: Page) -> list[str]:
    """The text of each page of paper."""
    return [sheet.extract_text() for sheet in paper(page).pages]


def paper(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format="Letter")))
