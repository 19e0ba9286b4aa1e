"""From the builder to the gradebook.

An assignment is built, done by three learners from its link, and read again. Nothing but files goes
between them.
"""

import base64
import json
import re
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from generator.exports import csv_files, gift, moodle
from generator.exports.question_conversion import assignment_export
from generator.facts.assignments import Assignment
from generator.facts.corpus import Corpus
from generator.pages.question_view import question_views
from generator.questions.assignment_draw import chosen_items
from generator.questions.keys import derive_key
from generator.results.gradebook import new_class_key
from tests.e2e.practicing import answered, attempt_saved, focus_on
from tests.e2e.qr_codes import decoded
from tests.e2e.test_every_page import violations
from tests.e2e.test_gradebook import TO_DROP
from tests.e2e.test_tools import enter
from tests.results.made import HOSTILE

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
QUESTIONS = (
    "massage-vs-similar-05",
    "manual-techniques-01",
    "massage-vs-similar-01",
)
"""Width, height and the red of every pixel of a picture."""


def fragment(told: dict[str, Any] | bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (
        packer.compress(told if isinstance(told, bytes) else json.dumps(told).encode())
        + packer.flush()
    )
    return "#a=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def assignment(**changes: Any) -> str:
    """The fragment of an assignment of three questions with one right code each."""
    return fragment(
        {
            "v": 1,
            "id": "week-three",
            "title": "Week three",
            "items": list(QUESTIONS),
            "feedback": "at-end",
            **changes,
        }
    )


def builder(visitor, address: str = "classroom/builder/") -> Page:
    page = visitor.open(address)
    page.wait_for_selector("rc-builder[data-ready]")
    return page


def task(page: Page, link: str) -> Page:
    page.goto(link)
    page.wait_for_selector("rc-assignment[data-ready]")
    return page


def start(page: Page, name: str) -> None:
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name=re.compile("^Start")).click()
    expect(page.locator(".rc-item")).to_be_visible()


def choose(page: Page, right: bool, corpus: Any) -> None:
    """The right code of the question shown, or the first wrong one."""
    item = corpus.items[page.locator(".rc-slot .rc-item").get_attribute("data-item")]
    key = derive_key(corpus, item).right
    values = [
        option.get_attribute("value") for option in page.locator(".rc-slot .rc-option input").all()
    ]
    wanted = next(value for value in values if (value in key) == right)
    page.locator(f".rc-slot .rc-option input[value='{wanted}']").check()


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Your attempt is finished")).to_be_visible()


def saved(page: Page, name: str = "Download your answers") -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).first.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def do(
    page: Page, link: str, name: str, rights: tuple[bool, ...], corpus: Any
) -> tuple[str, bytes]:
    task(page, link)
    start(page, name)
    for place, right in enumerate(rights):
        choose(page, right, corpus)
        if place < len(rights) - 1:
            page.get_by_role("button", name="Next").click()
    hand_in(page)
    return saved(page)


def build_by_hand(page: Page, corpus: Corpus) -> str:
    """Three questions of known names, found by their titles; the link."""
    for name in QUESTIONS:
        title = corpus.items[name].title
        page.get_by_label("Words in the title").fill(title)
        page.locator(f".rc-found [data-item='{name}']").click()
        expect(page.locator(".rc-chosen")).to_contain_text(title)
    page.locator("input[name=title]").fill("Week three")
    return page.locator("#rc-link").input_value()


def test_from_the_builder_to_the_gradebook(visit, visit_as, corpus):
    page = builder(visit)
    link = build_by_hand(page, corpus)
    page.locator("select[name=feedback]").select_option("at-end")
    link = page.locator("#rc-link").input_value()
    answered = {
        "Ann Ash": (True, True, True),
        "Bob Birch": (True, True, False),
        "Cem Çelik": (False, False, False),
    }
    files = [do(visit_as().page, link, name, rights, corpus) for name, rights in answered.items()]
    assert [name for name, _ in files] == [
        "week-three-ann-ash-1.json",
        "week-three-bob-birch-1.json",
        "week-three-cem-celik-1.json",
    ]
    first = json.loads(files[0][1])
    assert (first["assignment"]["title"], first["assignment"]["items"], first["attempt"]) == (
        "Week three",
        list(QUESTIONS),
        1,
    )
    assert set(first) == {
        "format",
        "version",
        "id",
        "assignment",
        "learner",
        "attempt",
        "started",
        "finished",
        "site",
        "answers",
    }
    book = visit_as().open("classroom/gradebook/")
    book.wait_for_selector("rc-gradebook[data-ready]")
    book.evaluate(TO_DROP, [[name, content.decode()] for name, content in files])
    expect(book.locator(".rc-told")).to_contain_text("3 results")
    for name, rights in answered.items():
        expect(book.locator(".rc-grades tbody tr", has_text=name)).to_contain_text(
            f"{sum(rights)} of 3"
        )
    flagged = book.locator(".rc-grades .rc-notices").all_inner_texts()
    assert not [
        text for text in flagged if not text.startswith("Answered faster than anyone can read")
    ], flagged
    expect(book.locator("rc-gradebook")).to_contain_text(
        "Kneading"
        if "Kneading" in corpus.items[QUESTIONS[0]].title
        else corpus.items[QUESTIONS[0]].title
    )
    expect(book.locator("rc-gradebook")).to_contain_text("0.67")
    assert not visit.complaints
    assert not [url for url in visit.requests if not url.startswith((visit.origin, "blob:"))]


def narrow(page: Page, by: str, value: str) -> None:
    """Chooses in a list of the search, and waits for what it finds."""
    count = page.locator(".rc-found .rc-count")
    before = count.inner_text()
    enter(page.locator(f"select[name={by}]"), value)
    expect(count).not_to_have_text(before)


def test_the_builder_draws_keeps_and_writes_what_the_commands_do(visit, corpus):
    page = builder(visit)
    narrow(page, "kinds", "units")
    page.get_by_label("How many to pick").fill("4")
    page.get_by_role("button", name="Pick from these").click()
    narrow(page, "kinds", "")
    narrow(page, "codes", "97124")
    page.get_by_label("How many to pick").fill("3")
    page.get_by_role("button", name="Pick from these").click()
    expect(page.locator(".rc-chosen > ol > li")).to_have_count(7)
    page.get_by_role("button", name="Pick again").click()
    page.locator("select[name=order]").select_option("shuffled")
    page.locator("input[name=title]").fill("A “test”: 1 & <2>")
    page.locator("input[name=due]").fill("2027-01-31T18:00")
    page.locator("input[name=minutes]").fill("20")
    read = Assignment.model_validate(yaml.safe_load(saved(page, "Save the YAML file")[1]))
    items = chosen_items(corpus, read)
    assert len(items) == 7 and read.due and read.due.isoformat().startswith("2027-01-31T18:00:00")
    assert page.locator(".rc-chosen > ol > li strong").all_inner_texts() == [
        item.title for item in items
    ]
    questions, plan = assignment_export(corpus, read)
    tables = list(csv_files.export(questions, plan).values())
    wanted = {
        "Moodle XML": next(iter(moodle.export(questions, plan).values())),
        "GIFT": next(iter(gift.export(questions, plan).values())),
        "CSV of questions": tables[0],
        "CSV of answers and feedback": tables[1],
    }
    for name, content in wanted.items():
        assert saved(page, name)[1] == content, name
    page.reload()
    expect(page.locator(".rc-chosen > ol > li strong")).to_have_text([item.title for item in items])
    assert not visit.complaints


def test_the_qr_code_holds_the_link_and_says_so_where_it_is_too_long(visit, corpus):
    page = builder(visit)
    link = build_by_hand(page, corpus)
    picture = page.get_by_role("img", name="QR code of the link")
    expect(picture.locator("rect")).to_have_count(1)
    expect(picture).to_have_accessible_name(re.compile("Week three"))
    assert decoded(picture) == link
    page.locator("textarea[name=instructions]").fill(
        " ".join(f"{number * 7919 % 104729:x}" for number in range(900))[:4000]
    )
    expect(page.locator(".rc-no-qr")).to_contain_text("too long for a QR code")


def test_a_paper_has_test_answer_sheet_and_key_on_pages_of_their_own(visit, corpus):
    page = builder(visit)
    build_by_hand(page, corpus)
    exhibited = next(item for item in corpus.public.items.values() if item.exhibits)
    page.get_by_label("Words in the title").fill(exhibited.title)
    page.locator(f".rc-found [data-item='{exhibited.id}']").click()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print: test, answer sheet, key").click()
    expect(page.locator(".rc-paper > section")).to_have_count(3)
    test, sheet, key = page.locator(".rc-paper > section").all()
    reason = corpus.items[QUESTIONS[0]].reason
    assert (
        reason in key.text_content()
        and reason not in test.text_content()
        and reason not in sheet.text_content()
    )
    view = question_views(corpus, (exhibited,))[0]
    shown = [cell for table in view.exhibits for row in table.rows for cell in row]
    assert shown and all(cell in test.text_content() for cell in shown)
    page.emulate_media(media="print")
    expect(test).to_be_visible()
    expect(page.locator("rc-builder")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".rc-paper")).to_have_count(0)


def test_an_assignment_is_built_by_keyboard_alone(visit):
    page = builder(visit)
    page.locator("input[name=words]").focus()
    page.keyboard.type("neck")
    expect(page.locator(".rc-found .rc-count")).not_to_contain_text("618")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=re.compile("^Add: ")).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".rc-live")).to_contain_text("Added: ")
    expect(page.locator(".rc-found button").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=re.compile("^Preview: ")).first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-chosen > ol > li")).to_have_count(2)
    titles = page.locator(".rc-chosen strong").all_inner_texts()
    focus_on(page, f"Move up: {titles[1]}")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-chosen strong").first).to_have_text(titles[1])
    expect(page.get_by_role("button", name=f"Move down: {titles[1]}")).to_be_focused()
    focus_on(page, "Title")
    page.keyboard.type("By keyboard")
    expect(page.locator("#rc-link")).to_have_value(re.compile("#a="))
    focus_on(page, "Copy the link")


def test_a_question_is_seen_with_its_key_before_it_is_added(visit, corpus):
    item = corpus.items[QUESTIONS[1]]
    page = builder(visit)
    page.get_by_label("Words in the title").fill(item.title)
    row = page.locator(f".rc-found li:has([data-item='{item.id}'])")
    expect(row.locator(".rc-opening")).to_have_text(" ".join(item.note.split()[:12]) + " …")
    focus_on(page, f"Preview: {item.title}")
    page.keyboard.press("Enter")
    shown = row.locator(".rc-preview")
    for text in (item.note, item.reason, *(option.feedback for option in item.options)):
        expect(shown).to_contain_text(" ".join(text.split()))
    right = shown.locator(".rc-option[data-mark]")
    expect(right).to_have_count(1)
    assert right.get_attribute("data-option") in derive_key(corpus, item).right
    expect(shown.locator("input:enabled")).to_have_count(0)
    expect(page.get_by_role("button", name=f"Hide: {item.title}")).to_be_focused()
    expect(page.locator(".rc-live")).to_contain_text(f"Preview of {item.title}")
    page.locator(f".rc-found button[data-item='{item.id}']").click()
    expect(page.locator(f".rc-found button[data-item='{item.id}']")).to_be_focused()
    page.locator(f".rc-chosen [data-act='preview chosen {item.id}']").click()
    expect(page.locator(".rc-preview")).to_have_count(1)  # its names stand on the page once
    expect(page.locator(".rc-chosen .rc-preview")).to_contain_text(item.reason.split(". ")[0])
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".rc-preview")).to_have_count(0)
    assert not visit.complaints


def test_what_is_wrong_is_named_and_nothing_is_handed_out(visit, corpus):
    page = builder(visit)
    expect(page.locator(".rc-missing li")).to_have_text(
        ["Choose at least one question.", "Give it a title."]
    )
    build_by_hand(page, corpus)
    page.locator("input[name=minutes]").fill("soon")
    page.locator("select[name=feedback]").select_option("after-due")
    page.get_by_text("Encrypted results, learning record store").click()
    page.locator("input[name=key]").fill("secret")
    page.locator("input[name=lrs]").fill("https://me:word@example.org/")
    expect(page.locator(".rc-missing li")).to_have_count(4)
    expect(page.locator("#rc-link")).to_have_count(0)
    assert page.locator("[aria-invalid]").count() == 4


def test_what_is_held_back_is_not_to_be_found_in_the_builder(visit, corpus, site):
    held = [item for item in corpus.items.values() if item.held_back]
    assert held
    assert not [item for item in held if (site / f"bank/questions/{item.id}.js").exists()]
    page = builder(visit)
    for item in held[::10]:  # each takes the page a moment, and all are kept out in one place
        page.get_by_label("Words in the title").fill(item.title)
        expect(page.locator(".rc-found .rc-count")).to_contain_text(re.compile("match"))
        assert page.locator(f".rc-found [data-item='{item.id}']").count() == 0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("", "has no assignment in it"),
        ("#a=", "damaged"),
        ("#a=%3Cscript%3E", "damaged"),
        ("#a=" + "A" * 41_000, "too long to be an assignment"),
        (fragment(b"{"), "damaged"),
        (assignment(v=3), "newer version"),
        (
            assignment(items=["no-such-question", *QUESTIONS]),
            "1 question of this assignment is not on this site",
        ),
        (assignment(lrs="javascript:alert(1)//"), "damaged"),
        (assignment(title="x" * 300), "damaged"),
    ],
)
def test_a_damaged_link_is_refused_in_words(visit, told, said):
    page = task(visit.page, f"{visit.origin}classroom/assignment/{told}")
    expect(page.locator(".rc-refusal")).to_contain_text(said)
    expect(page.locator(".rc-live")).to_contain_text(said)
    expect(page.get_by_role("button", name="Start")).to_have_count(0)
    assert not visit.complaints


NAMES_OF_CODE = ("constructor", "__proto__")
"""What does harm as a whole name alone; of other texts one name holds all."""


@pytest.mark.parametrize(
    "text", [*NAMES_OF_CODE, " ".join(text for text in HOSTILE if text not in NAMES_OF_CODE)]
)
def test_a_hostile_title_stays_text_on_its_way_into_the_file(visit, corpus, text):
    title = text.strip() or "x"
    page = task(
        visit.page,
        f"{visit.origin}classroom/assignment/"
        + assignment(title=title[:200], instructions=text or "x"),
    )
    assert page.locator("rc-assignment").locator("img, script:not([type]), iframe").count() == 0
    start(page, text)
    choose(page, True, corpus)
    hand_in(page)
    name, content = saved(page)
    assert re.fullmatch(r"week-three(-[a-z0-9-]+)?-1\.json", name)
    assert json.loads(content)["learner"]["name"]
    assert not visit.complaints


def timed(context: BrowserContext, moment: datetime) -> None:
    context.clock.set_fixed_time(moment)


def test_before_it_opens_and_after_it_is_due_nobody_starts(visit):
    context, page = visit.context, visit.page
    given = assignment(opens="2026-11-24T08:00:00+00:00", due="2026-11-25T08:00:00+00:00")
    link = f"{visit.origin}classroom/assignment/{given}"
    timed(context, NOW)
    expect(task(page, link).locator(".rc-refusal")).to_have_text("Not open yet.")
    timed(context, NOW + timedelta(days=3))
    page.reload()
    expect(page.locator(".rc-refusal")).to_have_text("The due date has passed. No new attempts.")
    expect(page.get_by_role("button", name="Start")).to_have_count(0)
    timed(context, NOW + timedelta(days=1))
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()


def test_what_is_answered_when_it_falls_due_is_handed_in_and_the_reasons_come_then(visit, corpus):
    context, page = visit.context, visit.page
    given = assignment(feedback="after-due", due="2026-11-23T10:00:00+00:00", minutes=600)
    link = f"{visit.origin}classroom/assignment/{given}"
    timed(context, NOW)
    task(page, link)
    start(page, "Dora")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^(60:00|59:[345]\d)$"))
    choose(page, True, corpus)
    attempt_saved(page, answered(1))
    timed(context, NOW + timedelta(minutes=30))
    page.reload()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^(30:00|29:[345]\d)$"))
    expect(page.locator(".rc-slot .rc-option input:checked")).to_have_count(1)
    assert page.locator(".rc-answer, [data-right]").count() == 0
    timed(context, NOW + timedelta(hours=2))
    page.reload()
    expect(page.locator(".rc-result__score")).to_have_text("1 of 3 correct")
    told = json.loads(saved(page)[1])
    assert told["finished"] == "2026-11-23T10:00:00.000Z"
    assert len(told["answers"]) == 1 and told["answers"][0]["ms"] <= 3_600_000


def test_attempts_are_counted_and_used_up(visit, corpus):
    page = task(
        visit.page, f"{visit.origin}classroom/assignment/{assignment(attempts=2, feedback='never')}"
    )
    for attempt in (1, 2):
        start(page, "Eve")
        choose(page, False, corpus)
        hand_in(page)
        assert json.loads(saved(page)[1])["attempt"] == attempt
        assert page.locator(".rc-result__score, .rc-answer, [data-right]").count() == 0
        page.reload()
    expect(page.locator(".rc-refusal")).to_have_text("You have used all attempts.")
    expect(page.get_by_role("button", name="Download your answers")).to_have_count(2)
    expect(page.get_by_role("button", name=re.compile("^Start"))).to_have_count(0)


def test_feedback_at_once_lets_an_answer_stand_and_survives_a_reload(visit, corpus):
    page = task(
        visit.page, f"{visit.origin}classroom/assignment/{assignment(feedback='at-once', pass_=1)}"
    )
    start(page, "Fay")
    choose(page, False, corpus)
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".rc-slot .rc-verdict")).to_be_visible()
    attempt_saved(page, lambda run: len(run.get("checked", ())) == 1)
    page.reload()
    expect(page.locator(".rc-slot .rc-verdict")).to_be_visible()
    expect(page.locator(".rc-slot .rc-option input:disabled")).to_have_count(
        page.locator(".rc-slot .rc-option input").count()
    )
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    hand_in(page)
    expect(page.locator(".rc-result__score")).to_have_text("0 of 3 correct")


def test_a_sealed_result_opens_in_the_gradebook_with_the_class_key_alone(visit, visit_as, corpus):
    key = new_class_key()
    name, content = do(
        visit.page,
        f"{visit.origin}classroom/assignment/{assignment(key=key['public'])}",
        "Gil Secret",
        (True, False),
        corpus,
    )
    assert (
        b"Gil Secret" not in content and json.loads(content)["format"] == "rightcode-result-sealed"
    )
    book = visit_as().open("classroom/gradebook/")
    book.wait_for_selector("rc-gradebook[data-ready]")
    book.evaluate(TO_DROP, [[name, content.decode()]])
    expect(book.locator(".rc-warning")).to_contain_text("is waiting for the class key")
    book.evaluate(TO_DROP, [["class.json", json.dumps(key)]])
    expect(book.locator(".rc-grades tbody tr")).to_contain_text("1 of 3")


def test_statements_wait_for_their_store_and_are_sent_once_each(visit, corpus):
    """The store stands behind the site's own host, since its pages may ask no other."""
    context, page, taken = visit.context, visit.page, []
    down = True

    def answer(route: Any) -> None:
        if down:
            return route.abort()
        taken.extend(route.request.post_data_json)
        return route.fulfill(status=200, json=[one["id"] for one in route.request.post_data_json])

    context.route("**/xAPI/statements", answer)
    store = visit.origin.replace("127.0.0.1", "127.0.0.1") + "xAPI"
    do(
        page,
        f"{visit.origin}classroom/assignment/{assignment(lrs=store, **{'pass': 50})}",
        "Hal",
        (True, True),
        corpus,
    )
    expect(page.locator(".rc-sending")).to_contain_text("saved in this browser")
    down = False
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".rc-sending")).to_have_text("Everything was sent to the record store.")
    page.reload()
    expect(page.locator(".rc-sending")).to_have_text("Everything was sent to the record store.")
    verbs = [one["verb"]["id"].rsplit("/", 1)[1] for one in taken]
    assert sorted(verbs) == [
        "answered",
        "answered",
        "completed",
        "initialized",
        "passed",
        "terminated",
    ]
    assert len({one["id"] for one in taken}) == len(taken)
    assert {one["actor"]["name"] for one in taken} == {"Hal"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_building_and_doing(visit_as, corpus, scheme):
    visitor = visit_as(color_scheme=scheme)
    page = builder(visitor)
    link = build_by_hand(page, corpus)
    (
        page.get_by_role("button", name="Pick from these").click()
        if page.get_by_role("button", name="Pick from these").count()
        else None
    )
    assert violations(page) == []
    task(page, link)
    assert violations(page) == []
    start(page, "Ida")
    choose(page, False, corpus)
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".rc-slot .rc-verdict")).to_be_visible()
    assert violations(page) == []
    hand_in(page)
    assert violations(page) == []
    task(page, f"{visitor.origin}classroom/assignment/#a=x")
    page.reload()
    page.wait_for_selector(".rc-refusal")
    assert violations(page) == []


def test_a_narrow_page_does_not_scroll_sideways(visit_as, corpus):
    visitor = visit_as(viewport={"width": 320, "height": 640})
    page = builder(visitor)
    link = build_by_hand(page, corpus)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    task(page, link)
    start(page, "Jo")
    choose(page, True, corpus)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    hand_in(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_both_pages_say_what_is_needed(visit_as):
    visitor = visit_as(java_script_enabled=False)
    page = visitor.open("classroom/builder/")
    expect(page.locator(".rc-noscript-hint")).to_be_visible()
    expect(page.locator("rc-builder form")).to_be_hidden()
    expect(page.get_by_text("rightcode export all --assignment ID")).to_be_visible()
    page = visitor.open("classroom/assignment/")
    expect(page.get_by_text("This page needs JavaScript and the link")).to_be_visible()


def test_both_pages_speak_spanish(visit_as):
    visitor = visit_as()
    page = builder(visitor, "classroom/builder/?lang=es")
    expect(page.locator(".rc-missing li").first).to_have_text("Elija al menos una pregunta.")
    page.goto(f"{visitor.origin}classroom/assignment/?lang=es{assignment()}")
    expect(page.get_by_role("button", name="Empezar")).to_be_visible()
