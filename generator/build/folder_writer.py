"""A tree of files to a folder, all or nothing."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.build.download_packages import link_or_copy

OWN_FILE = "llms.txt"  # every site and every folder of pages has it


class ForeignFolderError(Exception):
    """The folder holds files that this program did not write."""


def write_folder(out: Path, files: Mapping[str, bytes], cached: Mapping[str, Path] = {}) -> None:
    """Make `out` hold exactly `files` and those that are `cached` elsewhere.

    Raises `ForeignFolderError` rather than replace a folder of somebody else's.
    """
    reject_foreign(out)
    draft = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=_created(out.parent)))
    try:
        _fill(draft, files)
        for name, path in cached.items():
            link_or_copy(path, draft / name)
        replace_folder(draft, out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def reject_foreign(out: Path) -> None:
    """Raise `ForeignFolderError` where `out` holds files that are not ours."""
    if out.exists() and any(out.iterdir()) and not (out / OWN_FILE).exists():
        raise ForeignFolderError(
            f"{out} holds files that rightcode did not write; name another folder, or empty it"
            " first."
        )


def replace_folder(draft: Path, out: Path) -> None:
    """Put the finished `draft` in the place of `out`; until the last moment the old one stands."""
    draft.chmod(0o755)
    old = out.with_name(f".{out.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    draft.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _created(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
