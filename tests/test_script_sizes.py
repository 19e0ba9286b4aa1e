"""How large each page's script is as it travels, and that every script loaded later is made."""

import gzip
import re
from functools import cache

import pytest

from generator.build.frontend import ENTRIES, LAZY_LOADED, SOURCES, frontend_files
from tests.conftest import ROOT

USUAL = 25_000
"""Bytes, gzipped."""
LARGER = {
    "assignment": 31_000,
    "builder": 27_500,
    "results": 30_000,
}
"""Pages that do more."""
SMALLER = {"checktext": 6_000, "desk": 13_000, "desk-result": 3_500, "remittance": 15_500}
"""Their pages are for reading; the plan's facts, and what judges a text, come when asked for."""
ON_DEMAND = {
    "certificate": 265_000,
    "checker": 52_000,
    "desk-room": 29_000,
    "kept": 37_500,
    "writer-kinds": 33_500,
}
"""With libraries, the claim engine and the player, or what judges a text: for few readers."""
NAMED = re.compile(r'(?:lazyLoad|loadScript)\(\s*"([a-z-]+\.js)"')
MADE_ELSEWHERE = {
    "words.js",
    "search-index.js",
    "facts.js",
    "claims.js",
    "adjudication.js",
    "desk-work.js",
}


@cache
def made() -> dict[str, bytes]:
    return frontend_files(ROOT)


@pytest.mark.parametrize("name", [*ENTRIES, *LAZY_LOADED])
def test_a_script_keeps_its_budget(name: str) -> None:
    most = (LARGER | SMALLER | ON_DEMAND).get(name, USUAL)
    size = len(gzip.compress(made()[f"assets/{name}.js"], 9, mtime=0))
    assert size <= most, f"{name}: {size} bytes of {most}"


def test_every_script_that_another_loads_is_made() -> None:
    sources = (ROOT / SOURCES).rglob("*.js")
    named = {name for path in sources for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert {"certify.js", "progress-files.js"} <= named
    assert {f"assets/{name}" for name in named - MADE_ELSEWHERE} <= set(made())
