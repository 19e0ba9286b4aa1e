"""`check`: every problem of the content, at its place."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.authoring.finding_formats import format_findings
from generator.build.project import open_project
from generator.commands.options import HERE, Overlay, Root, day_of, overlay_or_exit
from generator.commands.upkeep_listing import review_report
from generator.facts.corpus import Corpus


def check(
    root: Root = HERE,
    form: Annotated[
        Literal["text", "json", "github"],
        typer.Option("--format", help="How to write the findings."),
    ] = "text",
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help=(
                "Name as well what has gone stale on this day (YYYY-MM-DD), what ends within 90"
                " days, and the questions on it."
            ),
        ),
    ] = None,
    overlay: Overlay = None,
) -> None:
    """Name every problem of the content at file:line:column; exit 1 when there is an error.

    Advice and what is stale are no errors.
    """
    day = day_of(as_of) if as_of else None
    checked = open_project(Path(root), overlay=overlay_or_exit(overlay))
    written = format_findings(checked.findings, form)
    if written and not (day and form == "json" and checked.sound):
        typer.echo(written)
    if day and checked.sound:
        typer.echo(review_report(checked.corpus, checked.findings, day, form))
    if form == "text":
        typer.echo(_summary(checked.corpus, len(checked.findings)), err=True)
    raise typer.Exit(0 if checked.sound else 1)


def _summary(corpus: Corpus, problems: int) -> str:
    counted = ("codes", "claims", "items", "quizzes", "sources")
    counts = ", ".join(f"{len(corpus.register(name))} {name}" for name in counted)
    return f"{problems} findings in {counts}."
