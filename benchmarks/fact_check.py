"""How long `fact-check` takes for a megabyte of text, no sentence of it twice."""

import itertools
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.build.project import open_project
from generator.fact_check.checker import Checker
from generator.fact_check.knowledge import knowledge_of
from generator.fact_check.passages import Document
from generator.fact_check.readers import read_document

ROOT = Path(__file__).parents[1]
SIZE = 1_000_000
PLAIN = (
    "The therapist wrote down what the patient could do on day {n}, and how the knee answered to"
    " the work of the week before."
)


def run() -> None:
    """Print the seconds to start and for a megabyte, by how many sentences name a code."""
    corpus = open_project(ROOT).corpus
    started = time.perf_counter()
    with Checker() as checker:
        checker.load(knowledge_of(corpus, date(2026, 11, 21)))
        checker.check(Document())
        start_up = time.perf_counter() - started
        print(
            f"Fact check of {SIZE / 1_000_000:.0f} MB, no sentence twice (start: {start_up:.2f} s)"
        )
        print(f"{'sentences with a code':<24}{'seconds':>8}{'statements':>12}")
        for name, every in (("one in ten", 10), ("one in three", 3), ("all", 1)):
            text = _text(every)
            start = time.perf_counter()
            statements = checker.check(read_document("bench.md", text.encode()))
            seconds = time.perf_counter() - start
            print(f"{name:<24}{seconds:>8.2f}{len(statements):>12}", flush=True)


def _text(every: int) -> str:
    """Paragraphs of five sentences, every so many of them about a code.

    A running number makes each one new.
    """
    codes = ("97110", "97112", "97124", "97140", "97530", "97035")
    sentences = (
        "Code {c} is often billed on day {n} for massage of the calf.",
        "In case {n} the clinic reports {c} for balance training, one unit.",
    )
    parts: list[str] = []
    length = 0
    for number in itertools.count():
        sentence = sentences[number % 2] if number % every == 0 else PLAIN
        parts.append(sentence.format(n=number, c=codes[number % 6]))
        length += len(parts[-1]) + 1
        if length > SIZE:
            return "\n\n".join(" ".join(group) for group in _fives(parts))
    raise AssertionError


def _fives(parts: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(parts), 5):
        yield parts[start : start + 5]


if __name__ == "__main__":
    run()
