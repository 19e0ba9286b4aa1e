"""Questions of the other kinds, written in the browser: from the form to the gradebook."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.e2e.practicing import focus_on
from tests.e2e.test_classroom import hand_in, saved, start, task
from tests.e2e.test_every_page import violations
from tests.e2e.test_gradebook import TO_DROP
from tests.e2e.test_tools import enter, fill
from tests.e2e.test_writer import kept, writer

NOTE = (
    "PT, one-on-one, 70 y/o F, 5 wks s/p L TKA. Leg press for quad strength, 23 min. Patellar mobs"
    " for flexion, 15 min. Timed 38 min."
)
ROWS = (
    ("97110", "Leg press is strengthening: 23 minutes."),
    ("97140", "Patellar mobs are joint mobilization: 15 minutes."),
    ("97124", "Nobody massaged soft tissue."),
)
REASON = "38 minutes are 3 units; the third goes to 97110, which has 8 minutes left."
STATEMENT = "97124 is billed once a day, however long it takes."
VERDICTS = (
    "It is timed, so minutes do count.",
    "Nothing in it is true in part.",
    "97124 is counted in units of 15 minutes.",
)
KEYS = {
    "units": "97110 × 2, 97124 × 0, 97140 × 1",
    "choose-all": "97110, 97140",
    "claim": "97110 × 2 GP; 97140 × 1 GP",
    "judge-claim": "Not accurate as written",
}


def choose_kind(page: Page, kind: str) -> None:
    page.locator("[name=kind]").select_option(kind)
    expect(page.locator("rc-writer form")).to_have_attribute("data-kind", kind)


def write(page: Page, kind: str) -> None:
    choose_kind(page, kind)
    page.locator("[name=title]").fill("Case 1: post-op knee")
    page.locator("[name=date]").fill("2026-03-02")
    enter(page.locator("[name=payer]"), "medicare-part-b")
    page.locator("[name=objective]").select_option("count-units")
    if kind == "judge-claim":
        judge(page)
    else:
        tell(page, kind)
    expect(page.locator(".rc-sound")).to_be_visible()


def tell(page: Page, kind: str) -> None:
    page.locator("[name=note]").fill(NOTE)
    page.locator("[name=discipline]").select_option("pt")
    fill(page, 0, what="technique:strengthening-exercise", minutes="23")
    page.get_by_role("button", name="Add a service").click()
    fill(page, 1, what="technique:joint-mobilization", minutes="15")
    if kind == "claim":
        page.locator("[name=modifiers]").fill("gp, go 59")
    while page.locator(".rc-choice").count() > len(ROWS):
        page.locator(".rc-choice").last.get_by_role("button", name="Remove").click()
    for place, (code, feedback) in enumerate(ROWS):
        if page.locator(".rc-choice").count() <= place:
            page.locator(".rc-add-option").click()
        row = page.locator(".rc-choice").nth(place)
        enter(row.locator("[name=option]"), code)
        row.locator("[name=feedback]").fill(feedback)
    if kind == "units":
        first = page.locator(".rc-choice").first
        first.get_by_text("Wrong numbers that learners may give").click()
        first.locator("[name=wrong1]").fill("3")
        first.locator("[name=why1]").fill("Each code was rounded up by itself.")
    page.locator("[name=reason]").fill(REASON)


def judge(page: Page) -> None:
    page.locator("[name=statement]").fill(STATEMENT)
    page.locator("[name=verdict]").select_option("false")
    source = page.locator("[name=source] option").nth(5).get_attribute("value")
    enter(page.locator("[name=source]"), source)
    page.locator("[name=asOf]").fill("2026-01-01")
    for place, feedback in enumerate(VERDICTS):
        page.locator("[name=feedback]").nth(place).fill(feedback)
    page.locator("[name=reason]").fill("97124 has a unit for each 15 minutes.")


def answer_units(page: Page, right: bool) -> None:
    page.locator("input[data-cell='97110']").fill("2" if right else "3")
    page.locator("input[data-cell='97140']").fill("1")
    page.locator("input[data-cell='97124']").fill("0")


def answer_all(page: Page, right: bool) -> None:
    for code in ("97110", "97140") if right else ("97110", "97124"):
        page.locator(f".rc-option input[value='{code}']").check()


def answer_claim(page: Page, right: bool) -> None:
    for number, (code, units) in enumerate((("97140", "1"), ("97110", "2")), 1):
        line = page.locator(f".rc-line[data-line='{number}']")
        line.locator("select").select_option(code)
        line.locator("input[type=number]").fill(units if right else "1")
        line.locator("input[value=GP]").check()


def answer_verdict(page: Page, right: bool) -> None:
    page.locator(f"input[value='{'does-not-hold' if right else 'holds'}']").check()


ANSWERS: dict[str, Callable[[Page, bool], None]] = {
    "units": answer_units,
    "choose-all": answer_all,
    "claim": answer_claim,
    "judge-claim": answer_verdict,
}


def answered(learner: Any, link: str, kind: str, *, right: bool) -> dict[str, Any]:
    """The result of a learner who answers the one question of a link."""
    page = task(learner.page, link)
    start(page, "Ann Ash" if right else "Bob Birch")
    ANSWERS[kind](page.locator(".rc-slot"), right)
    page.get_by_role("button", name="Check").click()
    verdict = page.locator(".rc-slot .rc-verdict")
    expect(verdict).to_contain_text("✓Correct" if right else "✗")
    if kind == "units" and not right:
        expect(page.locator(".rc-slot li[data-chosen]")).to_contain_text("rounded up by itself")
    assert violations(page) == []
    hand_in(page)
    found: dict[str, Any] = json.loads(saved(page)[1])
    return found


@pytest.mark.parametrize("kind", KEYS)
def test_from_the_form_to_the_gradebook(visit, visit_as, kind):
    page = writer(visit)
    write(page, kind)
    expect(page.locator(".rc-key")).to_contain_text(KEYS[kind])
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".rc-preview .rc-answer__key")).to_be_visible()
    expect(page.locator(".rc-preview h2")).to_be_focused()
    assert violations(page) == []
    kept(page)
    page.get_by_role("link", name="Put it into an assignment").click()
    page.wait_for_selector("rc-builder[data-ready]")
    page.locator(".rc-own [data-item]").click()
    page.locator("input[name=title]").fill("My test")
    link = page.locator("#rc-link").input_value()
    results = [
        (name, json.dumps(answered(visit_as(), link, kind, right=right)))
        for name, right in (("ann.json", True), ("bob.json", False))
    ]
    assert kind in results[0][1] and '"form"' not in results[0][1]
    book = visit_as().open("classroom/gradebook/")
    book.wait_for_selector("rc-gradebook[data-ready]")
    book.evaluate(TO_DROP, [list(one) for one in results])
    expect(book.locator(".rc-grades tbody tr")).to_have_count(2)
    expect(book.locator(".rc-grades tbody tr").first).to_contain_text("1 of 1")
    expect(book.locator(".rc-grades tbody tr").last).to_contain_text("0")
    assert not visit.complaints


def test_files_of_a_statement_are_two_and_say_where_they_belong(visit):
    page = writer(visit)
    write(page, "judge-claim")
    with (
        page.expect_download(lambda one: "-statement" not in one.suggested_filename) as question,
        page.expect_download(lambda one: "-statement" in one.suggested_filename) as statement,
    ):
        page.get_by_role("button", name="Save as a file").click()
    (item,) = yaml.safe_load(question.value.path().read_text(encoding="utf-8"))["items"]
    article = yaml.safe_load(statement.value.path().read_text(encoding="utf-8"))
    (claim,) = article["claims"]
    assert item["claim"] == f"{article['id']}-{claim['id']}"
    assert (claim["says"], claim["verdict"]) == (STATEMENT, "false")
    for told in ("quizzes/", "content/claims/", "rightcode check"):
        expect(page.locator(".rc-saved")).to_contain_text(told)


def test_units_are_written_by_keyboard_alone(visit):
    page = writer(visit)
    keys = page.keyboard
    page.locator("[name=kind]").focus()
    keys.type("Count")
    expect(page.locator(".rc-add-option")).to_have_text("Add a code")
    focus_on(page, "Note")
    keys.type(NOTE)
    focus_on(page, "Payer")
    keys.type("Medicare Part B")
    keys.press("Enter")
    focus_on(page, "Discipline")
    keys.type("physical")
    focus_on(page, "What was done")
    keys.type("Strengthening exercise")
    keys.press("Enter")
    focus_on(page, "Minutes")
    keys.type("23")
    expect(page.locator(".rc-key")).to_contain_text("97110 × 2")
    focus_on(page, "Add what is right and missing: 97110")
    keys.press("Enter")
    expect(page.locator(".rc-choice__verdict").first).to_have_text("Units by the facts: 2")
    expect(page.locator(".rc-add-option")).to_be_focused()
    page.locator(".rc-choice summary").first.focus()
    keys.press("Enter")
    focus_on(page, "Wrong number 1")
    keys.type("2")
    expect(page.locator(".rc-problems")).to_contain_text("This number is right")


def test_a_kind_changes_and_what_was_typed_stays(visit):
    page = writer(visit)
    write(page, "units")
    choose_kind(page, "choose-all")
    expect(page.locator("[name=note]")).to_have_value(NOTE)
    expect(page.locator("[name=feedback]").first).to_have_value(ROWS[0][1])
    expect(page.locator(".rc-key")).to_contain_text("97110, 97140")
    expect(page.locator(".rc-sound")).to_be_visible()
    choose_kind(page, "judge-claim")
    expect(page.locator("[name=note]")).to_be_hidden()
    expect(page.locator(".rc-visit > legend")).to_have_text("2. Day and payer")
    page.locator("[name=kind]").select_option("mark-words")
    expect(page.locator(".rc-kind-note")).to_contain_text("rightcode new quiz")
    expect(page.locator("[name=kind]")).to_have_value("judge-claim")
    choose_kind(page, "choose-code")
    expect(page.locator("[name=note]")).to_have_value(NOTE)
    expect(page.locator("[name=discipline]")).to_have_value("pt")


@pytest.mark.parametrize("kind", KEYS)
def test_a_question_is_opened_again_as_it_was(visit, kind):
    page = writer(visit)
    write(page, kind)
    kept(page)
    name = page.locator("[name=id]").input_value()
    page.get_by_role("button", name="Start another question").click()
    page.get_by_role("button", name="Yes, start another").click()
    expect(page.locator("[name=title]")).to_have_value("")
    page = writer(visit, f"classroom/write/#q={name}")
    expect(page.locator(".rc-sound")).to_be_visible()
    expect(page.locator(".rc-key")).to_contain_text(KEYS[kind])
    kept(page)
    assert page.locator("[name=version]").input_value() == "1"


def test_an_open_visit_has_no_key_and_says_what_to_complete(visit):
    page = writer(visit)
    write(page, "claim")
    page.locator("[name=minutes]").first.fill("")
    expect(page.locator(".rc-verdict-live")).to_contain_text("cannot be worked out")
    page.get_by_role("button", name="Keep it for my assignments").click()
    expect(page.locator(".rc-saved")).to_contain_text("Not yet")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_problems_of_each_kind(visit_as, scheme):
    page = writer(visit_as(color_scheme=scheme))
    for kind in KEYS:
        choose_kind(page, kind)
        page.locator("[name=title]").fill("Case 1: massage")
        expect(page.locator(".rc-problems")).to_be_visible()
        assert violations(page) == [], kind


@pytest.mark.parametrize("kind", KEYS)
def test_a_narrow_page_does_not_scroll_sideways(visit_as, kind):
    page = writer(visit_as(viewport={"width": 320, "height": 640}))
    write(page, kind)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator(".rc-preview .rc-answer__key")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_kinds_speak_spanish(visit_as):
    page = writer(visit_as(), "classroom/write/?lang=es")
    choose_kind(page, "units")
    expect(page.locator(".rc-add-option")).to_have_text("Agregar un código")
    expect(page.locator(".rc-answers-hint")).to_contain_text("Indique cada código")


def test_the_file_of_a_kind_is_yaml_of_its_kind(visit):
    page = writer(visit)
    write(page, "claim")
    _, content = saved(page, "Save as a file (YAML)")
    (item,) = yaml.safe_load(content)["items"]
    assert item["kind"] == "claim"
    assert item["modifiers"] == ["GP", "GO", "59"]
    assert item["key"][0] == {"code": "97110", "units": 2, "modifiers": ["GP"]}
