"""Every quiz in the formats of other programs: which there are, and where the files lie."""

from generator.facts.corpus import Corpus
from generator.pages.download_paths import ALL_DECKS, deck_path, has_downloads
from generator.pages.export_trials import TRIALS
from generator.pages.flashcards import decks
from generator.pages.quiz_pages import in_order

GROUPS = {
    "For an LMS": {
        "moodle": "-moodle.xml",
        "cartridge": ".imscc",
        "scorm12": "-scorm12.zip",
        "scorm2004": "-scorm2004.zip",
        "cmi5": "-cmi5.zip",
        "h5p": ".h5p",
    },
    "For test software or an item bank": {
        "qti12": "-qti12.zip",
        "qti21": "-qti21.zip",
        "qti30": "-qti30.zip",
        "gift": "-gift.txt",
    },
    "Paper, flashcards, spreadsheets": {
        "paper": "-paper.zip",
        "anki": ".apkg",
        "xlsx": ".xlsx",
        "csv": "-csv.zip",
    },
    "Quiz games and cards": {
        "kahoot": "-games.zip",
        "wayground": "-games.zip",
        "blooket": "-games.zip",
        "gimkit": "-games.zip",
        "google-forms": "-games.zip",
        "quizlet": "-games.zip",
        "flashcards": "-games.zip",
    },
}
"""The formats that every quiz lies ready in, each with the ending of its file's name.

One that makes several files and ends in `.zip` has all of them; another has the first, which is
the fullest. Games share a file: many a quiz has nothing that fits one of them.
"""
SHARED = "games"
GAMES = tuple(GROUPS["Quiz games and cards"])
DOWNLOAD_FORMATS = {name: ending for formats in GROUPS.values() for name, ending in formats.items()}


def download_path(quiz: str, form: str) -> str:
    """Where a quiz's file of that format lies."""
    return f"downloads/{quiz}{DOWNLOAD_FORMATS[GAMES[0] if form == SHARED else form]}"


def downloads_view(corpus: Corpus) -> dict[str, object]:
    """All formats, and the quizzes whose files lie ready."""
    quizzes = in_order(corpus) if has_downloads(corpus) else ()
    files = {
        heading: {SHARED: None} if set(formats) == set(GAMES) else formats
        for heading, formats in GROUPS.items()
    }
    return {
        "groups": GROUPS,
        "files": files,
        "quizzes": quizzes,
        "path": download_path,
        "trials": TRIALS,
        "decks": decks(corpus) if has_downloads(corpus) else (),
        "deck_path": deck_path,
        "all_decks": ALL_DECKS,
    }
