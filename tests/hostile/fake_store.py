"""A record store that does all that one should not; the first part of a path says what."""

import contextlib
import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
EMPTY = b'{"statements": [], "more": ""}'


class FakeStore:
    """Listens on a port of its own; keeps the head of every request."""

    def __init__(self, other: str = "", statements: list[dict[str, object]] | None = None) -> None:
        self.other = other
        """Where it sends on to: the address of another host."""
        self.statements = statements or []
        self.heads: list[str] = []
        self.bodies: dict[str, bytes] = {}
        """Answers by the name of a path, besides those below."""
        self._closed = False
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def close(self) -> None:
        self._closed = True
        self._socket.close()

    def credentials(self) -> list[str]:
        """Every request that carried any."""
        return [head for head in self.heads if "authorization:" in head.lower()]

    def _serve(self) -> None:
        while not self._closed:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(30)
            head = b""
            while b"\r\n\r\n" not in head and (piece := connection.recv(65536)):
                head += piece
            self.heads.append(head.decode("latin-1"))
            target = head.split(b" ", 2)[1].decode("latin-1") if head.count(b" ") > 1 else "/"
            for piece in self._pieces(target):
                connection.sendall(piece)
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)

    def _pieces(self, target: str) -> Iterator[bytes]:
        name = target.removeprefix(self.address).strip("/").split("/")[0].split("?")[0]
        if name in self.bodies:
            yield whole(self.bodies[name])
        elif name.startswith("redirect-"):
            yield from self._redirect(name, target)
        elif name.startswith("more-"):
            yield whole(
                json.dumps(
                    {"statements": self.statements, "more": self._more(name, target)}
                ).encode()
            )
        elif name.startswith("status-"):
            status = name.removeprefix("status-")
            yield (
                f"HTTP/1.1 {status} Hm\r\nRetry-After: 99999\r\nContent-Length: 30\r\n\r\n".encode()
                + EMPTY
            )
        elif made := RAW.get(name):
            yield made
        elif slow := SLOW.get(name):
            yield from slow()
        else:
            yield whole(json.dumps({"statements": self.statements, "more": ""}).encode())

    def _redirect(self, name: str, target: str) -> Iterator[bytes]:
        status, _, where = name.removeprefix("redirect-").partition("-")
        port = self.address.rpartition(":")[2]
        to = {
            "other": f"{self.other}/sound/statements",
            "localhost": f"http://localhost:{port}/sound/statements",
            "relative": "/sound/statements",
            "protocol": f"//{self.other.partition('//')[2]}/sound/statements",
            "itself": target,
            "circle": f"/redirect-{status}-circle/{time.monotonic_ns()}",
            "file": "file:///etc/passwd",
            "ftp": "ftp://127.0.0.1:1/x",
            "data": 'data:application/json,{"statements":[]}',
            "login": f"http://user:secret@{self.other.partition('//')[2]}/sound/statements",
            "nowhere": "http://nowhere.invalid/",
            "six": "http://[::1",
            "none": "",
            "header": "/sound\r\nX-Evil: 1",
            "https": f"https://127.0.0.1:{port}/sound/statements",
        }[where]
        yield f"HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()

    def _more(self, name: str, target: str) -> object:
        return {
            "other": f"{self.other}/sound/statements",
            "protocol": f"//{self.other.partition('//')[2]}/sound",
            "login": f"http://user:secret@{self.address.partition('//')[2]}/sound",
            "localhost": f"http://localhost:{self.address.rpartition(':')[2]}/sound",
            "itself": target,
            "endless": f"/more-endless/{time.monotonic_ns()}",
            "query": f"/more-query/statements?n={time.monotonic_ns()}",
            "file": "file:///etc/passwd",
            "javascript": "javascript:hostile()",
            "six": "http://[::1",
            "port": "http://127.0.0.1:99999999/x",
            "number": 5,
            "list": ["x"],
            "object": {},
            "break": "/sound\r\nX-Evil: 1",
            "zero": "/a\x00b",
            "half": "/\ud800",
            "long": "/" + "x" * 3_000_000,
            "blank": " ",
            "https": f"https://127.0.0.1:{self.address.rpartition(':')[2]}/sound",
            "dots": "../../../sound",
            "redirect": "/redirect-302-other/x",
        }[name.removeprefix("more-")]


def whole(body: bytes, more: bytes = b"") -> bytes:
    """A sound answer with the body."""
    return HEAD + more + b"Content-Length: %d\r\n\r\n" % len(body) + body


RAW = {
    "html": whole(b"<!doctype html><html>Sign in</html>"),
    "empty-body": whole(b""),
    "a-list": whole(b"[]"),
    "statements-object": whole(b'{"statements": {}}'),
    "no-statements": whole(b"{}"),
    "odd-statements": whole(
        b'{"statements": [null, 1, "x", [], {}, {"id": 5}, {"context": 5}, {"context":'
        b' {"extensions": []}}]}'
    ),
    "nan": whole(b'{"statements": [NaN, Infinity]}'),
    "digits": whole(b'{"statements": [' + b"9" * 10_000 + b"]}"),
    "surrogate": whole(b'{"statements": ["\\ud800"], "more": "\\ud800"}'),
    "no-text": whole(b'{"statements": ["\xff\xfe"]}'),
    "mark": whole(b"\xef\xbb\xbf" + EMPTY),
    "sixteen": whole(EMPTY.decode().encode("utf-16")),
    "deep": whole(b'{"statements": [' + b"[" * 200_000 + b"]}"),
    "deep-sound": whole(b'{"statements": [' + b"[" * 900 + b"]" * 900 + b"]}"),
    "gzip": whole(gzip.compress(EMPTY), b"Content-Encoding: gzip\r\n"),
    "gzip-bomb": whole(gzip.compress(b" " * 300_000_000, 6), b"Content-Encoding: gzip\r\n"),
    "deflate": whole(b"x", b"Content-Encoding: deflate\r\n"),
    "charset": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=evil\r\nContent-Length:"
        b" 30\r\n\r\n" + EMPTY
    ),
    "too-long": HEAD + b"Content-Length: 99999\r\n\r\n" + EMPTY,
    "huge-length": HEAD + b"Content-Length: 999999999999999999\r\n\r\n" + EMPTY,
    "too-short": HEAD + b"Content-Length: 5\r\n\r\n" + EMPTY,
    "minus": HEAD + b"Content-Length: -1\r\n\r\n" + EMPTY,
    "words-for-length": HEAD + b"Content-Length: many\r\n\r\n" + EMPTY,
    "two-lengths": HEAD + b"Content-Length: 5\r\nContent-Length: 30\r\n\r\n" + EMPTY,
    "no-length": HEAD + b"\r\n" + EMPTY,
    "bad-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
    "huge-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello\r\n",
    "half-chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n1e\r\n" + EMPTY,
    "nothing": b"",
    "half-a-head": b"HTTP/1.1 200 OK\r\nContent-",
    "no-http": b"SSH-2.0-OpenSSH_9.0\r\n",
    "old-http": EMPTY,
    "long-line": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
    "many-heads": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5_000 + b"\r\n" + EMPTY,
    "status-words": b"HTTP/1.1 abc OK\r\n\r\n",
    "escape": b"HTTP/1.1 500 \x1b[31mred\r\n\r\n",
    "continues": b"HTTP/1.1 100 Continue\r\n\r\n" * 50_000,
    "cookies": whole(EMPTY, b"Set-Cookie: a=b\r\n" * 50),
}


def _endless(piece: bytes, head: bytes = HEAD + b"\r\n", first: bytes = b"") -> Iterator[bytes]:
    yield head + first
    block = piece * max(1, 1_000_000 // len(piece))
    while True:
        yield block


def _drip(head: bytes, piece: bytes, seconds: float) -> Iterator[bytes]:
    yield head
    for _ in range(400):
        time.sleep(seconds)
        yield piece


def _silent() -> Iterator[bytes]:
    time.sleep(60)
    yield b""


def _chunks() -> Iterator[bytes]:
    yield HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"10000\r\n" + b" " * 65536 + b"\r\n"


SLOW = {
    "endless-blanks": lambda: _endless(b" "),
    "endless-statements": lambda: _endless(b'{"id": "x"},', first=b'{"statements": ['),
    "endless-text": lambda: _endless(b"x", first=b'{"statements": ["'),
    "endless-brackets": lambda: _endless(b"["),
    "endless-head": lambda: _endless(b"X: y\r\n", b"HTTP/1.1 200 OK\r\n"),
    "endless-line": lambda: _endless(b"x", b"HTTP/1.1 200 OK\r\nX: "),
    "endless-chunks": _chunks,
    "endless-continue": lambda: _endless(b"HTTP/1.1 100 Continue\r\n\r\n", b""),
    "slow-body": lambda: _drip(HEAD + b"Content-Length: 5000\r\n\r\n", b" ", 0.2),
    "slow-head": lambda: _drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.3),
    "slow-line": lambda: _drip(b"HTTP/1.1 200 OK\r\nX: ", b"y", 0.2),
    "slow-chunks": lambda: _drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n", 0.2),
    "silent": _silent,
}


@contextmanager
def stores(statements: list[dict[str, object]]) -> Iterator[tuple[FakeStore, FakeStore]]:
    """A store, and another host that it sends on to."""
    other = FakeStore()
    one = FakeStore(other.address, statements)
    try:
        yield one, other
    finally:
        one.close()
        other.close()
