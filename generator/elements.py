"""The browser's side: modules in site_config/elements to one script, with Deno, which comes from PyPI."""

import hashlib
import subprocess
from pathlib import Path

import deno

SOURCES = "site_config/elements"
ENTRIES = ("quiz", "tools")  # one script and one style sheet each
OPTIONS = ("bundle", "--quiet", "--minify", "--platform", "browser", "--format", "iife")


class BundleError(Exception):
    """Deno refused the modules; the message is its own."""


def elements(root: Path) -> dict[str, bytes]:
    """Script and style of every entry, such as `assets/quiz.js`; bundled again only when a module changed."""
    folder = root / SOURCES
    found: dict[str, bytes] = {}
    for name in ENTRIES:
        if (folder / f"{name}.js").exists():
            kept = root / ".cache" / f"{name}-{_digest(folder)}.js"
            if not kept.exists():
                kept.parent.mkdir(exist_ok=True)
                _bundle(folder / f"{name}.js", kept)
            found |= {f"assets/{name}.js": kept.read_bytes(), f"assets/{name}.css": _style(folder, name)}
    return found


def _style(folder: Path, name: str) -> bytes:
    """The style sheet of an entry, then those that lie in its folder."""
    return b"\n".join(path.read_bytes() for path in (folder / f"{name}.css", *sorted((folder / name).rglob("*.css"))))


def _digest(folder: Path) -> str:
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*.js")):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:16]


def _bundle(entry: Path, out: Path) -> None:
    """Written under another name first, so that an interrupted run leaves no half a script behind."""
    draft = out.with_suffix(".part")
    done = subprocess.run([deno.find_deno_bin(), *OPTIONS, "--output", draft, entry], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"The script of {entry} could not be bundled:\n{done.stderr.strip()}")
    draft.replace(out)
