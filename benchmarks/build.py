"""What the generator adds to a build.

Our build against bare MkDocs on the very same rendered pages, in turn, in one run.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made import made_project

ROOT = Path(__file__).parents[1]
SIZES = {100: 5, 1_000: 3, 5_000: 1}
"""Pages, and how many pairs of builds are measured."""


@dataclass(frozen=True)
class Cost:
    """Seconds of one build.

    Of the processor, which other work on the machine does not change much, and by the clock.
    """

    processor: float
    wall: float


def run(sizes: dict[int, int] = SIZES) -> None:
    """Print, for each size, the medians of both builds and of their ratios, pair by pair."""
    print(
        f"Build: rightcode against bare MkDocs on the same pages ({os.cpu_count()} processors, load"
        f" {os.getloadavg()[0]:.1f})"
    )
    print(f"{'':>6} {'':>6} {'rightcode s':>15} {'bare s':>15} {'ratio':>13} {'ms a page':>10}")
    print(
        f"{'pages':>6} {'pairs':>6} {'cpu':>8}{'wall':>7} {'cpu':>8}{'wall':>7}"
        f" {'cpu':>6}{'wall':>7} {'cpu':>10}"
    )
    for size, rounds in sizes.items():
        with tempfile.TemporaryDirectory() as folder:
            ours, bare = _projects(Path(folder), size)
            print(_row(size, [(_cost(ours), _cost(bare)) for _ in range(rounds)]), flush=True)


def _row(size: int, pairs: list[tuple[Cost, Cost]]) -> str:
    mine, theirs = zip(*pairs, strict=True)
    cells = [
        f"{_median(side, 'processor'):>9.2f}{_median(side, 'wall'):>7.1f}"
        for side in (mine, theirs)
    ]
    ratios = [
        statistics.median(getattr(one, kind) / getattr(other, kind) for one, other in pairs)
        for kind in ("processor", "wall")
    ]
    return (
        f"{size:>6} {len(pairs):>6}{''.join(cells)} {ratios[0]:>6.2f}{ratios[1]:>7.2f}"
        f" {1000 * _median(mine, 'processor') / size:>10.1f}"
    )


def _median(costs: tuple[Cost, ...], kind: str) -> float:
    return statistics.median(getattr(cost, kind) for cost in costs)


def _projects(folder: Path, size: int) -> tuple[Callable[[], None], Callable[[], None]]:
    """The two builds: from facts with our plugin, and from the finished Markdown without it."""
    project = made_project(folder / "project", ROOT, size)
    bare = folder / "bare"
    shutil.copytree(ROOT / "site_config/overrides", bare / "site_config/overrides")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (bare / "mkdocs.yml").write_text(
        text.replace("  - rightcode\n", "").replace("site_config/pages", "docs"), encoding="utf-8"
    )
    _do(project, "-m", "generator.cli", "pages", "--out", str(bare / "docs"))
    return lambda: _do(project, "-m", "mkdocs", "build", "--quiet"), lambda: _do(
        bare, "-m", "mkdocs", "build", "--quiet"
    )


def _cost(build: Callable[[], None]) -> Cost:
    before, start = os.times(), time.perf_counter()
    build()
    after = os.times()
    spent = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return Cost(spent, time.perf_counter() - start)


def _do(folder: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    run({int(size): 1 for size in sys.argv[1:]} or SIZES)
