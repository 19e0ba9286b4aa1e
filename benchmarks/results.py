"""How the item analysis grows: answers made at random, scored and summed up, to ten million.

Each size in a process of its own.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.questions.kinds.marking import Marking
from generator.results.answer_marking import markings
from generator.results.answer_totals import MEMORY, AnswerDatabase
from generator.results.gradebook import GradebookProcess

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
ITEMS = 20
KIND = "choose-code"


def run(sizes: tuple[int, ...] = SIZES) -> None:
    """Print seconds and peak memory of the analysis by number of answers."""
    print(f"Results: item analysis of {ITEMS} questions; DuckDB may use {MEMORY} and one thread")
    print(f"{'answers':>12} {'learners':>10} {'options':>10} {'seconds':>9} {'peak MB':>9}")
    for size in sizes:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.results", str(size)], cwd=ROOT, check=True
        )


def measure(size: int) -> None:
    """One size, in this process.

    What makes the answers runs before and in a process of its own, so that it is not counted.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.parquet"
        subprocess.run(
            [sys.executable, "-m", "benchmarks.results", str(size), str(path)], cwd=ROOT, check=True
        )
        keys = _keys()
        start = time.perf_counter()
        tally = AnswerDatabase(Path(folder))
        tally.take_table(path)
        with GradebookProcess() as process:
            tally.score({name: keys[name] for name in tally.named(keys)}, process)
            asked = {"markings": tuple(keys.values()), "sums": tally.sums()}
            found = process.request("analysis", asked)["analysis"]
        seconds = time.perf_counter() - start
        tally.close()
    persons = found["persons"]
    assert found["alpha"] and persons == size // ITEMS
    different = sum(len(item["pulls"]) for item in found["items"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:>12,} {persons:>10,} {different:>10,} {seconds:>9.1f} {peak:>9,.0f}",
        flush=True,
    )


def make(size: int, path: Path) -> None:
    """Learners of every ability: the abler, the more often right; else any option.

    The same size gives the same answers.
    """
    base = duckdb.connect()
    base.execute(
        "CREATE TABLE options (number INT, item VARCHAR, pick VARCHAR, fair BOOLEAN, place INT,"
        " many INT)"
    )
    for number, marking in enumerate(_keys().values()):
        for place, option in enumerate(marking.options):
            base.execute(
                "INSERT INTO options VALUES (?, ?, ?, ?, ?, ?)",
                [number, marking.id, option.id, option.right, place, len(marking.options)],
            )
    chance = "(hash(person * 31 + number, {seed}) % 10000) / 10000.0"
    base.execute(
        f"""COPY (WITH asked AS (
          SELECT person, number,
            (hash(person) % 1000) / 1000.0 > {chance.format(seed=1)} knows,
            CAST(floor({chance.format(seed=2)} * 64) AS INT) lot,
            4000 + CAST({chance.format(seed=3)} * 90000 AS INT) ms
          FROM range({size // ITEMS}) p(person), range({ITEMS}) n(number))
        SELECT person::VARCHAR person, item, min(pick) response, min(ms) ms
        FROM asked JOIN options USING (number)
        WHERE CASE WHEN knows THEN fair ELSE place = lot % many END
        GROUP BY person, item) TO '{path}' (FORMAT parquet)"""
    )


def _keys() -> dict[str, Marking]:
    corpus = load(read_files(ROOT)).corpus
    return markings(
        corpus, [item.id for item in corpus.items.values() if item.kind == KIND][:ITEMS]
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            run()
        case [size]:
            measure(int(size))
        case [size, path]:
            make(int(size), Path(path))
