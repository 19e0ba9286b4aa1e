"""The page of flashcards: every deck, which its script turns into rounds."""

from generator.facts.corpus import Corpus
from generator.pages.flashcards import decks
from generator.pages.page import Page
from generator.pages.practice_pages import FLASHCARDS, practice_links


def flashcard_page(corpus: Corpus) -> Page:
    """Every deck that has cards."""
    return Page.of(
        FLASHCARDS,
        "flashcards",
        {"decks": decks(corpus)},
        nearby=practice_links(),
        nearby_title="Ways to practice",
        element="flashcards",
        boost=2,
    )
