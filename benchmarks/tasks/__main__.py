"""`python -m benchmarks.tasks`: what twelve tasks take, in taps, fields, screens and seconds.

Nothing is thought and nothing read: what counts is what a hand must do, and how long the page then
lets it wait. `--site` plays a folder that was built before, of this or of an earlier state.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.tasks.person import Effort, Person
from benchmarks.tasks.steps import TASKS, Task
from benchmarks.web.serving import served
from tests.browser import FLAGS, browser

ROOT = Path(__file__).parents[2]
SAME_DRAWS = """{
  let state = 7;
  crypto.getRandomValues = (array) => array.map(() => (state = (state * 48271) % 2147483647));
  Math.random = () => (state = (state * 48271) % 2147483647) / 2147483647;
}"""
"""Every run draws the same questions."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--site", type=Path, help="a built site; else this one is built")
    asked.add_argument("--only", type=int, action="append", help="the number of a task")
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = chosen.site or build(Path(folder) / "site")
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
        print("| | Task | Who | Taps | Fields | Screens scrolled | Seconds of hands | Waited |")
        print("|---|---|---|---|---|---|---|---|")
        with served(site) as origin, sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser(), args=list(FLAGS))
            for number, task in enumerate(TASKS, 1):
                if not chosen.only or number in chosen.only:
                    print(row(number, task, play(opened, origin, task)), flush=True)
            opened.close()


def build(out: Path) -> Path:
    command = [sys.executable, "-m", "generator.cli", "build", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out


def play(opened: Browser, origin: str, task: Task) -> Effort:
    """In a browser of its own, with nothing stored but what the task prepares."""
    device = "desk" if task.screen["width"] > 1000 else "phone"
    context = opened.new_context(
        viewport=task.screen,
        has_touch=device == "phone",
        service_workers="block",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.add_init_script(SAME_DRAWS)
    task.before(page, origin)
    if task.home:
        page.goto(origin)
    person = Person(page)
    task.do(person)
    context.close()
    return person.effort


def row(number: int, task: Task, effort: Effort) -> str:
    return (
        f"| {number} | {task.name} | {task.who} | {effort.taps} | {effort.fields}"
        f" | {effort.screens:.1f} | {effort.seconds:.0f} | {effort.waited:.1f} |"
    )


if __name__ == "__main__":
    main()
