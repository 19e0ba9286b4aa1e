"""Options that more than one command takes."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[Path, typer.Option("--root", help="The project's folder.", file_okay=False, exists=True)]
HERE = Path(".")


def day_of(text: str) -> date:
    """A day given as YYYY-MM-DD; anything else is refused with exit 2."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        typer.echo(f"<arguments>: error V137: '{text}' is not a date; write it as YYYY-MM-DD.", err=True)
        raise typer.Exit(2) from None
