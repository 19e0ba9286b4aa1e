"""`new clinic`: a folder for a clinic's own, sound from the start."""

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from generator.build.editor_schemas import IDS, ids_schema, json_schemas
from generator.commands.exits import fail
from generator.commands.options import HERE
from generator.commands.schema_command import readable_corpus
from generator.disk.owned_folder import new_folder
from generator.overlays.overlay_files import read_overlay, with_additions
from generator.overlays.scaffold import scaffold_files

Dir = Annotated[Path, typer.Argument(help="The folder to make.", metavar="DIR", file_okay=False)]
Name = Annotated[
    str, typer.Option("--name", help="The clinic's name; the folder's where left out.")
]


def clinic(folder: Dir, name: Name = "") -> None:
    """Make an overlay.

    A clinic's own payers, rules and scenarios, laid over RightCode's by `--overlay DIR`.
    """
    if not folder.as_posix().isprintable():
        fail("The folder's name has signs that cannot be printed; name another.")
    own_name = folder.absolute().name.replace("-", " ").replace("_", " ").title()
    shown = " ".join((name or own_name).split())
    if not shown.isprintable():  # a control sign, or a byte that is no UTF-8
        fail("The clinic's name has signs that cannot be printed; give another with --name.")
    if len(shown) > 60:
        fail(
            f"The name has {len(shown)} characters and the header has room for 60; give a shorter"
            " one with --name."
        )
    ours = readable_corpus(HERE)
    files = scaffold_files(
        shown,
        folder.as_posix(),
        min(date.today(), ours.judged_on),  # as other new files are dated
        f"RightCode {version('rightcode')}",
        json_schemas(),
    )
    own = {path: raw for path, raw in files.items() if path.startswith(("content/", "quizzes/"))}
    corpus = with_additions(ours, read_overlay(own, ""))
    files[f"schema/{IDS}"] = ids_schema(corpus)
    new_folder(folder, files)
    typer.echo(
        f"Wrote {len(files)} files to {folder}. Change clinic.yaml, then run `rightcode serve"
        f" --overlay {folder}`.",
        err=True,
    )
