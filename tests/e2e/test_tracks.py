"""A track from its first page to the certificate, and the page that checks it.

On a site with one short track.
"""

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect
from typer.testing import CliRunner

from generator.badges.signing_key import key_file, new_key
from generator.cli import app
from tests.e2e.conftest import PHONE, Visitor, serving
from tests.e2e.practicing import answer_by_keyboard, answered, attempt_saved, focus_on, stored
from tests.e2e.qr_codes import decoded, decoded_png, drawn_page
from tests.e2e.test_every_page import violations

TRACK, CHECK = "practice/track-a-first-day/", "practice/check-certificate/"
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])
RIGHT = {
    "True of massage": ("It is timed.", "It is one-on-one."),
    "Fifteen minutes in an article": ("Accurate as written",),
    "A calf in spasm": ("97124",),
}


@pytest.fixture(scope="module")
def origin(small_site: Path) -> Iterator[str]:
    with serving(small_site) as address:
        yield address


def opened(visitor: Visitor, address: str = TRACK) -> Page:
    page = visitor.open(address)
    page.wait_for_selector(":is(rc-track, rc-certificates)[data-ready]")
    return page


def begin_check(page: Page) -> None:
    page.get_by_role("button", name="check").first.click()
    expect(page.locator(".rc-exam-bar")).to_be_visible()


def answer_all(page: Page, right: bool = True) -> None:
    count = page.locator(".rc-sheet__entry").count()
    for place in range(count):
        entry = page.locator(".rc-sheet__entry").nth(place)
        entry.click()
        expect(entry).to_have_attribute("aria-current", "true")
        give(page, right)
    page.get_by_role("button", name="Submit", exact=True).click()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Results")).to_be_visible()


def give(page: Page, right: bool) -> None:
    """The answer that the facts of the small project make right, or one that they do not."""
    title = page.locator(".rc-item__title").inner_text()
    wanted = next(words for name, words in RIGHT.items() if name in title)
    for option in page.locator(".rc-item .rc-option").all():
        fits = any(
            option.inner_text().strip().casefold().startswith(word.casefold())
            or word in option.inner_text()
            for word in wanted
        )
        if fits == right:
            option.locator("input").check()


def pass_track(page: Page) -> None:
    begin_check(page)
    answer_all(page)
    page.get_by_role("button", name="Back to the track").first.click()
    expect(page.get_by_text("1 of 1 module passed")).to_be_visible()


def certify(page: Page, name: str = "Ann Lee") -> str:
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Make the certificate").click()
    expect(page.locator(".rc-certificate")).to_contain_text(" ".join(name.split()))
    return page.locator(".rc-certificate a").get_attribute("href").partition("#")[2]


def short_code(page: Page) -> str:
    return page.locator(".rc-certificate__code").inner_text()


def judged(page: Page, code: str) -> str:
    page.locator("#rc-check-code").fill(code)
    page.get_by_role("button", name="Verify", exact=True).click()
    expect(page.locator(".rc-verdict-box h2")).to_be_focused()
    return page.locator(".rc-verdict-box").inner_text()


def test_a_track_goes_from_its_first_reading_to_a_certificate_that_is_consistent(visit):
    page = opened(visit)
    expect(page.locator(".rc-summary")).to_contain_text(
        "Next: Massage. Left to do: 2 pages to read, 1 question to practice, the check."
    )
    page.get_by_label("I have read: Using massage").check()
    expect(page.locator(".rc-summary")).to_contain_text(
        "Left to do: 1 page to read, 1 question to practice, the check."
    )
    pass_track(page)
    expect(page.locator(".rc-module .rc-check-state")).to_contain_text("✓ Passed ")
    code = certify(page)
    shown = page.locator(".rc-certificate").inner_text()
    for told in (
        "Ann Lee",
        "A first day",
        "2 of 2 questions correct (100%)",
        "as of",
        "It is not a signature",
    ):
        assert told in shown, told
    page.get_by_text("Score by module and by skill").click()
    expect(page.locator(".rc-more")).to_contain_text("tell massage from its neighbors")
    page.locator(".rc-certificate a").click()
    page.wait_for_selector(".rc-verdict-box")
    assert page.locator(".rc-verdict-box").inner_text().startswith("✓ Consistent")
    expect(page.locator(".rc-says")).to_contain_text("Ann Lee")
    assert judged(
        page, "\n".join(code.lower()[at : at + 5] for at in range(0, len(code), 5))
    ).startswith("✓ Consistent")
    assert not visit.complaints
    assert all(url.startswith((visit.origin, "blob:", "data:")) for url in visit.requests)


def test_a_code_that_was_changed_is_refused_with_the_reason(visit):
    page = opened(visit)
    pass_track(page)
    code = certify(page)
    opened(visit, CHECK)
    for place in (0, 9, len(code) // 2, len(code) - 3):
        other = "A" if code[place] != "A" else "B"
        told = judged(page, code[:place] + other + code[place + 1 :])
        assert told.startswith("✗ Not consistent"), place
        assert "check digits do not match" in told, place
    cut = judged(page, code[:12])
    assert "incomplete" in cut or "changed or mistyped" in cut
    assert "characters that check codes do not use" in judged(page, code[:-1] + "!")
    assert "What the code contains" not in page.locator(".rc-verdict-box").inner_text()


def test_what_was_left_is_there_again_after_a_reload(visit):
    page = opened(visit)
    page.get_by_label("I have read: Using massage").check()
    begin_check(page)
    give(page, True)
    attempt_saved(page, answered(1))
    page.reload()
    page.wait_for_selector("rc-track[data-ready]")
    expect(page.get_by_label("I have read: Using massage")).to_be_checked()
    page.get_by_role("button", name="Continue the check").click()
    expect(page.locator(".rc-sheet__entry[data-answered]")).to_have_count(1)


def test_a_check_that_is_not_passed_says_what_is_missing_and_gives_no_certificate(visit):
    page = opened(visit)
    begin_check(page)
    answer_all(page, right=False)
    expect(page.locator(".rc-check-state").first).to_contain_text(
        "Not passed: 0 of 2 correct, 1 needed."
    )
    page.get_by_role("button", name="Back to the track").first.click()
    expect(page.locator(".rc-module .rc-check-state")).to_contain_text(
        "✗ Not passed yet: 0 of 2 correct"
    )
    expect(page.get_by_role("button", name="Retake the check")).to_be_visible()
    assert page.locator(".rc-certify").count() == 0


def test_nothing_in_a_check_tells_the_answer_before_it_is_handed_in(visit):
    page = opened(visit)
    begin_check(page)
    assert page.locator(".rc-exam-bar, .rc-slot").first.is_visible()
    assert (
        page.locator(".rc-slot :is(.rc-answer, .rc-feedback, [data-right], .rc-check)").count() == 0
    )
    assert page.locator(".rc-modules").is_hidden()


def test_progress_is_worked_out_from_the_answers_alone_so_it_goes_where_they_go(visit, visit_as):
    page = opened(visit)
    pass_track(page)
    kept = stored(page, 2)
    assert {attempt["session"].split("--")[1] for attempt in kept} == {"a-first-day"}
    other = visit_as().page
    other.goto(visit.origin + TRACK)
    other.wait_for_selector("rc-track[data-ready]")
    other.evaluate(PUT, kept)
    other.reload()
    expect(other.get_by_text("1 of 1 module passed")).to_be_visible()


PUT = """async (kept) => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("rightcode");
    request.onsuccess = () => resolve(request.result);
  });
  const work = database.transaction("attempts", "readwrite");
  for (const one of kept) work.objectStore("attempts").put(one);
  await new Promise((resolve) => {
    work.oncomplete = resolve;
  });
  database.close();
}"""


def test_a_pass_under_other_facts_is_told_and_is_no_certificate(visit):
    page = opened(visit)
    pass_track(page)
    kept = [{**attempt, "facts": "0123456789ab"} for attempt in stored(page, 2)]
    page.evaluate(PUT, kept)
    page.reload()
    expect(page.locator(".rc-module .rc-check-state")).to_contain_text(
        "some questions or facts changed"
    )
    assert page.locator(".rc-certify").count() == 0


@pytest.mark.parametrize("name", ["Ann Lee", "Zoë 李小龍 مريم", "Ann " * 14 + "Lee"])
def test_the_pdf_is_one_page_of_text_that_says_what_the_page_says(visit, name):
    page = opened(visit)
    pass_track(page)
    certify(page, name)
    read = pypdf.PdfReader(io.BytesIO(save_pdf(page).read_bytes()))
    assert len(read.pages) == 1
    text = " ".join(read.pages[0].extract_text().split())
    assert read.metadata.title == "Certificate: A first day"
    for told in (" ".join(name.split()), short_code(page), "2 of 2 questions correct"):
        assert told in text, text
    assert not visit.complaints


def save_pdf(page: Page) -> Path:
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save as PDF").click()
    return Path(saving.value.path())


def test_the_qr_code_of_the_pdf_opens_the_check(visit, tmp_path):
    page = opened(visit)
    pass_track(page)
    code = certify(page)
    wanted = f"{visit.origin}{CHECK}#{code}"
    assert decoded(page.locator(".rc-qr")) == wanted
    assert decoded_png(page, drawn_page(save_pdf(page), tmp_path)) == wanted


def test_a_pdf_is_opened_to_be_checked(visit, tmp_path):
    page = opened(visit)
    pass_track(page)
    certify(page)
    save_pdf(page).rename(tmp_path / "certificate.pdf")
    opened(visit, CHECK)
    page.get_by_label("Open a certificate (PDF)").set_input_files(tmp_path / "certificate.pdf")
    expect(page.locator(".rc-verdict-box h2")).to_have_text("✓ Consistent")
    expect(page.locator(".rc-says")).to_contain_text("Ann Lee")
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    page.get_by_label("Open a certificate (PDF)").set_input_files(tmp_path / "other.pdf")
    expect(page.locator(".rc-verdict-box")).to_contain_text("The code is empty")


def test_paper_is_checked_by_its_short_code_with_the_keyboard(visit):
    page = opened(visit)
    pass_track(page)
    certify(page)
    code, day = short_code(page), date.today().isoformat()
    opened(visit, CHECK)
    page.locator("#rc-check-code").focus()
    page.keyboard.type(code.lower())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("ann lee")
    page.get_by_label("Track").select_option("A first day")
    page.get_by_label("Date").fill(day)
    page.get_by_label("Questions correct").fill("2")
    page.get_by_label("Questions in all").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-verdict-box")).to_contain_text("The check code matches")
    page.get_by_label("Name").fill("Bo Lee")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-verdict-box h2")).to_have_text("✗ Not consistent")
    expect(page.locator(".rc-verdict-box")).to_contain_text("does not match what you entered")
    assert not visit.complaints


def test_the_result_file_of_a_track_makes_a_signed_badge(visit, small_site, tmp_path):
    visit.context.clock.install()
    page = opened(visit)
    begin_check(page)
    visit.context.clock.fast_forward(1600)  # nobody reads a question in less
    give(page, True)
    page.locator(".rc-sheet__entry").nth(1).click()
    visit.context.clock.fast_forward(1600)
    answer_all(page)
    page.get_by_role("button", name="Back to the track").first.click()
    certify(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Download a result file").click()
    (tmp_path / "results").mkdir()
    saving.value.save_as(tmp_path / "results" / saving.value.suggested_filename)
    (tmp_path / "key.pem").write_bytes(key_file(new_key()))
    (tmp_path / "issuer.yaml").write_text(
        "name: A school\nurl: https://school.example\n", encoding="utf-8"
    )
    arguments = [
        "badge",
        tmp_path / "results",
        "--issuer",
        tmp_path / "issuer.yaml",
        "--key",
        tmp_path / "key.pem",
        "--out",
        tmp_path / "badges",
        "--root",
        small_site.parent,
    ]
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output
    assert "1 badges for “A first day”, 0 learners without" in done.output, done.output


def test_in_print_there_is_the_certificate_and_nothing_else(visit):
    page = opened(visit)
    pass_track(page)
    certify(page)
    page.emulate_media(media="print")
    assert page.locator(".rc-certificate").is_visible()
    for other in (".rc-modules", ".rc-certify form", ".rc-certificate-acts", ".md-header", "h1"):
        assert page.locator(other).first.is_hidden(), other
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages) == 1


def test_a_name_is_text_and_nothing_else(visit):
    page = opened(visit)
    pass_track(page)
    code = certify(page, '<img src=x onerror="document.title=1">')
    assert page.locator(".rc-certificate img[src=x]").count() == 0
    opened(visit, CHECK)
    judged(page, code)
    expect(page.locator(".rc-says")).to_contain_text("<img src=x onerror=")
    assert page.locator(".rc-says img").count() == 0


def test_without_a_name_there_is_no_certificate(visit):
    page = opened(visit)
    pass_track(page)
    page.get_by_label("Name").fill("  \u202e ")
    page.get_by_role("button", name="Make the certificate").click()
    expect(page.locator(".rc-problem").first).to_be_visible()
    expect(page.get_by_label("Name")).to_be_focused()
    assert page.locator(".rc-certificate").count() == 0


def test_the_focus_stays_where_it_went_while_a_tick_is_stored(visit):
    page = opened(visit)
    start = page.get_by_role("button", name="Start the check")
    page.evaluate(  # the tick and the focus in one step: the list is drawn again after both
        "() => { document.querySelector('[data-reading] input').click();"
        " document.querySelector('.rc-start-check').focus(); }"
    )
    expect(page.get_by_text("1 page to read")).to_be_visible()
    expect(start).to_be_focused()


def test_by_keyboard_alone_to_a_certificate(visit):
    page = opened(visit)
    focus_on(page, "I have read")
    page.keyboard.press("Space")
    expect(page.get_by_text("1 page to read")).to_be_visible()
    focus_on(page, "Start the check")
    page.keyboard.press("Enter")
    for place in range(2):
        expect(page.locator(".rc-item__title")).to_be_focused()
        answer_by_keyboard(page)
        focus_on(page, "Next" if place == 0 else "Submit")
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Submit now")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    focus_on(page, "Back to the track")
    page.keyboard.press("Enter")
    expect(page.locator(".rc-module h2")).to_be_focused()


@SCHEMES
def test_axe_finds_nothing_at_any_step(visit_as, scheme):
    visitor = visit_as(color_scheme=scheme)
    page = opened(visitor)
    found = {"track": violations(page)}
    begin_check(page)
    found["check"] = violations(page)
    answer_all(page)
    found["result"] = violations(page)
    page.get_by_role("button", name="Back to the track").first.click()
    code = certify(page)
    found["certificate"] = violations(page)
    opened(visitor, CHECK)
    judged(page, code)
    found["consistent"] = violations(page)
    judged(page, code[:-2] + "00")
    found["refused"] = violations(page)
    assert {step: wrong for step, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("viewport", [PHONE, {"width": 320, "height": 640}])
def test_nothing_scrolls_sideways_and_nothing_is_too_small_to_press(visit_as, viewport):
    from tests.e2e.test_accessibility import SMALL

    visitor = visit_as(viewport=viewport)
    page = opened(visitor)
    widths = [page.evaluate("document.documentElement.scrollWidth")]
    small = [page.evaluate(SMALL)]
    pass_track(page)
    code = certify(page, "A name of sixty signs that goes on and on without an ending.")
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    small.append(page.evaluate(SMALL))
    opened(visitor, CHECK)
    judged(page, code)
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    small.append(page.evaluate(SMALL))
    assert max(widths) <= viewport["width"]
    assert small == [[], [], []]


def test_without_script_a_track_is_links_and_says_what_is_needed(visit_as):
    page = visit_as(java_script_enabled=False).open(TRACK)
    expect(page.get_by_text("The checks and the certificate need it.")).to_be_visible()
    for name in ("Using massage", "97124 Massage", "A calf in spasm"):
        expect(page.get_by_role("link", name=name).first).to_be_visible()
    expect(page.get_by_text("2 questions. Passing score: 1 correct.")).to_be_visible()


def test_the_list_says_how_far_one_has_come(visit):
    page = opened(visit)
    pass_track(page)
    opened(visit, "practice/tracks/")
    expect(page.locator("[data-track=a-first-day] small")).to_have_text("1 of 1 module passed")


def test_a_link_of_the_practice_leads_to_its_question(small_site):
    html = (small_site / TRACK / "index.html").read_text(encoding="utf-8")
    assert "basics/#q-calf-in-spasm" in html
    assert 'id="q-calf-in-spasm"' in (small_site / "practice/basics/index.html").read_text(
        encoding="utf-8"
    )
    assert (
        json.loads(
            (small_site / "bank/tracks/a-first-day.js")
            .read_text()
            .split(",", 1)[1]
            .rsplit(")", 1)[0]
        )["modules"][0]["pools"][0]["count"]
        == 2
    )
