"""Addresses for a site without a server: a folder's page is named in full."""

import posixpath
import re
from collections.abc import Set
from urllib.parse import unquote

ADDRESS = re.compile(
    r'(?P<before><(?:a|link|form)\b[^>]*?\s(?:href|action)=")(?P<address>[^"]*)(?=")', re.IGNORECASE
)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)


def with_full_names(html: str, page: str, paths: Set[str]) -> str:
    """The page with links to folders of the site named in full: `../codes/index.html`."""
    return ADDRESS.sub(
        lambda match: match["before"] + full_name(match["address"], page, paths), html
    )


def full_name(address: str, page: str, paths: Set[str]) -> str:
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
