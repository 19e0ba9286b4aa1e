"""The page of flashcards: every deck, which its script turns into rounds."""

from generator.facts.corpus import Corpus
from generator.pages.download_paths import ALL_DECKS, deck_path, has_downloads
from generator.pages.flashcards import decks
from generator.pages.page import Page
from generator.pages.practice_pages import FLASHCARDS, practice_links


def flashcard_page(corpus: Corpus) -> Page:
    """Every deck that has cards."""
    return Page.of(
        FLASHCARDS,
        "flashcards",
        {
            "decks": decks(corpus),
            "deck_path": deck_path if has_downloads(corpus) else None,
            "all_decks": ALL_DECKS,
        },
        nearby=practice_links(),
        nearby_title="Ways to practice",
        element="flashcards",
        boost=2,
    )
