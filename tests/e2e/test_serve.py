"""`serve`, started as people start it: every save shows; a broken one shows its errors instead."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.build.project import open_project
from tests.conftest import ROOT
from tests.e2e.conftest import Visitor, new_context
from tests.test_cli import spoil

PATIENCE = 60
TERMS = "content/glossary.yaml"
QUIZ = "quizzes/basics.yaml"
MAIN = "site_config/overrides/main.html"
LESSON = "content/learn/using-massage.md"
# Its payer's unit method is not known, so the key is derived under each method in turn.
TIED_TO_NO_METHOD = """
  - id: massage-claim
    version: 1
    kind: choose-all
    title: Visit 03/02/2026
    payer: commercial
    date: 2026-03-02
    difficulty: 1
    objectives: [tell-massage]
    rests_on: [codes/97124]
    note: Petrissage to the calf, 15 minutes, spasm released.
    prompt: Which codes are on the claim?
    visit:
      discipline: pt
      services: [{id: calf, technique: petrissage, purpose: ease-spasm, minutes: 15}]
    options:
      - {code: "97124", key: true, feedback: Right. Petrissage releases the spasm.}
      - {code: "97140", feedback: No joint was moved.}
      - {code: "97110", feedback: The patient did nothing.}
    reason: Strokes that release a spasm are massage.
"""


@dataclass(frozen=True)
class Server:
    """A running `rightcode serve`, its project's folder and what it prints."""

    root: Path
    origin: str
    process: subprocess.Popen[bytes]
    output: Path
    temporary: Path

    def places(self) -> list[str]:
        """Of all errors that the check finds."""
        return [str(finding.place) for finding in open_project(self.root, preview=True).findings]

    def page(self, path: str) -> str:
        """The page as it is served now, or what stands in its place; nothing without a server."""
        try:
            with urllib.request.urlopen(self.origin + path, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.read().decode()
        except OSError:
            return ""

    def printed(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self.process.poll() is None, f"stopped by itself:\n{self.printed()}"
            assert time.monotonic() < end, f"not within {PATIENCE} s:\n{self.printed()}"
            time.sleep(0.1)

    def stop(self) -> int:
        """As Ctrl+C does: the signal goes to the command and all that it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)


RIGHTCODE = ("-m", "generator.cli", "serve", "--address")
MKDOCS = ("-m", "mkdocs", "serve", "--dev-addr")
Start = Callable[..., Server]


@pytest.fixture
def start(small_project: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts a command that serves the small project; at the end it is stopped."""
    started: list[Server] = []

    def begin(command: Sequence[str]) -> Server:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        output, own = tmp_path / "serve.log", tmp_path / "own"
        own.mkdir()
        # what a shell starts in its background ignores Ctrl+C, and so would all that starts here
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with output.open("wb") as log:
            process = subprocess.Popen(
                (sys.executable, *command, address),
                cwd=small_project,
                env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(own)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        started.append(Server(small_project, f"http://{address}/", process, output, own))
        return started[-1]

    yield begin
    for server in started:
        server.stop()


@pytest.fixture
def with_a_tie(small_project: Path) -> None:
    quiz = small_project / QUIZ
    quiz.write_text(quiz.read_text(encoding="utf-8") + TIED_TO_NO_METHOD, encoding="utf-8")


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    context = new_context(browser)
    yield Visitor(context, "")
    context.close()


@pytest.mark.usefixtures("with_a_tie")
def test_every_save_shows_in_the_open_page(start: Start, visitor: Visitor) -> None:
    server = start(RIGHTCODE)
    server.wait_until(lambda: "Visit 03/02/2026" in server.page("practice/basics/"))
    page = visitor.open(f"{server.origin}glossary/")
    content, banner = page.get_by_role("main"), page.get_by_role("alert")

    spoil(server.root, TERMS, "term: Unit", "term: Renamed")
    expect(content).to_contain_text("Renamed")
    expect(banner).to_have_count(0)

    spoil(server.root, TERMS, "Renamed, meaning", "Broken, moaning")
    spoil(server.root, LESSON, "[@trade-article]", "[@trade-<b>]")
    spoil(server.root, QUIZ, '["97124"]', '["97<i>"]')
    expect(banner.locator("code")).to_have_text(server.places())
    expect(banner).to_contain_text("<i>")
    expect(banner.locator("i")).to_have_count(0)
    expect(page).to_have_title(re.compile(r"^\(\d errors\) Glossary"))
    expect(content).to_contain_text("Renamed")
    assert page.evaluate("document.activeElement === document.body")

    spoil(server.root, TERMS, "Broken, moaning", "Repaired, meaning")
    spoil(server.root, LESSON, "[@trade-<b>]", "[@trade-article]")
    spoil(server.root, QUIZ, '["97<i>"]', '["97124"]')
    expect(content).to_contain_text("Repaired")
    expect(banner).to_have_count(0)

    spoil(server.root, LESSON, "Strokes that", "[Strokes](nowhere.md) that")
    expect(banner.locator("code")).to_have_text([f"{LESSON}:11:11"])
    spoil(server.root, LESSON, "[Strokes](nowhere.md) that", "Strokes that")
    expect(banner).to_have_count(0)
    assert visitor.complaints == []


def test_a_file_comes_moves_and_goes(start: Start, visitor: Visitor) -> None:
    server = start(RIGHTCODE)
    server.wait_until(lambda: "Using massage" in server.page("learn/"))
    lesson = server.root / LESSON
    text = lesson.read_text(encoding="utf-8")
    page = visitor.open(f"{server.origin}learn/another/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("404")
    another = lesson.with_name("another.md")
    another.write_text(text.replace("using-massage", "another"), encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Using massage"))
    moved = another.rename(lesson.with_name("third.md"))
    moved.write_text(text.replace("using-massage", "third"), encoding="utf-8")
    expect(page.get_by_role("heading", level=1)).to_contain_text("404")
    server.wait_until(lambda: "Strokes that" in server.page("learn/third/"))
    moved.unlink()
    server.wait_until(lambda: "Strokes that" not in server.page("learn/third/"))
    assert server.stop() == 0
    assert "Traceback" not in server.printed()
    assert not any(server.temporary.iterdir())


def test_a_broken_project_starts_and_recovers(start: Start, small_project: Path) -> None:
    """Under `mkdocs serve`, which builds the whole site anew each time; no script is needed."""
    looks = small_project / "site_config"
    looks.unlink()
    shutil.copytree(ROOT / "site_config", looks)
    spoil(small_project, TERMS, "meaning", "moaning")
    server = start(MKDOCS)
    server.wait_until(lambda: all(place in server.page("glossary/") for place in server.places()))
    spoil(small_project, TERMS, "moaning", "meaning")
    server.wait_until(lambda: "What a claim line counts" in server.page("glossary/"))

    spoil(small_project, MAIN, "{% block htmltitle %}", "{% bloc htmltitle %}")
    line = 1 + (ROOT / MAIN).read_text("utf-8").split("{% block htmltitle %}")[0].count("\n")
    server.wait_until(lambda: f"{MAIN}:{line}:1" in server.page("glossary/"))
    assert "What a claim line counts" in server.page("glossary/")
    spoil(small_project, MAIN, "{% bloc htmltitle %}", "{% block htmltitle %}")
    server.wait_until(lambda: 'role="alert"' not in server.page("glossary/"))

    spoil(small_project, "mkdocs.yml", "use_directory_urls: true", "use_directory_urls: maybe")
    server.wait_until(lambda: "mkdocs.yml:6:1" in server.page("glossary/"))
