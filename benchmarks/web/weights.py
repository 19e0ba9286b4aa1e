"""What we add to a page, as it travels."""

import gzip
import re
from pathlib import Path

SCRIPT = re.compile(r'<script\b[^>]*\bsrc="(?P<path>[^"]*)"')
THEME = re.compile(r"assets/(?:javascripts/|theme\.js)")


def added(site: Path, address: str) -> tuple[int, int]:
    """Bytes of script and style, gzipped, that the page at `address` has for its questions."""
    page = site / address / "index.html"
    html = page.read_text(encoding="utf-8")
    scripts = [path for path in SCRIPT.findall(html) if not THEME.search(path)]
    styles = [path for path in re.findall(r'<link rel="stylesheet" href="([^"]*)"', html) if not path.endswith("look.css")]
    return _size(page, scripts), _size(page, styles)


def pages_with_script_and_no_question(site: Path) -> list[str]:
    """Pages that load script of ours and have nothing to answer or to practise; there should be none."""
    found = []
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        has_script = any(not THEME.search(path) for path in SCRIPT.findall(html))
        if has_script and not re.search(r"<rc-[a-z]+", html):
            found.append(page.parent.relative_to(site).as_posix())
    return found


def inline(html: str) -> int:
    """Bytes, gzipped, of script and style that stand in the page itself."""
    parts = re.findall(r"<(?:script|style)\b(?![^>]*(?:\bsrc=|application/(?:ld\+)?json))[^>]*>(.*?)</(?:script|style)>", html, re.DOTALL)
    return len(gzip.compress("".join(parts).encode(), 9, mtime=0))


def _size(page: Path, paths: list[str]) -> int:
    return sum(len(gzip.compress((page.parent / path).resolve().read_bytes(), 9, mtime=0)) for path in paths)
