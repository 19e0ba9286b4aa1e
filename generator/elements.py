"""The browser's side: modules in site_config/elements to one script, with Deno, which comes from PyPI."""

import hashlib
import subprocess
from pathlib import Path

import deno

SOURCES = "site_config/elements"
OPTIONS = ("bundle", "--quiet", "--minify", "--platform", "browser", "--format", "iife")


class BundleError(Exception):
    """Deno refused the modules; the message is its own."""


def elements(root: Path) -> dict[str, bytes]:
    """`assets/quiz.js` and `assets/quiz.css`; bundled again only when a module changed."""
    folder = root / SOURCES
    if not (folder / "quiz.js").exists():
        return {}
    kept = root / ".cache" / f"quiz-{_digest(folder)}.js"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        _bundle(folder / "quiz.js", kept)
    return {"assets/quiz.js": kept.read_bytes(), "assets/quiz.css": (folder / "quiz.css").read_bytes()}


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
