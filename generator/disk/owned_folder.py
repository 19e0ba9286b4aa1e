"""A folder that is replaced whole: only one that holds nothing but what was written here.

A mark in the folder lists every file with its digest. A draft beside it takes its place at the
end; what a killed run left is put right by the next one.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from generator.disk.output_error import OutputError, disk_errors_explained

try:
    import fcntl
except ImportError:  # Windows: two builds of one folder at once are the user's affair there
    fcntl = None  # type: ignore[assignment]

MARK = ".rightcode.json"
FORMAT = "rightcode-folder"
NAMED = 3
"""How many foreign files a refusal names."""


@contextmanager
def replaced_folder(out: Path, made_from: str = "") -> Iterator[Path]:
    """An empty draft to fill; at the end it takes the place of `out`, which stands until then.

    The mark keeps `made_from`, a digest of what the folder is made from, for `is_made_from`.

    Raises `OutputError` where `out` holds anything that was not written here.
    """
    with ExitStack() as locks:
        with disk_errors_explained(out):
            out = Path(os.path.realpath(out))  # a symbolic link stays one; its target is replaced
            out.parent.mkdir(parents=True, exist_ok=True)
            with _locked(out.parent):
                reject_foreign(out)
                clear_leftovers(out)
                draft = Path(tempfile.mkdtemp(prefix=_prefix(out, "draft"), dir=out.parent))
                locks.enter_context(_locked(draft))
        try:
            yield draft
            with disk_errors_explained(out):
                _swap(draft, out, made_from)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def new_folder(out: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is empty or not there yet, whole or not at all; later it is the user's.

    Raises `OutputError`.
    """
    with disk_errors_explained(out):
        if out.exists() and any(out.iterdir()):
            raise OutputError(f"{out} is not empty; name a new folder.")
        if out.exists() and not os.access(out, os.W_OK):
            raise OutputError(f"{out} may not be written; name a new folder.")
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=_prefix(out, "draft"), dir=out.parent))
        try:
            for name, content in files.items():
                (draft / name).parent.mkdir(parents=True, exist_ok=True)
                (draft / name).write_bytes(content)
            draft.chmod(0o755)
            draft.rename(out)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def is_made_from(out: Path, digest: str) -> bool:
    """Whether `out` was made from what has that digest, and is as it was written."""
    mark = _mark(out)
    listed = _listed(out)
    return (
        bool(digest and listed)
        and mark.get("made_from") == digest
        and all((out / name).is_file() for name in listed)
        and not any(_foreign(out, listed))
    )


def mark_folder(folder: Path, made_from: str = "") -> None:
    """Write the mark: all that the folder holds now is ours."""
    (folder / MARK).unlink(missing_ok=True)
    files = {
        path.relative_to(folder).as_posix(): _digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    origin = {"made_from": made_from} if made_from else {}
    mark = {"format": FORMAT, **origin, "files": files}
    (folder / MARK).write_text(json.dumps(mark), encoding="utf-8")


def reject_foreign(out: Path) -> None:
    """Raise `OutputError` where `out` is there and is not just what was written here."""
    if not out.exists():
        return
    if not out.is_dir() or os.path.ismount(out):
        raise OutputError(
            f"{out} is no folder that can be replaced (a file or a mount); name a folder in it or"
            " beside it."
        )
    listed = _listed(out)
    foreign = sorted(_foreign(out, listed))
    if foreign:
        more = f" and {len(foreign) - NAMED} more" if len(foreign) > NAMED else ""
        raise OutputError(
            f"{out} holds files that rightcode did not write: {', '.join(foreign[:NAMED])}{more}."
            " Name another folder, or move them away first; files that belong in the site, such as"
            " CNAME, live in site_config/root."
        )


def clear_leftovers(out: Path) -> None:
    """Put back what a killed run moved away, and remove the drafts of runs that are no more."""
    for old in sorted(out.parent.glob(f"{_prefix(out, 'old')}*")):
        if _unused(old) and not out.exists():
            (old / out.name).rename(out)
        if _unused(old):
            shutil.rmtree(old, ignore_errors=True)
    for draft in out.parent.glob(f"{_prefix(out, 'draft')}*"):
        if _unused(draft):
            shutil.rmtree(draft, ignore_errors=True)


def _prefix(out: Path, state: str) -> str:
    return f".{out.name}.rightcode-{state}-"


def _foreign(out: Path, listed: dict[str, str]) -> Iterator[str]:
    for folder, folders, names in os.walk(out):
        for name in [*names, *filter(lambda name: _leads_elsewhere(Path(folder, name)), folders)]:
            path = Path(folder, name)
            found = path.relative_to(out).as_posix()
            if found != MARK and (
                not path.is_file() or path.is_symlink() or listed.get(found) != _digest(path)
            ):
                yield found


def _leads_elsewhere(folder: Path) -> bool:
    return folder.is_symlink() or os.path.ismount(folder)


def _mark(out: Path) -> dict[str, Any]:
    try:
        mark = json.loads((out / MARK).read_bytes())
    except (OSError, ValueError):
        return {}
    return mark if isinstance(mark, dict) and mark.get("format") == FORMAT else {}


def _listed(out: Path) -> dict[str, str]:
    files = _mark(out).get("files")
    return files if isinstance(files, dict) else {}


def _swap(draft: Path, out: Path, made_from: str) -> None:
    """Only two renames lie between the old folder and the new one."""
    mark_folder(draft, made_from)
    draft.chmod(0o755)
    with _locked(out.parent):
        reject_foreign(out)
        old = Path(tempfile.mkdtemp(prefix=_prefix(out, "old"), dir=out.parent))
        with _locked(old):
            try:
                if out.exists():
                    out.rename(old / out.name)
                draft.rename(out)
            finally:
                if (old / out.name).exists() and not out.exists():
                    (old / out.name).rename(out)
                shutil.rmtree(old, ignore_errors=True)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()[:16]


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """The folder is locked by this process, and no longer once the process is gone."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _unused(folder: Path) -> bool:
    if fcntl is None:
        return True
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
