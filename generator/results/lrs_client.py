"""Statements out of a learning record store, by xAPI 1.0.3's own interface."""

import base64
import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

from generator.facts.web_address import read_address
from generator.results.result_error import ResultError

PAGE, SECONDS = 500, 60


@dataclass(frozen=True)
class Credentials:
    """Of an account that may read; an empty user where the store asks for none."""

    user: str = ""
    password: str = field(default="", repr=False)


def statement_pages(address: str, credentials: Credentials) -> Iterator[list[Any]]:
    """Every statement in the store at `address`, oldest first; raises `ResultError`.

    The address is such as https://lrs.example.org/xAPI.
    """
    if not read_address(address):
        raise ResultError(
            f"'{address[:80]}' is no address of a store; it starts with https:// and ends before"
            " /statements."
        )
    address = address.rstrip("/")
    there: str | None = f"{address}/statements?{urlencode({'limit': PAGE, 'ascending': 'true'})}"
    seen: set[str] = set()
    while there and there not in seen:
        seen.add(there)
        page = _page(there, credentials)
        yield page["statements"]
        there = _next(address, page.get("more"))


def _next(address: str, more: object) -> str | None:
    """Where the next page is.

    Another host than the store's own is refused, for it would get the credentials.
    """
    if not more or not isinstance(more, str):
        return None
    there = urljoin(f"{address}/", more)
    if urlsplit(there)[:2] != urlsplit(address)[:2]:
        raise ResultError(
            f"The store sends us on to {urlsplit(there).netloc}, which is another host; it does not"
            " get the credentials."
        )
    return there


def _page(there: str, credentials: Credentials) -> dict[str, Any]:
    try:
        with urlopen(Request(there, headers=_headers(credentials)), timeout=SECONDS) as response:
            page = json.load(response)
    except HTTPError as problem:
        raise ResultError(_status_text(problem.code)) from None
    except (URLError, OSError, http.client.HTTPException) as problem:
        raise ResultError(
            f"The store does not answer: {getattr(problem, 'reason', problem)}."
        ) from None
    except ValueError:
        page = None
    if not isinstance(page, dict) or not isinstance(page.get("statements"), list):
        raise ResultError(
            "What answers there is no learning record store; the address ends before /statements."
        )
    return page


def _headers(credentials: Credentials) -> dict[str, str]:
    found = {"X-Experience-API-Version": "1.0.3", "Accept": "application/json"}
    if credentials.user:
        token = base64.b64encode(f"{credentials.user}:{credentials.password}".encode()).decode()
        found["Authorization"] = f"Basic {token}"
    return found


def _status_text(status: int) -> str:
    if status in (401, 403):
        return (
            "The store refuses the credentials. Set RIGHTCODE_LRS_USER and RIGHTCODE_LRS_PASSWORD"
            " to an account that may read."
        )
    return f"The store answers with the status {status}."
