"""The browser's side: modules in site_config/elements to one script, with Deno, which comes from PyPI."""

import hashlib
import json
import subprocess
from pathlib import Path

import deno

SOURCES = "site_config/elements"
PRACTICE = ("practice", "practice-progress", "practice-review", "practice-topics")  # each with no more than its ways need
ENTRIES = ("quiz", *PRACTICE, "tools", "checktext", "results", "guide", "tracks", "assignment", "builder")  # one script each, and a style sheet where there is one
LATER = ("certificate",)  # scripts that another one loads when it needs them
LOCKS = ("deno.json", "deno.lock")
NO_LANGUAGES = ("index", "language")
OPTIONS = ("bundle", "--quiet", "--minify", "--platform", "browser", "--format", "iife")


class BundleError(Exception):
    """Deno refused the modules; the message is its own."""


def elements(root: Path) -> dict[str, bytes]:
    """Script and style of every entry, such as `assets/quiz.js`; bundled again only when a module or the lock file changed."""
    folder = root / SOURCES
    found: dict[str, bytes] = {}
    for name in (*ENTRIES, *LATER):
        if (folder / f"{name}.js").exists():
            found[f"assets/{name}.js"] = _bundled(root, folder / f"{name}.js")
        if (folder / f"{name}.css").exists():
            found[f"assets/{name}.css"] = _style(folder, name)
    return found | _languages(root)


def package_player(root: Path) -> dict[str, bytes]:
    """What a package for an LMS plays questions with: script, style, fonts and the words of other languages, by path."""
    folder = root / SOURCES
    fonts = {f"assets/fonts/{path.name}": path.read_bytes() for path in sorted((root / "site_config/assets/fonts").glob("*"))}
    style = b"\n".join(((root / "site_config/assets/site.css").read_bytes(), _style(folder, "quiz"), _style(folder, "lms")))
    return {"assets/player.js": _bundled(root, folder / "lms.js"), "assets/player.css": style, **fonts, **_languages(root)}


def _style(folder: Path, name: str) -> bytes:
    """The style sheet of an entry, then those that lie in its folder."""
    return b"\n".join(path.read_bytes() for path in (folder / f"{name}.css", *sorted((folder / name).rglob("*.css"))))


def languages(root: Path) -> tuple[str, ...]:
    """The languages that the interface speaks, English first: one a file beside en.js."""
    found = sorted(path.stem for path in (root / SOURCES / "strings").glob("*.js") if path.stem not in ("en", *NO_LANGUAGES))
    return ("en", *found)


def _languages(root: Path) -> dict[str, bytes]:
    """`assets/strings/es.js` and its like: English is in the scripts themselves."""
    return {f"assets/strings/{tag}.js": _bundled(root, _language_entry(root, tag)) for tag in languages(root)[1:]}


def _language_entry(root: Path, tag: str) -> Path:
    """A module, made here, that hands over every part's words in one language."""
    folder = root / SOURCES / "strings"
    parts = {"quiz": folder / f"{tag}.js", **{path.parent.name: path for path in sorted(folder.glob(f"*/{tag}.js"))}}
    imports = "".join(f"import {part} from {json.dumps(path.resolve().as_uri())};\n" for part, path in parts.items())
    entry = root / ".cache" / f"words-{tag}.js"
    entry.parent.mkdir(exist_ok=True)
    entry.write_text(f"{imports}globalThis.rightcodeWords = {{ {', '.join(parts)} }};\n", encoding="utf-8")
    return entry


def _bundled(root: Path, entry: Path) -> bytes:
    kept = root / ".cache" / f"{entry.stem}-{_digest(root)}.js"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        _bundle(root, entry, kept)
    return kept.read_bytes()


def _digest(root: Path) -> str:
    state = hashlib.sha256()
    for path in (*sorted((root / SOURCES).rglob("*.js")), *(path for name in LOCKS if (path := root / name).exists())):
        state.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:16]


def _bundle(root: Path, entry: Path, out: Path) -> None:
    """Written under another name first, so that an interrupted run leaves no half a script behind."""
    draft = out.with_suffix(".part")
    config = ("--config", root / "deno.json") if (root / "deno.json").exists() else ()
    done = subprocess.run([deno.find_deno_bin(), *OPTIONS, *config, "--output", draft, entry], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(f"The script of {entry} could not be bundled:\n{done.stderr.strip()}")
    draft.replace(out)
