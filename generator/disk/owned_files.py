"""Single files that a command writes: all or none, and never over a file that is not ours.

What was written is remembered in the project's .cache, by path and digest.
"""

import hashlib
import os
import secrets
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.disk.output_error import OutputError, disk_errors_explained

REGISTER = Path(".cache") / "written"
PRIVATE = 0o600
HOUR = 3600


def write_files(root: Path, files: Mapping[Path, bytes], private: bool = False) -> None:
    """Write every file whole, or none; only what the project at `root` wrote is replaced.

    Only the user may read a `private` file, which never replaces another. Raises `OutputError`.
    """
    for path, content in files.items():
        _reject_foreign(root, path, content, private)
    _clear_leftovers({path.parent for path in files})
    drafts = {path: path.with_name(f".rightcode-{secrets.token_hex(6)}.part") for path in files}
    try:
        for path, content in files.items():
            with disk_errors_explained(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                _write_new(drafts[path], content, PRIVATE if private else 0o666)
        for path, content in files.items():
            with disk_errors_explained(path):
                if not private:
                    _remember(root, path, content)
                drafts[path].replace(path)
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def reject_unwritable(path: Path) -> None:
    """Before long work: raise `OutputError` where no file can be written at `path`."""
    with disk_errors_explained(path):
        _is_there(path)
        folder = next(above for above in path.absolute().parents if above.exists())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as problem:
        raise OutputError(
            f"{path} cannot be written ({problem.strerror}); make room or name another place."
        ) from problem


def _is_there(path: Path) -> bool:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OutputError(f"{path} is no ordinary file; name another.")
    return path.exists()


def _reject_foreign(root: Path, path: Path, content: bytes, private: bool) -> None:
    with disk_errors_explained(path):
        if not _is_there(path):
            return
        present = path.read_bytes()
    if private:
        raise OutputError(
            f"{path} is there already, and a key replaces nothing. Name another file."
        )
    if present != content and _digest(present) not in _remembered(root, path):
        raise OutputError(
            f"{path} is there and is not as rightcode wrote it; name another file, or move it"
            " away first."
        )


def _clear_leftovers(folders: Iterable[Path]) -> None:
    """Remove the drafts of runs that were killed; no run writes for an hour."""
    for folder in folders:
        with suppress(OSError):
            for draft in folder.glob(".rightcode-*.part"):
                if draft.stat().st_mtime < time.time() - HOUR:
                    draft.unlink()


def _write_new(path: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
        out.write(content)


def _remembered(root: Path, path: Path) -> list[str]:
    entry = _entry(root, path)
    return entry.read_text(encoding="ascii").split() if entry.exists() else []


def _remember(root: Path, path: Path, content: bytes) -> None:
    """Before the file is replaced, so that a run killed between the two leaves no stranger."""
    entry = _entry(root, path)
    entry.parent.mkdir(parents=True, exist_ok=True)
    lasting = _remembered(root, path)[-1:] if path.exists() else []
    entry.write_text("\n".join([*lasting, _digest(content)]), encoding="ascii")


def _entry(root: Path, path: Path) -> Path:
    return root / REGISTER / _digest(os.fsencode(path.absolute()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
