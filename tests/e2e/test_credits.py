"""Credits changed in the gradebook, by keyboard: the trail, the files, and what a learner sees."""

import io
import json
import zipfile
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.results.decisions import Decisions, Rescored
from tests.e2e.practicing import focus_on
from tests.e2e.test_classroom import assignment, choose, hand_in, saved, start, task
from tests.e2e.test_desk import enter, press
from tests.e2e.test_every_page import assert_alone, violations
from tests.e2e.test_gradebook import give, keys, lines, sound  # noqa: F401
from tests.e2e.test_gradebook import opened as gradebook
from tests.e2e.test_gradebook import saved as saved_file
from tests.results.made import HOSTILE
from tests.results.test_decisions import REASON, decision, trail
from tests.results.test_disputes import disputed

OWN = "Credits that your instructor changed"


def decide(page: Page, credit: str, reason: str, by: str = "Dr. Ito") -> None:
    enter(page, "Credit", credit)
    enter(page, "Reason", reason)
    enter(page, "Your name", by)
    press(page, "Change the credit")


def done_wrongly(visitor, corpus) -> tuple[Page, bytes]:
    page = task(visitor.page, f"{visitor.origin}classroom/assignment/{assignment()}")
    start(page, "Ann")
    choose(page, False, corpus)
    hand_in(page)
    return page, saved(page)[1]


def test_from_a_dispute_to_the_reason_that_the_learner_reads(visit_as, corpus) -> None:
    page, content = done_wrongly(visit_as(), corpus)
    visitor = visit_as()
    book = gradebook(visitor)
    value = disputed(json.loads(content), "It fits, too.")
    give(book, [("ann.json", json.dumps(value).encode())])
    expect(book.locator(".rc-grades tbody tr")).to_contain_text("0 of 3")
    focus_on(book, "Decide about this answer")
    book.keyboard.press("Enter")
    expect(book.get_by_label("Credit", exact=True)).to_be_focused()
    expect(book.get_by_label("Whose answer").locator("option:checked")).to_contain_text("Ann")
    press(book, "Change the credit")
    expect(book.locator(".rc-credit__flaw")).to_have_text("Enter a credit from 0 to 1.")
    decide(book, "1", REASON)
    expect(book.get_by_role("heading", name="Credits", exact=True)).to_be_focused()
    expect(book.locator(".rc-grades tbody tr")).to_contain_text("1 of 3")
    cells = book.locator(".rc-trail tbody tr").locator("th, td").all_inner_texts()
    assert cells[1] == "Dr. Ito" and cells[3:] == ["Ann", "0", "1", REASON]
    assert violations(book) == []
    kept = Decisions.model_validate_json(saved_file(book, "Save the decisions"))
    (one,) = kept.decisions
    assert (one.by, one.before, one.after, one.reason) == ("Dr. Ito", 0, 1, REASON)
    packed = zipfile.ZipFile(io.BytesIO(saved_file(book, "Save a file for each learner")))
    (name,) = packed.namelist()
    assert Rescored.model_validate_json(packed.read(name)).learner == "Ann"
    assert_alone(visitor)
    own_file_is_read(page, packed.read(name))


def own_file_is_read(page: Page, content: bytes) -> None:
    """On the page of the assignment, by whoever did it."""
    focus_on(page, OWN)
    page.keyboard.press("Enter")
    read_own(page, content)
    shown = page.locator(".rc-rescored__shown")
    expect(shown).to_contain_text("Before: 0 points, 0 of 3 correct.")
    expect(shown).to_contain_text("Now: 1 points, 1 of 3 correct.")
    row = shown.locator("tbody tr").locator("th, td").all_inner_texts()
    assert row[2:5] == ["0", "1", REASON] and row[5].startswith("Dr. Ito, ")
    expect(shown.locator(".rc-refusal")).to_have_count(0)
    page.evaluate("scrollTo(0, 0)")  # or the theme's tabs lie half under its header
    assert violations(page) == []
    other = {**json.loads(content), "result": "11111111-1111-4111-8111-111111111111"}
    read_own(page, json.dumps(other).encode())
    expect(shown.locator(".rc-refusal")).to_contain_text("another attempt")
    read_own(page, b'{"format": "rightcode-rescored", "version": 1, "changes": "x"}')
    expect(shown).to_contain_text("not a file about credits")


def read_own(page: Page, content: bytes) -> None:
    file = {"name": "own.json", "mimeType": "application/json", "buffer": content}
    page.locator(".rc-rescored input").set_input_files(file)


def test_another_answer_is_accepted_taken_back_and_opened_again(visit, keys) -> None:  # noqa: F811
    item = next(name for name, one in keys.items() if one.kind == "choose-code")
    wrong = next(option.id for option in keys[item].options if not option.right)
    values = [sound(keys, name, number) for number, name in enumerate(("Ann", "Bea", "Cy"), 1)]
    for value in values[:2]:
        next(one for one in value["answers"] if one["item"] == item)["response"] = [wrong]
    book = gradebook(visit)
    give(book, [(f"{one['id']}.json", json.dumps(one).encode()) for one in values])
    expect(book.locator(".rc-grades tbody tr")).to_have_count(3)
    book.get_by_label("Question", exact=True).select_option(f"week-three {item}")
    book.get_by_label("Whose answer").select_option(label=f"{wrong}: 2 learners, 0 of 1 point")
    book.get_by_label("Question", exact=True).focus()
    decide(book, "1", REASON)
    full = f"{len(keys)} of {len(keys)}"
    expect(book.locator(".rc-grades tbody tr", has_text=full)).to_have_count(3)
    expect(book.locator(".rc-trail tbody tr")).to_contain_text(f"everyone who answered {wrong}")
    content = saved_file(book, "Save the decisions")
    rows = lines(saved_file(book, "Save gradebook as CSV"))[1:]
    assert {row[9] for row in rows} == {str(len(keys))}
    press(book, "Undo the last change")
    expect(book.locator(".rc-trail tbody tr")).to_have_count(2)
    expect(book.locator(".rc-grades tbody tr", has_text=full)).to_have_count(1)
    book.get_by_role("button", name="Close all results").click()
    book.get_by_role("button", name="Yes, close them").click()
    give(book, [(f"{one['id']}.json", json.dumps(one).encode()) for one in values])
    expect(book.locator(".rc-grades tbody tr", has_text=full)).to_have_count(1)
    open_trail(book, content)
    expect(book.locator(".rc-grades tbody tr", has_text=full)).to_have_count(3)
    expect(book.locator(".rc-credit__status")).to_contain_text("1 decision opened.")


def open_trail(page: Page, content: bytes) -> None:
    file = {"name": "decisions.json", "mimeType": "application/json", "buffer": content}
    page.locator(".rc-open-decisions input").set_input_files(file)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_words_in_a_trail_stay_text_and_a_planted_one_counts_for_nothing(
    visit_as,
    keys,  # noqa: F811
    scheme: str,
) -> None:
    visitor = visit_as(color_scheme=scheme, viewport={"width": 320, "height": 700})
    book = gradebook(visitor)
    value = sound(keys)
    told: list[dict[str, Any]] = [
        decision(value, after=0, at=f"2026-03-03T10:{place:02}:00Z", reason=text, by=text)
        for place, text in enumerate(HOSTILE)
    ]
    content = json.dumps(trail(*told)).encode()
    give(book, [("ann.json", json.dumps(value).encode()), ("planted.json", content)])
    full = f"{len(keys)} of {len(keys)}"
    expect(book.locator(".rc-grades tbody tr")).to_contain_text(full)
    expect(book.locator(".rc-unread")).to_contain_text("Open it under “Credits”")
    open_trail(book, b'{"format": "rightcode-decisions", "version": 1, "decisions": [{}]}')
    expect(book.locator(".rc-credit__status")).to_contain_text("damaged")
    open_trail(book, content)
    expect(book.locator(".rc-trail tbody tr")).to_have_count(len(HOSTILE))
    expect(book.locator(".rc-grades tbody tr")).not_to_contain_text(full)
    assert book.locator("rc-gradebook").locator("img, script, iframe").count() == 0
    assert book.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(book) == []
    assert_alone(visitor)
