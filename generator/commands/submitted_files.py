"""What `results` and `badge` share: submitted files, secret keys, and how they end.

Exit 1 when a file could not be read, 2 when nothing could be done.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from generator.commands.exits import fail
from generator.findings import printable
from generator.results.gradebook import ReadProblem
from generator.results.limits import MAX_BYTES
from generator.results.result_error import ResultError


@contextmanager
def errors_reported() -> Iterator[None]:
    """Turn what cannot be read or written into one sentence and exit 2."""
    try:
        yield
    except ResultError as problem:
        fail(str(problem))
    except OSError as problem:
        fail(
            f"{problem.filename or 'A file'} cannot be read or written:"
            f" {problem.strerror or problem}."
        )


def result_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each `.json` file below the folder, by name.

    Of a file that is too large only the beginning, which is enough to refuse it.
    """
    if not folder.is_dir():
        fail(f"{folder} is no folder. Give the folder that holds the result files.")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() == ".json" and not path.name.startswith("."):
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), file.read(MAX_BYTES + 1)


def finish(problems: Iterable[ReadProblem], more: Iterable[str], summary: str) -> NoReturn:
    """Print what could not be read, `more` lines and the summary; exit with 1 or 0."""
    listed = [f"{problem.source}: {problem.sentence}" for problem in problems]
    for line in (*listed, *more, summary):
        typer.echo(printable(line), err=True)
    raise typer.Exit(1 if listed else 0)
