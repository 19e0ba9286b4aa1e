"""What we add to a page, as it travels."""

import gzip
import re
from pathlib import Path

SCRIPT = re.compile(r'<script\b[^>]*\bsrc="(?P<path>[^"]*)"')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)"')
THEME = re.compile(r"assets/(?:javascripts/|theme\.js)")


QUESTIONS = re.compile(r"<rc-(?:quiz|variants|practice|flashcards)\b")
MOST = 25_000  # bytes of script, gzipped, that a page may have for its questions


def sorts(site: Path) -> dict[str, tuple[int, int]]:
    """What `added` says of one page of each sort with questions.

    The first by name of those that load the same scripts and styles.
    """
    found: dict[tuple[str, ...], str] = {}
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        if QUESTIONS.search(html):
            loaded = tuple(sorted({Path(path).name for path in (*_scripts(html), *_styles(html))}))
            found.setdefault(loaded, page.parent.relative_to(site).as_posix())
    return {address: added(site, address) for address in sorted(found.values())}


def added(site: Path, address: str) -> tuple[int, int]:
    """Bytes of script and style, gzipped, that the page at `address` has for its questions."""
    page = site / address / "index.html"
    html = page.read_text(encoding="utf-8")
    return _size(page, _scripts(html)), _size(page, _styles(html))


def pages_with_script_and_no_question(site: Path) -> list[str]:
    """Pages that load script of ours and have nothing to answer or to practice.

    There should be none.
    """
    found = []
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        if _scripts(html) and not re.search(r"<rc-[a-z]+", html):
            found.append(page.parent.relative_to(site).as_posix())
    return found


def inline(html: str) -> int:
    """Bytes, gzipped, of script and style that stand in the page itself."""
    parts = re.findall(
        r"<(?:script|style)\b(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))[^>]*>"
        r"(.*?)</(?:script|style)>",
        html,
        re.DOTALL,
    )
    return len(gzip.compress("".join(parts).encode(), 9, mtime=0))


def _scripts(html: str) -> list[str]:
    return [path for path in SCRIPT.findall(html) if not THEME.search(path)]


def _styles(html: str) -> list[str]:
    return [path for path in STYLE.findall(html) if not path.endswith("look.css")]


def _size(page: Path, paths: list[str]) -> int:
    return sum(
        len(gzip.compress((page.parent / path).resolve().read_bytes(), 9, mtime=0))
        for path in paths
    )
