"""What the generator adds to a build: our build against bare MkDocs on the very same rendered pages, in turn, in one run."""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.made import made_project

ROOT = Path(__file__).parents[1]
SIZES, ROUNDS = (150, 500, 1000), 3


def run(sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS) -> None:
    """Print, for each size, the median wall seconds of both builds and the median of their ratios, pair by pair."""
    print("Build: rightcode against bare MkDocs on the same pages (median of", rounds, "pairs)")
    print(f"{'pages':>6} {'rightcode s':>12} {'bare s':>8} {'ratio':>6} {'ms a page':>10}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            ours, bare = _projects(Path(folder), size)
            pairs = [(_seconds(ours), _seconds(bare)) for _ in range(rounds + 1)][1:]
        mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(first / second for first, second in pairs)
        print(f"{size:>6} {mine:>12.2f} {theirs:>8.2f} {ratio:>6.2f} {1000 * mine / size:>10.1f}", flush=True)


def _projects(folder: Path, size: int) -> tuple[Callable[[], None], Callable[[], None]]:
    """The two builds: from facts with our plugin, and from the finished Markdown without it."""
    project = made_project(folder / "project", ROOT, size)
    bare = folder / "bare"
    shutil.copytree(ROOT / "site_config/overrides", bare / "site_config/overrides")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (bare / "mkdocs.yml").write_text(text.replace("  - rightcode\n", "").replace("site_config/pages", "docs"), encoding="utf-8")
    _do(project, "-m", "generator.cli", "pages", "--out", str(bare / "docs"))
    return lambda: _do(project, "-m", "mkdocs", "build", "--quiet"), lambda: _do(bare, "-m", "mkdocs", "build", "--quiet")


def _seconds(build: Callable[[], None]) -> float:
    start = time.perf_counter()
    build()
    return time.perf_counter() - start


def _do(folder: Path, *command: str) -> None:
    done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    run()
