"""Packages for an LMS in the tests.

Made of real items, served from one origin, answered in a frame.
"""

import functools
import http.server
import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Frame, Page, expect

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.build.frontend import package_player
from generator.exports.plan import Plan
from generator.exports.player_assets import render_player_assets
from generator.exports.portable_question import ExportQuestion
from generator.exports.question_conversion import questions
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from tests.conftest import ROOT, read_once
from tests.e2e.practicing import CHOOSE
from tests.kinds.conftest import QUIZ

TOOLS = ROOT / "tests" / "tools" / "node_modules"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".xml": "text/xml",
    ".json": "application/json",
}


def with_kinds() -> Corpus:
    return load({**read_files(ROOT), "quizzes/kinds.yaml": QUIZ.read_bytes()}, read_once).corpus


def one_of_each(corpus: Corpus) -> tuple[Item, ...]:
    """The quiz of kinds, and the first item of every kind that it lacks."""
    kinds = corpus.quizzes["kinds"].items
    known = {item.kind for item in kinds}
    others = {item.kind: item for item in reversed(corpus.items.values()) if item.kind not in known}
    return (*others.values(), *kinds)


def given(
    corpus: Corpus, items: tuple[Item, ...], plan: Plan
) -> tuple[tuple[ExportQuestion, ...], Plan]:
    return questions(corpus, items), replace(
        plan, player_assets=render_player_assets(corpus, items, package_player(ROOT))
    )


Answer = Callable[[http.server.BaseHTTPRequestHandler], tuple[int, str, bytes]]


@contextmanager
def served(files: Mapping[str, bytes], answer: Answer | None = None) -> Iterator[str]:
    """The files by path; whatever is not among them is left to `answer`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            found = (
                (200, TYPES.get(Path(path).suffix, "application/octet-stream"), files[path])
                if path in files
                else None
            )
            self._say(*(found or (answer(self) if answer else (404, "text/plain", b""))))

        def do_POST(self) -> None:
            self._say(*answer(self))

        do_PUT = do_POST  # noqa: N815 - the name that http.server calls

        def do_OPTIONS(self) -> None:
            self._say(204, "text/plain", b"")

        def _say(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            for name, value in (
                ("Content-Type", kind),
                ("Content-Length", str(len(content))),
                ("Access-Control-Allow-Origin", "*"),
            ):
                self.send_header(name, value)
            self.send_header(
                "Access-Control-Allow-Headers",
                "Authorization,Content-Type,X-Experience-API-Version",
            )
            self.send_header("Access-Control-Allow-Methods", "GET,POST,PUT")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), functools.partial(Handler))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def answer_next(frame: Frame | Page, right: bool) -> None:
    """Answers the question that is shown, checks it and goes on."""
    expect(frame.locator(".rc-item:visible").first).to_be_visible()
    frame.evaluate(CHOOSE, right)
    frame.locator(".rc-check:visible").first.click()
    expect(frame.locator(".rc-item:visible .rc-verdict").first).to_be_visible()
    frame.locator(".rc-next").click()
