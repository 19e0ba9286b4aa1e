"""The JSON Schemas that editors use are those of the models."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.authoring.file_kinds import KINDS
from generator.authoring.finding_registry import PAGE, findings_page
from generator.build.editor_schemas import IDS, ids_in, json_schemas, key_descriptions
from generator.build.schema_types import CONSTANTS_PATH, PATH, browser_constants, schema_types
from tests.conftest import BASE, ROOT, Approve
from tests.test_cli import run

FOLDER = ROOT / "site_config" / "schema"


@cache
def schemas() -> Mapping[str, bytes]:
    return json_schemas()


@pytest.mark.parametrize("name", schemas())
def test_the_committed_schemas_are_current(name: str, approve: Approve) -> None:
    approve(FOLDER / name, schemas()[name])


@pytest.mark.parametrize(
    ("path", "made"), [(PATH, schema_types), (CONSTANTS_PATH, browser_constants)]
)
def test_the_browser_s_types_are_current(
    path: str, made: Callable[[], bytes], approve: Approve
) -> None:
    approve(ROOT / path, made())


def test_the_page_of_all_findings_is_current(approve: Approve) -> None:
    approve(ROOT / PAGE, findings_page().encode())


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*schemas(), IDS}


def test_every_kind_of_yaml_has_a_schema() -> None:
    assert {f"{kind.name}.json" for kind in KINDS if kind.pattern.endswith(".yaml")} <= set(
        schemas()
    )


def keys_of(node: object, model: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each key of a schema and of those within it, as `Model.key`, with what is said of it."""
    if isinstance(node, list):
        for part in node:
            yield from keys_of(part, model)
    elif isinstance(node, dict):
        name = node.get("title", model)
        yield from ((f"{name}.{key}", part) for key, part in node.get("properties", {}).items())
        for part in node.values():
            yield from keys_of(part, name)


def test_every_key_has_a_description() -> None:
    silent = {
        key
        for name, schema in schemas().items()
        for key, part in keys_of(json.loads(schema), name)
        if not part.get("description")
    }
    assert silent == set(), "add them to generator/build/key_descriptions.yaml"


def fields_without_words(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The keys of a model, and of those that rest on it, whose field says nothing of them."""
    for name, field in model.model_fields.items():
        if field.description is None:
            yield model.__name__, field.alias or name
    for kind in model.__subclasses__():
        for name, key in fields_without_words(kind):
            yield from ((name, key), (model.__name__, key))


def test_every_description_is_of_a_key_that_needs_one() -> None:
    needed = set(fields_without_words(BaseModel))
    keys = {key for _, key in needed}
    gone = {
        f"{model}.{key}"
        for model, said in key_descriptions().items()
        for key in said
        if ((model, key) not in needed if model != "any" else key not in keys)
    }
    assert gone == set(), "remove them from generator/build/key_descriptions.yaml"


def test_ids_are_offered_and_others_may_be_written() -> None:
    offered = ids_in((FOLDER / IDS).read_bytes())
    assert {"medicare-part-b", "commercial"} <= offered["PayerId"]
    assert {"97124", "97110"} <= offered["CodeId"]
    assert {"codes/97124", "edits/97140-97124"} <= offered["FactId"]
    named = set(re.findall(r'"ids\.json#/\$defs/(\w+)"', b"".join(schemas().values()).decode()))
    assert named <= set(offered)


def test_a_schema_describes_keys_as_authors_write_them() -> None:
    period = json.loads(schemas()["rule.json"])["$defs"]["Period"]
    assert set(period["properties"]) == {"from", "to"}
    assert period["additionalProperties"] is False


def by_settings(path: Path) -> set[str]:
    """The schemas that VS Code's settings give to a file."""
    wired = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))[
        "yaml.schemas"
    ]
    below, found = path.relative_to(ROOT), set()
    for schema, given in wired.items():
        patterns = [given] if isinstance(given, str) else given
        if not any(below.match(pattern[1:]) for pattern in patterns if pattern[0] == "!"):
            found |= {Path(schema).name for pattern in patterns if below.match(pattern)}
    return found


def by_first_line(path: Path) -> set[str]:
    """The schema that the file's own first line names, for editors that read no settings."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    return set() if name == first else {(path.parent / name).resolve().name}


def schema_of(path: Path) -> str:
    kind = next(kind for kind in KINDS if any(path.match(pattern) for pattern in kind.patterns))
    return f"{kind.name}.json"


def test_an_editor_finds_the_schema_of_every_file() -> None:
    content = [
        path for folder in ("content", "quizzes") for path in (ROOT / folder).rglob("*.yaml")
    ]
    assert len(content) > 200
    wrong = [
        path.name
        for path in content
        if not by_first_line(path) == by_settings(path) == {schema_of(path)}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "name", [f"{kind.name}.json" for kind in KINDS if kind.pattern.endswith(".yaml")]
)
def test_settings_give_each_kind_its_schema_for_files_yet_to_be_written(name: str) -> None:
    kind = next(kind for kind in KINDS if f"{kind.name}.json" == name)
    for pattern in kind.patterns:
        assert name in by_settings(ROOT / pattern.replace("*", "new"))


def test_check_names_the_ids_that_editors_lack_and_schema_tells_them(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    run("schema", "--root", tmp_path)
    assert "Editors" not in run("check", "--root", tmp_path)[2]
    with (tmp_path / "content" / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(
            "our-manual: {publisher: We, title: Ours, read: 2026-11-01, kind: clinic,"
            " reliability: weak}\n"
        )
    status, _, told = run("check", "--root", tmp_path)
    assert status == 0
    assert "Editors do not complete our-manual yet; `rightcode schema` tells them." in told
    run("schema", "--root", tmp_path)
    assert "Editors" not in run("check", "--root", tmp_path)[2]


def test_a_clinics_own_ids_are_offered_in_its_folder(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    run("new", "clinic", clinic)
    ids = clinic / "schema" / IDS
    assert "our-main-plan" in ids_in(ids.read_bytes())["PayerId"]
    ids.unlink()
    run("schema", "--root", ROOT, "--overlay", clinic)
    assert {"our-main-plan", "commercial"} <= ids_in(ids.read_bytes())["PayerId"]
