"""Whose exam asks what: from who treated and who may bill; forms have the blueprint's shares."""

import json
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import deno
import pytest
import yaml

from generator.authoring.loader import load
from generator.build.content_files import read_files
from generator.facts.corpus import Corpus
from generator.pages.exam_pool import (
    AREA_NAMES,
    LEVELS,
    SCOPE_NAMES,
    ExamEntry,
    exam_pools,
    scope_counts,
)
from generator.pages.practice_pages import bank_entries
from generator.questions.exam_scopes import AREAS, SCOPES
from tests.conftest import ROOT, read_once

FEWEST = {"pt": 300, "ot": 100, "slp": 80, "chiropractic": 40, "front-desk": 40, "coder": 500}
"""Questions of each scope, so that an exam of forty can be drawn."""


@cache
def content() -> Corpus:
    return load(read_files(ROOT), read_once).corpus.public


@cache
def pools() -> dict[str, list[ExamEntry]]:
    return exam_pools(content(), bank_entries(content()))


def ids(scope: str) -> set[str]:
    return {entry["id"] for entry in pools()[scope]}


def test_every_scope_and_area_has_a_name() -> None:
    assert tuple(SCOPE_NAMES) == SCOPES
    assert tuple(AREA_NAMES) == AREAS


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_has_questions_for_an_exam_of_forty(scope: str) -> None:
    assert len(pools()[scope]) >= FEWEST[scope]


def test_a_coder_is_asked_everything_that_is_drawn() -> None:
    drawn = {entry["id"] for entry in bank_entries(content()) if not entry.get("ownQuizOnly")}
    assert ids("coder") == drawn
    assert set().union(*map(ids, SCOPES)) == drawn


@pytest.mark.parametrize("scope", ["pt", "ot", "slp", "chiropractic"])
def test_a_discipline_is_asked_about_its_own_visits(scope: str) -> None:
    for name in ids("coder"):
        visit = getattr(content().items[name], "visit", None)
        if visit:
            assert (name in ids(scope)) == (visit.discipline == scope), name


def test_without_a_visit_those_are_asked_who_may_bill_the_codes() -> None:
    asked = {
        scope: Counter(
            code
            for entry in bank_entries(content())
            if entry["id"] in ids(scope) and not hasattr(content().items[entry["id"]], "visit")
            for code in entry["codes"]
        )
        for scope in ("pt", "ot", "slp", "chiropractic")
    }
    assert not {"92507", "92526", "97165"} & set(asked["pt"])
    assert not {"92507", "97161"} & set(asked["ot"])
    assert not {"97124", "97140", "97161"} & set(asked["slp"])
    assert asked["pt"]["97140"]


def test_the_front_desk_is_asked_about_coverage() -> None:
    assert {entry["areas"][0] for entry in pools()["front-desk"]} == {"coverage"}


def test_an_objective_names_what_it_decides() -> None:
    text = (ROOT / "quizzes" / "objectives.yaml").read_text(encoding="utf-8")
    for objective in yaml.safe_load(text)["objectives"]:
        assert "area" in objective, objective["id"]


def test_the_table_of_scopes_counts_each_question_once() -> None:
    for scope in scope_counts(content(), bank_entries(content())):
        numbers = [row[1] for row in scope.rows]
        assert sum(row[-1] for row in numbers) == scope.questions == len(pools()[scope.id])
        assert all(sum(row[: len(LEVELS)]) == row[-1] for row in numbers)
        assert abs(sum(row[2] for row in scope.rows) - 100) <= len(scope.rows) / 2


def test_a_visitor_loads_a_scope_quickly() -> None:
    assert max(len(json.dumps(pool)) for pool in pools().values()) < 150_000


def test_forms_of_any_seed_have_the_shares_of_the_blueprint_and_no_near_twins(
    tmp_path: Path,
) -> None:
    """Within one question for each family, area and level, by the browser's own drawing."""
    script = ROOT / "tests" / "js" / "exam_forms.js"
    done = subprocess.run(
        [deno.find_deno_bin(), "run", "--quiet", script],
        cwd=tmp_path,
        input=json.dumps(pools()).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["problems"] == []
    assert found["forms"] > 500
