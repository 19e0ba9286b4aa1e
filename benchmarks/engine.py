"""Visits coded a second.

The engine in Python and its port in JavaScript, on the same visits in the same run.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from generator.authoring.loader import load
from generator.billing.claim import build_claim
from generator.billing.claim_output import claim_json, line_json
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.billing.port import run_port
from tests.billing.random_visits import crowded_visit, random_visits

ROOT = Path(__file__).parents[1]
VISITS, ROUNDS = 10_000, 3


def run(visits: int = VISITS, rounds: int = ROUNDS) -> None:
    """Print the median of visits a second, printing included, reading the visits not."""
    corpus = load(read_files(ROOT)).corpus
    cases = list(random_visits(corpus, visits))
    with tempfile.TemporaryDirectory() as folder:
        times = [
            (
                _python(corpus, cases),
                float(run_port(corpus, {"visits": cases}, Path(folder))["seconds"]),
            )
            for _ in range(rounds)
        ]
    print(f"Engine: {visits:,} random visits to claims (median of {rounds} rounds)")
    for name, seconds in zip(("Python", "JavaScript"), zip(*times, strict=True), strict=True):
        print(
            f"{name:>12} {visits / statistics.median(seconds):>10,.0f} visits a second", flush=True
        )
    _every_code(corpus)


def _every_code(corpus: Corpus) -> None:
    """Milliseconds of the largest visit there can be: a service of each code."""
    visit = crowded_visit(sorted(corpus.codes), (8,))
    with tempfile.TemporaryDirectory() as folder:
        there = float(run_port(corpus, {"visits": [visit]}, Path(folder))["seconds"])
    here = _python(corpus, [visit])
    print(f"  of all {len(corpus.codes)} codes: {here * 1000:.0f} ms, {there * 1000:.0f} ms")


def _python(corpus: Corpus, cases: list[dict[str, object]]) -> float:
    visits = [Visit.model_validate(entry) for entry in cases]
    start = time.perf_counter()
    for visit in visits:
        found = build_claim(corpus, visit)
        claim_json(corpus, found), [[line_json(line) for line in way] for way in found.alternatives]
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(run())
