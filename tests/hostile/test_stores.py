"""results --lrs on stores that lie, never end, answer slowly or send on to somebody else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.hostile import judge
from tests.hostile.cases import Case
from tests.hostile.fake_store import RAW, SLOW, FakeStore, stores
from tests.hostile.handed_in import result
from tests.hostile.projects import project
from tests.hostile.values import with_json
from tests.results.core import statements

USER, PASSWORD = "teacher", "pass-word-of-the-store"
LOGIN = {"RIGHTCODE_LRS_USER": USER, "RIGHTCODE_LRS_PASSWORD": PASSWORD}
REDIRECTS = (
    "other",
    "localhost",
    "relative",
    "protocol",
    "itself",
    "circle",
    "file",
    "ftp",
    "data",
    "login",
    "nowhere",
    "six",
    "none",
    "header",
    "https",
)
MORE = (
    "other",
    "protocol",
    "login",
    "localhost",
    "itself",
    "endless",
    "query",
    "file",
    "javascript",
    "six",
    "port",
    "number",
    "list",
    "object",
    "break",
    "zero",
    "half",
    "long",
    "blank",
    "https",
    "dots",
    "redirect",
)


def sound_statements() -> list[dict[str, Any]]:
    return statements({}, [result()])[0]


@pytest.fixture
def pair() -> Iterator[tuple[FakeStore, FakeStore]]:
    with stores(sound_statements()) as both:
        yield both


def asked(name: str, address: str, **more: Any) -> Case:
    return Case(
        f"store: {name}",
        ("results", "--lrs", address, "--out", "o", "--root", "p"),
        project(),
        may=("p/.cache", "o"),
        env={**LOGIN, **more.pop("env", {})},
        never=(PASSWORD, r"root:x:0"),
        problems=2,
        patience=40,
        **more,
    )


def held(cases: list[Case], folder: Path, width: int = 6) -> None:
    """Many at once: they wait more than they work."""
    judge.hold(cases, folder, width)


def test_redirects_and_more(pair: tuple[FakeStore, FakeStore], tmp_path: Path) -> None:
    one, other = pair
    cases = [
        asked(f"redirect {status} {where}", f"{one.address}/redirect-{status}-{where}")
        for status in (301, 302, 303, 307, 308)
        for where in REDIRECTS
    ]
    cases += [asked(f"more {where}", f"{one.address}/more-{where}") for where in MORE]
    try:
        held(cases, tmp_path / "cases")
    finally:
        assert other.credentials() == [], "another host got the credentials"
        strangers = [head for head in one.credentials() if "Host: localhost" in head]
        assert strangers == [], "another name of the host got the credentials"


def test_answers(pair: tuple[FakeStore, FakeStore], tmp_path: Path) -> None:
    one, _ = pair
    cases = [
        asked(
            "sound",
            f"{one.address}/sound",
            want="fine",
            holds=(("o/gradebook.csv", "Sound Learner"),),
        )
    ]
    cases += [asked(f"answer {name}", f"{one.address}/{name}") for name in (*RAW, *SLOW)]
    cases += [
        asked(f"status {status}", f"{one.address}/status-{status}")
        for status in (
            100,
            101,
            199,
            201,
            202,
            204,
            206,
            300,
            304,
            400,
            401,
            403,
            404,
            407,
            409,
            418,
            429,
            500,
            502,
            503,
            504,
            599,
            600,
            999,
        )
    ]
    held(cases, tmp_path / "cases", 8)


def test_statements(pair: tuple[FakeStore, FakeStore], tmp_path: Path) -> None:
    """A part of a sound answer replaced; the other learner's result must come through."""
    one, _ = pair
    page = {"statements": one.statements, "more": ""}
    cases = []
    for number, (name, body) in enumerate(with_json(page, 160, "statements")):
        one.bodies[f"body{number}"] = body
        cases.append(asked(f"statements: {name}", f"{one.address}/body{number}"))
    held(cases, tmp_path / "cases")


def test_addresses(pair: tuple[FakeStore, FakeStore], tmp_path: Path) -> None:
    one, other = pair
    port = one.address.rpartition(":")[2]
    words = [
        "",
        " ",
        "x",
        "http://",
        "https://",
        "http:///",
        "http://[::1",
        "https://[::1",
        "http://[",
        "http://]",
        "http://[::1]:x/",
        "ftp://x",
        "file:///etc/passwd",
        "javascript:hostile()",
        "data:application/json,{}",
        "http://127.0.0.1:99999999/",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:1/",
        "http://127.0.0.1:-1/",
        "http://a b/",
        "http://a\nb/",
        "http://a\r\nX: y/",
        "http://\x00/",
        "http://" + "a" * 300 + "/",
        "http://" + "a." * 200 + "/",
        "http://é.example/",
        "http://xn--/",
        "http://nowhere.invalid/",
        f"https://127.0.0.1:{port}/",
        f"HTTP://127.0.0.1:{port}/sound",
        f"http://user:secret@127.0.0.1:{port}/sound",
        f"http://127.0.0.1:{port}/sound?x=1#y",
        f"http://127.0.0.1:{port}/é",
        f"http://127.0.0.1:{port}/\u202e",
        f"http://127.0.0.1:{port}/" + "x" * 100_000,
        "//127.0.0.1/",
        "http:127.0.0.1",
        "http://%zz/",
        "http://..",
        "http://.",
        "http://-",
        "--",
        "http://0/",
        "http://255.255.255.255/",
        "http://[fe80::1%25evil]/",
        "http://127.0.0.1:８０/",
        "\x1b[31m",
        "http://\ud800/",
        "http://user:@/",
        "http://:@/",
    ]
    cases = [
        asked(f"address {word[:40]!r}", word)
        for word in words
        if "\x00" not in word and "\ud800" not in word
    ]
    for name, env in {
        "user of a line break": {"RIGHTCODE_LRS_USER": "a\r\nX-Evil: 1"},
        "user with a colon": {"RIGHTCODE_LRS_USER": "a:b"},
        "user of no text": {"RIGHTCODE_LRS_USER": "\udcff"},
        "password that is long": {"RIGHTCODE_LRS_PASSWORD": "x" * 100_000},
        "password with emoji": {"RIGHTCODE_LRS_PASSWORD": "😀"},
        "no password": {"RIGHTCODE_LRS_PASSWORD": ""},
    }.items():
        cases.append(asked(name, f"{one.address}/sound", env=env))
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        cases.append(
            asked(f"a proxy by {proxy}", f"{one.address}/sound", env={proxy: other.address})
        )
    cases.append(
        asked("a proxy that is none", f"{one.address}/sound", env={"http_proxy": "http://[::1"})
    )
    try:
        held(cases, tmp_path / "cases")
    finally:
        assert other.credentials() == [], "a proxy got the credentials in the clear"
