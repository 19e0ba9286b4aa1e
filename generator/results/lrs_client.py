"""Statements out of a learning record store, by xAPI 1.0.3's own interface.

Credentials go to the origin of the store's address alone: no redirect, no `more` link and no proxy
of the environment gets them. A store that never ends, or answers byte by byte, is left.
"""

import base64
import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import quote, urldefrag, urlencode, urljoin
from urllib.request import getproxies_environment

from generator.facts.web_address import WebAddress, read_address
from generator.results.result_error import ResultError

PAGE = 250
MAX_PAGE_BYTES, MAX_BYTES = 8_000_000, 256_000_000
MAX_HEAD_BYTES = 200_000
MAX_PAGES, MAX_STATEMENTS, MAX_REDIRECTS = 1000, 250_000, 5
SECONDS, ALL_SECONDS = 10.0, 300.0
"""For an answer, from the first byte asked to the last one read; and for all of them."""
REDIRECTS = (301, 302, 303, 307, 308)
PORTS = {"http": 80, "https": 443}
NO_STORE = "What answers there is no learning record store; the address ends before /statements."
PROXIES = " Proxies of the environment are not asked, so that none gets the credentials."


@dataclass(frozen=True)
class Credentials:
    """Of an account that may read; an empty user where the store asks for none."""

    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class StatementPage:
    """How many statements a page had, and its link to the next one."""

    count: int
    more: str | None


TakePage = Callable[[str], StatementPage | None]
"""Reads the JSON of a page; None for what is no page of statements."""


class RecordStore:
    """A store at an address such as https://lrs.example.org/xAPI; raises `ResultError`."""

    def __init__(self, address: str, credentials: Credentials) -> None:
        found = read_address(address)
        if not found or set(found.rest) & {"?", "#"}:
            raise ResultError(
                "What --lrs names is no address of a store; it starts with https://, ends before"
                " /statements and holds no name or password: set RIGHTCODE_LRS_USER and"
                " RIGHTCODE_LRS_PASSWORD."
            )
        if credentials.user and not found.is_private:
            raise ResultError(
                f"Whoever is on the way to {found.host} could read the credentials; give its"
                " address with https://."
            )
        self._address, self._origin = address.rstrip("/"), _origin(found)
        self._headers = _headers(credentials)
        self._end = 0.0

    def read(self, take: TakePage) -> None:
        """Hand every page to `take`, oldest statements first."""
        self._end = time.monotonic() + ALL_SECONDS
        link = f"{self._address}/statements?{urlencode({'limit': PAGE, 'ascending': 'true'})}"
        seen: set[str] = set()
        taken = size = 0
        while link:
            _limit(len(seen) < MAX_PAGES, f"{MAX_PAGES:,} pages")
            if link in seen:
                raise ResultError(
                    "The store names a page again that was read already, so nobody knows whether"
                    " that was all. Ask who runs it."
                )
            seen.add(link)
            body = self._page(link)
            page = take(body)
            if page is None:
                raise ResultError(NO_STORE)
            taken, size = taken + page.count, size + len(body)
            _limit(taken <= MAX_STATEMENTS, f"{MAX_STATEMENTS:,} statements")
            _limit(size <= MAX_BYTES, f"{MAX_BYTES // 10**6} MB")
            link = self._onward(self._address + "/", page.more) if page.more else ""

    def _page(self, link: str) -> str:
        for _ in range(MAX_REDIRECTS):
            status, headers, body = self._answer(link)
            if status not in REDIRECTS:
                return _text(status, headers, body)
            link = self._onward(link, headers.get("Location", ""))
        raise ResultError(f"The store sends us on more than {MAX_REDIRECTS} times.")

    def _onward(self, base: str, link: str) -> str:
        """Where a link of the store leads; another origin than its own is refused."""
        try:
            there = urldefrag(urljoin(base, link))[0]
        except ValueError:
            there = ""
        found = read_address(there)
        if not found:
            raise ResultError("The store sends us on to what is no address. Ask who runs it.")
        if _origin(found) != self._origin:
            scheme, host, port = _origin(found)
            raise ResultError(
                f"The store sends us on to {scheme}://{host}:{port}, which does not get the"
                " credentials. If that is your store, give its address with --lrs."
            )
        return there

    def _answer(self, link: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Status, headers and at most a byte more than a page may have."""
        until = min(time.monotonic() + SECONDS, self._end)
        try:
            return _get(link, self._headers, until)
        except ssl.SSLCertVerificationError as problem:
            raise ResultError(
                f"The store's certificate is not trusted ({problem.verify_message}). Give the"
                " address that it is made out to, or name its authority in SSL_CERT_FILE."
            ) from None
        except TimeoutError:
            raise ResultError(
                f"The store takes longer than {SECONDS:.0f} seconds for an answer or"
                f" {ALL_SECONDS:.0f} for all. Try again later, or ask who runs it."
            ) from None
        except OSError as problem:
            reason = f"The store does not answer: {problem.strerror or problem}."
            raise ResultError(reason + PROXIES * bool(getproxies_environment())) from None
        except (http.client.HTTPException, ValueError, OverflowError):
            raise ResultError(f"The answer is not HTTP as a store speaks it. {NO_STORE}") from None


def _origin(address: WebAddress) -> tuple[str, str, int]:
    scheme, host, port, _ = address
    return scheme, host, port or PORTS[scheme]


def _limit(holds: bool, bound: str) -> None:
    if not holds:
        raise ResultError(
            f"The store has more than {bound}, which is more than is read at once. Ask who runs it"
            " for a store of this class alone."
        )


def _headers(credentials: Credentials) -> dict[str, str]:
    found = {
        "X-Experience-API-Version": "1.0.3",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    if credentials.user:
        pair = f"{credentials.user}:{credentials.password}".encode(errors="surrogateescape")
        found["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
    return found


class _Metered(io.RawIOBase):
    """What a socket receives: only so many bytes, and nothing after a moment."""

    def __init__(self, connected: socket.socket, until: float) -> None:
        self._socket, self._until = connected, until
        self._left = MAX_PAGE_BYTES + MAX_HEAD_BYTES

    def makefile(self, _mode: str) -> io.BufferedReader:
        """As a socket has it, for `HTTPResponse`."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read once; raises `TimeoutError` and `ResultError`."""
        self._socket.settimeout(_left(self._until))
        count = self._socket.recv_into(buffer)
        self._left -= count
        _limit(self._left >= 0, f"{MAX_PAGE_BYTES // 10**6} MB in an answer")
        return count


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _get(
    link: str, headers: dict[str, str], until: float
) -> tuple[int, http.client.HTTPMessage, bytes]:
    scheme, host, port, rest = cast(WebAddress, read_address(link))
    seconds, host = _left(until), host.strip("[]")
    connection = (
        http.client.HTTPSConnection(
            host, port, timeout=seconds, context=ssl.create_default_context()
        )
        if scheme == "https"
        else http.client.HTTPConnection(host, port, timeout=seconds)
    )
    try:
        connection.connect()
        target = quote(f"/{rest.removeprefix('/')}", safe="/?&=%:@!$'()*+,;~[]")
        connection.request("GET", target, headers=headers)
        metered = cast(socket.socket, _Metered(connection.sock, until))
        response = http.client.HTTPResponse(metered, method="GET")
        response.begin()
        return response.status, response.headers, response.read(MAX_PAGE_BYTES + 1)
    finally:
        connection.close()


def _text(status: int, headers: http.client.HTTPMessage, body: bytes) -> str:
    """The JSON of an answer; raises `ResultError` for any other."""
    if status in (401, 403):
        raise ResultError(
            "The store refuses the credentials. Set RIGHTCODE_LRS_USER and RIGHTCODE_LRS_PASSWORD"
            " to an account that may read."
        )
    if status != http.HTTPStatus.OK:
        raise ResultError(f"The store answers with the status {status}.")
    if headers.get("Content-Encoding", "identity").lower() != "identity":
        raise ResultError("The store answers compressed, which was not asked for; ask who runs it.")
    _limit(len(body) <= MAX_PAGE_BYTES, f"{MAX_PAGE_BYTES // 10**6} MB in an answer")
    if "json" not in headers.get("Content-Type", "application/json").lower():
        raise ResultError(f"The answer is not of the type application/json. {NO_STORE}")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ResultError(NO_STORE) from None
