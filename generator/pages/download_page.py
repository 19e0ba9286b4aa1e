"""Every quiz in the formats of other programs.

Which there are, what each is for, and where its files lie.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus


@dataclass(frozen=True)
class DownloadFormat:
    """A format that every quiz lies ready in.

    Its name, what a file's name ends in, and what it is for.

    One that makes several files and ends in `.zip` has all of them; another has the first, which is
    the fullest.
    """

    name: str
    ending: str
    title: str
    use: str


COURSE_FORMATS = (
    DownloadFormat(
        "moodle",
        "-moodle.xml",
        "Moodle XML",
        "Moodle, into its question bank: every kind of question, with feedback on each option.",
    ),
    DownloadFormat(
        "cartridge",
        ".imscc",
        "Common Cartridge 1.3",
        "A course system that imports cartridges: a question bank and an assessment.",
    ),
    DownloadFormat(
        "scorm12",
        "-scorm12.zip",
        "SCORM 1.2",
        "Any course system with SCORM: this site’s own player, which reports score, completion and"
        " answers.",
    ),
    DownloadFormat(
        "scorm2004",
        "-scorm2004.zip",
        "SCORM 2004",
        "The same player for systems with the 4th edition of 2004.",
    ),
    DownloadFormat(
        "cmi5", "-cmi5.zip", "cmi5", "The same player for systems with a learning record store."
    ),
    DownloadFormat(
        "h5p", ".h5p", "H5P", "A system with H5P installed: the questions alone, as a question set."
    ),
)
BANK_FORMATS = (
    DownloadFormat(
        "qti12", "-qti12.zip", "QTI 1.2", "Older test programs, and course systems that import QTI."
    ),
    DownloadFormat(
        "qti21",
        "-qti21.zip",
        "QTI 2.1",
        "TAO, and other test programs and item banks that read version 2.",
    ),
    DownloadFormat("qti30", "-qti30.zip", "QTI 3.0", "Newer test programs and item banks."),
    DownloadFormat(
        "gift", "-gift.txt", "GIFT", "Moodle’s plain text, which can be read and changed by hand."
    ),
)
DESK_FORMATS = (
    DownloadFormat(
        "paper",
        "-paper.zip",
        "Paper",
        "PDF files to print: test and answer sheet in versions A to D, and one key with the"
        " reasons.",
    ),
    DownloadFormat(
        "anki",
        ".apkg",
        "Anki deck",
        "Cards to review in Anki; a later deck updates them and doubles none.",
    ),
    DownloadFormat("xlsx", ".xlsx", "Spreadsheet", "Questions, key and answers in a workbook."),
    DownloadFormat(
        "csv", "-csv.zip", "CSV", "The same as two plain tables, for programs of your own."
    ),
)
GROUPS = (
    ("For a course system", COURSE_FORMATS),
    ("For a test program or item bank", BANK_FORMATS),
    ("On paper, on cards, in tables", DESK_FORMATS),
)
DOWNLOAD_FORMATS = (*COURSE_FORMATS, *BANK_FORMATS, *DESK_FORMATS)
MAX_QUIZZES = 200
"""Quizzes.

A set of files takes half a second to pack and a megabyte to keep; a bank larger than that is
exported where it is needed.
"""


@dataclass(frozen=True)
class QuizFiles:
    """A quiz and its files by group: the format's title and the file's path."""

    id: str
    title: str
    questions: int
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class DownloadsView:
    groups: tuple[tuple[str, tuple[DownloadFormat, ...]], ...]
    quizzes: tuple[QuizFiles, ...]


def download_path(quiz: str, form: DownloadFormat) -> str:
    return f"downloads/{quiz}{form.ending}"


def has_downloads(corpus: Corpus) -> bool:
    return len(corpus.quizzes) <= MAX_QUIZZES


def downloads_view(corpus: Corpus) -> DownloadsView:
    return DownloadsView(GROUPS, tuple(_quizzes(corpus)) if has_downloads(corpus) else ())


def _quizzes(corpus: Corpus) -> Iterator[QuizFiles]:
    for quiz in sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id)):
        groups = tuple(
            (heading, tuple((form.title, download_path(quiz.id, form)) for form in forms))
            for heading, forms in GROUPS
        )
        yield QuizFiles(quiz.id, quiz.title, len(quiz.items), groups)
