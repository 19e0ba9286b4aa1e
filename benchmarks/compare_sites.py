"""Compare two built sites: the same pages, the same text, the same downloads.

    .venv/bin/python -m benchmarks.compare_sites BEFORE AFTER

BEFORE and AFTER are site folders, each from its own `make site`. Pages are compared by the text and
the links that a reader sees, archives by their members, everything else by its bytes. Scripts and
style sheets in assets/ may differ: they are code, and only listed. Exit 1 where anything else
differs.
"""

import argparse
import hashlib
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import html

CODE = (".js", ".css", ".map")
ARCHIVES = (".zip", ".apkg", ".h5p", ".imscc", ".xlsx")
SHOWN = 20


def fingerprint(path: Path) -> str:
    """What a reader gets from one file, as a digest."""
    if path.suffix == ".html":
        return _digest("\n".join(_seen(path.read_bytes())).encode())
    if path.suffix in ARCHIVES:
        return _digest(_members(path.read_bytes()))
    return _digest(path.read_bytes())


def _seen(content: bytes) -> Iterator[str]:
    """Texts, link targets and form values of a page, in their order."""
    page = html.fromstring(content.decode())
    for node in page.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style"):
            continue
        yield from (
            value
            for name in ("href", "alt", "value", "title", "aria-label")
            if (value := node.get(name)) and not value.endswith(CODE)
        )
        yield " ".join((node.text or "").split())
        yield from (" ".join((child.tail or "").split()) for child in node)


def _members(content: bytes) -> bytes:
    """Names and digests of what an archive holds, the player's own code apart."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = [
            f"{name} {'' if name.endswith(CODE) else _digest(archive.read(name))}"
            for name in sorted(archive.namelist())
        ]
    return "\n".join(rows).encode()


def _is_code(name: str) -> bool:
    """Whether a file of the site is a script or style of ours; those elsewhere hold data."""
    return name == "sw.js" or (name.startswith("assets/") and name.endswith(CODE))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def files(site: Path) -> dict[str, Path]:
    """The files of a site by their path in it."""
    return {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in ("sitemap.xml.gz", ".rightcode")
    }


def compare(before: Path, after: Path) -> dict[str, list[str]]:
    """Paths that are missing, added or changed; under `code`, scripts and styles that differ."""
    old, new = files(before), files(after)
    found: dict[str, list[str]] = {
        "missing": sorted(old.keys() - new.keys()),
        "added": sorted(new.keys() - old.keys()),
        "changed": [],
        "code": [],
    }
    for name in sorted(old.keys() & new.keys()):
        if old[name].read_bytes() == new[name].read_bytes():
            continue
        if _is_code(name):
            found["code"].append(name)
        elif fingerprint(old[name]) != fingerprint(new[name]):
            found["changed"].append(name)
    return found


def main() -> int:
    """Print the differences by kind; 1 where a page, a text or a download differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    sites = parser.parse_args()
    found = compare(sites.before, sites.after)
    for kind, paths in found.items():
        print(f"{kind}: {len(paths)}")
        for path in paths[:SHOWN]:
            print(f"  {path}")
    return 1 if found["missing"] or found["added"] or found["changed"] else 0


if __name__ == "__main__":
    sys.exit(main())
