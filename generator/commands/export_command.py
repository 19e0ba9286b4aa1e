"""`export`: questions in the formats of other programs, with a report of what each cannot carry."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.checked_corpus import corpus_or_exit
from generator.commands.completion import complete_assignments, complete_quizzes
from generator.commands.exits import fail, known
from generator.commands.options import HERE, Overlay, Root, overlay_or_exit
from generator.disk.owned_files import write_files
from generator.exports.archives import source_date
from generator.exports.plan import Plan
from generator.exports.portable_question import ExportQuestion
from generator.facts.corpus import Corpus
from generator.findings import counted
from generator.pages.download_page import DOWNLOAD_FORMATS

Form = Annotated[
    str,
    typer.Argument(
        help=f"{', '.join(DOWNLOAD_FORMATS)}, or all.",
        metavar="FORMAT",
        autocompletion=lambda: [*DOWNLOAD_FORMATS, "all"],
    ),
]
Out = Annotated[
    Path,
    typer.Option(
        "--out", help="The folder to write into; other files in it stay.", file_okay=False
    ),
]
AskAssignment = Annotated[
    str,
    typer.Option(
        "--assignment",
        help="Id of an assignment; every question where left out.",
        autocompletion=complete_assignments,
    ),
]
AskQuiz = Annotated[
    str,
    typer.Option(
        "--quiz", help="Id of a quiz, instead of an assignment.", autocompletion=complete_quizzes
    ),
]


def export(
    form: Form,
    out: Out,
    root: Root = HERE,
    assignment: AskAssignment = "",
    quiz: AskQuiz = "",
    overlay: Overlay = None,
) -> None:
    """Write questions for other programs; those held back are in it.

    Beside them lies a report of what a format cannot carry, item by item.
    """
    from generator.exports.format_registry import FORMATS
    from generator.exports.limitations import report_text

    names = list(FORMATS) if form == "all" else [known("format", form, [*FORMATS, "all"])]
    corpus = corpus_or_exit(root, overlay_or_exit(overlay), 1, published=True)
    questions, plan = _given(corpus, assignment, quiz)
    plan = replace(plan, written=source_date() or int(time.time()))
    if any(FORMATS[name].needs_player for name in names):
        plan = _with_player(corpus, questions, plan, Path(root))
    reports = []
    for name in _progress(names):
        made = FORMATS[name]
        if refused := made.refusal(plan):
            if form != "all":
                fail(f"Not written: {refused}.", prefix="")
            reports.append(f"{made.title}: not written, since {refused}.\n")
            typer.echo(reports[-1].strip(), err=True)
            continue
        files = made.export(questions, plan)
        write_files(root, {out / path: content for path, content in files.items()})
        reports.append(report_text(made.title, len(questions), made.limitations(questions, plan)))
        sizes = (f"{path} ({len(content) / 1000:,.0f} kB)" for path, content in files.items())
        typer.echo(f"{made.title}: {', '.join(sizes)}", err=True)
    write_files(root, {out / f"{plan.id}-{form}-report.txt": "\n".join(reports).encode()})
    lost = sum(text.count("\n  ") for text in reports)
    typer.echo(
        f"{counted(len(questions), 'question')} written to {out}; {plan.id}-{form}-report.txt"
        f" says what is lost or shown otherwise: {counted(lost, 'line')}.",
        err=True,
    )


def _given(corpus: Corpus, assignment: str, quiz: str) -> tuple[tuple[ExportQuestion, ...], Plan]:
    from generator.exports.question_conversion import assignment_export, bank_export, quiz_export

    if assignment and quiz:
        fail("Name an assignment or a quiz, not both.", prefix="")
    if assignment:
        found = corpus.assignments[known("assignment", assignment, corpus.assignments)]
        return assignment_export(corpus, found)
    if quiz:
        return quiz_export(corpus, corpus.quizzes[known("quiz", quiz, corpus.quizzes)])
    return bank_export(corpus)


def _with_player(
    corpus: Corpus, questions: Iterable[ExportQuestion], plan: Plan, root: Path
) -> Plan:
    """The plan with rendered questions and the player, for the packages that play them."""
    from generator.build.frontend import SOURCES, BundleError, package_player
    from generator.exports.player_assets import render_player_assets

    if not (root / SOURCES / "lms.js").exists():
        fail(
            f"This project has no player: {SOURCES} is missing below {root}. SCORM and cmi5"
            " packages need it; name another format.",
            prefix="",
        )
    try:
        player = package_player(root)
    except BundleError as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(1) from problem
    items = [corpus.items[question.id] for question in questions]
    return replace(plan, player_assets=render_player_assets(corpus, items, player))


def _progress(names: list[str]) -> Iterator[str]:
    """A bar on a terminal; the lines that name the files are enough where the output is kept."""
    if not sys.stderr.isatty():
        yield from names
        return
    with typer.progressbar(names, label="Exporting", file=sys.stderr) as bar:
        yield from bar
