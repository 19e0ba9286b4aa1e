"""Options that more than one command takes."""

from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[Path, typer.Option("--root", help="The project's folder.", file_okay=False, exists=True)]
HERE = Path(".")
