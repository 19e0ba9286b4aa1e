"""The learner's data: kept, taken along, brought in, deleted.

And what happens where it cannot be kept.
"""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.practicing import CHOOSE, answer, attempts, give_any, go_on, open_way, stored

GOOD = {
    "id": "a1",
    "item": "massage-vs-similar-01",
    "version": 1,
    "at": "2026-03-01T09:00:00.000Z",
    "chosen": ["97110"],
    "right": True,
}
FULL = "The browser's storage is full"
BLOCKED = "This browser does not let the site save anything"


def progress_file(*answers: dict[str, object], **change: object) -> bytes:
    return json.dumps(
        {"format": "rightcode-progress", "schema": 2, "attempts": list(answers), **change}
    ).encode()


def load_file(page: Page, content: bytes) -> str:
    """Gives the page a file and returns what it says of it."""
    page.evaluate("document.querySelector('.rc-files__message').hidden = true")
    page.locator(".rc-import-input").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": content}
    )
    message = page.locator(".rc-files__message")
    expect(message).to_be_visible()
    return message.inner_text()


def test_a_file_takes_every_answer_to_another_browser_and_back_without_doubling(
    visit, visit_as, origin, tmp_path: Path
):
    page = open_way(visit.page, origin, "mixed")
    for right in (True, False):
        answer(page, right)
        go_on(page)
    open_way(page, origin, "data")
    expect(page.get_by_text("2 answers are saved in this browser.")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    saved.value.save_as(tmp_path / "progress.json")
    content = (tmp_path / "progress.json").read_bytes()
    other = open_way(visit_as().page, origin, "mixed")
    answer(other)
    open_way(other, origin, "data")
    assert "Loaded 2 new answers; 0 were here already." in load_file(other, content)
    expect(other.get_by_text("3 answers are saved in this browser.")).to_be_visible()
    assert "Loaded 0 new answers; 2 were here already." in load_file(other, content)
    stored(other, 3)


@pytest.mark.parametrize("way", ["mixed", "quiz"])
def test_an_answer_given_right_before_the_page_closes_is_there_on_the_next(visit, origin, way):
    if way == "mixed":
        page = open_way(visit.page, origin, "mixed")
    else:
        page = visit.page
        page.goto(f"{origin}practice/massage-vs-similar/")
    expect(page.locator(".rc-check:visible").first).to_be_visible()
    page.evaluate(CHOOSE, True)
    data = f"{origin}practice/data/"
    page.evaluate(
        "(next) => { document.querySelector('.rc-check:not([hidden])').click(); location = next; }",
        data,
    )
    page.wait_for_url(data)
    expect(page.get_by_text("1 answer is saved in this browser.")).to_be_visible()
    stored(page, 1)


def test_the_file_takes_the_day_of_the_exam_and_a_running_exam_along_and_the_newer_stays(
    visit, visit_as, origin, tmp_path: Path
):
    visit.context.clock.set_fixed_time("2026-11-23T09:00:00Z")
    page = open_way(visit.page, origin, "review")
    page.get_by_label("Your exam date").fill("2026-12-10")
    expect(page.locator(".rc-aim")).to_contain_text("days left")
    open_way(page, origin, "exam")
    page.get_by_role("button", name="Start the exam").click()
    title = page.locator(".rc-item").get_attribute("data-item")
    give_any(page)
    open_way(page, origin, "data")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    saved.value.save_as(tmp_path / "progress.json")
    content = (tmp_path / "progress.json").read_bytes()
    visitor = visit_as()
    visitor.context.clock.set_fixed_time("2026-11-23T09:04:00Z")
    other = open_way(visitor.page, origin, "data")
    assert load_file(other, content).endswith(
        "Your exam date is now the one in the file, which was set later."
        " The exam in progress is now the one in the file, which is more recent."
    )
    open_way(other, origin, "exam")
    expect(other.locator(".rc-clock__time")).to_have_text(re.compile("11:00|10:[345]."))
    assert other.locator(".rc-item").get_attribute("data-item") == title
    expect(other.locator(".rc-sheet__entry[data-answered]")).to_have_count(1)
    open_way(other, origin, "review")
    expect(other.get_by_label("Your exam date")).to_have_value("2026-12-10")
    other.get_by_label("Your exam date").fill("2026-12-20")
    expect(other.locator(".rc-aim")).to_contain_text("27 days left")
    open_way(other, origin, "data")
    assert "Your exam date here was set later and stays." in load_file(other, content)
    open_way(other, origin, "review")
    expect(other.get_by_label("Your exam date")).to_have_value("2026-12-20")


def test_an_exam_of_questions_nobody_knows_leaves_the_choice_of_another(visit, origin):
    exam = {
        "id": "exam-x",
        "items": ["never-heard-of"],
        "answers": {},
        "sure": {},
        "flags": [],
        "position": 0,
        "started": 1,
        "changed": 2,
        "deadline": None,
        "extended": 0,
        "ended": None,
        "seed": 1,
    }
    page = open_way(visit.page, origin, "data")
    load_file(page, progress_file(exam=exam))
    open_way(page, origin, "exam")
    expect(page.get_by_role("button", name="Start the exam")).to_be_visible()


HOSTILE = {
    "markup as the exam's question": progress_file(
        GOOD, exam={"id": "exam-x", "items": ["<img src=x onerror=window.hacked=1>"]}
    ),
    "markup as the exam's day": progress_file(
        GOOD, aim={"day": "<b onclick=x>", "at": "2026-03-01T09:00:00.000Z"}
    ),
    "markup as item": progress_file({**GOOD, "item": "<img src=x onerror=window.hacked=1>"}),
    "markup as choice": progress_file({**GOOD, "chosen": ["<script>window.hacked=1</script>"]}),
    "markup as id": progress_file({**GOOD, "id": "<svg onload=window.hacked=1>"}),
    "a prototype": (
        b'{"format":"rightcode-progress","schema":2,"attempts":[{"__proto__":{"item":"x"},"item":"__proto__"}]}'
    ),
    "one bad among good": progress_file(GOOD, {**GOOD, "id": "a2", "right": "true"}),
    "a later schema": progress_file(GOOD, schema=99),
    "another format": progress_file(GOOD, format="<b>other</b>"),
    "not JSON": b"<html><script>window.hacked=1</script></html>",
    "nothing": b"",
    "eleven megabytes": b" " * 11_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_whole_and_runs_nothing(visit, origin, name):
    page = open_way(visit.page, origin, "data")
    assert "Nothing was changed." in load_file(page, HOSTILE[name])
    assert attempts(page) == []
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("({}).item") is None


def test_a_file_for_questions_nobody_knows_breaks_no_page(visit, origin):
    page = open_way(visit.page, origin, "data")
    load_file(
        page, progress_file({**GOOD, "item": "never-heard-of"}, {**GOOD, "id": "a2", "version": 99})
    )
    for way in ("progress", "review", "missed", "drill", "learn"):
        open_way(page, origin, way)
        expect(page.locator(".rc-stage")).not_to_be_empty()
        expect(page.locator(".rc-try-again")).to_have_count(0)
    assert not visit.complaints


WAITING_RESULTS = """() => new Promise(resolve => {
  indexedDB.open("rightcode-statements").onsuccess = ({target}) => {
    target.result.close();
    resolve();
  };
})"""
"""Results that wait for a store, in a database of their own."""


def test_deleting_asks_first_and_then_leaves_nothing(visit, origin):
    page = open_way(visit.page, origin, "data")
    load_file(page, progress_file(GOOD))
    page.evaluate(WAITING_RESULTS)
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.get_by_role("button", name="No, keep it").click()
    stored(page, 1)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.get_by_text("Nothing is saved in this browser yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Delete everything")).to_be_focused()
    assert attempts(page) == []
    names = page.evaluate("indexedDB.databases().then(all => all.map(({name}) => name))")
    assert names == ["rightcode"]


def test_two_tabs_answering_at_once_show_each_others_answers_and_lose_none(visit, origin):
    left = visit.open("practice/massage-vs-similar/")
    right = visit.context.new_page()
    right.goto(f"{origin}practice/massage-vs-similar/")
    for page in (left, right):
        page.locator(".rc-view").click()
        expect(page.locator("rc-quiz")).to_have_attribute("data-view", "list")
    for page, place in ((left, 0), (right, 1)):
        section = page.locator(".rc-item").nth(place)
        section.locator("input").first.check()
    for page, place in ((left, 0), (right, 1)):
        page.locator(".rc-item").nth(place).locator(".rc-check").evaluate(
            "button => button.click()"
        )
    for page, place in ((left, 1), (right, 0)):
        expect(page.locator(".rc-item").nth(place)).not_to_have_attribute("data-state", "open")
    stored(left, 2)


def test_the_progress_page_follows_another_tab(visit, origin):
    page = open_way(visit.page, origin, "progress")
    expect(page.get_by_text("No answers saved yet.")).to_be_visible()
    other = open_way(visit.context.new_page(), origin, "mixed")
    answer(other)
    expect(page.get_by_text("1 answer to 1 question")).to_be_visible()


def test_with_storage_full_practice_goes_on_says_so_and_saves_a_file(visit, origin):
    page = visit.page
    session = visit.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin.rstrip("/"), "quotaSize": 1})
    open_way(page, origin, "mixed")
    for _ in range(3):
        answer(page)
        go_on(page)
    expect(page.locator(".rc-notice")).to_have_count(1)
    expect(page.locator(".rc-notice", has_text=FULL)).to_be_visible()
    assert attempts(page) == []
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin.rstrip("/")})
    answer(page)
    stored(page, 4)


@pytest.mark.parametrize(
    "trouble",
    [
        (
            "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('denied',"
            " 'SecurityError'); }})"
        ),
        (
            "const factory = indexedDB; Object.defineProperty(window, 'indexedDB',"
            " {value: {open() { factory.open('broken', 2); return factory.open('broken', 1); }}})"
        ),
    ],
    ids=["blocked", "damaged"],
)
def test_with_storage_blocked_or_broken_practice_goes_on_and_says_so(visit, origin, trouble):
    visit.context.add_init_script(trouble)
    page = open_way(visit.page, origin, "mixed")
    expect(page.locator(".rc-notice", has_text=BLOCKED)).to_be_visible()
    for _ in range(2):
        answer(page)
        go_on(page)
    page.goto(f"{origin}practice/massage-vs-similar/")
    expect(page.locator(".rc-notice", has_text=BLOCKED)).to_be_visible()
    answer(page)
    open_way(page, origin, "exam")
    page.get_by_role("button", name="Start the exam").click()
    expect(page.get_by_role("timer")).to_be_visible()
    assert not visit.complaints


def test_damaged_answers_are_set_aside_and_the_others_count(visit, origin):
    page = open_way(visit.page, origin, "data")
    load_file(page, progress_file(GOOD))
    page.evaluate(
        """() =>
  new Promise((resolve) => {
    indexedDB.open("rightcode").onsuccess = ({ target: { result } }) => {
      const transaction = result.transaction("attempts", "readwrite");
      transaction.objectStore("attempts").add({ id: "bad", item: "<script>", chosen: 7 });
      transaction.oncomplete = () => (result.close(), resolve());
    };
  })"""
    )
    page.reload()
    expect(page.locator(".rc-notice", has_text="Some saved progress was damaged.")).to_be_visible()
    expect(page.get_by_text("1 answer is saved in this browser.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 answer is saved in this browser.")).to_be_visible()
    expect(page.locator(".rc-notice", has_text="Some saved progress was damaged.")).to_have_count(0)


def test_without_script_the_page_says_what_is_kept(visit_as, origin):
    page = visit_as(java_script_enabled=False).page
    page.goto(f"{origin}practice/data/")
    assert "Without JavaScript, nothing is saved." in page.inner_text("main")
    assert "how sure you were" in page.inner_text("main")
