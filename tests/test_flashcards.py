"""Flashcards say what the facts say, and neither side gives the other away."""

import re
from collections import Counter
from dataclasses import replace

from generator.build.frontend import ENTRIES, LAZY_LOADED, SOURCES
from generator.facts.corpus import Corpus
from generator.pages.flashcard_pages import flashcard_page
from generator.pages.flashcards import Flashcard, decks, has_deck
from generator.pages.renderer import render
from tests.conftest import ROOT

PACKAGE_PLAYER = "lms"
"""The script that goes into packages for other systems instead of the site."""


def cards_of(corpus: Corpus) -> dict[str, Flashcard]:
    return {card.id: card for deck in decks(corpus) for card in deck.cards}


def test_there_is_a_card_for_each_code_modifier_and_term(corpus: Corpus) -> None:
    found = {deck.id: len(deck.all) for deck in decks(corpus)}
    assert found["everyday-codes"] == 20
    families = sum(count for deck, count in found.items() if deck.startswith("family-"))
    assert families == len(corpus.codes)
    assert found["glossary"] >= 0.95 * len(corpus.glossary)
    assert min(found["modifiers"], found["denials"]) >= 15
    assert {sheet.id for sheet in corpus.sheets.values() if has_deck(sheet)} <= found.keys()


def test_a_card_says_what_the_facts_of_its_code_say(corpus: Corpus) -> None:
    code = corpus.codes["97140"]
    card = cards_of(corpus)["card-97140"]
    lines = {line.label: line.text for line in card.lines}
    assert (card.term, card.name, card.meaning) == ("97140", code.plain_name, code.meaning.text)
    assert lines["Units"] == "Timed, 15 minutes per unit"
    assert lines["Who"].startswith("PT, OT")
    assert lines["Not to confuse with"].startswith(f"{code.look_alikes[0].code} ")


def test_a_card_changes_its_digest_with_its_facts(corpus: Corpus) -> None:
    code = corpus.codes["97140"]
    unit = code.unit.model_copy(update={"minutes": 30})
    changed = replace(
        corpus, codes={**corpus.codes, "97140": code.model_copy(update={"unit": unit})}
    )
    before, after = cards_of(corpus), cards_of(changed)
    differ = {name for name in before if before[name].digest != after[name].digest}
    assert differ == {"card-97140"}


def test_what_is_doubtful_is_no_card(corpus: Corpus) -> None:
    code = corpus.codes["97140"]
    meaning = code.meaning.model_copy(update={"confidence": "low"})
    doubtful = code.model_copy(update={"meaning": meaning})
    changed = replace(
        corpus,
        codes={**corpus.codes, "97140": doubtful},
    )
    assert "card-97140" in cards_of(corpus)
    assert "card-97140" not in cards_of(changed)


def test_names_of_cards_are_unique_and_no_question_has_one(corpus: Corpus) -> None:
    names = Counter(card.id for deck in decks(corpus) for card in deck.cards)
    assert names.most_common(1)[0][1] == 1
    assert not names.keys() & corpus.items.keys()
    slug = re.compile(r"[a-z0-9][a-z0-9-]{0,110}")
    assert not [name for name in names if not slug.fullmatch(name)]


def test_the_meaning_asks_for_the_term_without_saying_it(corpus: Corpus) -> None:
    given_away = [
        card.id
        for card in cards_of(corpus).values()
        if re.search(rf"(?<!\w){re.escape(card.term)}(?!\w)", card.question, re.IGNORECASE)
    ]
    assert not given_away
    assert not [card.id for card in cards_of(corpus).values() if len(card.question) < 4]


def test_the_page_shows_each_card_once_with_the_way_to_its_sources(corpus: Corpus) -> None:
    text = render(corpus, flashcard_page(corpus))
    cards = cards_of(corpus)
    assert text.count('class="rc-flashcard"') == len(cards)
    assert re.search(r'<a href="[^"]*codes/97140[^"]*">97140 Manual therapy</a>', text)
    linked = sum(bool(card.target) for card in cards.values())
    assert text.count("rc-flashcard__more") == linked


def test_a_small_project_has_the_decks_it_has_facts_for(base: Corpus) -> None:
    assert decks(base)
    assert render(base, flashcard_page(base))


def test_every_script_of_a_page_is_built() -> None:
    scripts = {path.stem for path in (ROOT / SOURCES).glob("*.js")} - {PACKAGE_PLAYER}
    assert scripts <= {*ENTRIES, *LAZY_LOADED}
