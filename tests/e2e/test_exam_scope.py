"""An exam's scope: chosen or handed out as a link, told before the start, kept to the end."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.practicing import SAVED, focus_on, give_any, open_way
from tests.e2e.test_every_page import violations
from tests.e2e.waiting import until

SCOPE = ".rc-scope"


def pool(site: Path, role: str) -> dict[str, dict]:
    text = (site / "bank" / "exam" / f"{role}.js").read_text(encoding="utf-8")
    listed = json.loads(re.fullmatch(r'rightcodeBank\("[^"]+",(.*)\);\n', text)[1])
    return {entry["id"]: entry for entry in listed}


def exam_of(page: Page) -> dict:
    def stored() -> list[dict]:
        return [one for one in page.evaluate(SAVED) if str(one.get("id")).startswith("exam-")]

    (found,) = until(page, stored)
    return found


def start(page: Page, name: str = "Start the exam") -> None:
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("timer")).to_be_visible()


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()


def test_a_link_hands_out_a_scope_which_the_exam_its_result_and_the_record_keep(
    visit, origin, site
):
    page = open_way(visit.page, origin, "exam", "?role=slp&length=20")
    known = pool(site, "slp")
    expect(page.get_by_label("Whose exam")).to_have_value("slp")
    expect(page.get_by_label("Minutes")).to_have_value("30")
    expect(page.locator(SCOPE)).to_contain_text(f"{len(known)} questions fit this choice.")
    expect(page.get_by_role("heading", name="What 20 questions ask")).to_be_visible()
    start(page)
    expect(page.locator(".rc-bar__place")).to_have_text("Question 1 of 20")
    stored = exam_of(page)
    assert stored["scope"] == {"role": "slp", "level": 0, "areas": []}
    assert set(stored["items"]) <= set(known)
    assert "?" not in page.url
    page.reload()
    expect(page.locator(".rc-bar__place")).to_have_text("Question 1 of 20")
    hand_in(page)
    told = "Speech-language pathology, 20 questions, All levels"
    expect(page.locator(".rc-result")).to_contain_text(told)
    rows = page.locator(".rc-areas tbody tr").all_inner_texts()
    assert sum(int(row.split(" of ")[1]) for row in rows) == 20
    page.reload()
    expect(page.locator(".rc-result")).to_contain_text(told)
    page.get_by_role("button", name="Start another exam").click()
    expect(page.get_by_label("Whose exam")).to_have_value("slp")
    assert not visit.complaints


def test_a_link_does_not_end_an_exam_that_is_open(visit, origin):
    page = open_way(visit.page, origin, "exam", "?role=ot&length=5")
    start(page)
    open_way(page, origin, "exam", "?role=slp&length=20")
    expect(page.locator(".rc-bar__place")).to_have_text("Question 1 of 5")
    expect(page.locator(".rc-live")).to_contain_text(
        "Your exam is still open: Occupational therapy, 5 questions"
    )
    hand_in(page)
    open_way(page, origin, "exam", "?role=slp&length=20")
    expect(page.get_by_label("Whose exam")).to_have_value("slp")
    page.get_by_role("button", name="Show my last result").click()
    expect(page.locator(".rc-result")).to_contain_text("Occupational therapy, 5 questions")


def test_too_few_questions_are_said_and_the_nearest_exam_is_offered(visit, origin):
    page = open_way(visit.page, origin, "exam", "?role=chiropractic&length=40&level=3")
    said = page.locator(".rc-scope__few")
    expect(said).to_have_text(re.compile(r"^Only \d+ questions fit this choice, too few for 40\.$"))
    count = re.search(r"\d+", said.inner_text())[0]
    expect(page.get_by_role("button", name=f"Start with {count} questions")).to_be_visible()
    page.get_by_role("button", name="Choose all levels and topics").click()
    expect(said).to_be_hidden()
    expect(page.get_by_label("Level")).to_have_value("0")
    page.get_by_label("Level").select_option("3")
    start(page, f"Start with {count} questions")
    expect(page.locator(".rc-bar__place")).to_have_text(f"Question 1 of {count}")
    until(page, lambda: exam_of(page)["scope"]["level"] == 3)


def test_topics_narrow_an_exam(visit, origin, site):
    page = open_way(visit.page, origin, "exam", "?role=pt&length=10&topic=units&topic=coverage")
    fits = [
        entry for entry in pool(site, "pt").values() if {"units", "coverage"} & set(entry["areas"])
    ]
    expect(page.locator(SCOPE)).to_contain_text(f"{len(fits)} questions fit this choice.")
    page.get_by_label("Units and time").uncheck()
    expect(page.locator(f"{SCOPE} h2 + ul li")).to_have_count(1)
    start(page)
    listed = pool(site, "pt")
    assert all("coverage" in listed[name]["areas"] for name in exam_of(page)["items"])


def test_the_role_of_the_placement_quiz_is_the_exams(visit, origin):
    page = open_way(visit.page, origin, "check")
    page.get_by_role("link", name="Occupational therapy").click()
    page.wait_for_selector(".rc-item")
    open_way(page, origin, "exam")
    expect(page.get_by_label("Whose exam")).to_have_value("ot")


def test_a_link_to_the_exam_is_copied_and_shown(visit, origin):
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_way(visit.page, origin, "exam")
    page.get_by_label("Whose exam").select_option("front-desk")
    expect(page.locator(SCOPE)).to_contain_text("Coverage, payers and authorization")
    page.get_by_label("No time limit").check()
    page.get_by_role("button", name="Copy a link to this exam").click()
    link = page.locator(".rc-exam-link")
    expect(link).to_have_value(f"{origin}practice/exam/?role=front-desk&length=10&minutes=0")
    assert page.evaluate("navigator.clipboard.readText()") == link.input_value()


def test_a_scope_is_chosen_by_keyboard_alone(visit, origin):
    page = open_way(visit.page, origin, "exam")
    focus_on(page, "Whose exam")
    page.keyboard.press("Home")
    expect(page.get_by_label("Whose exam")).to_have_value("pt")
    focus_on(page, "Level")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".rc-live")).to_contain_text("questions fit this choice.")
    focus_on(page, "Topics")
    page.keyboard.press("Enter")
    focus_on(page, "Units and time")
    page.keyboard.press("Space")
    expect(page.get_by_label("Units and time")).to_be_checked()
    focus_on(page, "Start the exam")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-item__title")).to_be_focused()
    assert exam_of(page)["scope"] == {"role": "pt", "level": 1, "areas": ["units"]}
    give_any(page, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_choice_of_an_exam_is_accessible_on_a_phone(visit_as, origin, scheme):
    visit = visit_as(viewport=PHONE, color_scheme=scheme)
    page = open_way(visit.page, origin, "exam", "?role=chiropractic&length=40&topic=codes")
    page.get_by_role("button", name="Copy a link to this exam").click()
    assert not violations(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
