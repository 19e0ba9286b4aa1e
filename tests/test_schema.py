"""The JSON Schemas that editors use are those of the models."""

import json

import pytest

from generator.load import KINDS
from generator.schema import schemas
from tests.conftest import ROOT

FOLDER = ROOT / "site_config" / "schema"
CONTENT = sorted(path for folder in ("content", "quizzes") for path in (ROOT / folder).rglob("*.yaml"))


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_committed_schema_is_current(name: str) -> None:
    assert (FOLDER / name).read_bytes() == schemas()[name], "run `rightcode schema` and commit what it writes"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(schemas())


def test_every_kind_of_yaml_has_a_schema() -> None:
    assert set(schemas()) == {f"{kind.name}.json" for kind in KINDS if kind.pattern.endswith(".yaml")}


def test_a_schema_describes_keys_as_authors_write_them() -> None:
    period = json.loads(schemas()["rule.json"])["$defs"]["Period"]
    assert set(period["properties"]) == {"from", "to"}
    assert period["additionalProperties"] is False


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_content_file_names_the_schema_of_its_kind(path) -> None:
    kind = next(kind for kind in KINDS if path.match(kind.pattern))
    lines = path.read_text(encoding="utf-8").splitlines()
    named = next((line.partition("$schema=")[2] for line in lines[:3] if "yaml-language-server" in line), "")
    assert named and (path.parent / named).resolve() == FOLDER / f"{kind.name}.json"
