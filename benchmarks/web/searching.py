"""The first search at 1,000 pages, phone-sized, with the processor slowed four times."""

import gzip
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.made import made_project
from benchmarks.web.clicks import RUNS, slowed_page
from benchmarks.web.serving import served
from tests.browser import FLAGS, browser

ROOT = Path(__file__).parents[2]
PAGES, WORDS = 1_000, "ultrasound"
INDEX = "assets/search-index.js"
FOUND = ".rc-found__item"


def print_search(folder: Path, size: int = PAGES) -> None:
    """The index, and from a reader's first word to its first result.

    Then from the second word, when the index is there.
    """
    site = _built(folder / "search", size)
    index = (site / INDEX).read_bytes()
    with served(site) as origin, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser(), args=list(FLAGS))
        first, second = zip(*(_searched(opened, origin) for _ in range(RUNS)), strict=True)
        opened.close()
    shutil.rmtree(folder / "search")
    print(f"\nSearch at {size:,} pages, processor slowed four times, median of {len(first)}")
    print(f"index {len(index) / 1e6:.1f} MB, gzipped {len(gzip.compress(index, 6)) / 1e6:.1f} MB")
    print(
        f"first query {statistics.median(first):.0f} ms, the next"
        f" {statistics.median(second):.0f} ms",
        flush=True,
    )


def _searched(opened: Browser, origin: str) -> tuple[float, float]:
    with slowed_page(opened) as page:
        page.goto(origin)
        page.wait_for_timeout(1000)
        return _query(page, WORDS), _query(page, "97124")


def _query(page: Page, words: str) -> float:
    """Milliseconds from the word typed into the opened field to a result on the screen."""
    page.evaluate("globalThis.rcStart = performance.now()")
    page.evaluate("document.querySelector('.md-search__input').focus()")
    page.locator(".md-search__input").first.fill(words)
    page.locator(FOUND, has_text=words).first.wait_for(timeout=60_000)
    return page.evaluate("performance.now() - rcStart")


def _built(folder: Path, size: int) -> Path:
    project = made_project(folder / "project", ROOT, size)
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
        capture_output=True,
    )
    return folder / "site"
