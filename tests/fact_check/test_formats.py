"""The command: exit codes, JSON, SARIF and HTML."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("loaded_once")
WRONG, RIGHT = "97124 is therapeutic exercise.\n", "97124 is massage.\n"
KEYS = {"line", "column", "text", "code", "verdict", "kind", "right_code", "why", "sources"}


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(
        app, ["fact-check", "--root", str(ROOT), "--date", "2026-11-21", *map(str, arguments)]
    )
    return result.exit_code, result.stdout


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = {
        "wrong": tmp_path / "wrong.md",
        "right": tmp_path / "right.md",
        "broken": tmp_path / "broken.docx",
    }
    made["wrong"].write_text(WRONG)
    made["right"].write_text(RIGHT)
    made["broken"].write_bytes(b"no archive")
    return made


def test_the_exit_code_tells_what_was_found(files: dict[str, Path]) -> None:
    assert run(files["right"])[0] == 0
    assert run(files["wrong"])[0] == 1
    assert run(files["wrong"], files["broken"])[0] == 2
    assert run(files["right"].with_name("missing.md"))[0] == 2


def test_text_names_place_words_reason_and_right_code(files: dict[str, Path]) -> None:
    _, told = run(files["wrong"])
    assert told.startswith(
        f"{files['wrong']}:1:1: wrong (definition): “97124 is therapeutic exercise.”"
    )
    assert "Pattern 'code = meaning'" in told and "Right: 97110." in told and "Sources: " in told


def test_json_of_one_file_is_an_object_and_of_several_a_list(files: dict[str, Path]) -> None:
    one = json.loads(run(files["wrong"], "--format", "json")[1])
    assert one["file"] == str(files["wrong"]) and set(one["statements"][0]) == KEYS
    assert one["statements"][0] | {"why": "", "sources": []} == {
        "line": 1,
        "column": 1,
        "text": WRONG.strip(),
        "code": "97124",
        "verdict": "wrong",
        "kind": "definition",
        "right_code": "97110",
        "why": "",
        "sources": [],
    }
    several = json.loads(run(files["right"], files["broken"], "--format", "json")[1])
    assert [entry["file"] for entry in several] == [str(files["right"]), str(files["broken"])]
    assert (
        several[0]["statements"][0]["verdict"] == "unknown"
        and "Word document" in several[1]["error"]
    )


def test_sarif_has_the_shape_that_review_tools_read(files: dict[str, Path]) -> None:
    log = json.loads(run(files["wrong"], files["broken"], "--format", "sarif")[1])
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (scan,) = log["runs"]
    (result,) = scan["results"]
    assert (
        scan["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        == result["ruleId"]
        == "definition"
    )
    place = result["locations"][0]["physicalLocation"]
    assert (
        place["artifactLocation"]["uri"].endswith("wrong.md")
        and place["region"]["startLine"] == place["region"]["startColumn"] == 1
    )
    assert scan["invocations"][0]["executionSuccessful"] is False


def test_a_statement_that_moves_keeps_its_fingerprint(tmp_path: Path) -> None:
    path, found = tmp_path / "moved.md", []
    for before in ("", "Words before it.\n\n"):
        path.write_text(f"{before}97124 is therapeutic exercise.\n")
        log = json.loads(run(path, "--format", "sarif")[1])
        found += [one["partialFingerprints"] for one in log["runs"][0]["results"]]
    assert len(found) == 2 and found[0] == found[1]


def test_html_escapes_what_it_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a&b.txt"
    path.write_text(
        "97124 <script>x</script> is therapeutic exercise & more.\n97124 is therapeutic exercise"
        " <b>.\n"
    )
    code, page = run(path, "--format", "html")
    HTMLParser().feed(page)
    assert code == 1 and "<script>" not in page and "a&amp;b.txt" in page


def test_a_date_that_is_none_is_said(files: dict[str, Path]) -> None:
    result = CliRunner().invoke(
        app, ["fact-check", "--root", str(ROOT), "--date", "tomorrow", str(files["right"])]
    )
    assert result.exit_code == 2
