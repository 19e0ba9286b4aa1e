"""The JSON Schemas that editors use are those of the models."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from generator.authoring.file_kinds import KINDS
from generator.build.schema_types import (
    CONSTANTS_PATH,
    PATH,
    browser_constants,
    json_schemas,
    schema_types,
)
from tests.conftest import ROOT

FOLDER = ROOT / "site_config" / "schema"


@cache
def schemas() -> Mapping[str, bytes]:
    return json_schemas()


def test_the_committed_schemas_are_current() -> None:
    committed = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert [name for name in schemas() if committed.get(name) != schemas()[name]] == [], (
        "run `rightcode schema` and commit what it writes"
    )


def test_the_browser_s_types_are_current() -> None:
    expected = {PATH: schema_types(), CONSTANTS_PATH: browser_constants()}
    assert {path: (ROOT / path).read_bytes() for path in expected} == expected, (
        "run `rightcode schema` and commit what it writes"
    )


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(schemas())


def test_every_kind_of_yaml_has_a_schema() -> None:
    assert {f"{kind.name}.json" for kind in KINDS if kind.pattern.endswith(".yaml")} <= set(
        schemas()
    )


def test_a_schema_describes_keys_as_authors_write_them() -> None:
    period = json.loads(schemas()["rule.json"])["$defs"]["Period"]
    assert set(period["properties"]) == {"from", "to"}
    assert period["additionalProperties"] is False


def by_settings(path: Path) -> set[str]:
    """The schemas that VS Code's settings give to a file."""
    wired = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ]
    patterns = {
        schema: [given] if isinstance(given, str) else given for schema, given in wired.items()
    }
    return {
        Path(schema).name
        for schema, some in patterns.items()
        if any(path.relative_to(ROOT).match(pattern) for pattern in some)
    }


def schemas_found(path: Path) -> set[str]:
    """By the file's own first lines, which come first, or by the settings."""
    lines = path.read_text(encoding="utf-8").splitlines()[:3]
    named = {line.partition("$schema=")[2] for line in lines if "yaml-language-server" in line}
    return {(path.parent / name).resolve().name for name in named} or by_settings(path)


def schema_of(path: Path) -> str:
    kind = next(kind for kind in KINDS if any(path.match(pattern) for pattern in kind.patterns))
    return f"{kind.name}.json"


def test_an_editor_finds_the_schema_of_every_file() -> None:
    content = [
        path for folder in ("content", "quizzes") for path in (ROOT / folder).rglob("*.yaml")
    ]
    assert len(content) > 200
    wrong = {
        path.name: schemas_found(path)
        for path in content
        if schemas_found(path) != {schema_of(path)}
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "name", [f"{kind.name}.json" for kind in KINDS if kind.pattern.endswith(".yaml")]
)
def test_settings_give_each_kind_its_schema_for_files_yet_to_be_written(name: str) -> None:
    kind = next(kind for kind in KINDS if f"{kind.name}.json" == name)
    for pattern in kind.patterns:
        assert name in by_settings(ROOT / pattern.replace("*", "new"))
