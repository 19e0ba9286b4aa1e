"""The content as it was: in another folder, or at a revision of the git repository."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

from generator.build.content_files import CONTENT_FOLDERS, READ_SUFFIXES, read_files
from generator.findings import ProjectError

OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def files_at(root: Path, revision: str) -> dict[str, bytes]:
    """Every content file of a folder, or of the project at a revision; raises `ProjectError`."""
    if Path(revision).is_dir():
        return read_files(Path(revision))
    commit = _commit(root, revision)
    folders = _git(root, "ls-tree", "--name-only", commit, *CONTENT_FOLDERS).decode().split()
    if not folders:
        raise ProjectError(
            f"'{revision}' holds no {' and no '.join(CONTENT_FOLDERS)}; name a later revision."
        )
    archive = _git(root, "archive", "--format=tar", commit, *folders)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return {
            member.name: file.read()
            for member in tar
            if _is_read(Path(member.name)) and (file := tar.extractfile(member))
        }


def _is_read(path: Path) -> bool:
    return path.suffix in READ_SUFFIXES and not path.name.startswith((".", "_"))


def _commit(root: Path, revision: str) -> str:
    repository = _run(root, "rev-parse", "--git-dir")
    if repository.returncode:
        raise ProjectError(
            f"there is no folder '{revision}', and git opens no repository at {root}"
            f" ({_reason(repository)}); name a folder that holds the content to compare with."
        )
    asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    named = _run(root, "rev-parse", *asked)
    if named.returncode == 0:
        return named.stdout.decode().strip()
    if _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        raise ProjectError(
            f"this clone is shallow and does not hold '{revision}'; run `git fetch --unshallow`,"
            " or name a revision that `git log` shows."
        )
    raise ProjectError(
        f"there is no revision or folder '{revision}' here; name a commit, branch or tag that"
        " `git log` or `git branch -a` shows, or a folder."
    )


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode:
        raise ProjectError(f"git cannot read the revision ({_reason(done)}); name a folder.")
    return done.stdout


def _reason(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it gives no reason"


def _run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            ("git", "-C", str(root), *arguments),
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **OFFLINE},
        )
    except FileNotFoundError as problem:
        raise ProjectError(
            "git is not installed here, so no revision can be read; install it, or name a folder"
            " that holds the content to compare with."
        ) from problem
