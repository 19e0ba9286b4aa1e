"""`fact-check`: statements about codes in any text, held against the facts."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.authoring.finding_formats import report
from generator.build.project import open_project
from generator.commands.options import HERE, Root
from generator.fact_check.checker import Checker
from generator.fact_check.knowledge import knowledge_of
from generator.fact_check.output_formats import Checked, written
from generator.fact_check.passages import Unreadable
from generator.fact_check.readers import read_blocks

Files = Annotated[
    list[Path], typer.Argument(help="Markdown, HTML, text, PDF or DOCX files.", metavar="FILE…")
]
Form = Annotated[
    Literal["text", "json", "sarif", "html"],
    typer.Option("--format", help="How to write what was found."),
]
Day = Annotated[
    str,
    typer.Option(
        "--date", help="Date of service the facts are asked for, YYYY-MM-DD; today where left out."
    ),
]


def register(app: typer.Typer) -> None:
    app.command("fact-check")(fact_check)


def fact_check(files: Files, root: Root = HERE, form: Form = "text", day: Day = "") -> None:
    """Find wrong statements about billing codes.

    Exit 1 when something is wrong, 2 when a file cannot be read.

    JSON is one object for one file and a list of them for several; it also holds what is supported
    and what is not understood. In PDF a line is one of the text drawn out; in DOCX a paragraph or a
    table cell.
    """
    project = open_project(Path(root))
    if not project.sound:
        typer.echo(report(project.findings, "text"), err=True)
        raise typer.Exit(2)
    checker = Checker(knowledge_of(project.corpus, _day(day)))
    checked = [_checked(checker, path) for path in files]
    typer.echo(written(checked, form))
    if form == "text":
        typer.echo(_summary(checked), err=True)
    raise typer.Exit(
        2 if any(one.problem for one in checked) else 1 if any(one.wrong for one in checked) else 0
    )


def _day(day: str) -> date:
    try:
        return date.fromisoformat(day) if day else date.today()
    except ValueError as problem:
        raise typer.BadParameter(
            f"'{day}' is no date; write it as 2026-11-21", param_hint="--date"
        ) from problem


def _checked(checker: Checker, path: Path) -> Checked:
    """What a file says; a file that cannot be opened or read is named with the reason."""
    try:
        return Checked(str(path), checker.check(read_blocks(path.name, path.read_bytes())))
    except Unreadable as problem:
        return Checked(str(path), problem=str(problem))
    except OSError as problem:
        return Checked(str(path), problem=problem.strerror or str(problem))


def _summary(files: list[Checked]) -> str:
    wrong = sum(len(one.wrong) for one in files)
    counted = sum(len(one.statements) for one in files)
    unread = sum(bool(one.problem) for one in files)
    return f"{wrong} wrong of {counted} statements about codes in {len(files) - unread} files" + (
        f"; {unread} could not be read." if unread else "."
    )
