"""Each folder in broken/ is one mistake of an author's, laid over a sound project.

`expected.txt` is what `rightcode check` says.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.project import read_files
from generator.findings import format_findings
from tests.conftest import ROOT, Approve

CASES = sorted(path for path in (ROOT / "tests" / "broken").iterdir() if path.is_dir())
ELSEWHERE = (
    "billing",
    "cms",
    "commands",
)  # findings about a visit or a CMS file: tests/billing and tests/cms show them
CODE = re.compile(r'"([A-Z]\d{3})"')


def test_the_sound_project_has_no_finding(with_files: Callable) -> None:
    assert with_files({}).findings == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_author_is_told_what_is_wrong_and_where(
    case: Path, with_files: Callable, approve: Approve
) -> None:
    checked = with_files(read_files(case))
    told = format_findings(checked.findings, "text") + "\n"
    approve(case / "expected.txt", told)
    assert checked.findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_shows_one_kind_of_mistake(case: Path) -> None:
    codes = re.findall(
        r": (?:error|warning) ([A-Z]\d{3}): ", (case / "expected.txt").read_text(encoding="utf-8")
    )
    assert len(set(codes)) == 1


def test_every_finding_about_content_has_a_case() -> None:
    modules = (
        path for path in (ROOT / "generator").rglob("*.py") if path.parent.name not in ELSEWHERE
    )
    in_source = {
        code for path in modules for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    of_clinics = sorted((ROOT / "tests" / "overlays" / "broken").iterdir())
    in_cases = {
        word.rstrip(":")
        for case in (*CASES, *of_clinics)
        for word in (case / "expected.txt").read_text(encoding="utf-8").split()
    }
    assert in_source - in_cases == set(), "findings without a folder in tests/broken"
