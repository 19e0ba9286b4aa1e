"""From saving a file to the page that shows it: `rightcode serve` at a thousand pages."""

import contextlib
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made import made_project

ROOT = Path(__file__).parents[1]
PAGES, ROUNDS, PATIENCE = 1_000, 3, 1_200
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True)
class Change:
    """A file, the words after which a mark is put, and the page that shows them."""

    name: str
    file: str
    after: str
    page: str


CHANGES = (
    Change("a question", "quizzes/made-3.yaml", r"reason: >-\n\s+", "practice/made-3/"),
    Change("a code", "content/codes/10005.yaml", r"meaning:\n  text: ", "codes/10005/"),
)


def run(pages: int = PAGES, rounds: int = ROUNDS) -> None:
    """Print the median wall seconds and the server's processor seconds of each change."""
    with tempfile.TemporaryDirectory() as folder:
        project = made_project(Path(folder) / "project", ROOT, pages)
        with _serving(project) as (origin, process):
            print(
                f"Serve at {pages:,} pages: from saving to the page that shows it (median of"
                f" {rounds}, load {os.getloadavg()[0]:.1f})"
            )
            for change in CHANGES:
                wall, spent = (
                    statistics.median(side)
                    for side in zip(
                        *(_seconds(project, change, origin, process) for _ in range(rounds)),
                        strict=True,
                    )
                )
                print(
                    f"{change.name:>12} {wall:>7.2f} s {spent:>7.2f} s of processor time",
                    flush=True,
                )


@contextlib.contextmanager
def _serving(project: Path) -> Iterator[tuple[str, int]]:
    """What `rightcode serve` starts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--quiet", "--dev-addr", address]
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _until_shown(f"http://{address}/", "RightCode", pause=1)
        yield f"http://{address}/", process.pid
    finally:
        process.terminate()
        process.wait()


def _seconds(project: Path, change: Change, origin: str, process: int) -> tuple[float, float]:
    mark = f"mark{time.monotonic_ns()}"
    path = project / change.file
    text = re.sub(
        change.after,
        lambda found: f"{found.group()}{mark} ",
        path.read_text(encoding="utf-8"),
        count=1,
    )
    spent, start = _spent(process), time.perf_counter()
    path.write_text(text, encoding="utf-8")
    _until_shown(origin + change.page, mark)
    return time.perf_counter() - start, _spent(process) - spent


def _until_shown(address: str, words: str, pause: float = 0.05) -> None:
    end = time.monotonic() + PATIENCE
    while words not in _read(address):
        if time.monotonic() > end:
            sys.exit(f"{address} does not show '{words}' after {PATIENCE} s")
        time.sleep(pause)


def _read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def _spent(process: int) -> float:
    """Processor seconds of a process so far, where the system tells.

    The server renders in its own threads.
    """
    told = Path(f"/proc/{process}/stat")
    fields = told.read_text().rpartition(")")[2].split() if told.exists() else ["0"] * 13
    return (int(fields[11]) + int(fields[12])) / TICKS


if __name__ == "__main__":
    run(*map(int, sys.argv[1:2]))
