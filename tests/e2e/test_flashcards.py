"""Flashcards: by keys, by hand on a phone, on the next day, without script, on paper."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE, Visitor
from tests.e2e.practicing import focus_on, stored
from tests.e2e.test_every_page import violations

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROUND = ".rc-turn__round"
SMALL_DECK = "?deck=family-attended-modalities"


def open_cards(page: Page, origin: str, search: str = "") -> Page:
    page.goto(f"{origin}practice/flashcards/{search}")
    page.wait_for_selector("rc-flashcards[data-ready]")
    return page


def front(page: Page) -> str:
    return page.locator(".rc-turn__front").inner_text()


def test_a_round_by_keys_alone_brings_back_what_was_not_known(visit, origin):
    page = open_cards(visit.page, origin, SMALL_DECK)
    focus_on(page, "Start (6 cards)")
    page.keyboard.press("Enter")
    first = front(page)
    back = page.locator(".rc-turn__back")
    expect(back).to_be_hidden()
    page.keyboard.press("1")  # nothing is rated before it is seen
    expect(page.locator(".rc-bar__place")).to_have_text("0 of 6 done")
    page.keyboard.press("Space")
    expect(back).to_be_visible()
    expect(back).to_contain_text("PT, OT, physician and NPP can perform and bill")
    page.keyboard.press("Space")
    expect(back).to_be_hidden()
    page.keyboard.press("Enter")
    expect(back).to_be_visible()
    page.keyboard.press("2")
    expect(page.locator(".rc-turn__front")).not_to_have_text(first)
    seen = []
    while page.locator(ROUND).count():
        seen.append(front(page))
        page.keyboard.press("Enter")
        page.keyboard.press("1")
        page.wait_for_function(
            "seen => document.querySelector('.rc-turn__front')?.innerText !== seen", arg=seen[-1]
        )
    assert (len(seen), len(set(seen)), seen[4]) == (6, 6, first)
    expect(page.get_by_text("You knew 5 of 6 the first time.")).to_be_visible()
    expect(page.locator(".rc-turn__missed")).to_contain_text(first)
    log = stored(page, 6)
    assert {one["mode"] for one in log} == {"flashcards"}
    assert [one["item"] for one in log if not one["right"]] == [f"card-{first.lower()}"]
    assert not visit.complaints


def test_a_card_is_due_the_next_day_and_home_says_so(visit, origin):
    visit.context.clock.set_fixed_time(START)
    page = open_cards(visit.page, origin, SMALL_DECK)
    page.get_by_role("button", name="Start").click()
    card = front(page)
    page.get_by_role("button", name="Turn the card").click()
    page.get_by_role("button", name="Not yet").click()
    stored(page, 1)
    visit.context.clock.set_fixed_time(START + timedelta(days=1))
    due = visit.open().locator("rc-practice .rc-cards a")
    expect(due).to_contain_text("1 flashcard is due")
    due.click()
    expect(page.get_by_label("Deck")).to_have_value("due")
    page.get_by_role("button", name="Start (1 card)").click()
    assert front(page) == card
    page.goto(f"{origin}practice/progress/")
    expect(page.get_by_text("No answers saved yet.")).to_be_visible()  # a card is no question


def test_meaning_first_asks_for_the_code(visit, origin):
    page = open_cards(visit.page, origin, SMALL_DECK)
    page.get_by_label("Direction").select_option(label="Meaning first")
    page.get_by_role("button", name="Start").click()
    assert not re.search(r"\b97\d{3}\b", front(page))
    page.locator(".rc-turn").click()
    term = page.locator(".rc-turn__term").inner_text()
    page.get_by_role("button", name="Knew it").click()
    (kept,) = stored(page, 1)
    assert kept["item"] == f"card-{term.lower()}-reverse"


def test_on_a_phone_the_buttons_stay_in_reach_in_both_schemes(visit_as, origin):
    for scheme in ("light", "dark"):
        visitor: Visitor = visit_as(viewport=PHONE, color_scheme=scheme, has_touch=True)
        page = open_cards(visitor.page, origin, "?deck=denials")
        assert not violations(page)
        page.get_by_role("button", name="Start").tap()
        page.locator(".rc-turn").tap()
        for name in ("Knew it", "Not yet"):
            expect(page.get_by_role("button", name=name)).to_be_in_viewport()
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_script_the_backs_are_folded_below_their_fronts(visit_as, origin):
    page = visit_as(java_script_enabled=False).open("practice/flashcards/")
    page.locator("#deck-modifiers > summary").click()
    meaning = page.locator("#card-modifiers-gp .rc-flashcard__meaning")
    expect(meaning).to_be_hidden()
    page.locator("#card-modifiers-gp > summary").click()
    expect(meaning).to_have_text("PT plan of care")
    page.locator("#card-modifiers-gp > summary").click()
    page.emulate_media(media="print")
    expect(meaning).to_be_visible()  # paper cannot be opened
    expect(page.locator("#deck-glossary")).to_be_hidden()


def test_a_deck_is_printed_front_beside_back(visit, origin):
    page = open_cards(visit.page, origin, "?deck=everyday-codes")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print this deck").click()
    page.emulate_media(media="print")
    expect(page.locator(".rc-paper__card:visible")).to_have_count(20)
    expect(page.locator(".rc-decks")).to_be_hidden()
    expect(page.locator(".rc-deck-files")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".rc-paper")).to_have_count(0)


def test_cards_speak_spanish_where_the_learner_does(visit, origin):
    page = open_cards(visit.page, origin, "?lang=es")
    expect(page.get_by_role("button", name="Empezar (20 tarjetas)")).to_be_visible()


def test_cards_work_from_a_folder(visit, site):
    page = visit.page
    page.goto((site / "practice/flashcards/index.html").as_uri())
    page.wait_for_selector("rc-flashcards[data-ready]")
    page.get_by_role("button", name="Start").click()
    page.locator(".rc-turn").click()
    page.get_by_role("button", name="Knew it").click()
    expect(page.locator(".rc-bar__place")).to_have_text("1 of 20 done")


def test_a_link_to_a_card_opens_its_deck(visit, origin):
    page = open_cards(visit.page, origin, "#card-97140")
    expect(page.locator("#card-97140 .rc-flashcard__meaning")).to_be_visible()
