"""`rightcode serve`, started as people start it: every save shows, a broken one is reported."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.test_cli import spoil

PATIENCE = 120
TERMS = "content/glossary.yaml"
# Its payer's unit method is not known, so the key is derived under each method in turn.
TIED_TO_NO_METHOD = """
  - id: massage-claim
    version: 1
    kind: choose-all
    title: A massage and its claim
    payer: commercial
    date: 2026-03-02
    difficulty: 1
    objectives: [tell-massage]
    rests_on: [codes/97124]
    note: Kneaded the calf for 15 minutes to settle a spasm.
    prompt: Which codes are on the claim?
    visit:
      discipline: pt
      services: [{id: calf, technique: petrissage, purpose: ease-spasm, minutes: 15}]
    options:
      - {code: "97124", feedback: Right. Kneading settles the spasm.}
      - {code: "97140", feedback: No joint was moved.}
      - {code: "97110", feedback: The patient did nothing.}
    reason: Strokes that settle a spasm are massage.
"""


@dataclass(frozen=True)
class Server:
    """A running `rightcode serve`, its project's folder and what it prints."""

    root: Path
    origin: str
    process: subprocess.Popen[bytes]
    output: Path

    def page(self, path: str) -> str:
        """The page as it is served now; nothing while it is not."""
        try:
            with urllib.request.urlopen(self.origin + path, timeout=PATIENCE) as answer:
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


@pytest.fixture
def server(small_project: Path, tmp_path: Path) -> Iterator[Server]:
    quiz = small_project / "quizzes/basics.yaml"
    quiz.write_text(quiz.read_text(encoding="utf-8") + TIED_TO_NO_METHOD, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = (sys.executable, "-m", "generator.cli", "serve", "--address", address)
    output = tmp_path / "serve.log"
    # what a shell starts in its background ignores Ctrl+C, and so would all that starts here
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with output.open("wb") as log:
        process = subprocess.Popen(
            command, cwd=small_project, stdout=log, stderr=log, start_new_session=True
        )
    server = Server(small_project, f"http://{address}/", process, output)
    try:
        yield server
    finally:
        server.stop()


def test_a_saved_file_shows_and_a_broken_one_is_reported(server: Server) -> None:
    server.wait_until(lambda: "A massage and its claim" in server.page("practice/basics/"))
    spoil(server.root, TERMS, "term: ", "term: Renamed ")
    server.wait_until(lambda: "Renamed" in server.page("glossary/"))
    spoil(server.root, TERMS, "term: Renamed ", "term: [Broken ")
    server.wait_until(lambda: f"{TERMS}:" in server.printed())
    spoil(server.root, TERMS, "term: [Broken ", "term: Repaired ")
    server.wait_until(lambda: "Repaired" in server.page("glossary/"))
    server.stop()
    assert not server.page("glossary/")
