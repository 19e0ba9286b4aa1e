"""All that a site is made from, as one digest, by which a build knows that it has nothing to do."""

import hashlib
import os
import stat
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from platform import python_version

GENERATOR = Path(__file__).parents[1]
LARGEST = 1 << 26  # bytes of a file; a larger one is left to the build, which says what is wrong
NO_INPUTS = ("build", "node_modules", "site", "tests")
"""Folders at the top of which no site is made, beside those whose names begin with a dot."""
READ_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "RIGHTCODE_OVERLAY")


class UnreadableInputError(Exception):
    """An input is no ordinary file, or a link to a folder."""


def digest_of_inputs(root: Path, overlay: Path | None, out: Path) -> str:
    """The digest of the project's files, the generator, its packages and the environment.

    What lies in `out` is none of them. "" where something cannot be read, or is linked from
    elsewhere, which is then the build's to read.
    """
    state = hashlib.sha256(repr(sorted(_programs())).encode())
    try:
        for folder in (root, GENERATOR, *([overlay] if overlay else [])):
            for path in _files(folder, out.resolve()):
                state.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
                state.update(_content_digest(path))
    except (OSError, UnicodeEncodeError, UnreadableInputError):
        return ""
    return state.hexdigest()


def _programs() -> Iterator[tuple[str, str]]:
    yield "python", python_version()
    for package in distributions():
        yield package.name, package.version
    for name in READ_ENVIRONMENT:
        yield name, os.environ.get(name, "")


def _files(folder: Path, out: Path) -> Iterator[Path]:
    """Every file below; a project may share whole folders at its top, linked."""
    for path in sorted(folder.iterdir()):
        if not path.is_dir():
            yield path
        elif (
            path.name not in NO_INPUTS
            and path.name[0] != "."
            and os.path.realpath(path) != str(out)
        ):
            yield from _below(path)


def _below(top: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        if any(Path(place, name).is_symlink() for name in folders):
            raise UnreadableInputError
        yield from (Path(place, name) for name in sorted(names))


def _content_digest(path: Path) -> bytes:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise UnreadableInputError
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()
