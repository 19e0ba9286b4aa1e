"""A site as one archive that opens from a folder, by double-click, without a server."""

import io
import json
import posixpath
import re
import zipfile
from collections.abc import Mapping, Set
from urllib.parse import unquote

from generator.build.changes_feed import FEED
from generator.build.finish.finishing import LEFT_OUT, ONLINE, WORKER

SHIM = "assets/file.js"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment an archive can name
FOLDER = "rightcode/"
# A page from a folder has no origin: it may not ask for a manifest, a worker or a font ahead of
# time.
NEEDS_ORIGIN = re.compile(r'<link rel="(?:manifest|preload)"[^>]*>\n?')
# What every quiz is packed in for other programs is three times the rest of the site: it stays
# where the site is online.
ONLINE_PART = re.compile(r"<!-- rc:online -->.*?<!-- rc:to-here -->", re.DOTALL)
NOT_HERE = (
    "<p>This copy of the site leaves these files out to stay small. They are on this page where the"
    " site is online, and the commands below write them.</p>"
)
ADDRESS = re.compile(
    r'(?P<before><(?:a|link|form)\b[^>]*?\s(?:href|action)=")(?P<address>[^"]*)(?=")', re.IGNORECASE
)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)


def bundle_files(files: Mapping[str, bytes], scripts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the archive; `scripts` are those that only a page from a folder needs."""
    included = {path: content for path, content in files.items() if not _is_left_out(path)}
    pages = {
        path: _page(path, content, included)
        for path, content in included.items()
        if path.endswith(".html")
    }
    data = {
        f"{path}.js": _as_script(path, content)
        for path, content in included.items()
        if path.endswith(".json")
    }
    return {**included, **pages, **data, **scripts}


def _is_left_out(path: str) -> bool:
    if path == FEED:  # which a page links
        return False
    return bool(LEFT_OUT.search(path) or ONLINE.search(path)) or path in (WORKER, "404.html")


def zipped_bundle(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files` in one folder; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(FOLDER + path, EPOCH)
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _page(path: str, content: bytes, paths: Mapping[str, bytes]) -> bytes:
    html = ONLINE_PART.sub(NOT_HERE, NEEDS_ORIGIN.sub("", content.decode()))
    html = _with_full_names(html, path, paths.keys())
    root = "../" * path.count("/")
    return re.sub(
        r"(<script\b[^>]*\btheme\.js)", rf'<script src="{root}{SHIM}"></script>\1', html, count=1
    ).encode()


def _as_script(path: str, content: bytes) -> bytes:
    """A JSON file as a script, since a page from a folder may load scripts and not read files."""
    return (
        b"rightcodeFile("
        + json.dumps(path).encode()
        + b", "
        + json.dumps(content.decode()).encode()
        + b");\n"
    )


def _with_full_names(html: str, page: str, paths: Set[str]) -> str:
    return ADDRESS.sub(
        lambda match: match["before"] + _full_name(match["address"], page, paths), html
    )


def _full_name(address: str, page: str, paths: Set[str]) -> str:
    """`address` as seen from `page`; unchanged where it leads outside, to a file, or nowhere."""
    if OUTSIDE.match(address):
        return address
    folder = re.split("[?#]", address, maxsplit=1)[0]
    target = posixpath.normpath(
        posixpath.join(posixpath.dirname(page), unquote(folder))
    ).removeprefix("./")
    index = "index.html" if target == "." else f"{target}/index.html"
    if target in paths or index not in paths:
        return address
    return f"{folder.removesuffix('/') or '.'}/index.html{address[len(folder) :]}"
