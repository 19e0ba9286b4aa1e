"""Answering questions, as learners do it.

By mouse, by keyboard, on a phone, with a broken memory.
"""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, SEEN
from tests.e2e.practicing import stored
from tests.e2e.test_every_page import violations

QUIZ = "practice/massage-vs-similar/"
FIRST = "massage-vs-similar-01"


def ready(page: Page) -> Page:
    page.wait_for_selector("rc-quiz[data-ready]")
    return page


def answer(page: Page, item: str, option: str) -> None:
    section = page.locator(f"#q-{item}")
    section.locator(f'.rc-option[data-option="{option}"]').click()
    section.locator(".rc-check").click()


def key_of(page: Page, item: str) -> list[str]:
    """What the page itself says is right, for tests that must answer every question."""
    rows = page.locator(f'#q-{item} .rc-answer .rc-feedback li[data-right="true"]')
    return rows.evaluate_all("rows => rows.map(row => row.dataset.option)")


def shown_item(page: Page) -> str:
    return page.locator(".rc-item:not([hidden])").first.get_attribute("data-item")


def test_the_home_page_starts_a_question_at_once(visit):
    page = ready(visit.open())
    section = page.locator(f"#q-{FIRST}")
    expect(section.locator(".rc-option").first).to_be_in_viewport()
    answer(page, FIRST, "97124")
    expect(section.locator(".rc-verdict")).to_contain_text("Incorrect")
    expect(section.locator(".rc-feedback--yours")).to_contain_text(
        re.compile("massage|exercise", re.IGNORECASE)
    )


def test_the_answer_is_hidden_until_it_is_checked(visit):
    page = ready(visit.open(QUIZ))
    section = page.locator(f"#q-{FIRST}")
    expect(section.locator(".rc-panel")).to_be_hidden()
    expect(section.get_by_text("Answer and rationale")).to_be_hidden()
    answer(page, FIRST, "97110")
    expect(section.locator(".rc-verdict")).to_contain_text("Correct")
    expect(section.locator(".rc-panel")).to_be_visible()
    expect(section.locator(".rc-answer__why a").first).to_be_visible()


def test_checking_without_a_choice_says_so_and_does_nothing(visit):
    page = ready(visit.open(QUIZ))
    section = page.locator(f"#q-{FIRST}")
    section.locator(".rc-check").click()
    expect(section.locator(".rc-hint")).to_have_text("Choose an answer first.")
    assert section.get_attribute("data-state") == "open"


def test_arrow_keys_move_and_submit_nothing_and_the_keyboard_alone_finishes_a_question(visit):
    page = ready(visit.open(QUIZ))
    section = page.locator(f"#q-{FIRST}")
    section.locator("input").first.focus()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert section.get_attribute("data-state") == "open"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section.locator(".rc-verdict")).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")


def test_every_state_change_is_announced(visit):
    page = ready(visit.open(QUIZ))
    live = page.locator(".rc-live > :last-child")
    answer(page, FIRST, "97140")
    expect(live).to_contain_text("Incorrect")
    page.locator(".rc-next").click()
    expect(live).to_contain_text("Question 2 of")
    page.locator(".rc-view").click()
    expect(live).to_contain_text("All questions are shown")


def test_a_wrong_and_a_right_answer_have_words_and_signs_not_color_alone(visit):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97124")
    section = page.locator(f"#q-{FIRST}")
    expect(section.locator('.rc-option[data-mark="wrong"] .rc-option__mark')).to_contain_text("✗")
    expect(section.locator('.rc-option[data-mark="missed"] .rc-option__mark')).to_contain_text("✓")


def finish(page: Page, wrong: dict[str, str]) -> None:
    """Answer every question rightly, save those named in `wrong`."""
    total = page.locator(".rc-item").count()
    for _ in range(total):
        item = shown_item(page)
        for option in [wrong[item]] if item in wrong else key_of(page, item)[:1]:
            page.locator(f'#q-{item} .rc-option[data-option="{option}"]').click()
        page.locator(f"#q-{item} .rc-check").click()
        page.locator(".rc-next").click()


def test_the_result_names_objectives_and_confusions_and_what_was_missed_can_be_retried(visit):
    page = ready(visit.open(QUIZ))
    finish(page, {FIRST: "97124"})
    result = page.locator(".rc-result")
    expect(result).to_be_visible()
    expect(result.locator(".rc-result__score")).to_contain_text("11 of 12")
    expect(result.locator(".rc-objectives tr").nth(1)).to_be_visible()
    expect(result.locator(".rc-confusions li").first).to_contain_text("97124")
    expect(result.locator(".rc-confusions li").first).to_contain_text("97110")
    page.evaluate("scrollTo(0, 0)")  # away from the tabs half hidden below the header
    assert not violations(page)
    result.locator(".rc-retry-missed").click()
    assert shown_item(page) == FIRST
    answer(page, FIRST, "97110")
    page.locator(".rc-next").click()
    expect(result.locator(".rc-result__score")).to_contain_text("12 of 12")


@pytest.mark.parametrize(("scheme", "viewport"), SEEN, ids=["phone", "desk", "dark"])
@pytest.mark.parametrize(
    "quiz", [QUIZ, "practice/visit-coding/", "practice/online-claims-massage/"]
)
def test_axe_finds_nothing_after_right_and_wrong_answers(visit_as, scheme, viewport, quiz):
    page = ready(visit_as(viewport=viewport, color_scheme=scheme).open(quiz))
    page.locator(".rc-view").click()
    items = page.locator(".rc-item").evaluate_all(
        "all => all.slice(0, 2).map(item => item.dataset.item)"
    )
    for item, right in zip(items, (True, False), strict=True):
        wanted = "true" if right else "false"
        options = page.locator(
            f'#q-{item} .rc-answer .rc-feedback li[data-right="{wanted}"]'
        ).evaluate_all("rows => rows.map(row => row.dataset.option)")
        for option in options if right else options[:1]:
            page.locator(f'#q-{item} .rc-option[data-option="{option}"]').click()
        page.locator(f"#q-{item} .rc-check").click()
    assert not violations(page)


def test_nothing_moves_under_the_learner_while_answering(visit):
    page = ready(visit.open(QUIZ))
    first = page.locator(f"#q-{FIRST} .rc-option").first
    top = "option => option.getBoundingClientRect().top + scrollY"
    before = first.evaluate(top)
    answer(page, FIRST, "97112")
    expect(page.locator(f"#q-{FIRST} .rc-verdict")).to_be_visible()
    assert first.evaluate(top) == before


def test_answers_come_back_after_a_reload(visit):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97124")
    ready(page.reload() and page)
    page.locator(".rc-view").click()
    section = page.locator(f"#q-{FIRST}")
    assert section.get_attribute("data-state") == "wrong"
    expect(section.locator(".rc-past")).to_contain_text("Answered ")


def serve_changed(visitor, change) -> None:
    """The quiz page as it would be after an author's change."""

    def altered(route):
        response = route.fetch()
        route.fulfill(response=response, body=change(response.text()))

    visitor.context.route(re.compile(r"practice/massage-vs-similar/$"), altered)


def test_a_reworded_question_with_a_new_version_is_neither_credited_nor_blamed(visit):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97124")
    serve_changed(
        visit,
        lambda html: html.replace(
            f'data-item="{FIRST}" data-version="1"', f'data-item="{FIRST}" data-version="2"'
        ),
    )
    page = ready(visit.open(QUIZ))
    assert page.locator(f"#q-{FIRST}").get_attribute("data-state") == "open"


def test_a_question_put_in_before_others_leaves_their_answers_with_them(visit):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97124")

    def with_another_first(html: str) -> str:
        section = re.search(
            r'<section class="rc-item" id="q-.*?</section>', html, re.DOTALL
        ).group()
        return html.replace(section, section.replace(FIRST, "a-new-question") + section, 1)

    serve_changed(visit, with_another_first)
    page = ready(visit.open(QUIZ))
    assert page.locator("#q-a-new-question").get_attribute("data-state") == "open"
    assert page.locator(f"#q-{FIRST}").get_attribute("data-state") == "wrong"


DAMAGE = """() =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("rightcode");
    request.onerror = () => reject(request.error);
    request.onsuccess = ({ target: { result: database } }) => {
      const work = database.transaction("attempts", "readwrite");
      const attempts = work.objectStore("attempts");
      attempts.getAll().onsuccess = ({ target }) => {
        for (const attempt of target.result) attempts.put({ ...attempt, chosen: 7 });
      };
      work.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  })"""
"""Every answer kept, spoilt where it lies."""


def test_damaged_progress_is_set_aside_with_a_message_and_practice_goes_on(visit):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97124")
    stored(page, 1)
    page.evaluate(DAMAGE)
    page = ready(visit.open(QUIZ))
    expect(page.locator('.rc-notice[data-problem="damaged"]')).to_be_visible()
    answer(page, FIRST, "97110")
    expect(page.locator(f"#q-{FIRST} .rc-verdict")).to_contain_text("Correct")


def test_progress_goes_out_as_a_file_and_comes_back_in(visit, visit_as, tmp_path):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97124")
    page.locator(".rc-files summary").click() if page.locator(".rc-files summary").count() else None
    with page.expect_download() as download:
        page.locator(".rc-export").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    other = ready(visit_as().open(QUIZ))
    other.locator(".rc-import-input").set_input_files(file)
    expect(other.locator(".rc-files__message")).to_contain_text("1 new answer")
    expect(other.locator(f"#q-{FIRST}")).to_have_attribute("data-state", "wrong")


def test_a_hostile_file_is_refused_and_nothing_is_lost(visit, tmp_path):
    page = ready(visit.open(QUIZ))
    answer(page, FIRST, "97110")
    file = tmp_path / "hostile.json"
    file.write_text(
        json.dumps({"__proto__": {"polluted": 1}, "answers": "<img src=x onerror=alert(1)>"}),
        encoding="utf-8",
    )
    page.locator(".rc-import-input").set_input_files(file)
    expect(page.locator('.rc-files__message[data-outcome="refused"]')).to_contain_text(
        "Nothing was changed"
    )
    assert page.evaluate("({}).polluted === undefined")
    assert page.locator(f"#q-{FIRST}").get_attribute("data-state") == "right"


def test_options_stand_in_another_order_after_starting_again(visit):
    page = ready(visit.open(QUIZ))
    orders = set()
    for _ in range(6):
        orders.add(
            tuple(
                page.locator(f"#q-{FIRST} .rc-option").evaluate_all(
                    "all => all.map(option => option.dataset.option)"
                )
            )
        )
        answer(page, FIRST, "97124")
        page.locator(f"#q-{FIRST} .rc-retry-item").click()
    assert len(orders) > 1


def test_on_a_phone_check_and_next_stay_in_reach(visit_as):
    page = visit_as(viewport=PHONE).open("practice/massage-vs-similar/")
    page.wait_for_selector("rc-quiz[data-ready]")
    bottom = PHONE["height"]
    for name in ("Check", "Next"):
        box = page.get_by_role("button", name=name, exact=True).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= bottom, name
    page.locator(".rc-option input").first.check()
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".rc-verdict:visible")).to_be_in_viewport()
