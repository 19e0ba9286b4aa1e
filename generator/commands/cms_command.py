"""`import-cms`: CMS's quarterly files, and where they differ from the authored facts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.cms.differences import differences
from generator.cms.file_names import Quarter
from generator.cms.import_error import CmsImportError
from generator.cms.importer import Advance, import_files, plan
from generator.cms.store import Store
from generator.cms.store_schema import ImportedFile, path_in
from generator.commands.exits import fail
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
    if not files and not compare:
        fail("Name the files to import, or ask with --compare what the imported ones say.", "")
    try:
        if files:
            tasks = plan(files, setting, _quarter(quarter))
            with _progress(sum(task.member.size for task in tasks)) as advance:
                import_files(root, tasks, date.today(), advance)
        _compare(root)
    except CmsImportError as problem:
        fail(str(problem), "")


def _quarter(text: str | None) -> Quarter | None:
    try:
        return Quarter.read(text) if text else None
    except ValueError as problem:
        fail(f"--quarter: {problem}.", "")


def _compare(root: Path) -> None:
    if not path_in(root).exists():
        fail("Nothing is imported yet. Name files from cms.gov.", "")
    loaded = load(read_files(root))
    with Store(path_in(root)) as store:
        for file in store.files:
            typer.echo(_line(file))
        found = differences(loaded.corpus, store)
    for difference in found:
        source = loaded.sources.get(difference.spot.path)
        place = source.place(difference.spot.keys) if source else difference.spot.path
        typer.echo(f"{place}: {difference.sentence}")
    typer.echo(f"{len(found)} differences from the authored facts.")


def _line(file: ImportedFile) -> str:
    part = f" f{file.part}" if file.part else ""
    ends = (file.first, file.last)
    reach = f", {' to '.join(end.replace(' ', '/') for end in ends if end)}" if all(ends) else ""
    table = f"{file.quarter} {file.kind} {file.setting}{part}"
    return f"{table}: {file.rows:,} rows{reach} ({file.name})"


@contextmanager
def _progress(total: int) -> Iterator[Advance]:
    """A bar on a terminal; nothing where the output goes to a file."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=total, label="Importing", file=sys.stderr) as bar:
        yield bar.update
