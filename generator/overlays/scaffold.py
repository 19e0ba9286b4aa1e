"""The files that a new overlay begins with: a sound example to change."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.authoring.file_kinds import KINDS
from generator.overlays.overlay_files import OWN_KINDS

DOTTED = {"gitignore": ".gitignore"}
LICENSED = "licensed/README.md"
LICENSED_TEXT = (
    'Put descriptors.yaml here: one line a code, `"97110": words`. Nothing in this folder is kept'
    " in git.\n"
)


def scaffold_files(
    name: str, folder: str, today: date, version: str, schemas: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Path below the new folder to content. Same arguments, same bytes."""
    blanks = {
        "{name}": name,
        "{folder}": folder,
        "{today}": today.isoformat(),
        "{version}": version,
    }
    quoted = {**blanks, "{name}": json.dumps(name, ensure_ascii=False)}
    written = {
        path: _filled(text, quoted if path.endswith(".yaml") else blanks)
        for path, text in _texts(files("generator.overlays") / "start", "")
    }
    kinds = (kind for kind in (*KINDS, *OWN_KINDS) if kind.pattern.endswith(".yaml"))
    used = {"ids.json", *(f"{kind.name}.json" for kind in kinds)}
    wired = {f"schema/{name}": content for name, content in schemas.items() if name in used}
    return {
        **written,
        **wired,
        LICENSED: LICENSED_TEXT.encode(),
        ".vscode/settings.json": _settings(),
    }


def _texts(folder: Traversable, below: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _texts(entry, f"{below}{entry.name}/")
        else:
            yield below + DOTTED.get(entry.name, entry.name), entry.read_text(encoding="utf-8")


def _filled(text: str, blanks: Mapping[str, str]) -> bytes:
    for blank, value in blanks.items():
        text = text.replace(blank, value)
    return text.encode()


def _settings() -> bytes:
    kinds = [kind for kind in (*OWN_KINDS, *KINDS) if kind.pattern.endswith(".yaml")]
    wired = {
        f"./schema/{kind.name}.json": [
            *kind.patterns,
            *(f"!{other.pattern}" for other in kinds if _within(other.pattern, kind.pattern)),
        ]
        for kind in kinds
    }
    return (
        json.dumps({"yaml.schemas": wired, "yaml.format.enable": False}, indent=2) + "\n"
    ).encode()


def _within(path: str, pattern: str) -> bool:
    """Whether `pattern` takes in the path of a file that is of another kind."""
    folder, _, name = path.rpartition("/")
    return pattern == f"{folder}/*.yaml" and "*" not in name
