"""Imports point one way, so that each layer can be read without those above it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From the edges down; a module imports from its own line and from those below it.
LAYERS = (
    "cli",
    "commands",
    "build",
    "badges",
    "exports results fact_check",
    "pages",
    "overlays",
    "checks",
    "questions",
    "billing",
    "cms",
    "authoring",
    "cache",
    "facts",
    "findings",
)
LAYER = {name: depth for depth, layer in enumerate(LAYERS) for name in layer.split()}
ONLY = {"yaml": "authoring", "jinja2": "pages", "mkdocs": "build", "typer": "cli commands"}
TOO_LONG = {"language", "beliefs", "hide", "labels", "timeline_page"}  # to be empty soon
FILES = sorted(
    path
    for path in (ROOT / "generator").rglob("*.py")
    if path.stem != "__init__" or path.parent.name != "generator"
)


def part_of(path: Path) -> str:
    return path.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The full names of what a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_used(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("generator.")} - {
        part_of(path)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_below(path: Path) -> None:
    assert part_of(path) in LAYER, f"give generator/{part_of(path)} its place in LAYERS"
    upwards = {
        part
        for part in parts_used(path)
        if LAYER[part] <= LAYER[part_of(path)] and part not in LAYERS[LAYER[part_of(path)]].split()
    }
    assert upwards == set()


def test_no_two_parts_import_each_other() -> None:
    used: dict[str, set[str]] = {}
    for path in FILES:
        used.setdefault(part_of(path), set()).update(parts_used(path))
    assert [
        (one, other)
        for one in used
        for other in used[one]
        if one < other and one in used.get(other, ())
    ] == []


@pytest.mark.parametrize(("library", "users"), ONLY.items())
def test_a_library_is_known_to_one_part_alone(library: str, users: str) -> None:
    found = {
        part_of(path)
        for path in FILES
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert found == set(users.split())


@pytest.mark.parametrize("part", ["facts", "authoring", "billing", "checks", "pages"])
def test_the_core_knows_no_clock_no_disk_no_network_and_no_chance(part: str) -> None:
    effects = {
        "time",
        "random",
        "os",
        "pathlib",
        "socket",
        "urllib",
        "http",
        "subprocess",
        "tempfile",
        "secrets",
        "uuid",
    }
    used = {
        name.split(".")[0] for path in FILES if part_of(path) == part for name in imported(path)
    }
    assert used & effects == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    if path.stem not in TOO_LONG:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
