"""`import-cms`.

CMS's quarterly files into the local store, and where they differ from the authored facts.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.commands.options import HERE, Root

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files from cms.gov as published: .zip, .txt, .csv, .xlsx.", show_default=False
    ),
]
AskCompare = Annotated[
    bool,
    typer.Option(
        "--compare", help="Report where the imported files differ from the authored facts."
    ),
]
AskSetting = Annotated[
    Literal["practitioner", "hospital", "dme"] | None,
    typer.Option("--setting", help="Where a file's name does not say it."),
]
AskQuarter = Annotated[
    str | None,
    typer.Option("--quarter", help="Such as 2026q4, where a file's name does not say it."),
]


def register(app: typer.Typer) -> None:
    app.command("import-cms")(import_cms)


def import_cms(
    files: Files = None,
    compare: AskCompare = False,
    setting: AskSetting = None,
    quarter: AskQuarter = None,
    root: Root = HERE,
) -> None:
    """Read CMS's pair, MUE and relative value files into .rightcode/cms, all of them or none.

    Exit 2 when one is refused.
    """
    from generator.cms.import_error import CmsImportError

    if not files and not compare:
        _fail("Name the files to import, or ask with --compare what the imported ones say.")
    try:
        if files:
            _import(Path(root), files, setting, quarter)
        _compare(Path(root))
    except CmsImportError as problem:
        _fail(str(problem))


def _import(root: Path, files: list[Path], setting: str | None, quarter: str | None) -> None:
    from generator.cms.importer import import_files, plan
    from generator.cms.quarter import Quarter

    try:
        named = Quarter.read(quarter) if quarter else None
    except ValueError as problem:
        _fail(f"--quarter: {problem}.")
    tasks = plan(files, setting, named)
    with _progress(sum(task.member.size for task in tasks)) as advance:
        import_files(root, tasks, date.today(), advance)


def _compare(root: Path) -> None:
    from generator.authoring.loader import load
    from generator.build.project import read_files
    from generator.cms.differences import differences
    from generator.cms.store import Store
    from generator.cms.store_schema import path_in

    if not path_in(root).exists():
        _fail("Nothing is imported yet. Name files from cms.gov.")
    loaded = load(read_files(root))
    with Store(path_in(root)) as store:
        for file in store.files:
            reach = (
                f", {file.first.replace(' ', '/')} to {file.last.replace(' ', '/')}"
                if file.first and file.last
                else ""
            )
            typer.echo(
                f"{file.quarter} {file.kind}"
                f" {file.setting}{'' if not file.part else f' f{file.part}'}: {file.rows:,}"
                f" rows{reach} ({file.name})"
            )
        found = differences(loaded.corpus, store)
    for difference in found:
        source = loaded.sources.get(difference.spot.path)
        place = source.place(difference.spot.keys) if source else difference.spot.path
        typer.echo(f"{place}: {difference.sentence}")
    typer.echo(f"{len(found)} differences from the authored facts.")


@contextmanager
def _progress(total: int) -> Iterator:
    """A bar on a terminal; nothing where the output is kept."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=total, label="Importing", file=sys.stderr) as bar:
        yield bar.update


def _fail(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(2)
