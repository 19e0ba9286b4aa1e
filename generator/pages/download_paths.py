"""Where the files of downloads lie that more than one page links."""

from generator.facts.corpus import Corpus

MAX_QUIZZES = 200
"""A quiz takes half a second to pack and a megabyte: larger banks are exported where needed."""
ALL_DECKS = "all"
"""All decks of flashcards together, for Anki alone: a table of all would mix them."""


def deck_path(deck: str, ending: str) -> str:
    """Where a deck of flashcards lies, as `csv` or `apkg`."""
    return f"downloads/flashcards-{deck}.{ending}"


def has_downloads(corpus: Corpus) -> bool:
    """Whether the bank is small enough for every quiz to lie ready."""
    return len(corpus.quizzes) <= MAX_QUIZZES
