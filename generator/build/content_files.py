"""The content files of a project on disk."""

import os
from pathlib import Path

from generator.authoring.size_limits import MAX_BYTES
from generator.disk.bounded_reads import read_regular
from generator.findings import ProjectError

CONTENT_FOLDERS = ("content", "quizzes")
READ_SUFFIXES = (".yaml", ".yml", ".md", ".txt")
LEFT_OVER = ("~", ".bak", ".swp", ".orig", ".rej", ".tmp")  # of editors, beside what they edit


def read_files(root: Path) -> dict[str, bytes]:
    """Every content file below `root`, by its path with forward slashes.

    Raises `ProjectError` where there is none, `OSError` for a folder that cannot be read.
    """
    found = {}
    for folder in CONTENT_FOLDERS:
        if os.path.lexists(root / folder):
            os.scandir(root / folder).close()  # rglob passes over what it cannot read
        for path in sorted((root / folder).rglob("*")):
            is_own = not path.name.startswith((".", "_")) and not path.name.endswith(LEFT_OVER)
            if is_own and not path.is_dir():
                read = path.suffix in READ_SUFFIXES
                found[path.relative_to(root).as_posix()] = (
                    read_regular(path, MAX_BYTES) if read else b""
                )
    if not found:
        raise ProjectError(f"{root} holds no content; name the project's folder with --root.")
    return found
