"""Ten times as many codes and questions take ten times as long.

Checked, made into pages, and exported to every format.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.exports import PLAN
from benchmarks.made import made_content
from generator.build.project import open_project
from generator.build.site_files import build_site
from generator.exports.format_registry import FORMATS
from generator.exports.question_conversion import bank_export
from generator.facts.corpus import Corpus

ROOT = Path(__file__).parents[1]
SIZES = ((500, 5_000), (5_000, 50_000))
PAPER, LONGEST_PAPER = "paper", 2_000


def run(sizes: tuple[tuple[int, int], ...] = SIZES) -> None:
    """Print processor seconds, milliseconds an item and peak memory by size and step."""
    print(
        "Scale: processor time and peak memory, the questions themselves included; no paper above"
        " 2,000 questions, since nobody prints so many; no package that brings the player along"
    )
    print(f"{'step':<28}{'codes':>8}{'items':>8}{'seconds':>10}{'ms/item':>9}{'MB':>7}")
    for codes, items in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = made_content(Path(folder) / "project", ROOT, codes, items)
            for name, (seconds, memory) in _measured(project, items):
                print(
                    f"{name:<28}{codes:>8,}{items:>8,}{seconds:>10.1f}"
                    f"{1000 * seconds / items:>9.2f}{memory / 1024:>7.0f}",
                    flush=True,
                )


def _measured(project: Path, items: int) -> Iterator[tuple[str, tuple[float, int]]]:
    yield "check", _apart(lambda: _opened(project))
    corpus = _opened(project)
    yield "pages, data and bank", _apart(lambda: build_site(corpus))
    questions, _ = bank_export(corpus)
    for name, form in FORMATS.items():
        if not form.needs_player and (name != PAPER or items <= LONGEST_PAPER):
            yield form.title, _apart(lambda form=form: form.export(questions, PLAN))


def _opened(project: Path) -> Corpus:
    checked = open_project(project)
    if not checked.sound:
        sys.exit(f"The made project is not sound: {checked.findings[0]}")
    return checked.corpus


def _apart(step: Callable[[], object]) -> tuple[float, int]:
    """Processor seconds of a step, and the most kilobytes its process held."""
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=_measure, args=(step, there))
    child.start()
    there.close()
    measured = here.recv()
    child.join()
    return measured


def _measure(step: Callable[[], object], out: Connection) -> None:
    start = time.process_time()
    step()
    out.send((time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


if __name__ == "__main__":
    run(tuple((size // 10, size) for size in map(int, sys.argv[1:])) or SIZES)
