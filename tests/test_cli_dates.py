"""`check --as-of`, `blueprint` and `on` as a person meets them."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(map(str, arguments)))
    return result.exit_code, result.stdout, result.stderr


def test_what_is_stale_is_told_with_its_questions_and_is_no_error(small_project: Path) -> None:
    code, told, _ = run("check", "--root", small_project, "--as-of", "2030-01-01")
    assert code == 0
    assert "Stale on 2030-01-01:" in told and "codes/97124 unit" in told and "calf-in-spasm" in told


def test_before_anything_is_due_nothing_is_stale(small_project: Path) -> None:
    assert (
        "Stale on 1999-01-01: nothing."
        in run("check", "--root", small_project, "--as-of", "1999-01-01")[1]
    )


def test_as_json_it_names_every_fact_and_question(small_project: Path) -> None:
    code, told, _ = run(
        "check", "--root", small_project, "--as-of", "2030-01-01", "--format", "json"
    )
    answer = json.loads(told)
    assert code == 0 and answer["findings"] == [] and answer["as_of"] == "2030-01-01"
    assert {"fact": "codes/97124", "slot": "unit"}.items() <= next(
        fact for group in answer["stale"] for fact in group["facts"] if fact["slot"] == "unit"
    ).items()


@pytest.mark.parametrize("command", [("check", "--as-of", "1.2.2026"), ("on", "1.2.2026")])
def test_what_is_no_date_is_refused(command: tuple[str, ...], small_project: Path) -> None:
    code, _, told = run(*command, "--root", small_project)
    assert code == 2 and "'1.2.2026' is not a date; write it as YYYY-MM-DD." in told


def test_a_payer_and_a_code_that_are_not_there_are_named(small_project: Path) -> None:
    code, _, told = run("on", "2026-03-02", "97125", "--payer", "nobody", "--root", small_project)
    assert (
        code == 2 and "Unknown code '97125'" in told and "Unknown payer 'nobody'; known are" in told
    )


def test_the_blueprint_is_text_csv_and_json_of_the_same_cells(small_project: Path) -> None:
    told = json.loads(run("blueprint", "--root", small_project, "--format", "json")[1])
    rows = list(
        csv.DictReader(io.StringIO(run("blueprint", "--root", small_project, "--format", "csv")[1]))
    )
    text = run("blueprint", "--root", small_project)[1]
    assert [
        (cell["objective"], cell["code"], str(cell["questions"])) for cell in told["cells"]
    ] == [(row["objective"], row["code"], row["questions"]) for row in rows]
    assert f"Blueprint: {told['items']} questions" in text and "97140 (" in text
