"""The desk, played by keyboard: whole days, with and without mistakes, to the gradebook."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESK, PHONE
from tests.e2e.practicing import focus_on
from tests.e2e.test_every_page import assert_alone, violations

ADDRESS = "practice/desk/"
SAME = "role={role}&clinic={clinic}&level={level}&length=day&seed={seed}"
REMEDY = {
    "post": "Post it, nothing more to do",
    "bill-patient": "Post it, bill the patient",
    "correct": "Correct and resend",
    "new-claim": "Correct and resend",
    "appeal": "Appeal",
    "write-off": "Write off",
}
MOST_DAYS = 12
SMALL = {"width": 320, "height": 640}
Json = dict[str, Any]


def opened(visit_as, query: str = "", **options: object) -> Page:
    page = visit_as(**options).open(f"{ADDRESS}?{query}" if query else ADDRESS)
    page.wait_for_selector("rc-desk[data-ready]")
    return page


def press(page: Page, name: str) -> None:
    """The button of that name, by Tab and Enter."""
    focus_on(page, name)
    page.keyboard.press("Enter")


def enter(page: Page, name: str, text: str) -> None:
    focus_on(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.type(text) if text else page.keyboard.press("Delete")


class Player:
    """Somebody who has read everything, and makes the mistakes that are asked of them."""

    def __init__(
        self,
        page: Page,
        forgets_modifiers: bool = False,
        look: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.page, self.forgets, self.look = page, forgets_modifiers, look
        press(page, "Open the desk")
        expect(page.locator(".rc-desk__list")).to_be_visible()
        work = page.evaluate("globalThis.rightcodeDesk")
        self.causes = work["causes"]
        self.visits: dict[str, Json] = {one["id"]: one for one in work["visits"]}
        self.sent: dict[str, Json] = {one["id"]: one for one in work["sent"]}
        self.questions = {f"{one['id']}~q": one for one in work["questions"]}

    def day(self) -> None:
        """All that is open today."""
        cards = self.page.locator(".rc-desk__item")
        states = {"new", "begun", "back"}
        while open_ids := [
            card.get_attribute("data-item")
            for card in cards.all()
            if card.get_attribute("data-state") in states
        ]:
            self.item(str(open_ids[0]))

    def item(self, name: str) -> None:
        card = self.page.locator(f".rc-desk__item[data-item='{name}'] button")
        press(self.page, str(card.get_attribute("aria-label")))
        expect(self.page.locator(".rc-desk__columns")).to_be_visible()
        while self.step(name):
            pass
        press(self.page, "Back to the worklist")
        expect(self.page.locator(".rc-desk__list")).to_be_visible()

    def step(self, name: str) -> bool:
        """The next thing to do about the item; whether there was one."""
        self.look(name)
        if self.shows("Record the answer"):
            return self.answer(self.questions[name])
        if self.shows("Record the decisions"):
            return self.decide(name)
        visit = self.visits[self.sent[name]["of"] if name in self.sent else name]
        if self.shows("Send the corrected claim"):
            return self.bill(visit, "Send the corrected claim")
        if self.shows("Send the claim"):
            return self.first(visit)
        return False

    def shows(self, name: str) -> bool:
        return self.page.get_by_role("button", name=name).count() > 0

    def first(self, visit: Json) -> bool:
        if visit["state"] == "bill":
            return self.bill(visit, "Send the claim")
        press(self.page, "Ask before billing" if visit["state"] == "ask" else "Hold")
        expect(self.page.locator(".rc-desk__message")).to_contain_text("Right")
        return False

    def bill(self, visit: Json, send: str) -> bool:
        rows = self.page.locator(".rc-desk__claim fieldset.rc-row")
        lines = visit["ways"][0]
        while rows.count() < len(lines):
            press(self.page, "Add a line")
        self.page.locator(".rc-desk__back").focus()
        for place, (code, units, modifiers) in enumerate(lines):
            forgotten = self.forgets and place == 0 and send == "Send the claim"
            enter(self.page, "Code", code)
            self.page.keyboard.press("Tab")
            enter(self.page, "Units", str(units))
            enter(self.page, "Modifiers", "" if forgotten else " ".join(modifiers))
            if "diagnoses" in visit:
                enter(self.page, "Diagnosis pointers", visit["pointers"][code])
        press(self.page, send)
        message = self.page.locator(".rc-desk__message")
        expect(message).to_contain_text("on its way")
        expect(message).to_be_focused()
        return False

    def decide(self, name: str) -> bool:
        cells = self.page.locator(".rc-desk__answer tbody tr")
        selects = self.page.locator(".rc-desk__work select")
        before = self.page.locator(".rc-desk__feedback").count()
        causes = {} if before else self.sent.get(name, {}).get("causes", {})
        for place in range(selects.count()):
            row = cells.nth(place).locator("td").all_inner_texts()
            cause = causes.get(str(place + 1))
            if cause:
                remedy = self.causes[cause][0]
            elif row[-1] != "$0.00":
                remedy = "bill-patient"
            else:
                remedy = "correct" if row[0] == "Denied" else "post"
            selects.nth(place).focus()
            self.page.keyboard.type(REMEDY[remedy])
        press(self.page, "Record the decisions")
        self.page.wait_for_function(
            "count => document.querySelectorAll('.rc-desk__feedback').length > count", arg=before
        )
        return True

    def answer(self, question: Json) -> bool:
        for name, text, right, *_ in question["options"]:
            if right:
                self.page.locator(f".rc-desk__choices input[value='{name}']").focus()
                self.page.keyboard.press("Space")
                assert text
        press(self.page, "Record the answer")
        expect(self.page.locator(".rc-desk__options")).to_be_visible()
        return False

    def days(self) -> None:
        """Until nothing is left."""
        for _ in range(MOST_DAYS):
            self.day()
            if self.shows("Finish and see the result"):
                return
            press(self.page, "End day")


def points(page: Page) -> int:
    return int(page.locator(".rc-desk__score").inner_text().split()[0])


@pytest.mark.parametrize(("level", "looked_at"), [(1, PHONE), (3, DESK)])
def test_a_day_is_played_by_keyboard_and_all_right_is_100(visit_as, level, looked_at) -> None:
    query = SAME.format(role="biller", clinic="any", level=level, seed="k3f")
    page = opened(visit_as, query, viewport=looked_at)
    expect(page.locator("rc-desk")).to_contain_text("assigned by a link")
    player = Player(page)
    player.day()
    before = page.locator(".rc-desk__list").inner_text()
    page.reload()
    page.wait_for_selector("rc-desk[data-ready]")
    assert page.locator(".rc-desk__list").inner_text() == before
    assert violations(page) == []
    player.days()
    press(page, "Finish and see the result")
    assert points(page) == 100, page.locator(".rc-desk__results").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= looked_at["width"]
    page.reload()
    expect(page.locator(".rc-desk__score")).to_have_text("100 of 100")
    assert violations(page) == []


@pytest.mark.parametrize(("role", "clinic", "level"), [("biller", "ot", 2), ("coder", "slp", 3)])
def test_every_screen_of_a_day_is_sound_on_the_smallest_phone(
    visit_as, role, clinic, level
) -> None:
    page = opened(
        visit_as, SAME.format(role=role, clinic=clinic, level=level, seed="e3"), viewport=SMALL
    )
    found: list[str] = []

    def look(name: str) -> None:
        if page.evaluate("document.documentElement.scrollWidth") > SMALL["width"]:
            found.append(f"{name} is wide")
        searched = "md-search"  # opened by the tab key that went past it
        found.extend(f"{name}: {one}" for one in violations(page) if searched not in one)

    player = Player(page, look=look)
    player.days()
    assert found == []
    press(page, "Finish and see the result")
    assert points(page) == 100


def test_a_week_brings_new_work_every_day(visit_as) -> None:
    query = SAME.format(role="biller", clinic="pt", level=1, seed="e3").replace("day", "week")
    visitor = visit_as()
    page = visitor.open(f"{ADDRESS}?{query}")
    page.wait_for_selector("rc-desk[data-ready]")
    player = Player(page)
    cards = page.locator(".rc-desk__item")
    expect(cards).to_have_count(4)
    player.day()
    press(page, "End day")
    expect(cards).to_have_count(8)
    expect(page.locator("rc-desk .rc-live")).to_contain_text("New items: 4")
    assert_alone(visitor)


def test_a_forgotten_modifier_is_denied_corrected_and_costs_a_part(visit_as, tmp_path) -> None:
    query = SAME.format(role="coder", clinic="pt", level=1, seed="7")
    page = opened(visit_as, query)
    player = Player(page, forgets_modifiers=True)
    player.day()
    press(page, "End day")
    expect(page.locator(".rc-desk__item[data-state=back]").first).to_be_visible()
    player.days()
    press(page, "Finish and see the result")
    assert 60 < points(page) < 100
    figures = page.locator(".rc-desk__figures")
    expect(figures).to_contain_text("recovered")
    expect(figures).to_contain_text("Billed wrongly: $0.00")
    enter(page, "Your name", "Ann Lee")
    with page.expect_download() as download:
        press(page, "Save the result file")
    path = tmp_path / "desk.json"
    download.value.save_as(path)
    check_gradebook(visit_as, path)


def check_gradebook(visit_as, path: Path) -> None:
    """The file is what the gradebook reads: an answer and a question for each item."""
    result = json.loads(path.read_text(encoding="utf-8"))
    assert len(result["answers"]) == len(result["own_questions"]) == 6
    page = visit_as().open("classroom/gradebook/")
    page.wait_for_selector("rc-gradebook[data-ready]")
    page.locator("rc-gradebook input[type=file]").first.set_input_files(path)
    expect(page.locator(".rc-grades tbody tr")).to_contain_text("Ann Lee")


def test_a_rejected_claim_and_a_wrong_question_are_told_at_once(visit_as) -> None:
    page = opened(visit_as, SAME.format(role="coder", clinic="pt", level=1, seed="7"))
    player = Player(page)
    visit = next(
        name
        for card in page.locator(".rc-desk__item").all()
        if (name := str(card.get_attribute("data-item"))) in player.visits
        and player.visits[name]["state"] == "bill"
    )
    page.locator(f".rc-desk__item[data-item='{visit}'] button").click()
    press(page, "Ask before billing")
    expect(page.locator(".rc-desk__message")).to_contain_text("Nothing is missing here")
    press(page, "Send the claim")
    expect(page.locator(".rc-flaw").first).to_have_text("Enter a code.")
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    enter(page, "Code", "97110")
    enter(page, "Units", "0")
    press(page, "Send the claim")
    expect(page.locator(".rc-desk__message")).to_contain_text("rejected")
    expect(page.locator(".rc-desk__answer")).to_contain_text("24G")
    press(page, "Take the repaired claim")
    expect(page.get_by_role("textbox", name="Code").first).to_have_value(
        player.visits[visit]["ways"][0][0][0]
    )
    assert violations(page) == []


def test_a_desk_is_set_up_and_its_link_brings_the_same_work(visit_as) -> None:
    page = opened(visit_as)
    page.get_by_label("Role").select_option("front-desk")
    page.get_by_label("Seed").fill("no seed!")
    page.get_by_role("button", name="Open the desk").click()
    expect(page.locator(".rc-flaw")).to_be_visible()
    expect(page.get_by_label("Seed")).to_be_focused()
    page.get_by_label("Seed").fill("abc")
    page.get_by_role("button", name="Open the desk").click()
    expect(page.locator(".rc-desk__list")).to_be_visible()
    query = SAME.format(role="front-desk", clinic="any", level=1, seed="abc")
    other = opened(visit_as, query)
    press(other, "Open the desk")
    expect(other.locator(".rc-desk__list")).to_be_visible()
    assert [c.get_attribute("data-item") for c in other.locator(".rc-desk__item").all()] == [
        c.get_attribute("data-item") for c in page.locator(".rc-desk__item").all()
    ]


def test_an_address_with_anything_else_asks_for_a_desk(visit_as) -> None:
    page = opened(visit_as, "role=%3Cimg%20src%3Dx%3E&level=1&seed=zzzzzzzzz")
    expect(page.get_by_label("Role")).to_be_visible()


def test_without_javascript_a_sentence_leads_to_the_cases(visit_as) -> None:
    page = visit_as(java_script_enabled=False).open(ADDRESS)
    hint = page.locator("rc-desk .rc-noscript-hint")
    expect(hint).to_be_visible()
    expect(hint.get_by_role("link")).to_have_attribute("href", "../cases/")


def test_colors_hold_in_the_dark(visit_as) -> None:
    page = opened(
        visit_as, SAME.format(role="biller", clinic="any", level=1, seed="k3f"), color_scheme="dark"
    )
    Player(page)
    assert violations(page) == []
    page.locator(".rc-desk__item button").first.click()
    assert violations(page) == []


def test_it_speaks_spanish(visit_as) -> None:
    page = opened(visit_as, "lang=es")
    expect(page.get_by_role("button", name="Abrir el escritorio")).to_be_visible()
