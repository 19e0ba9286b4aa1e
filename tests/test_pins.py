"""Nothing is fetched but in a version that a lock file names, with its digest."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.sbom import PIN

DENO = (ROOT, ROOT / "tests" / "tools")
PYTHON = (
    "requirements.txt",
    "requirements-test.txt",
    "tests/tools/anki.txt",
    "tests/tools/ralph.txt",
    "tests/tools/check_jsonschema.txt",
)
ENGINES = ("tests/tools/properdocs.txt", "tests/tools/materialx.txt")  # beside our own packages
EXACT = re.compile(r"npm:(@[\w.-]+/)?[\w.-]+@\d+\.\d+\.\d+")
DIGEST = re.compile(r"sha512-[\w+/]{86}==")


def deno(folder: Path, name: str) -> dict:
    return json.loads((folder / name).read_bytes())


@pytest.mark.parametrize("folder", DENO, ids=["site", "tools"])
def test_every_import_names_one_version(folder: Path) -> None:
    named = deno(folder, "deno.json")["imports"].values()
    assert [one for one in named if not EXACT.fullmatch(one)] == []


@pytest.mark.parametrize("folder", DENO, ids=["site", "tools"])
def test_the_lock_file_holds_what_is_imported_and_nothing_stray(folder: Path) -> None:
    lock, imports = deno(folder, "deno.lock"), deno(folder, "deno.json")["imports"]
    assert set(lock) <= {"version", "specifiers", "npm", "workspace"}, "nothing but npm packages"
    assert set(lock["specifiers"]) == set(imports.values())
    assert set(lock["workspace"]["dependencies"]) == set(imports.values())


@pytest.mark.parametrize("folder", DENO, ids=["site", "tools"])
def test_every_locked_package_has_a_digest(folder: Path) -> None:
    packages = deno(folder, "deno.lock")["npm"]
    bare = [name for name, one in packages.items() if not DIGEST.fullmatch(one["integrity"])]
    assert packages and bare == []


def test_a_build_adds_nothing_to_the_lock_file() -> None:
    assert deno(ROOT, "deno.json")["lock"] == {"path": "deno.lock", "frozen": True}


def test_no_script_names_a_package_beside_the_imports() -> None:
    folders = (ROOT / "site_config", ROOT / "tests")
    scripts = (
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in (".js", ".mjs", ".ts") and "node_modules" not in path.parts
    )
    fetched = re.compile(r"""(?:from|import)\s*\(?\s*["'](?:npm|jsr|https?):""")
    assert [path for path in scripts if fetched.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", (*PYTHON, *ENGINES))
def test_every_python_package_has_one_version_and_digests(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)
    assert len(PIN.findall(lines)) > (0 if name in ENGINES else 10)
    assert PIN.sub("", lines).strip() == "", "nothing but pins: no index, address or folder"


def test_make_installs_by_digest() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"^\t(?:\$\(PIP\)|\S*pip install) (.*)$", makefile, re.MULTILINE)
    assert len(installs) == 3
    ours = "--no-deps --no-build-isolation --editable ."
    assert [one for one in installs if "--require-hashes -r " not in one and one != ours] == []
