"""The builder goes on with what was kept: a file of ours, a link.

And says by line why it cannot.
"""

import yaml
from playwright.sync_api import Page, expect

from generator.facts.assignments import Assignment
from generator.questions.assignment_draw import chosen_items
from tests.e2e.conftest import ROOT
from tests.e2e.test_classroom import QUESTIONS, assignment, builder, fragment, saved
from tests.e2e.test_every_page import violations

KEPT = ROOT / "quizzes/assignments"
TITLES = ".rc-chosen > ol > li strong"


def opening(page: Page) -> Page:
    page.get_by_text("Edit an assignment you saved").click()
    return page


def load_file(page: Page, name: str, content: bytes) -> None:
    page.locator("input[name=keptFile]").set_input_files(
        {"name": name, "mimeType": "application/yaml", "buffer": content}
    )


def paste(page: Page, text: str) -> None:
    page.locator("textarea[name=kept]").fill(text)
    page.get_by_role("button", name="Load into the form").click()


def yaml_of(page: Page) -> str:
    return saved(page, "Save the YAML file")[1].decode()


def test_a_file_from_the_project_gives_its_questions_its_terms_and_itself(visit, corpus):
    page = opening(builder(visit))
    load_file(page, "first-steps.yaml", (KEPT / "first-steps.yaml").read_bytes())
    expect(page.locator(".rc-loaded")).to_contain_text("Loaded: First steps: code choice and units")
    kept = corpus.assignments["first-steps"]
    expect(page.locator(TITLES)).to_have_text([item.title for item in chosen_items(corpus, kept)])
    assert Assignment.model_validate(yaml.safe_load(yaml_of(page))) == kept
    page.reload()
    page.wait_for_selector("rc-builder[data-ready]")
    assert Assignment.model_validate(yaml.safe_load(yaml_of(page))) == kept
    assert not visit.complaints


def test_a_link_gives_the_file_that_stood_beside_it(visit, visit_as):
    terms = {
        "instructions": "Read on.\n\nThen answer.",
        "minutes": 20,
        "attempts": 2,
        "opens": "2026-12-01T08:00:00+00:00",
        "due": "2027-01-31T18:00:00+00:00",
        "pass": 0,
        "feedback": "after-due",
        "lrs": f"{visit.origin}xAPI",
    }
    page = opening(builder(visit_as(timezone_id="UTC")))
    paste(page, f"{visit.origin}classroom/assignment/{assignment(**terms)}")
    expect(page.locator(".rc-loaded")).to_be_visible()
    link, text = page.locator("#rc-link").input_value(), yaml_of(page)
    told = yaml.safe_load(text)
    assert (told["id"], tuple(told["items"]), told["pass_mark_percent"], told["feedback"]) == (
        "week-three",
        QUESTIONS,
        0,
        "after-due",
    )
    other = opening(builder(visit_as(timezone_id="UTC")))
    paste(other, link)
    expect(other.locator(".rc-loaded")).to_be_visible()
    assert yaml_of(other) == text and other.locator("#rc-link").input_value() == link
    again = opening(builder(visit_as(timezone_id="America/New_York")))
    paste(again, text)
    expect(again.locator("input[name=due]")).to_have_value("2027-01-31T13:00")
    assert Assignment.model_validate(yaml.safe_load(yaml_of(again))) == Assignment.model_validate(
        told
    )


UNREADABLE = (
    (
        "id: a\ntitle: A\nitems:\n  - massage-vs-similar-05\n  - no-such-question\n",
        "Line 5, column 5: This site has no question ‘no-such-question’",
    ),
    ("id: a\ntitle: A\nitmes: []\n", "Line 3, column 1: An assignment has no key ‘itmes’."),
    ("id: a\ntitle: 'A\n", "This is not valid YAML"),
    (
        "id: a\ntitle: A\ndraw: [{count: 1, quizzes: [no-such-quiz]}]\n",
        "A rule picks from something this site does not have (quizzes: no-such-quiz).",
    ),
    ("https://site.example/#a=AAAA", "This link is damaged or incomplete"),
    ("", "Nothing to read"),
    ((KEPT / "end-of-term.yaml").read_text(encoding="utf-8"), "Reserved questions"),
    ("items: " + "[" * 190_000, "too many nested levels"),
    ("x" * 300_000, "longer than an assignment can be"),
    ("a: &a [1,1]\nb: &b [*a,*a]\nid: *b\n", "An assignment has no key ‘a’."),
    (
        "<img src=x onerror=alert(1)>: 1",
        "An assignment has no key ‘<img src=x onerror=alert(1)>’.",
    ),
)
"""Files, and the link of another site, with what is said of each."""


def test_what_cannot_be_read_is_said_and_nothing_is_lost(visit) -> None:
    page = opening(builder(visit))
    page.locator("input[name=title]").fill("Mine")
    page.locator(".rc-found [data-item]").first.click()
    expect(page.locator(TITLES)).to_have_count(1)
    shown = page.locator(".rc-yaml code")  # a page may not start a dozen downloads
    before = shown.inner_text()
    for text, said in UNREADABLE:
        load_file(page, "kept.yaml", text.encode()) if text else paste(page, text)
        expect(page.locator(".rc-opened")).to_contain_text(said)
        assert shown.inner_text() == before and page.locator("rc-builder img").count() == 0
    assert not visit.complaints


def test_markup_in_a_file_is_text(visit):
    page = opening(builder(visit))
    title = "<img src=x onerror=\"document.title='hacked'\"> {{7*7}}"
    paste(page, f"id: a\ntitle: {title!r}\nitems: [{QUESTIONS[0]}]\n".replace("\\'", "''"))
    expect(page.locator(".rc-loaded")).to_contain_text(title)
    assert (
        page.locator("rc-builder img").count() == 0
        and "hacked" not in page.title()
        and not visit.complaints
    )


def test_what_was_there_before_can_be_put_back(visit):
    page = opening(builder(visit))
    page.locator("input[name=title]").fill("Mine")
    page.locator("input[name=minutes]").fill("twelve")
    page.locator(".rc-found [data-item]").first.click()
    mine = page.locator(TITLES).all_inner_texts()
    paste(
        page,
        fragment(
            {
                "v": 1,
                "id": "week-three",
                "title": "Week three",
                "items": list(QUESTIONS),
                "feedback": "never",
            }
        ),
    )
    expect(page.locator(TITLES)).to_have_count(3)
    expect(page.locator("input[name=minutes]")).to_have_value("")
    page.evaluate("scrollTo(0, 0)")  # the header may cover half of a tab elsewhere
    assert violations(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(TITLES)).to_have_text(mine)
    expect(page.locator("input[name=title]")).to_have_value("Mine")
    expect(page.locator("input[name=minutes]")).to_have_value("twelve")


def test_beginning_anew_asks_first(visit):
    page = opening(builder(visit))
    load_file(page, "first-steps.yaml", (KEPT / "first-steps.yaml").read_bytes())
    expect(page.locator(".rc-loaded")).to_be_visible()
    before = page.locator(TITLES).count()
    page.get_by_role("button", name="Start a new assignment").click()
    expect(page.get_by_role("alertdialog", name="Clear the form")).to_be_visible()
    assert not violations(page)
    page.get_by_role("button", name="No, keep it").click()
    expect(page.locator(TITLES)).to_have_count(before)
    page.get_by_role("button", name="Start a new assignment").click()
    page.get_by_role("button", name="Yes, start over").click()
    expect(page.locator(TITLES)).to_have_count(0)
