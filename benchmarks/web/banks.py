"""A bank of 5,000 questions opens as fast as one of 50, since a page loads only what it needs."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.made import made_content
from benchmarks.web.clicks import RUNS, opening_ms
from benchmarks.web.serving import served

ROOT = Path(__file__).parents[2]
SIZES = (50, 5000)
PAGE, READY = "practice/mixed/", "rc-practice[data-ready], rc-practice .rc-item"


def print_banks(folder: Path, sizes: tuple[int, ...] = SIZES) -> None:
    """Milliseconds until the first question of mixed practice stands, for each size of bank."""
    print(f"\nOpening mixed practice, processor slowed four times, median of {RUNS}")
    taken = []
    for size in sizes:
        with served(_built(folder / f"bank-{size}", size)) as origin:
            taken.append(opening_ms(origin + PAGE, READY))
        print(f"{size:>6} questions {taken[-1]:>8.0f} ms", flush=True)
        shutil.rmtree(folder / f"bank-{size}")
    print(f"ratio {taken[-1] / taken[0]:.2f}")


def _built(folder: Path, size: int) -> Path:
    """A made site with `size` questions."""
    project = made_content(folder / "project", ROOT, codes=0, items=size)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "generator.cli",
            "build",
            "--root",
            str(project),
            "--out",
            str(folder / "site"),
        ],
        cwd=ROOT,
        check=True,
    )
    return folder / "site"
