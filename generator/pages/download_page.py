"""Every quiz in the formats of other programs: which there are, and where the files lie."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.corpus import Corpus
from generator.pages.labels import download_text


@dataclass(frozen=True)
class DownloadFormat:
    """A format that every quiz lies ready in; a file's name ends in `ending`.

    One that makes several files and ends in `.zip` has all of them; another has the first, which is
    the fullest.
    """

    name: str
    ending: str

    @property
    def title(self) -> str:
        """What the format is called."""
        return download_text(self.name)[0]

    @property
    def use(self) -> str:
        """Which programs read it."""
        return download_text(self.name)[1]


COURSE_FORMATS = (
    DownloadFormat("moodle", "-moodle.xml"),
    DownloadFormat("cartridge", ".imscc"),
    DownloadFormat("scorm12", "-scorm12.zip"),
    DownloadFormat("scorm2004", "-scorm2004.zip"),
    DownloadFormat("cmi5", "-cmi5.zip"),
    DownloadFormat("h5p", ".h5p"),
)
BANK_FORMATS = (
    DownloadFormat("qti12", "-qti12.zip"),
    DownloadFormat("qti21", "-qti21.zip"),
    DownloadFormat("qti30", "-qti30.zip"),
    DownloadFormat("gift", "-gift.txt"),
)
DESK_FORMATS = (
    DownloadFormat("paper", "-paper.zip"),
    DownloadFormat("anki", ".apkg"),
    DownloadFormat("xlsx", ".xlsx"),
    DownloadFormat("csv", "-csv.zip"),
)
GROUPS = (
    ("For a course system", COURSE_FORMATS),
    ("For a test program or item bank", BANK_FORMATS),
    ("On paper, on cards, in tables", DESK_FORMATS),
)
DOWNLOAD_FORMATS = (*COURSE_FORMATS, *BANK_FORMATS, *DESK_FORMATS)
MAX_QUIZZES = 200
"""A quiz takes half a second to pack and a megabyte: larger banks are exported where needed."""


@dataclass(frozen=True)
class QuizFiles:
    """A quiz and its files by group: the format's title and the file's path."""

    id: str
    title: str
    questions: int
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class DownloadsView:
    """The formats by group, and the files of each quiz."""

    groups: tuple[tuple[str, tuple[DownloadFormat, ...]], ...]
    quizzes: tuple[QuizFiles, ...]


def download_path(quiz: str, form: DownloadFormat) -> str:
    """Where a quiz's file of that format lies."""
    return f"downloads/{quiz}{form.ending}"


def has_downloads(corpus: Corpus) -> bool:
    """Whether the bank is small enough for every quiz to lie ready."""
    return len(corpus.quizzes) <= MAX_QUIZZES


def downloads_view(corpus: Corpus) -> DownloadsView:
    """All formats, and all files where there are any."""
    return DownloadsView(GROUPS, tuple(_quizzes(corpus)) if has_downloads(corpus) else ())


def _quizzes(corpus: Corpus) -> Iterator[QuizFiles]:
    for quiz in sorted(corpus.quizzes.values(), key=lambda quiz: (quiz.order, quiz.id)):
        groups = tuple(
            (heading, tuple((form.title, download_path(quiz.id, form)) for form in forms))
            for heading, forms in GROUPS
        )
        yield QuizFiles(quiz.id, quiz.title, len(quiz.items), groups)
