"""A question of an instructor's own: written, kept, handed out, answered and marked."""

import json
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.e2e.practicing import focus_on
from tests.e2e.test_classroom import builder, fragment, hand_in, saved, start, task
from tests.e2e.test_every_page import violations
from tests.e2e.test_gradebook import TO_DROP
from tests.e2e.test_hostile import ARMED, HOSTILE, RUN
from tests.e2e.test_tools import enter, fill

NOTE = (
    "PT, one-on-one, 68 y/o F. Petrissage to the left calf for 15 minutes to ease a spasm. No joint"
    " was moved."
)
REASON = "Petrissage that eases a spasm is massage: the note names both."
OPTIONS = (
    ("97124", "Kneading that eases a spasm is massage."),
    ("97140", "No joint or fascia was treated."),
    ("97110", "The patient did no exercise."),
    ("ask-therapist", "The note names the technique and its purpose."),
)
OWN = {
    "id": "own-calf-1a2b3c4d",
    "version": 1,
    "kind": "choose-code",
    "title": "Case 1: left calf",
    "payer": "Medicare Part B",
    "date": "2026-03-02",
    "difficulty": 1,
    "note": NOTE,
    "options": [{"id": name, "feedback": feedback} for name, feedback in OPTIONS],
    "right": "97124",
    "reason": REASON,
}


def writer(visitor: Any, address: str = "classroom/write/") -> Page:
    page = visitor.open(address)
    page.wait_for_selector("rc-writer[data-ready]")
    return page


def write(page: Page, title: str = "Case 1: left calf") -> None:
    page.locator("[name=title]").fill(title)
    page.locator("[name=note]").fill(NOTE)
    page.locator("[name=objective]").select_option("tell-massage-from-manual-therapy")
    page.locator("[name=date]").fill("2026-03-02")
    enter(page.locator("[name=payer]"), "medicare-part-b")
    page.locator("[name=discipline]").select_option("pt")
    fill(page, 0, what="technique:petrissage", purpose="ease-spasm", minutes="15")
    for place, (answer, feedback) in enumerate(OPTIONS):
        row = page.locator(".rc-choice").nth(place)
        enter(row.locator("[name=option]"), answer)
        row.locator("[name=feedback]").fill(feedback)
    page.locator("[name=reason]").fill(REASON)
    expect(page.locator(".rc-sound")).to_be_visible()


def kept(page: Page) -> None:
    page.get_by_role("button", name="Keep it for my assignments").click()
    expect(page.locator(".rc-saved")).to_contain_text("Kept on this device")


def carried(**changes: Any) -> str:
    """The fragment of an assignment with one question of an instructor's own."""
    own = {**OWN, **changes}
    told = {"v": 2, "id": "own-test", "title": "Test", "feedback": "at-once"}
    return fragment({**told, "items": [own["id"]], "own": [own]})


def test_from_the_note_to_the_gradebook(visit, visit_as):
    page = writer(visit)
    write(page)
    expect(page.locator(".rc-key")).to_have_text("Right by the facts: 97124 Massage")
    verdicts = page.locator(".rc-choice__verdict").all_inner_texts()
    assert verdicts == ["Right by the facts", *["Wrong by the facts"] * 3]
    name, content = saved(page, "Save as a file (YAML)")
    (item,) = yaml.safe_load(content)["items"]
    assert name == f"{item['id']}.yaml" and item["note"] == NOTE
    kept(page)
    page.get_by_role("link", name="Put it into an assignment").click()
    page.wait_for_selector("rc-builder[data-ready]")
    page.locator(".rc-own [data-item]").click()
    page.locator(".rc-own [data-act^='preview']").click()
    expect(page.locator(".rc-preview")).to_contain_text(REASON)
    assert violations(page) == []
    page.locator("input[name=title]").fill("My test")
    link = page.locator("#rc-link").input_value()
    learner = visit_as()
    exam = task(learner.page, link)
    start(exam, "Ann Ash")
    expect(exam.locator(".rc-note")).to_have_text(NOTE)
    exam.locator(".rc-slot .rc-option input[value='97124']").check()
    exam.get_by_role("button", name="Check").click()
    expect(exam.locator(".rc-slot .rc-verdict")).to_have_text("✓Correct")
    expect(exam.locator(".rc-slot")).to_contain_text("written by your instructor")
    hand_in(exam)
    expect(exam.locator(".rc-result__score")).to_have_text("1 of 1 correct")
    assert violations(exam) == []
    result = json.loads(saved(exam)[1])
    (question,) = result["own_questions"]
    assert question["right"] == "97124" and "form" not in question
    book = visit_as().open("classroom/gradebook/")
    book.wait_for_selector("rc-gradebook[data-ready]")
    book.evaluate(TO_DROP, [["ann.json", json.dumps(result)]])
    expect(book.locator(".rc-grades tbody tr")).to_contain_text("1 of 1")
    assert not visit.complaints and not learner.complaints


def test_a_question_is_written_by_keyboard_alone(visit):
    page = writer(visit)
    page.locator("[name=title]").focus()
    keys = page.keyboard
    keys.type("Case 2: right calf")
    keys.press("Tab")
    keys.type(NOTE)
    focus_on(page, "Payer")
    keys.type("Medicare Part B")
    keys.press("Enter")
    focus_on(page, "Discipline")
    keys.type("physical")
    focus_on(page, "What was done")
    keys.type("Petrissage")
    keys.press("Enter")
    focus_on(page, "Purpose")
    keys.type("relieve")
    focus_on(page, "Minutes")
    keys.type("15")
    expect(page.locator(".rc-key")).to_contain_text("97124")
    focus_on(page, "Add an option")
    keys.press("Enter")
    expect(page.locator(".rc-choice")).to_have_count(5)
    expect(page.locator(".rc-choice").nth(4).get_by_role("combobox")).to_be_focused()
    keys.type("97140")
    keys.press("Enter")
    expect(page.locator(".rc-choice__verdict").nth(4)).to_have_text("Wrong by the facts")
    problem = page.locator(".rc-problems li", has_text="The reason is empty")
    problem.get_by_role("button").focus()
    keys.press("Enter")
    expect(page.locator("[name=reason]")).to_be_focused()


def test_nothing_is_lost_by_a_reload_and_a_change_is_a_new_version(visit):
    page = writer(visit)
    write(page)
    kept(page)
    page.reload()
    page.wait_for_selector("rc-writer[data-ready]")
    expect(page.locator("[name=note]")).to_have_value(NOTE)
    assert page.locator("[name=option]").nth(3).input_value() == "ask-therapist"
    expect(page.locator(".rc-sound")).to_be_visible()
    page.get_by_role("button", name="Start another question").click()
    page.get_by_role("button", name="Yes, start another").click()
    expect(page.locator("[name=note]")).to_have_value("")
    builder(visit)
    page.get_by_role("link", name="Edit: Case 1: left calf").click()
    page.wait_for_selector("rc-writer[data-ready]")
    expect(page.locator("[name=reason]")).to_have_value(REASON)
    page.locator("[name=reason]").fill(f"{REASON} Nothing else was done.")
    kept(page)
    assert page.locator("[name=version]").input_value() == "2"
    builder(visit)
    expect(page.locator(".rc-own li")).to_have_count(1)
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.locator(".rc-own")).to_contain_text("none on this device")


def test_an_open_visit_shows_the_question_of_the_engine(visit):
    page = writer(visit)
    write(page)
    page.locator("[name=purpose]").first.select_option("")
    expect(page.locator(".rc-key")).to_have_text("Right by the facts: Ask the therapist")
    expect(page.locator(".rc-verdict-live")).to_contain_text("does not give the purpose")
    page.locator("[name=feedback]").first.fill("")
    page.get_by_role("button", name="Keep it for my assignments").click()
    expect(page.locator(".rc-saved")).to_have_text(
        "Not yet. Option 1 has no feedback: say what is behind it."
    )
    page.locator("[name=minutes]").fill("a lot")
    expect(page.locator(".rc-verdict-live")).to_contain_text("Minutes: Enter the minutes")
    expect(page.locator(".rc-verdict-live")).to_contain_text("Fill in the visit")


def test_a_hostile_question_in_a_link_is_text(visit):
    everything = " ".join(HOSTILE)
    visit.context.add_init_script(ARMED)
    options = [{**one, "feedback": everything, "text": HOSTILE[0]} for one in OWN["options"]]
    link = carried(
        title=everything[:200],
        payer=HOSTILE[1],
        note=everything,
        reason=everything,
        options=options,
        form="1.what=%22%3E%3Cimg+src%3Dx+onerror%3Dhostile()%3E",
    )
    page = task(visit.page, f"{visit.origin}classroom/assignment/{link}")
    start(page, "Eve")
    page.locator(".rc-slot .rc-option input").first.check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".rc-slot .rc-answer__reason")).to_have_text(everything)
    assert page.locator(".rc-slot :is(img, script, iframe, svg, rc-quiz)").count() == 0
    hand_in(page)
    page = builder(visit)
    page.get_by_text("Edit an assignment you saved").click()
    page.locator("textarea[name=kept]").fill(f"{visit.origin}classroom/assignment/{link}")
    page.get_by_role("button", name="Load into the form").click()
    expect(page.locator(".rc-loaded")).to_be_visible()
    page.locator(".rc-own [data-act^='preview']").click()
    expect(page.locator(".rc-preview .rc-answer__reason")).to_have_text(everything)
    page.get_by_role("link", name="Edit: ").first.click()
    page.wait_for_selector("rc-writer[data-ready]")
    expect(page.locator("[name=note]")).to_have_value(everything)
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"right": "97112"},
        {"id": "massage-vs-similar-01"},
        {"options": OWN["options"][:2]},
        {"note": "x" * 5000},
    ],
)
def test_a_damaged_question_in_a_link_is_refused(visit, changes):
    page = task(visit.page, f"{visit.origin}classroom/assignment/{carried(**changes)}")
    expect(page.locator(".rc-refusal")).to_contain_text("damaged")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_writing(visit_as, scheme):
    page = writer(visit_as(color_scheme=scheme))
    assert violations(page) == []
    page.locator("[name=title]").fill("Case 1: massage")
    page.locator("[name=minutes]").fill("a lot")
    expect(page.locator(".rc-problems")).to_contain_text("Minutes")
    assert violations(page) == []
    write(page)
    assert violations(page) == []


def test_a_narrow_page_of_an_author_does_not_scroll_sideways(visit_as):
    page = writer(visit_as(viewport={"width": 320, "height": 640}))
    write(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_author_page_speaks_spanish_and_says_what_it_needs(visit_as):
    page = writer(visit_as(), "classroom/write/?lang=es")
    expect(page.locator(".rc-problems")).to_contain_text("El título está vacío")
    page = visit_as(java_script_enabled=False).open("classroom/write/")
    expect(page.locator(".rc-noscript-hint")).to_be_visible()
    expect(page.locator("rc-writer form")).to_be_hidden()
