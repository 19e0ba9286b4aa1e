"""A store that lies, never ends, answers byte by byte or sends on to somebody else.

The credentials stay with the origin they were given for, and everything is bounded.
"""

import contextlib
import gzip
import itertools
import json
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from generator.results import lrs_client
from generator.results.lrs_client import Credentials, RecordStore, StatementPage
from generator.results.result_error import ResultError
from tests.conftest import BASE

LOGIN = Credentials("teacher", "secret-of-the-store")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
EMPTY = b'{"statements": [], "more": ""}'
Answer = Callable[[str], bytes | Iterable[bytes]]


class Listener:
    """A server that answers each path as it is told, and keeps what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.asked: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            request = connection.recv(65536).decode()
            self.asked.append(request)
            answer = self._answer(request.split(" ")[1])
            for piece in (answer,) if isinstance(answer, bytes) else answer:
                connection.sendall(piece)


@pytest.fixture
def listen() -> Iterator[Callable[[Answer], Listener]]:
    opened: list[Listener] = []

    def made(answer: Answer) -> Listener:
        opened.append(Listener(answer))
        return opened[-1]

    yield made
    for one in opened:
        one.close()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lrs_client, "SECONDS", 1.0)
    monkeypatch.setattr(lrs_client, "MAX_PAGES", 20)


def whole(body: bytes, more: bytes = b"") -> bytes:
    return HEAD + more + b"Content-Length: %d\r\n\r\n" % len(body) + body


def page(more: object, statements: object = ()) -> bytes:
    return whole(json.dumps({"statements": statements, "more": more}).encode())


def moved(status: int, to: str) -> bytes:
    return f"HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def read(address: str, credentials: Credentials = LOGIN) -> list[object]:
    """The statements, each page judged as the command judges it."""
    found: list[object] = []

    def take(text: str) -> StatementPage | None:
        try:
            told = json.loads(text)
            found.extend(told["statements"])
            return StatementPage(len(told["statements"]), told.get("more"))
        except (ValueError, TypeError, KeyError, RecursionError):
            return None

    RecordStore(address, credentials).read(take)
    return found


def refused(address: str, credentials: Credentials = LOGIN) -> str:
    with pytest.raises(ResultError) as raised:
        read(address, credentials)
    assert LOGIN.password not in str(raised.value) and "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_takes_the_credentials_to_another_origin(listen, status: int) -> None:
    other = listen(lambda _: whole(EMPTY))
    for to in (
        f"{other.address}/statements",
        f"//127.0.0.1:{other.port}/statements",
        f"http://localhost:{other.port}/statements",
    ):
        store = listen(lambda _, to=to: moved(status, to))
        said = refused(store.address)
        assert "does not get the credentials" in said and "--lrs" in said
        assert "Authorization: Basic" in store.asked[0] and other.asked == []


@pytest.mark.parametrize(("scheme", "host"), [("https", "127.0.0.1"), ("http", "localhost")])
def test_another_name_of_the_host_and_another_scheme_are_other_origins(
    listen, scheme: str, host: str
) -> None:
    store = listen(lambda _: moved(302, f"{scheme}://{host}:{store.port}/x"))
    assert f"{scheme}://{host}:{store.port}" in refused(store.address) and len(store.asked) == 1


def test_a_redirect_within_the_store_is_followed_but_not_for_ever(listen) -> None:
    store = listen(
        lambda path: whole(EMPTY) if path == "/xAPI/moved" else moved(307, "/xAPI/moved")
    )
    assert read(f"{store.address}/xAPI") == [] and len(store.asked) == 2
    turns = itertools.count()
    store = listen(lambda _: moved(302, f"/{next(turns)}"))
    assert "more than 5 times" in refused(store.address)


@pytest.mark.parametrize(
    "more", ["http://user:pw@127.0.0.1/x", "http://[::1", "file:///etc/x", "/a b"]
)
def test_a_link_that_is_no_address_is_refused(listen, more: str) -> None:
    assert "what is no address" in refused(listen(lambda _: page(more)).address)


def test_a_next_page_lies_where_the_store_does(listen) -> None:
    other = listen(lambda _: whole(EMPTY))
    store = listen(lambda _: page(f"{other.address}/statements"))
    assert "does not get the credentials" in refused(store.address) and other.asked == []
    pages = {"/a/statements": ("/b?page=2#x", [1]), "/b": ("c", [2]), "/a/c": ("", [3])}
    store = listen(lambda path: page(*pages[path.split("?")[0]]))
    assert read(f"{store.address}/a/") == [1, 2, 3]
    assert all("Authorization: Basic" in head for head in store.asked)


def test_pages_that_come_again_or_never_end_are_refused(listen) -> None:
    assert "names a page again" in refused(listen(page).address)
    turns = itertools.count()
    assert "more than 20 pages" in refused(listen(lambda _: page(f"/{next(turns)}")).address)


def test_statements_and_bytes_are_bounded_in_all(listen, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = itertools.count()
    address = listen(lambda _: page(f"/{next(turns)}", ["x" * 100] * 9)).address
    monkeypatch.setattr(lrs_client, "MAX_STATEMENTS", 30)
    assert "more than 30 statements" in refused(address)
    monkeypatch.setattr(lrs_client, "MAX_STATEMENTS", 1000)
    monkeypatch.setattr(lrs_client, "MAX_BYTES", 2000)
    assert "more than 0 MB" in refused(address)


def drip(head: bytes, piece: bytes) -> Iterator[bytes]:
    yield head
    while True:
        time.sleep(0.1)
        yield piece


def endless(head: bytes, piece: bytes) -> Iterator[bytes]:
    yield head
    while True:
        yield piece * 10_000


CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
SLOW: dict[str, Callable[[], Iterable[bytes]]] = {
    "silence": lambda: drip(b"", b""),
    "a slow head": lambda: drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "a slow line": lambda: drip(b"HTTP/1.1 200 OK\r\nX: ", b"y"),
    "a slow body": lambda: drip(HEAD + b"Content-Length: 5000\r\n\r\n", b" "),
    "slow chunks": lambda: drip(CHUNKED, b"1\r\n \r\n"),
}
ENDLESS: dict[str, Callable[[], Iterable[bytes]]] = {
    "blanks": lambda: endless(HEAD + b"\r\n", b" "),
    "statements": lambda: endless(HEAD + b'\r\n{"statements": [', b'{"id": "x"},'),
    "chunks": lambda: endless(CHUNKED, b"1\r\n \r\n"),
    "answers to come": lambda: endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a head": lambda: endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_store_that_trickles_is_left(listen, name: str) -> None:
    start = time.monotonic()
    assert "takes longer than" in refused(listen(lambda _: SLOW[name]()).address)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("name", ENDLESS)
def test_an_answer_without_end_is_cut_off(
    listen, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lrs_client, "SECONDS", 20.0)
    monkeypatch.setattr(lrs_client, "MAX_PAGE_BYTES", 1_000_000)
    said = refused(listen(lambda _: ENDLESS[name]()).address)
    assert "more than 1 MB" in said or "not HTTP" in said


JUNK = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH_9.0\r\n\x1b[31m",
    "a status of words": b"HTTP/1.1 abc OK\r\n\r\n",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-",
    "a page to sign in": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>",
    "JSON that says it is HTML": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + EMPTY,
    "not JSON": whole(b"{"),
    "no text": whole(b'{"statements": ["\xff"]}'),
    "nesting": whole(b'{"statements": [' + b"[" * 200_000 + b"]}"),
    "another JSON": whole(b"[]"),
    "statements that are none": whole(b'{"statements": 5}'),
    "a bomb": whole(gzip.compress(b" " * 50_000_000), b"Content-Encoding: gzip\r\n"),
    "a huge length": HEAD + b"Content-Length: 999999999999999999\r\n\r\n{",
    "a huge chunk": CHUNKED + b"ffffffffffffffff\r\nhello\r\n",
    "a bad chunk": CHUNKED + b"zz\r\nhello\r\n",
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "a fault": b"HTTP/1.1 500 \x1b[31mred\r\n\r\n",
}


@pytest.mark.parametrize("name", JUNK)
def test_what_is_no_page_of_statements_is_refused(listen, name: str) -> None:
    refused(listen(lambda _: JUNK[name]).address)


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "http://u:secret-of-the-store@127.0.0.1/", "http://127.0.0.1:99999/", "x", ""]
    + ["http://a b/", "file:///etc/passwd", "https://lrs.example/?a", "https://lrs.example/#a"],
)
def test_an_address_that_is_none_is_refused_before_anything_is_sent(address: str) -> None:
    assert "no address of a store" in refused(address)


def test_credentials_go_in_the_clear_to_this_computer_alone() -> None:
    assert "give its address with https://" in refused("http://lrs.example/xAPI")


def test_a_proxy_of_the_environment_is_not_asked(listen, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy, store = listen(lambda _: whole(EMPTY)), listen(lambda _: whole(EMPTY))
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, proxy.address)
    assert read(store.address) == [] and len(store.asked) == 1 and proxy.asked == []
    store.close()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        said = refused(f"http://127.0.0.1:{unused.getsockname()[1]}")
    assert "does not answer" in said and "Proxies of the environment are not asked" in said


def test_credentials_of_any_signs_reach_the_store_whole(listen) -> None:
    store = listen(lambda _: whole(EMPTY))
    read(store.address, Credentials("a\r\nX-Evil: 1", "\udcff😀"))
    assert "X-Evil" not in store.asked[0] and "Basic YQ0KWC1FdmlsOiAxOv/wn5iA" in store.asked[0]


def test_the_command_writes_nothing_of_a_store_that_breaks_off(listen, tmp_path: Path) -> None:
    store = listen(lambda path: page("/next") if "statements" in path else b"HTTP/1.1 500 \r\n\r\n")
    told = ["results", "--lrs", store.address, "--out", str(tmp_path / "out"), "--root", str(BASE)]
    done = CliRunner().invoke(app, told)
    assert (done.exit_code, done.stderr) == (2, "error: The store answers with the status 500.\n")
    assert not (tmp_path / "out").exists()
