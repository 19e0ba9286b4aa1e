"""An exam: no feedback before its end, a clock that nothing stops, answers that nothing loses."""

import contextlib
import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.e2e.practicing import (
    answer_by_keyboard,
    answered,
    attempt_saved,
    attempts,
    focus_on,
    give_any,
    open_way,
    stored,
)
from tests.e2e.waiting import until

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def begin(
    context: BrowserContext, page: Page, origin: str, questions: int = 5, minutes: int | None = 10
) -> None:
    context.clock.set_fixed_time(START)
    open_way(page, origin, "exam")
    page.get_by_label("Questions", exact=True).select_option(str(questions))
    if minutes is None:
        page.get_by_label("No time limit").check()
    else:
        page.get_by_label("Minutes").fill(str(minutes))
    page.get_by_role("button", name="Start the exam").click()
    expect(page.get_by_role("timer")).to_be_visible()


def choose(page: Page, place: int = 0) -> None:
    give_any(page, place)


def inputs(page: Page) -> list[bool | str]:
    """What every field of the question shown holds, whatever kind the draw has brought."""
    return page.locator(".rc-item :is(input, select)").evaluate_all(
        "all => all.map(one => one.matches('[type=radio], [type=checkbox]') ? one.checked :"
        " one.value)"
    )


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()


def kill(page: Page) -> None:
    """The tab's process is gone from one moment to the next.

    No handler of the page gets a word in.
    """
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    page.close()


def test_a_killed_tab_comes_back_with_every_answer_and_flag_and_the_clock_right_to_the_second(
    visit, origin
):
    context, page = visit.context, visit.page
    begin(context, page, origin)
    title = page.locator(".rc-item__title").inner_text()
    choose(page)
    first = inputs(page)
    page.get_by_role("button", name="Flag this question").click()
    page.get_by_role("button", name="Next").click()
    choose(page, 1)
    second = inputs(page)
    attempt_saved(page, answered(2))
    kill(page)
    context.clock.set_fixed_time(START + timedelta(minutes=3, seconds=47))
    again = open_way(context.new_page(), origin, "exam")
    expect(again.get_by_role("timer")).to_have_text(re.compile(r"^6:(1[0-3]|0\d)$"))
    expect(again.locator(".rc-bar__place")).to_have_text("Question 2 of 5")
    assert inputs(again) == second
    again.get_by_role("button", name="Question 1, answered, flagged").click()
    expect(again.locator(".rc-item__title")).to_have_text(title)
    assert inputs(again) == first
    expect(again.get_by_role("button", name="Remove the flag")).to_be_visible()


def test_a_reload_changes_nothing(visit, origin):
    page = visit.page
    begin(visit.context, page, origin)
    choose(page, 2)
    given = inputs(page)
    order = page.locator(".rc-option").all_inner_texts()
    page.reload()
    expect(page.locator(".rc-item__title")).to_be_visible()
    assert inputs(page) == given
    assert page.locator(".rc-option").all_inner_texts() == order


def test_an_exam_whose_time_ran_out_while_nobody_looked_was_handed_in_at_its_deadline(
    visit, origin
):
    context, page = visit.context, visit.page
    begin(context, page, origin)
    choose(page)
    attempt_saved(page, answered(1))
    page.close()
    context.clock.set_fixed_time(START + timedelta(hours=5))
    again = open_way(context.new_page(), origin, "exam")
    expect(again.get_by_role("heading", name="Results")).to_be_visible()
    (only,) = stored(again, 1)
    assert (only["at"], only["mode"]) == ("2026-11-23T09:10:00.000Z", "exam")
    expect(again.locator(".rc-live")).to_contain_text("Time is up")
    expect(
        again.get_by_text("4 questions were not answered and count as incorrect.")
    ).to_be_visible()


def test_time_runs_out_in_front_of_the_learner(visit, origin):
    context, page = visit.context, visit.page
    begin(context, page, origin, minutes=1)
    choose(page)
    attempt_saved(page, answered(1))
    context.clock.set_fixed_time(START + timedelta(seconds=61))
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    stored(page, 1)
    assert not visit.complaints


def test_time_can_be_extended_and_the_warning_says_so(visit, origin):
    context, page = visit.context, visit.page
    begin(context, page, origin)
    context.clock.set_fixed_time(START + timedelta(minutes=9))
    expect(page.locator(".rc-live")).to_contain_text("1 minute left. You can add five minutes.")
    for _ in range(3):
        page.get_by_role("button", name="Add 5 minutes").click()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^(16:0[01]|15:[345]\d)$"))
    hand_in(page)
    expect(page.get_by_text("You added 15 minutes.")).to_be_visible()


def test_without_a_limit_there_is_no_clock_to_fear(visit, origin):
    begin(visit.context, visit.page, origin, minutes=None)
    visit.context.clock.set_fixed_time(START + timedelta(days=2))
    expect(visit.page.get_by_role("timer")).to_have_text("No time limit")
    expect(visit.page.get_by_role("button", name="Add 5 minutes")).to_be_hidden()


def test_nothing_tells_the_answer_before_the_end_and_everything_is_told_after_it(visit, origin):
    page = visit.page
    begin(visit.context, page, origin)
    for place in range(5):
        assert (
            page.locator(
                ".rc-player :is(.rc-answer, .rc-feedback, [data-right], .rc-check)"
            ).count()
            == 0
        )
        choose(page)
        if place < 4:
            page.get_by_role("button", name="Next").click()
    assert attempts(page) == []
    hand_in(page)
    kept = stored(page, 5)
    right = sum(attempt["right"] for attempt in kept)
    expect(page.locator(".rc-result__score")).to_have_text(f"{right} of 5 correct")
    assert page.locator(".rc-objectives tbody tr").count() > 0
    page.get_by_role("button", name=re.compile("^Question 3: ")).click()
    expect(page.locator(".rc-folded[open] .rc-answer__reason")).to_be_visible()


def test_an_exam_handed_in_twice_counts_once(visit, origin):
    context, page = visit.context, visit.page
    begin(context, page, origin)
    choose(page)
    attempt_saved(page, answered(1))
    other = open_way(context.new_page(), origin, "exam")
    hand_in(page)
    expect(other.get_by_role("heading", name="Results")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()
    stored(page, 1)


def test_two_tabs_with_one_exam_show_each_others_answers(visit, origin):
    context, page = visit.context, visit.page
    begin(context, page, origin)
    other = open_way(context.new_page(), origin, "exam")
    choose(page, 1)
    given = inputs(page)
    until(other, lambda: inputs(other) == given)
    expect(other.get_by_role("button", name="Question 1, answered", exact=True)).to_be_visible()


def test_what_was_missed_is_retried_alone(visit, origin):
    page = visit.page
    begin(visit.context, page, origin)
    hand_in(page)
    page.get_by_role("button", name="Retry missed questions (5)").click()
    expect(page.locator(".rc-bar__place")).to_have_text("Question 1 of 5")
    expect(page.locator(".rc-check")).to_be_visible()


def test_from_home_to_a_finished_exam_by_keyboard_alone(visit):
    page = visit.open()
    for name in ("Practice", "Practice exam"):
        focus_on(page, name)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    page.wait_for_selector("rc-practice[data-ready]")
    focus_on(page, "Questions")
    page.keyboard.press("ArrowUp")
    focus_on(page, "Start the exam")
    page.keyboard.press("Enter")
    expect(page.get_by_role("timer")).to_be_visible()
    for place in range(1, 6):
        expect(page.locator(".rc-item__title")).to_be_focused()
        expect(page.locator(".rc-bar__place")).to_have_text(f"Question {place} of 5")
        answer_by_keyboard(page)
        focus_on(page, "Next" if place < 5 else "Submit")
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Submit now")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    stored(page, 5)
