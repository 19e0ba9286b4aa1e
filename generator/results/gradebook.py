"""The gradebook: results scored by today's keys and terms, in the browser's code."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from pydantic import TypeAdapter
from pydantic_core import from_json

from generator.deno_process import DenoError, DenoProcess
from generator.exports.table_files import Cell
from generator.facts.corpus import Corpus
from generator.questions.kinds.marking import Score
from generator.results.answer_marking import markings
from generator.results.assignment_terms import terms_of
from generator.results.item_stats import Analysis, Dispute, Matrix, Notice
from generator.results.lrs_client import Credentials, RecordStore, StatementPage
from generator.results.result_error import ResultError
from generator.results.result_file import Result, ResultAnswer


@dataclass(frozen=True)
class Submission:
    """A result and where it came from."""

    source: str
    result: Result


@dataclass(frozen=True)
class ReadProblem:
    """A file that could not be read, and why."""

    source: str
    sentence: str


@dataclass(frozen=True)
class ScoredAnswer:
    """An answer with its score; None where it cannot be scored any more."""

    answer: ResultAnswer
    score: Score | None


@dataclass(frozen=True)
class GradebookRow:
    """A result with its scores and what to look at."""

    submission: Submission
    marked: tuple[ScoredAnswer, ...]
    flags: tuple[Notice, ...]


@dataclass(frozen=True)
class AssignmentResults:
    """The results of one assignment; no analysis where nobody took part."""

    title: str
    rows: tuple[GradebookRow, ...]
    analysis: Analysis | None
    matrix: Matrix | None
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True)
class Table:
    """Columns and rows of text and numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class ClassResults:
    """All that was read, by assignment; `tables` are gradebook, answers, items and options."""

    parts: tuple[AssignmentResults, ...]
    tables: tuple[Table, Table, Table, Table]
    problems: tuple[ReadProblem, ...]
    changes: Table | None = None
    """The trail of an instructor's decisions, where there is one."""

    @property
    def rows(self) -> tuple[GradebookRow, ...]:
        """By assignment, learner and attempt."""
        return tuple(row for part in self.parts for row in part.rows)


CLASS_RESULTS = TypeAdapter(ClassResults)


class GradebookProcess(DenoProcess):
    """The gradebook page's code; it holds what it has read."""

    def __init__(self) -> None:
        super().__init__("classroom/results/command.js")
        self._unread: list[ReadProblem] = []

    def request(self, name: str, value: object = None) -> Any:
        """The answer to a request of `command.js`; raises `ResultError` for what it refuses."""
        try:
            answer = from_json(self.ask((name, value)))
        except (DenoError, BrokenPipeError) as problem:
            raise ResultError(
                f"The gradebook's own code stopped ({problem}). Give it fewer files at once, and"
                " report it if that does not help."
            ) from problem
        if "refused" in answer:
            raise ResultError(answer["refused"])
        return answer["found"]

    def read_keys(self, class_keys: Iterable[tuple[str, bytes]]) -> None:
        """Open sealed files with these; raises `ResultError` for what is no class key."""
        self._give("classKey", class_keys)

    def read_files(self, files: Iterable[tuple[str, bytes | OSError]]) -> None:
        """Result files by name; what is wrong with one is told by `score`."""
        for source, raw in files:
            if isinstance(raw, bytes):
                self.request("file", {"source": source, "content": b64encode(raw).decode()})
            else:
                self._unread.append(ReadProblem(source, f"It cannot be read: {raw.strerror}."))

    def read_decisions(self, trails: Iterable[tuple[str, bytes]]) -> None:
        """What an instructor decided; raises `ResultError` for a file of another kind."""
        self._give("decisions", trails)

    def _give(self, name: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Hand over each file; what is wrong with one is raised with its name."""
        for source, raw in files:
            try:
                self.request(name, b64encode(raw).decode())
            except ResultError as problem:
                raise ResultError(f"{source}: {problem}") from None

    def read_store(self, address: str, credentials: Credentials) -> None:
        """Every attempt in a record store; raises `ResultError` and has then read only a part."""

        def take(page: str) -> StatementPage | None:
            found = self.request("statements", page)
            return found and StatementPage(found["count"], found["more"])

        RecordStore(address, credentials).read(take)

    def score(
        self, corpus: Corpus, now: str, assignment: str | None = None, store: str = ""
    ) -> ClassResults:
        """What was read, of one assignment or all, scored by the corpus's keys and terms.

        `now` is the moment of reading, ISO 8601 in UTC; `store` where statements came from.
        """
        chosen = self.request("choose", {"assignment": assignment, "store": store})
        terms = {name: terms_of(corpus, name) for name in chosen["assignments"]}
        listed = (item for one in terms.values() for item in one.items)
        keys = markings(corpus, (*chosen["items"], *listed))
        asked = {"markings": tuple(keys.values()), "terms": terms, "now": now}
        found = self.request("gradebook", asked)
        problems = (*chosen["problems"], *self._unread)
        return CLASS_RESULTS.validate_python({**found, "problems": problems})


def new_class_key() -> dict[str, Any]:
    """The content of a key file. `public` goes into the assignment; nothing else of it may."""
    with GradebookProcess() as process:
        return cast(dict[str, Any], process.request("newClassKey"))
