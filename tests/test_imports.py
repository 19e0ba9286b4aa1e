"""Imports point one way, as the table of rooms in docs/architecture.md says."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROW = re.compile(r"^\| `([\w.*]+)` \|", re.MULTILINE)
ROOMS = ROW.findall((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
FRONTEND = ROOT / "site_config" / "frontend"
FRONTEND_ROOMS = re.findall(
    r"^- `(\w+)/`", (FRONTEND / "README.md").read_text(encoding="utf-8"), re.MULTILINE
)
SOURCES = [
    path
    for path in sorted((ROOT / "site_config").rglob("*.*"))
    if path.suffix in (".css", ".js", ".ts")
]
FILES = sorted((ROOT / "generator").rglob("*.py"))
LIBRARIES = {
    "yaml": {"authoring"},
    "jinja2": {"pages"},
    "mkdocs": {"build"},
    "typer": {"cli", "commands"},
}
EFFECTS = frozenset(
    [
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
    ]
)
PURE = ("facts", "authoring", "billing", "checks", "pages")
GENERATED = ("schema_types.d.ts",)


def module_of(path: Path) -> str:
    """`billing.claim` for generator/billing/claim.py, `billing` for its __init__."""
    parts = path.relative_to(ROOT / "generator").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@cache
def room_of(module: str) -> str:
    """The longest pattern of the table that the module or a package above it fits; "" for none."""
    names = [module.rsplit(".", depth)[0] for depth in range(module.count(".") + 1)]
    fitting = (room for room in ROOMS if any(fnmatchcase(name, room) for name in names))
    return max(fitting, key=len, default="")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The full names of what a file imports."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_used(path: Path) -> set[str]:
    """What a file imports of the generator, such as `billing.claim.build_claim`."""
    prefix = "generator."
    return {name.removeprefix(prefix) for name in imported(path) if name.startswith(prefix)}


def test_every_module_imports_only_from_its_room_and_those_below() -> None:
    rooms = {path: room_of(module_of(path)) for path in FILES[1:]}
    assert [module_of(path) for path, room in rooms.items() if not room] == [], (
        "give them a row in docs/architecture.md"
    )
    upward = {
        module_of(path): above
        for path, room in rooms.items()
        if (
            above := {
                name
                for name in modules_used(path)
                if ROOMS.index(room_of(name)) < ROOMS.index(room)
            }
        )
    }
    assert upward == {}


def test_every_room_of_the_table_has_modules() -> None:
    assert set(ROOMS) == {room_of(module_of(path)) for path in FILES[1:]}


def test_every_room_says_what_lives_there() -> None:
    folders = [path.parent for path in FILES if path.name == "__init__.py"]
    silent = [
        folder.name
        for folder in folders
        if not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_folder_says_what_it_may_import() -> None:
    wrong = {}
    for folder in sorted(path for path in (ROOT / "generator").iterdir() if path.is_dir()):
        if not (folder / "__init__.py").exists():
            continue
        names = {name.split(".")[0] for path in folder.rglob("*.py") for name in modules_used(path)}
        text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
        listed = (text or "").partition("May import: ")[2].rstrip(".").replace("\n", " ")
        if set(filter(None, listed.split(", "))) != names - {folder.name}:
            wrong[folder.name] = sorted(names - {folder.name})
    assert wrong == {}


def test_the_root_keeps_few_modules() -> None:
    assert len(list((ROOT / "generator").glob("*.py"))) <= 6


@pytest.mark.parametrize(("library", "rooms"), LIBRARIES.items())
def test_a_library_is_known_to_one_room(library: str, rooms: set[str]) -> None:
    users = {
        module_of(path).split(".")[0]
        for path in FILES
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert users == rooms


@pytest.mark.parametrize("room", PURE)
def test_the_core_knows_no_clock_disk_network_or_chance(room: str) -> None:
    used = {
        name.split(".")[0]
        for path in FILES
        if module_of(path).split(".")[0] == room
        for name in imported(path)
    }
    assert used & EFFECTS == set()


def test_a_script_imports_only_from_its_folder_and_those_below() -> None:
    assert set(FRONTEND_ROOMS) == {path.name for path in FRONTEND.iterdir() if path.is_dir()}
    upward = {
        f"{path.relative_to(FRONTEND)}: {above}"
        for place, room in enumerate(FRONTEND_ROOMS)
        for path in (FRONTEND / room).rglob("*.js")
        for above in re.findall(
            r'^(?:import|export|\}).* from "[./]+/(\w+)/',
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        if above in FRONTEND_ROOMS[:place]
    }
    assert upward == set()


def test_a_file_can_be_read_in_one_sitting() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in FILES + SOURCES
        if path.name not in GENERATED
    }
    assert [path for path, found in lines.items() if len(found) > 300] == []
    wide = {path for path, found in lines.items() if max(map(len, found), default=0) > 100}
    assert {path for path in wide if not path.endswith(".py")} == set()
