"""The command line: `rightcode check | build | serve | pages | schema`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.project import open_project
from generator.report import report

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, help=__doc__)

Root = Annotated[Path, typer.Option("--root", help="The project's folder.", file_okay=False, exists=True)]
HERE = Path(".")


@app.command()
def check(
    root: Root = HERE,
    form: Annotated[Literal["text", "json", "github"], typer.Option("--format", help="How to write the findings.")] = "text",
) -> None:
    """Name every problem of the content at file:line:column; exit 1 when there is one."""
    checked = open_project(root)
    written = report(checked.findings, form)
    if written:
        typer.echo(written)
    if form == "text":
        typer.echo(_summary(checked.corpus, len(checked.findings)), err=True)
    raise typer.Exit(0 if checked.sound else 1)


def _summary(corpus, problems: int) -> str:
    counted = ("codes", "claims", "items", "quizzes", "sources")
    counts = ", ".join(f"{len(corpus.register(name))} {name}" for name in counted)
    return f"{problems} findings in {counts}."


if __name__ == "__main__":
    app()
