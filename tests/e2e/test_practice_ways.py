"""Every way to practice, as a learner goes through it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.practicing import answer, attempts, give_any, go_on, open_way, stored
from tests.e2e.test_every_page import violations as found_by_axe
from tests.e2e.waiting import PAINTED

WAYS = ("check", "learn", "drill", "mixed", "review", "missed", "exam", "progress", "data")
PAIRS = ("97124 or 97140", "97032 or G0283", "97110 or 97150", "97110 or 97530", "97110 or 97112")


def round_of(page: Page, rights: str) -> None:
    for sign in rights:
        answer(page, sign == "+")
        go_on(page)


def test_the_home_page_leads_to_a_check_that_places_and_proposes(visit):
    page = visit.open()
    page.get_by_role("link", name="Take the 2-minute placement quiz").click()
    page.wait_for_selector("rc-practice[data-ready]")
    page.get_by_role("link", name="Physical therapy").click()
    page.wait_for_selector("rc-practice[data-ready]")
    expect(page.locator(".rc-bar__place")).to_have_text("Question 1 of 6")
    expect(page.locator(".rc-item__facts")).to_contain_text("1 of 3")
    round_of(page, "+-+--+")
    expect(page.get_by_role("heading", name="Your level", exact=True)).to_be_visible()
    proposals = page.locator(".rc-proposals a")
    assert proposals.count() >= 2
    proposals.first.click()
    page.wait_for_selector("rc-practice[data-ready] .rc-stage :is(.rc-item, .rc-start)")
    assert {attempt["mode"] for attempt in stored(page, 6)} == {"check"}


def test_the_check_grows_harder_with_right_answers_and_easier_with_wrong_ones(visit, origin):
    for sign, last in (("+", "3 of 3"), ("-", "1 of 3")):
        page = open_way(visit.page, origin, "check", "?topic=role-all")
        for _ in range(5):
            answer(page, sign == "+")
            go_on(page)
        expect(page.locator(".rc-item__facts")).to_contain_text(last)


def test_hints_come_in_steps_and_the_last_strikes_out_a_wrong_option(visit, origin):
    page = open_way(
        visit.page, origin, "learn", "?topic=objective-tell-massage-from-manual-therapy"
    )
    button = page.locator(".rc-hint-button")
    steps = int(re.search(r"\d+", button.inner_text()).group())
    assert steps >= 2
    for step in range(steps):
        button.click()
        assert page.locator(".rc-hints li").count() == step + 1
    assert "This question tests whether you can" in page.locator(".rc-hints li").first.inner_text()
    struck = page.locator(".rc-option[data-struck]")
    for option in struck.all():
        name = option.get_attribute("data-option")
        assert (
            page.locator(f'.rc-answer [data-option="{name}"]').get_attribute("data-right")
            == "false"
        )
        expect(option.locator("input")).to_be_disabled()
    answer(page)
    (kept,) = stored(page, 1)
    assert (kept["mode"], kept["hints"]) == ("learn", steps)
    assert re.fullmatch("[0-9a-f]{12}", kept["facts"])


def test_the_pairs_people_confuse_are_offered_and_every_question_has_both_codes(visit, origin):
    page = open_way(visit.page, origin, "drill")
    for pair in PAIRS:
        expect(page.get_by_role("link", name=re.compile(f"^{pair}")).first).to_be_visible()
    page.get_by_role("link", name=re.compile("^97124 or 97140")).first.click()
    page.wait_for_selector("rc-practice[data-ready] .rc-item")
    for _ in range(5):
        offered = page.locator(".rc-option").evaluate_all(
            "options => options.map(option => option.dataset.option)"
        )
        assert {"97124", "97140"} <= set(offered)
        answer(page)
        go_on(page)


def test_a_pair_is_proposed_from_the_learners_own_errors(visit, origin):
    page = open_way(visit.page, origin, "drill", "?topic=pair-97110-97530")
    expect(page.locator(".rc-item")).to_be_visible()
    while page.locator(".rc-item").get_attribute("data-kind") != "choose-code":
        go_on(page)
    page.evaluate(
        """() => {
  const right = document.querySelector("[data-right=true]").dataset.option;
  document.querySelector(
    `.rc-option[data-option="${right === "97110" ? "97530" : "97110"}"] input`,
  ).click();
}"""
    )
    page.locator(".rc-check").click()
    stored(page, 1)
    open_way(page, origin, "drill")
    first = page.locator(".rc-choices").first.locator("li").first
    expect(first).to_contain_text("97110 or 97530")
    expect(first).to_contain_text("mixed up once")


def test_mixed_practice_ends_with_a_result_by_objective_and_what_was_missed_alone(visit, origin):
    page = open_way(visit.page, origin, "mixed")
    round_of(page, "++-+-+++++")
    expect(page.locator(".rc-result__score")).to_have_text("8 of 10 correct")
    expect(page.get_by_role("heading", name="By skill")).to_be_visible()
    page.get_by_role("button", name="Retry missed questions (2)").click()
    expect(page.locator(".rc-bar__place")).to_have_text("Question 1 of 2")


def test_neighbors_in_mixed_practice_ask_for_different_things(visit, origin):
    page = open_way(visit.page, origin, "mixed")
    asked = []
    for _ in range(10):
        asked.append(page.locator(".rc-item").get_attribute("data-objectives").split()[0])
        go_on(page)
    assert sum(one == other for one, other in zip(asked, asked[1:], strict=False)) <= 1, asked


@pytest.mark.parametrize(
    ("way", "search"),
    [
        ("mixed", ""),
        ("learn", "?topic=objective-tell-massage-from-manual-therapy"),
        ("drill", "?topic=pair-97124-97140"),
    ],
)
def test_a_round_goes_on_at_the_same_question_after_a_reload(visit, origin, way, search):
    page = open_way(visit.page, origin, way, search)
    round_of(page, "+-")
    answer(page)
    here, stored_before = page.locator(".rc-item").get_attribute("data-item"), stored(page, 3)
    options = page.locator(".rc-option").evaluate_all(
        "options => options.map(option => option.dataset.option)"
    )
    page.reload()
    page.wait_for_selector("rc-practice[data-ready] .rc-item")
    expect(page.locator(".rc-bar__place")).to_contain_text("Question 3 of")
    expect(page.locator(".rc-bar__tally")).to_have_text("3 answered, 2 correct")
    assert page.locator(".rc-item").get_attribute("data-item") == here
    assert (
        page.locator(".rc-option").evaluate_all(
            "options => options.map(option => option.dataset.option)"
        )
        == options
    )
    expect(page.locator(".rc-verdict")).to_contain_text("Correct")
    while not page.locator(".rc-result").count():
        go_on(page)
    expect(page.locator(".rc-result__score")).to_contain_text("2 of ")
    assert stored(page, 3) == stored_before
    page.reload()
    expect(page.locator(".rc-bar__place")).to_contain_text("Question 1 of")
    expect(page.locator(".rc-bar__tally")).to_have_text("0 answered, 0 correct")


def test_a_round_of_yesterday_or_on_another_topic_is_not_gone_on_with(visit, origin):
    visit.context.clock.set_fixed_time("2026-11-23T09:00:00Z")
    page = open_way(visit.page, origin, "mixed")
    round_of(page, "+")
    stored(page, 1)
    visit.context.clock.set_fixed_time("2026-11-23T21:30:00Z")
    open_way(page, origin, "mixed")
    expect(page.locator(".rc-bar__place")).to_contain_text("Question 1 of")
    open_way(page, origin, "drill", "?topic=pair-97124-97140")
    go_on(page)
    open_way(page, origin, "drill", "?topic=pair-97110-97530")
    expect(page.locator(".rc-bar__place")).to_contain_text("Question 1 of")


def test_what_was_answered_comes_back_when_it_is_due_and_an_exam_brings_it_nearer(visit, origin):
    context, page = visit.context, visit.page
    context.clock.set_fixed_time("2026-11-23T09:00:00Z")
    open_way(page, origin, "mixed")
    round_of(page, "+++")
    stored(page, 3)
    open_way(page, origin, "review")
    expect(page.get_by_text("0 due today, of 3 questions you have answered.")).to_be_visible()
    context.clock.set_fixed_time("2026-11-30T09:00:00Z")
    open_way(page, origin, "review")
    expect(page.get_by_text("3 due today")).to_be_visible()
    page.get_by_label("Your exam date").fill("2026-12-10")
    expect(page.locator(".rc-aim")).to_contain_text(
        "10 days left. Reviews are scheduled so you remember 95"
    )
    page.reload()
    expect(page.get_by_label("Your exam date")).to_have_value("2026-12-10")
    page.get_by_role("button", name="Review 3 questions").click()
    answer(page)
    assert {attempt["mode"] for attempt in stored(page, 4)} == {"mixed", "review"}


def test_missed_questions_leave_their_list_when_they_are_answered_rightly(visit, origin):
    page = open_way(visit.page, origin, "mixed")
    round_of(page, "-+-")
    stored(page, 3)
    open_way(page, origin, "missed")
    expect(page.get_by_text("2 missed last time.")).to_be_visible()
    page.get_by_role("button", name="Retry 2 questions").click()
    answer(page)
    stored(page, 4)
    open_way(page, origin, "missed")
    expect(page.get_by_text("1 missed last time.")).to_be_visible()


def test_sureness_is_asked_kept_and_set_against_the_outcome(visit, origin):
    page = open_way(visit.page, origin, "mixed")
    for right in (True, True, False, False):
        page.get_by_label("Sure", exact=True).check()
        answer(page, right)
        go_on(page)
    kept = stored(page, 4)
    assert {attempt["sure"] for attempt in kept} == {"sure"}
    open_way(page, origin, "progress")
    expect(page.locator(".rc-calibration")).to_contain_text("2 of 4")
    expect(page.get_by_text("You are often wrong when you feel sure.")).to_be_visible()


def test_progress_shows_topics_codes_and_the_learners_own_matrix_as_picture_and_table(
    visit, origin
):
    page = open_way(visit.page, origin, "drill", "?topic=pair-97124-97140")
    asked = wrong_ones = 0
    while (
        wrong_ones < 2
    ):  # of questions with one answer: what is left out of several stands for no other code
        single = page.locator(".rc-item[data-kind='choose-code']").count()
        answer(page, right=not single)
        asked, wrong_ones = asked + 1, wrong_ones + single
        stored(page, asked)
        go_on(page)
    open_way(page, origin, "progress")
    picture = page.get_by_role("img", name=re.compile("Codes you mix up. Most often you chose"))
    expect(picture).to_be_visible()
    wrong = (
        picture.locator("[data-heat='1'], [data-heat='2'], [data-heat='3']")
        .locator("text")
        .all_text_contents()
    )
    page.get_by_text("Show as a table").click()
    table = page.locator(".rc-matrix__table")
    expect(table).to_be_visible()
    assert sum(map(int, wrong)) == 2
    cells = table.locator("tbody td").all_inner_texts()
    assert sum(map(int, cells)) >= 2
    expect(page.get_by_role("heading", name="By skill")).to_be_visible()
    expect(page.get_by_role("heading", name="By code")).to_be_visible()


@pytest.fixture
def changed_site(site: Path, tmp_path: Path):
    """The site a day later: the facts behind one question are others."""
    item = "massage-vs-similar-01"
    later = tmp_path / "site"
    shutil.copytree(site, later)
    digest = re.search(
        r'"digest":"([0-9a-f]{12})"', (later / f"bank/items/{item}.js").read_text()
    ).group(1)
    for path in (*later.glob("bank/**/*.js"), later / "practice/massage-vs-similar/index.html"):
        path.write_text(
            path.read_text(encoding="utf-8").replace(digest, "ffffffffffff"), encoding="utf-8"
        )
    return later, item


def test_when_a_rule_changed_the_question_says_so_and_is_offered_again(visit, origin, changed_site):
    folder, item = changed_site
    page = visit.open("practice/massage-vs-similar/")
    answer(page)
    stored(page, 1)
    visit.context.route("**/*", lambda route: serve(route, folder))
    page.goto(f"{origin}practice/massage-vs-similar/")
    section = page.locator(f"#q-{item}")
    expect(section).to_have_attribute("data-state", "open")
    expect(section.locator(".rc-past")).to_contain_text(
        "A fact behind this question has changed since you answered it"
    )
    open_way(page, origin, "missed")
    expect(page.get_by_text("1 whose facts have changed since you answered.")).to_be_visible()
    page.get_by_role("button", name="Retry 1 question").click()
    expect(page.locator(".rc-past[data-changed]")).to_contain_text("(correct then)")
    answer(page)
    stored(page, 2)
    open_way(page, origin, "missed")
    expect(page.get_by_text("Nothing to retry")).to_be_visible()


def serve(route, folder: Path) -> None:
    path = re.sub(r"^https?://[^/]+/|[?#].*$", "", route.request.url)
    file = folder / path / "index.html" if not path or path.endswith("/") else folder / path
    route.fulfill(path=str(file)) if file.is_file() else route.fulfill(status=404)


def violations(page: Page) -> list[str]:
    """At the top of the page, where the theme's fixed header covers nothing by halves."""
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(PAINTED)
    return found_by_axe(page)


def through(page: Page, origin: str, way: str) -> list[str]:
    """What axe finds on a way to practice.

    As it opens, in the middle of a question, after an answer, at the end.
    """
    open_way(page, origin, way)
    found = violations(page)
    start = page.locator(".rc-stage .rc-start")
    if way in ("learn", "missed", "exam") and start.count():
        start.click()
        page.wait_for_selector(".rc-item")
        found += violations(page)
    if page.locator(".rc-item").count():
        found += in_a_round(page, way)
    if way == "data":
        page.get_by_role("button", name="Delete everything").click()
        expect(page.get_by_role("alertdialog")).to_be_visible()
        found += violations(page)
    return found


def in_a_round(page: Page, way: str) -> list[str]:
    if way == "exam":
        give_any(page)
        page.get_by_role("button", name="Flag").click()
        found = violations(page)
        page.get_by_role("button", name="Submit", exact=True).click()
        page.get_by_role("button", name="Submit now").click()
        expect(page.get_by_role("heading", name="Results")).to_be_visible()
        page.locator(".rc-folded > summary").first.click()
        return found + violations(page)
    hint = page.locator(".rc-hint-button")
    while hint.count() and hint.get_attribute("aria-disabled") != "true":
        hint.click()
    page.get_by_label("Think so").check()
    answer(page, right=False)
    found = violations(page)
    while not page.locator(".rc-result").count():
        go_on(page)
    return found + violations(page)


IN_THE_DARK = ("mixed", "exam", "progress", "data")
"""Ways that show whatever any way shows: only colors differ there."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_within_or_after_any_way(visit_as, origin, scheme):
    visitor = visit_as(color_scheme=scheme)
    ways = dict.fromkeys(("mixed", *WAYS)) if scheme == "light" else IN_THE_DARK
    wrong = {way: found[:4] for way in ways if (found := through(visitor.page, origin, way))}
    assert not wrong, json.dumps(wrong, indent=1)
    assert not visitor.complaints


def test_no_way_scrolls_sideways_on_a_small_phone_in_any_state(visit_as, origin):
    page = visit_as(viewport={"width": 320, "height": 640}).page
    wide = {}
    for way in WAYS:
        open_way(page, origin, way)
        if page.locator(".rc-item").count():
            answer(page, right=False)
        elif way == "exam":
            page.locator(".rc-start").click()
            page.wait_for_selector(".rc-item")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[way] = width
    assert not wide


def test_no_way_leaves_a_hole_above_what_it_shows(visit, origin):
    holes = {}
    for way in WAYS:
        page = open_way(visit.page, origin, way)
        hole = page.evaluate(
            "() => { const top = of => document.querySelector(of).getBoundingClientRect().top;"
            " return top('.rc-stage') - top('.rc-player'); }"
        )
        if hole > 40:
            holes[way] = hole
    assert not holes


KEEP_ROUND = """(round) =>
  new Promise((done) => {
    indexedDB.open("rightcode").onsuccess = ({ target: { result } }) => {
      const transaction = result.transaction("kept", "readwrite");
      transaction.objectStore("kept").put(round, "round/learn");
      transaction.oncomplete = () => (result.close(), done());
    };
  })"""


def longest_of_each_kind(site: Path) -> list[str]:
    """Two questions of each kind, those with the most to show."""
    kinds: dict[str, list[tuple[int, str]]] = {}
    for path in sorted(site.glob("bank/items/*.js")):
        text = path.read_text(encoding="utf-8")
        kinds.setdefault(re.search(r'"kind":"([a-z-]+)"', text).group(1), []).append(
            (len(text), path.stem)
        )
    return [name for found in kinds.values() for _, name in sorted(found)[-2:]]


def test_no_kind_of_question_is_wider_than_a_small_phone_in_practice(visit_as, origin, site):
    page = visit_as(viewport={"width": 320, "height": 640}).page
    items = longest_of_each_kind(site)
    assert len(items) >= 10
    open_way(page, origin, "learn")
    page.evaluate(
        KEEP_ROUND,
        {
            "topics": ["quiz-all"],
            "items": items,
            "place": 0,
            "seed": 7,
            "started": 1,
            "changed": page.evaluate("Date.now()"),
        },
    )
    open_way(page, origin, "learn", "?topic=quiz-all")
    wide = {}
    for name in items:
        expect(page.locator(".rc-item")).to_have_attribute("data-item", name)
        before = page.evaluate("document.documentElement.scrollWidth")
        answer(page, right=False)
        page.evaluate(
            "document.querySelectorAll('.rc-item details').forEach(details => details.open = true)"
        )
        widest = max(before, page.evaluate("document.documentElement.scrollWidth"))
        if widest > 320:
            wide[name] = widest
        page.locator(".rc-next").click()
    expect(page.locator(".rc-result")).to_be_visible()
    assert not wide


def test_targets_are_large_enough_to_hit(visit_as, origin):
    page = visit_as(viewport=PHONE).page
    small = []
    for way in WAYS:
        open_way(page, origin, way)
        if way == "exam":
            page.locator(".rc-start").click()
            page.wait_for_selector(".rc-item")
        boxes = page.locator(
            ".rc-player :is(button, select, .rc-option, .rc-sure__option,"
            " .rc-tick):visible:not(.rc-cite)"
        ).evaluate_all(
            "nodes => nodes.map(node => [node.innerText, node.getBoundingClientRect().width,"
            " node.getBoundingClientRect().height])"
        )
        small += [(way, *box) for box in boxes if min(box[1:]) < 24]
    assert not small


@pytest.mark.parametrize("way", WAYS)
def test_without_script_every_way_says_what_it_is_and_where_the_questions_are(
    visit_as, origin, way
):
    page = visit_as(java_script_enabled=False).page
    page.goto(f"{origin}practice/{way}/")
    text = page.inner_text("main")
    assert "JavaScript" in text
    if way != "data":
        link = page.locator("rc-practice a").first
        link.click()
        assert page.locator(".rc-item").count() > 0


def test_when_the_questions_cannot_be_loaded_it_is_said_and_tried_again(visit, origin):
    context, page = visit.context, visit.page
    context.route("**/bank/**", lambda route: route.abort())
    page.goto(f"{origin}practice/mixed/")
    expect(page.locator(".rc-stage")).to_contain_text("The questions could not be loaded.")
    context.unroute("**/bank/**")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".rc-item")).to_be_visible()


def test_a_hostile_address_starts_nothing(visit, origin):
    page = open_way(
        visit.page,
        origin,
        "learn",
        "?topic=../../../evil&topic=objective-<img src=x onerror=window.hacked=1>",
    )
    expect(page.get_by_role("heading", name="Skills")).to_be_visible()
    assert page.evaluate("window.hacked") is None
    open_way(page, origin, "learn", "?topic=objective-nobody-knows-it")
    expect(page.get_by_text("There are no questions on this.")).to_be_visible()


def test_every_question_changes_nothing_but_its_place_on_its_way_to_the_learner(visit, origin):
    page = open_way(visit.page, origin, "mixed")
    name = page.locator(".rc-item").get_attribute("data-item")
    quiz = json.loads(
        re.search(
            r"rightcodeBank\([^,]+,(.*)\);",
            page.request.get(f"{origin}bank/items/{name}.js").text(),
        ).group(1)
    )["quiz"]
    options = sorted(page.locator(".rc-option").all_inner_texts())
    note = page.locator(".rc-note").inner_text()
    page.goto(f"{origin}practice/{quiz}/#q-{name}")
    section = page.locator(f"#q-{name}")
    assert sorted(section.locator(".rc-option").all_inner_texts()) == options
    assert section.locator(".rc-note").inner_text() == note
    assert attempts(page) == []
