"""Each folder in broken/ is one mistake of an author's, laid over a sound project.

`expected.txt` is what `rightcode check` says.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from generator.authoring.finding_registry import finding_rules
from generator.build.content_files import read_files
from generator.findings import format_findings
from tests.conftest import ROOT, Approve

CASES = sorted(path for path in (ROOT / "tests" / "broken").iterdir() if path.is_dir())
ELSEWHERE = (
    "billing",
    "cms",
    "commands",
)  # findings about a visit or a CMS file: tests/billing and tests/cms show them
CODE = re.compile(r'"([A-Z]\d{3})"')
FINDING = re.compile(r"(\S+): (error|warning) ([A-Z]\d{3}): (.*)")


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


def test_every_finding_has_an_entry_and_each_about_content_a_case() -> None:
    modules = (ROOT / "generator").rglob("*.py")
    in_source = {
        code: path.parent.name
        for path in modules
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert set(in_source) == set(finding_rules()), "generator/authoring/findings.yaml"
    of_content = {code for code, room in in_source.items() if room not in ELSEWHERE}
    assert of_content - set(messages()) == set(), "findings without a folder in tests/broken"


def test_an_example_is_what_a_case_says_and_as_grave() -> None:
    for code, rule in finding_rules().items():
        if code in messages():
            assert (rule.severity, rule.example) in messages()[code], code


@cache
def messages() -> Mapping[str, set[tuple[str, str]]]:
    """By code what the cases expect: how grave it is, and the rest of the line."""
    of_clinics = sorted((ROOT / "tests" / "overlays" / "broken").iterdir())
    found: dict[str, set[tuple[str, str]]] = {}
    for case in (*CASES, *of_clinics):
        for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
            place, severity, code, sentence = FINDING.fullmatch(line).groups()
            found.setdefault(code, set()).add((severity, f"{place}: {sentence}"))
    return found
