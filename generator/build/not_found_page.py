"""The page of addresses that are not there, with the script that finds the site's folder."""

from pathlib import Path

from generator.build.error_banner import allow_inline

NAME = "404.html"
SOURCE = "site_config/frontend/offline/not_found.js"
PLACE = "<script></script>"


def with_own_script(html: str, root: Path) -> str:
    """The page with its script inside, which its policy allows by the script's digest.

    A script in a file of its own could not be named: the page is shown at any depth.
    """
    source = root / SOURCE
    if PLACE not in html or not source.exists():
        return html
    script = source.read_text(encoding="utf-8")
    return allow_inline(html, "script-src", script).replace(PLACE, f"<script>{script}</script>")
