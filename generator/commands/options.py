"""Options that more than one command takes."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.commands.exits import fail
from generator.disk.packaged_project import is_working_copy, project_of
from generator.facts.base import DAY

HERE = Path(".")


def _named_or_packaged(root: Path) -> Path:
    return project_of(root) if root == HERE else root


Root = Annotated[
    Path,
    typer.Option(
        "--root",
        help="The project's folder; the content inside the installed package where there is none.",
        file_okay=False,
        exists=True,
        callback=_named_or_packaged,
    ),
]
Overlay = Annotated[
    Path | None,
    typer.Option(
        "--overlay",
        help="A clinic's own folder, laid over the content; `rightcode new clinic` makes one.",
        file_okay=False,
    ),
]

Lrs = Annotated[
    str | None,
    typer.Option(
        "--lrs",
        help=(
            "Read from this learning record store; credentials from RIGHTCODE_LRS_USER and"
            " RIGHTCODE_LRS_PASSWORD."
        ),
    ),
]


def overlay_or_exit(overlay: Path | None) -> Path | None:
    """The folder as given, if it is there."""
    if overlay is not None and not overlay.is_dir():
        fail(f"there is no folder {overlay}; `rightcode new clinic {overlay}` makes one.")
    return overlay


def reject_packaged(root: Path) -> None:
    """Nobody looks for files that were written into the package's content."""
    if is_working_copy(root):
        fail(
            "there is no project in this folder to write to; go to one, or name a clinic's folder"
            " with --overlay (`rightcode new clinic` makes one)."
        )


def day_of(text: str) -> date:
    """A day given as YYYY-MM-DD; anything else is refused with exit 2."""
    day = parsed_day(text)
    if day is None:
        fail(f"'{text}' is not a date; write it as YYYY-MM-DD.", "<arguments>: error V137: ")
    return day


def parsed_day(text: str) -> date | None:
    """A day given as YYYY-MM-DD; None for anything else, though Python reads more forms."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
