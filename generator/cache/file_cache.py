"""Files in the project's .cache: made again only when what they are made from changed."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

LENGTH = 16


def cache_folder(root: Path) -> Path:
    """The folder of cached files; anyone may delete it."""
    folder = root / ".cache"
    folder.mkdir(exist_ok=True)
    return folder


def digest(folder: Path, paths: Iterable[Path]) -> str:
    """One for the names, counted from `folder`, and the bytes of all these files."""
    state = hashlib.sha256()
    for path in paths:
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:LENGTH]


def cached_file(path: Path, write: Callable[[Path], object]) -> bytes:
    """The bytes at `path`; where there are none, `write` fills another file first."""
    if not path.exists():
        draft = path.with_suffix(f".{os.getpid()}.part")  # another process may be writing too
        write(draft)
        draft.replace(path)
    return path.read_bytes()
