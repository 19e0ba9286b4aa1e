"""A key is disputed where it is shown, by keyboard; the reason reaches the gradebook as text."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.results.result_file import Result
from tests.e2e import test_practice_exam as exam
from tests.e2e.practicing import attempt_saved, focus_on
from tests.e2e.test_classroom import assignment, choose, hand_in, saved, start, task
from tests.e2e.test_desk import SAME, Player, enter, opened, press
from tests.e2e.test_every_page import assert_alone, violations
from tests.e2e.test_gradebook import give, keys, sound  # noqa: F401
from tests.e2e.test_gradebook import opened as gradebook
from tests.e2e.test_practice_exam import begin
from tests.results.made import HOSTILE
from tests.results.test_disputes import REASON, disputed

OPEN = "I think this key is wrong"
FIELD = "Why you think the key is wrong"


def write(page: Page, text: str) -> None:
    """The reason, by keyboard, from wherever the focus is."""
    focus_on(page, OPEN)
    page.keyboard.press("Enter")
    expect(page.get_by_label(FIELD).first).to_be_visible()
    enter(page, FIELD, text)
    press(page, "Save the dispute")
    expect(page.locator(".rc-dispute__status").first).to_contain_text("Saved.")


def saved_dispute(page: Page) -> list[Any]:
    return [one.get("dispute") for one in json.loads(saved(page)[1])["answers"]]


def test_in_an_assignment_after_it_and_again_after_a_reload(visit_as, corpus) -> None:
    visitor = visit_as()
    page = task(visitor.page, f"{visitor.origin}classroom/assignment/{assignment()}")
    start(page, "Ann")
    choose(page, False, corpus)
    assert page.get_by_text(OPEN).count() == 0
    hand_in(page)
    expect(page.locator(".rc-dispute")).to_have_count(1)  # unanswered questions have none
    page.locator(".rc-folded summary").first.focus()
    page.keyboard.press("Enter")
    write(page, REASON)
    attempt_saved(page, lambda run: run.get("disputes") is not None)
    assert violations(page) == []
    assert saved_dispute(page) == [REASON]
    page.reload()
    page.locator(".rc-folded summary").first.click()
    page.get_by_text("Your dispute of this key").click()
    expect(page.get_by_label(FIELD)).to_have_value(REASON)
    press(page, "Withdraw it")
    expect(page.locator(".rc-dispute__status")).to_contain_text("Withdrawn.")
    assert saved_dispute(page) == [None]
    press(page, "Save the dispute")
    expect(page.locator(".rc-dispute__status")).to_have_text("Write your reason first.")
    assert_alone(visitor)


def test_in_an_assignment_as_soon_as_the_key_is_shown(visit_as, corpus) -> None:
    visitor = visit_as()
    page = task(
        visitor.page, f"{visitor.origin}classroom/assignment/{assignment(feedback='at-once')}"
    )
    start(page, "Ann")
    choose(page, True, corpus)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text(OPEN)).to_be_visible()
    write(page, REASON)
    attempt_saved(page, lambda run: run.get("disputes") is not None)
    hand_in(page)
    assert saved_dispute(page) == [REASON]


def test_after_a_practice_exam_whose_answers_can_be_handed_in(visit, origin, corpus) -> None:
    page = visit.page
    begin(visit.context, page, origin)
    exam.choose(page)
    exam.hand_in(page)
    expect(page.locator(".rc-dispute")).to_have_count(1)
    page.locator(".rc-folded summary").first.focus()
    page.keyboard.press("Enter")
    write(page, REASON)
    attempt_saved(page, lambda run: run.get("disputes") is not None)
    focus_on(page, "Result file for your instructor")
    page.keyboard.press("Enter")
    press(page, "Download your answers")
    expect(page.get_by_text("Enter your name first.").first).to_be_visible()
    enter(page, "Your name", "Ann Lee")
    assert violations(page) == []
    result = json.loads(saved(page)[1])
    assert Result.model_validate(result).learner.name == "Ann Lee"
    (given,) = result["answers"]
    assert given["dispute"] == REASON and len(result["assignment"]["items"]) > 1
    page.reload()
    expect(page.locator(".rc-dispute")).to_have_count(1)
    page.locator(".rc-folded summary").first.click()
    expect(page.get_by_text("Your dispute of this key")).to_be_visible()
    book = gradebook(visit)
    give(book, [("exam.json", json.dumps(result).encode())])
    expect(book.locator(".rc-grades tbody tr")).to_contain_text("of 5")
    expect(book.locator(".rc-disputes blockquote")).to_have_text(REASON)


def test_at_the_desk_once_an_item_is_done(visit_as) -> None:
    page = opened(visit_as, SAME.format(role="front-desk", clinic="pt", level=1, seed="7"))
    player = Player(page)
    name = page.locator(".rc-desk__item").first.get_attribute("data-item")
    player.item(str(name))
    card = page.locator(f".rc-desk__item[data-item='{name}'] button")
    press(page, str(card.get_attribute("aria-label")))
    expect(page.get_by_text(OPEN)).to_be_visible()
    write(page, REASON)
    assert violations(page) == []
    press(page, "Back to the worklist")
    player.days()
    press(page, "Finish and see the result")
    enter(page, "Your name", "Ann Lee")
    assert saved_dispute_of_desk(page) == [REASON]


def saved_dispute_of_desk(page: Page) -> list[Any]:
    content = json.loads(saved(page, "Save the result file")[1])
    return [one["dispute"] for one in content["answers"] if "dispute" in one]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gradebook_lists_each_and_runs_nothing(visit_as, keys, scheme) -> None:  # noqa: F811
    visitor = visit_as(color_scheme=scheme)
    page = gradebook(visitor)
    give(
        page,
        [
            (f"{place}.json", json.dumps(disputed(sound(keys, f"L{place}", place), text)).encode())
            for place, text in enumerate(HOSTILE)
        ],
    )
    words = page.locator(".rc-disputes blockquote")
    expect(words).to_have_count(len(HOSTILE))
    shown = {text.strip() for text in words.all_text_contents()}
    assert shown == {text.strip().replace("\n", " ") for text in HOSTILE}
    assert page.locator("rc-gradebook").locator("img, script, iframe").count() == 0
    item = next(iter(keys))
    expect(page.locator(".rc-disputes h3")).to_have_text(keys[item].title)
    noticed = page.locator(".rc-looked li", has_text="The key is disputed")
    expect(noticed.first).to_contain_text(f"{len(HOSTILE)} attempts")
    assert violations(page) == []
    assert_alone(visitor)
