"""Two thousand questions to every format.

Seconds, megabytes written, and the memory it takes beyond the questions themselves.
"""

import multiprocessing
import resource
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path

from generator.build.frontend import package_player
from generator.build.project import open_project
from generator.exports.format_registry import FORMATS, Format
from generator.exports.plan import Plan
from generator.exports.player_assets import render_player_assets
from generator.exports.portable_question import ExportQuestion
from generator.exports.question_conversion import bank_export
from generator.facts.corpus import Corpus

ROOT = Path(__file__).parents[1]
ITEMS = 2_000
PLAN = Plan("bench", "Bench", date(2026, 11, 21))
Played = tuple[Corpus, Mapping[str, bytes]]


def run(items: int = ITEMS) -> None:
    """Print a line for each format, measured in a process of its own."""
    corpus = open_project(ROOT).corpus
    questions, player = made(corpus, items), package_player(ROOT)
    print(
        f"Exports of {len(questions):,} questions of"
        f" {len({question.kind for question in questions})} kinds"
    )
    print(f"{'format':<28}{'seconds':>9}{'ms/question':>13}{'MB written':>12}{'MB memory':>11}")
    for form in FORMATS.values():
        seconds, size, memory = _apart(form, questions, (corpus, player))
        print(
            f"{form.title:<28}{seconds:>9.2f}{1000 * seconds / len(questions):>13.2f}"
            f"{size / 1e6:>12.1f}{memory / 1024:>11.0f}",
            flush=True,
        )


def made(corpus: Corpus, items: int) -> tuple[ExportQuestion, ...]:
    """The real questions again and again under other names."""
    real, _ = bank_export(corpus)
    return tuple(
        replace(question, id=f"{question.id}-{number}")
        for number, question in enumerate(islice(cycle(real), items))
    )


def _apart(
    form: Format, questions: tuple[ExportQuestion, ...], played: Played
) -> tuple[float, int, int]:
    """Seconds, bytes and kilobytes of memory beyond what was there before."""
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(
        target=_measure, args=(form, questions, played, there)
    )
    child.start()
    measured = here.recv()
    child.join()
    return measured


def _measure(
    form: Format, questions: tuple[ExportQuestion, ...], played: Played, out: Connection
) -> None:
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    files = form.export(questions, _staged(questions, *played) if form.needs_player else PLAN)
    seconds = time.perf_counter() - start
    out.send(
        (
            seconds,
            sum(map(len, files.values())),
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before,
        )
    )


def _staged(
    questions: tuple[ExportQuestion, ...], corpus: Corpus, player: Mapping[str, bytes]
) -> Plan:
    """With every question rendered, which is most of what a package for an LMS costs."""
    items = [
        corpus.items[question.id.rpartition("-")[0]].model_copy(update={"id": question.id})
        for question in questions
    ]
    return replace(PLAN, player_assets=render_player_assets(corpus, items, player))


if __name__ == "__main__":
    run()
