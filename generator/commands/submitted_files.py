"""What `results` and `badge` share: submitted files, secret keys, and how they end.

Exit 1 when a file could not be read, 2 when nothing could be done.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from generator.commands.exits import fail
from generator.findings import printable
from generator.results.gradebook import ReadProblem
from generator.results.limits import MAX_BYTES
from generator.results.lrs_client import Credentials
from generator.results.result_error import ResultError

MAX_CLASS_BYTES = 200_000_000


@contextmanager
def errors_reported() -> Iterator[None]:
    """Turn what cannot be read or written into one sentence and exit 2."""
    try:
        yield
    except ResultError as problem:
        fail(str(problem))
    except BrokenPipeError:
        raise
    except OSError as problem:
        fail(
            f"{problem.filename or 'A file'} cannot be read or written:"
            f" {problem.strerror or problem}."
        )


def result_files(
    folder: Path, without: Iterable[Path] = ()
) -> Iterator[tuple[str, bytes | OSError]]:
    """Name and content of each `.json` file below the folder, by name, or why it has none.

    `without` are files there that are no results. Of a file that is too large only the beginning,
    which is enough to refuse it.
    """
    if not folder.is_dir():
        fail(
            f"{folder} is no folder. Give the folder that holds the result files, or a table of"
            " answers that ends in .csv or .parquet."
        )
    size, others = 0, {os.path.realpath(path) for path in without}  # a link may lead to itself
    for path in sorted(folder.rglob("*")):
        if os.path.realpath(path) in others:
            continue
        if path.is_file() and path.suffix.lower() == ".json" and not path.name.startswith("."):
            content = _content(path)
            size += len(content) if isinstance(content, bytes) else 0
            if size > MAX_CLASS_BYTES:
                fail(
                    f"{folder} holds more than {MAX_CLASS_BYTES // 10**6} MB of results, which is"
                    " more than is read at once. Give a folder for each class."
                )
            yield _as_text(path.relative_to(folder)), content


def named_files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, such as a key; the beginning of one that is too large."""
    for path in paths:
        with path.open("rb") as file:
            yield str(path), file.read(MAX_BYTES + 1)


def store_login() -> Credentials:
    """Name and password for a record store, from the environment, so that no history keeps them."""
    login = (os.environ.get(f"RIGHTCODE_LRS_{name}", "") for name in ("USER", "PASSWORD"))
    return Credentials(*login)


def _content(path: Path) -> bytes | OSError:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as problem:
        return problem


def _as_text(path: Path) -> str:
    """Its name, which need not be UTF-8 on every disk."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def finish(problems: Iterable[ReadProblem], more: Iterable[str], summary: str) -> NoReturn:
    """Print what could not be read, `more` lines and the summary; exit with 1 or 0."""
    listed = [f"{problem.source}: {problem.sentence}" for problem in problems]
    for line in (*listed, *more, summary):
        typer.echo(printable(line), err=True)
    raise typer.Exit(1 if listed else 0)
