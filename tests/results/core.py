"""The gradebook's code, asked as the command asks it, and as only the page does."""

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import deno
import duckdb
from pydantic import TypeAdapter

from generator.questions.kinds.marking import Marking, Score
from generator.results.answer_totals import AnswerDatabase
from generator.results.gradebook import GradebookProcess, ReadProblem
from generator.results.item_stats import Analysis
from tests.conftest import ROOT
from tests.results.made import LATER

ANALYSIS = TypeAdapter(Analysis)
SCORES = TypeAdapter(tuple[Score | None, ...])
PROBLEMS = TypeAdapter(tuple[ReadProblem, ...])


@dataclass(frozen=True)
class Scored:
    """Rows as JSON has them; an analysis for each assignment."""

    rows: list[Any]
    analyzes: list[Analysis]
    tables: list[Any]
    problems: tuple[ReadProblem, ...]
    parts: list[Any]
    changes: Any = None


def scored(
    files: Iterable[tuple[str, bytes]],
    keys: Mapping[str, Marking],
    terms: Mapping[str, object] | None = None,
    class_keys: Iterable[dict[str, Any]] = (),
    pages: Iterable[Sequence[Any]] = (),
    trails: Iterable[bytes] = (),
) -> Scored:
    """Files and pages of statements, scored at the moment `LATER`."""
    with GradebookProcess() as process:
        process.read_keys(("class.json", key_file(key)) for key in class_keys)
        process.read_decisions(("decisions.json", one) for one in trails)
        process.read_files(files)
        for page in pages:
            process.request("statements", json.dumps({"statements": page}))
        chosen = process.request("choose", {"assignment": None, "store": "store"})
        asked = {"markings": list(keys.values()), "terms": terms or {}, "now": LATER}
        found = process.request("gradebook", asked)
    parts = found["parts"]
    rows = [named(row) for part in parts for row in part["rows"]]
    analyzes = [ANALYSIS.validate_python(part["analysis"]) for part in parts if part["analysis"]]
    problems = PROBLEMS.validate_python(chosen["problems"])
    return Scored(rows, analyzes, found["tables"], problems, parts, found["changes"])


def named(value: object) -> Any:
    """JSON with its names as attributes."""
    return json.loads(json.dumps(value), object_hook=lambda pairs: SimpleNamespace(**pairs))


def scores(
    keys: Mapping[str, Marking], asked: Sequence[tuple[str, Sequence[str]]]
) -> tuple[Score | None, ...]:
    """The score of each response to the question before it."""
    with GradebookProcess() as process:
        found = process.request("scores", {"markings": list(keys.values()), "answers": asked})
    return SCORES.validate_python(found)


def table_of(path: Path, lines: Iterable[tuple[str, str, str, int]]) -> None:
    """A .parquet or .csv file of answers: person, item, response, ms."""
    base = duckdb.connect()
    base.execute("CREATE TABLE told (person VARCHAR, item VARCHAR, response VARCHAR, ms BIGINT)")
    base.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", list(lines))
    form = "FORMAT parquet" if path.suffix == ".parquet" else "HEADER"
    base.execute(f"COPY told TO '{path}' ({form})")


def analyzed_table(keys: Mapping[str, Marking], path: Path) -> Analysis:
    """The analysis of a table of answers, questions in the order of `keys`."""
    tally = AnswerDatabase(path.parent)
    tally.take_table(path)
    assert tally.named(keys) == sorted(keys)
    with GradebookProcess() as process:
        tally.score(dict(keys), process)
        asked = {"markings": list(keys.values()), "sums": tally.sums()}
        found = process.request("analysis", asked)
    tally.close()
    return ANALYSIS.validate_python(found["analysis"])


def in_javascript(what: str, value: Any) -> Any:
    """What tests/results/port.js answers: what only the page does."""
    with tempfile.TemporaryDirectory() as folder:
        given, answer = Path(folder) / "in.json", Path(folder) / "out.json"
        given.write_text(json.dumps(value), encoding="utf-8")
        command = [
            deno.find_deno_bin(),
            "run",
            "--quiet",
            f"--allow-read={folder}",
            f"--allow-write={folder}",
            ROOT / "tests/results/port.js",
            what,
            given,
            answer,
        ]
        done = subprocess.run(
            list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(answer.read_text(encoding="utf-8"))


def statements(
    keys: Mapping[str, Marking], values: Sequence[dict[str, Any]], **where: Any
) -> list[list[dict[str, Any]]]:
    """The statements of each result."""
    marking = TypeAdapter(list[Marking]).dump_python([*keys.values()])
    told = {"keys": marking, "results": values, "where": where}
    return in_javascript("statements", told)


def seal(public: object, value: dict[str, Any]) -> dict[str, Any]:
    """A result for the holder of the private key alone."""
    return in_javascript("seal", {"result": value, "public": public})


def key_file(key: dict[str, Any]) -> bytes:
    """A class key as its file."""
    return json.dumps(key).encode()
