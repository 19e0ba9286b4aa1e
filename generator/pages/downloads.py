"""Every quiz in the formats of other programs: which are ready to download, and where they lie."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.corpus import Corpus

READY: Mapping[str, str] = {"anki": ".apkg", "h5p": ".h5p", "xlsx": ".xlsx"}
"""Formats and what their files end in. Moodle XML, GIFT, CSV and paper come from the assignment builder."""
TITLES = {"anki": "Anki deck", "h5p": "H5P question set", "xlsx": "Spreadsheet"}


@dataclass(frozen=True)
class Ready:
    """A quiz and its files: the format's name and the file's path."""

    id: str
    title: str
    questions: int
    files: tuple[tuple[str, str], ...]


def download(quiz: str, name: str) -> str:
    return f"downloads/{quiz}{READY[name]}"


def ready(corpus: Corpus) -> Iterator[Ready]:
    for quiz in sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id)):
        files = tuple((TITLES[name], download(quiz.id, name)) for name in READY)
        yield Ready(quiz.id, quiz.title, len(quiz.items), files)
