"""A site served as a host would: compressed, kept open, with its times to live."""

import contextlib
import functools
import gzip
import http.server
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path

TEXT = (".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".txt", ".xml")


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self._send(404, "text/plain", b"", packed=False)
        packed = path.suffix in TEXT
        self._send(
            200,
            self.guess_type(str(path)),
            _packed(path) if packed else path.read_bytes(),
            packed=packed,
        )

    def _send(self, status: int, kind: str, body: bytes, *, packed: bool) -> None:
        self.send_response(status)
        self.send_header(
            "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
        )
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up in the middle is no news."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address `folder` is served at, with a slash at its end."""
    server = Server(("127.0.0.1", 0), functools.partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
