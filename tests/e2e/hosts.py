"""Hosts as owners have them: their own page for what is missing, their headers, a folder of one."""

import functools
import http.server
import socketserver
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NONE: Mapping[str, str] = {}


@contextmanager
def hosted(folder: Path, below: str = "", headers: Mapping[str, str] = NONE) -> Iterator[str]:
    """The address at which a host shows the site in `folder`, `below` a path of its own.

    It answers 404 with the site's own page, and sends the headers with every answer.
    """

    class Host(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            inside = path.removeprefix(f"/{below}")
            return super().translate_path(f"/{inside}" if path != inside or not below else "/none")

        def send_error(self, code: int, *_: object) -> None:
            page = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Host, directory=str(folder))
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{below}"
    server.shutdown()
    server.server_close()
