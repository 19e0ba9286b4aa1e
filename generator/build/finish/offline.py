"""The worker that keeps the site in the browser: its list of files, each with its digest."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping

OUT = "sw.js"
# The theme's own sheets are in look.css, its maps are for its makers, its language packs for other
# languages.
LEFT_OUT = re.compile(
    r"\.map$|\.xml$|\.gz$|^assets/stylesheets/|^assets/javascripts/lunr/|^assets/images/|^sw\.js$"
)
ONLINE = re.compile(r"^downloads/")  # for instructors, who are connected


def offline_worker(files: Mapping[str, bytes], source: bytes) -> dict[str, bytes]:
    """`sw.js`.

    Same files and same source, same bytes; one byte changed anywhere, another version.
    """
    digests = {
        path: _digest(content)
        for path, content in sorted(files.items())
        if not LEFT_OUT.search(path) and not ONLINE.search(path)
    }
    version = hashlib.sha256(json.dumps(digests).encode() + source).hexdigest()[:16]
    head = (
        "self.rightcode ="
        f" {json.dumps({'version': version, 'files': digests}, separators=(',', ':'))};\n"
    )
    return {OUT: head.encode() + source}


def _digest(content: bytes) -> str:
    """As `integrity` in a request wants it."""
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
