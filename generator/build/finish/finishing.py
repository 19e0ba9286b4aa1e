"""The edge to a written site: a style sheet and the worker that keeps the site in the browser."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from generator.build.finish.css_pruning import site_stylesheet

SOURCES = "site_config/frontend/offline"
WORKER = "sw.js"
# The theme's own sheets are in look.css, its maps are for its makers. `CNAME` and `_headers` are
# for the host, which hands them to nobody.
LEFT_OUT = re.compile(
    r"\.map$|\.xml$|\.gz$|^assets/stylesheets/|^assets/images/|^sw\.js$"
    r"|^(?:CNAME|_[^/]*)$"
)
ONLINE = re.compile(r"^downloads/")  # for instructors, who are connected


def finish_site(root: Path, site: Path, *, is_serving: bool = False) -> None:
    """Add the style sheet and the worker of the project at `root` to its `site`.

    While serving nothing may be kept in the browser, so the worker ends itself.
    """
    files = read_folder(site)
    files.pop(WORKER, None)
    files |= (added := site_stylesheet(files))
    source = root / SOURCES / ("none.js" if is_serving else "worker.js")
    if source.exists():
        added |= (
            {WORKER: source.read_bytes()}
            if is_serving
            else _offline_worker(files, source.read_bytes())
        )
    for path, content in added.items():
        (site / path).write_bytes(content)


def read_folder(folder: Path) -> dict[str, bytes]:
    """What a browser is given below `folder`, by path; hidden files are for the host or for us."""
    found = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")))
    return {
        name: path.read_bytes()
        for name, path in found
        if path.is_file() and not f"/{name}".count("/.")
    }


def _offline_worker(files: Mapping[str, bytes], source: bytes) -> dict[str, bytes]:
    digests = {
        path: _digest(content)
        for path, content in sorted(files.items())
        if not LEFT_OUT.search(path) and not ONLINE.search(path)
    }
    version = hashlib.sha256(json.dumps(digests).encode() + source).hexdigest()[:16]
    table = json.dumps({"version": version, "files": digests}, separators=(",", ":"))
    return {WORKER: f"self.rightcode = {table};\n".encode() + source}


def _digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
