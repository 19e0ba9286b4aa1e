"""Modules of site_config/frontend to scripts, with Deno, which comes from PyPI."""

import json
import os
import re
import subprocess
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

import deno  # type: ignore[import-untyped] # has no types

from generator.cache.file_cache import cache_folder, cached_file, digest
from generator.notices.third_party import NOTICE, Component, components, notice
from generator.pages.page import PRACTICE_SCRIPTS

SOURCES = "site_config/frontend"
ENTRIES = (
    "quiz",
    *PRACTICE_SCRIPTS,
    "tools",
    "tools-visit",
    "my-payer",
    "remittance",
    "desk",
    "list",
    "flashcards",
    "checktext",
    "results",
    "guide",
    "sheet",
    "tracks",
    "certificates",
    "clinic",
    "assignment",
    "builder",
    "writer",
)  # one script each, and a style sheet where there is one
LAZY_LOADED = (
    "builder-questions",
    "certificate",
    "certify",
    "checker",
    "claim-kinds",
    "clinic-look",
    "desk-result",
    "desk-room",
    "desk-send",
    "dispute",
    "exam-file",
    "exam-scope",
    "gradebook-parts",
    "hand-in",
    "kept",
    "newer-version",
    "own-questions",
    "page-tools",
    "progress-files",
    "qr-code",
    "search",
    "send-results",
    "sign-off",
    "track-questions",
    "type-ahead",
    "writer-kinds",
)
"""Scripts that another one loads."""
LOCKS = ("deno.json", "deno.lock")
WORDS = f"{SOURCES}/shared/strings"
IMPORT = re.compile(rb'^@import "([^"]+)";$', re.MULTILINE)
FONT = re.compile(rb"@font-face \{.*?\}\n", re.DOTALL)
SLANTED = b"italic"
PART = re.compile(rb'\("([a-z_]+)",\s*[\w${]')
"""A part of the words as a bundled script asks for its translation."""
OPTIONS = ("bundle", "--quiet", "--minify", "--platform", "browser", "--format", "iife")


class BundleError(Exception):
    """Deno refused the modules; the message is its own."""


def frontend_files(root: Path) -> dict[str, bytes]:
    """Script and style of every entry by path; bundled again only when a source changed."""
    folder, state = root / SOURCES, _sources_digest(root)
    found: dict[str, bytes] = {}
    for name in (*ENTRIES, *LAZY_LOADED):
        if (folder / f"{name}.js").exists():
            found[f"assets/{name}.js"] = _cached_bundle(root, folder / f"{name}.js", state)
        if (folder / f"{name}.css").exists():
            found[f"assets/{name}.css"] = stylesheet(folder / f"{name}.css")
    return found | _language_scripts(root)


def stylesheet(path: Path) -> bytes:
    """A style sheet with those that it imports in the place of its imports."""
    return IMPORT.sub(lambda part: stylesheet(path.parent / part[1].decode()), path.read_bytes())


def package_player(root: Path) -> dict[str, bytes]:
    """What a package for an LMS plays questions with, by path.

    Nothing in it is slanted, and its other languages have the words that it uses.
    """
    folder, state = root / SOURCES, _sources_digest(root)
    fonts = {
        f"assets/fonts/{path.name}": path.read_bytes()
        for path in sorted((root / "site_config/assets/fonts").glob("*"))
        if SLANTED not in path.name.encode()
    }
    sheets = (root / "site_config/look/site.css", folder / "quiz.css", folder / "lms.css")
    player = _cached_bundle(root, folder / "lms.js", state)
    return {
        "assets/player.js": player,
        "assets/player.css": FONT.sub(_unslanted, b"\n".join(map(stylesheet, sheets))),
        **fonts,
        **_language_scripts(root, {part.decode() for part in PART.findall(player)}),
        **notice_file(root, (one for one in _carried() if one.player)),
    }


def notice_file(root: Path, listed: Iterable[Component] | None = None) -> dict[str, bytes]:
    """The project's license and those of `listed`, by default of all that the site carries."""
    own = root / "LICENSE"
    text = own.read_text("utf-8") if own.exists() else ""
    return {NOTICE: notice(text, _carried() if listed is None else listed).encode()}


def _carried() -> Iterator[Component]:
    return chain.from_iterable(components().values())


def languages(root: Path) -> tuple[str, ...]:
    """The languages that the interface speaks, English first: one a folder of words."""
    found = (path.name for path in (root / WORDS).iterdir() if path.is_dir())
    return ("en", *sorted(set(found) - {"en"}))


def _unslanted(font: re.Match[bytes]) -> bytes:
    return b"" if SLANTED in font[0] else font[0]


def _language_scripts(root: Path, used: Collection[str] | None = None) -> dict[str, bytes]:
    """The words of each language but English, or those parts of them that are used."""
    return {f"assets/strings/{tag}.js": _words(root, tag, used) for tag in languages(root)[1:]}


def _words(root: Path, tag: str, used: Collection[str] | None) -> bytes:
    paths = sorted((root / WORDS / tag).glob("*.json"))
    chosen = (path for path in paths if used is None or path.stem in used)
    parts = {path.stem: json.loads(path.read_bytes()) for path in chosen}
    return f"globalThis.rightcodeWords = {json.dumps(parts, ensure_ascii=False)};\n".encode()


def _cached_bundle(root: Path, entry: Path, state: str) -> bytes:
    return cached_file(
        cache_folder(root) / f"{entry.stem}-{state}.js", lambda draft: _bundle(root, entry, draft)
    )


def _sources_digest(root: Path) -> str:
    return digest(
        root,
        (
            *sorted((root / SOURCES).rglob("*.js")),
            *sorted((root / WORDS / "en").glob("*.json")),
            *(path for name in LOCKS if (path := root / name).exists()),
        ),
    )


def _bundle(root: Path, entry: Path, out: Path) -> None:
    config = ("--config", root / "deno.json") if (root / "deno.json").exists() else ()
    done = subprocess.run(
        [deno.find_deno_bin(), *OPTIONS, *config, "--output", out, entry],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    if done.returncode:
        reason = done.stderr.partition("error: bundling failed")[0].strip()
        raise BundleError(f"The script of {entry} could not be bundled:\n{reason}")
