"""The project inside an installed package, for commands that are run where there is none."""

import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

PACKAGED = Path(__file__).parents[1] / "project"
"""Beside the modules in a wheel (setup.py); not there where they stay in the project."""
PARTS = ("content", "quizzes", "mkdocs.yml")
LENGTH = 12


def own_project() -> Path:
    """The project that these modules came with, whichever one they work on."""
    return PACKAGED if PACKAGED.is_dir() else PACKAGED.parents[1]


def project_of(folder: Path) -> Path:
    """`folder`, or a copy of the packaged project where it holds no part of one."""
    if PACKAGED.is_dir() and not any((folder / part).exists() for part in PARTS):
        return _working_copy()
    return folder


def is_working_copy(folder: Path) -> bool:
    """Whether commands were not given a project and use the packaged one."""
    return PACKAGED.is_dir() and folder.parent == _caches()


def _working_copy() -> Path:
    """A build writes beside what it reads, and an installed package may be read-only."""
    target = _caches() / _digest()
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as draft:
            shutil.copytree(PACKAGED, Path(draft) / "project")
            try:
                (Path(draft) / "project").rename(target)
            except OSError:  # another process was faster
                if not target.is_dir():
                    raise
    return target


def _digest() -> str:
    state = hashlib.sha256()
    for path in sorted(path for path in PACKAGED.rglob("*") if path.is_file()):
        state.update(path.relative_to(PACKAGED).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:LENGTH]


def _caches() -> Path:
    home = Path.home()
    usual = {"win32": home / "AppData/Local", "darwin": home / "Library/Caches"}
    named = os.environ.get("XDG_CACHE_HOME")
    return Path(named or usual.get(sys.platform, home / ".cache")) / "rightcode"
