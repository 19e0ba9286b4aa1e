"""The schemas by check-jsonschema, which others run before a commit and in their own checks."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.exports.tools import environment


def checked(kind: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    program = environment("check_jsonschema").with_name("check-jsonschema")
    schema = ROOT / "site_config" / "schema" / f"{kind}.json"
    command = [program, "--schemafile", schema, *paths]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("payer", "content/payers/*.yaml"),
        ("code", "content/codes/9712*.yaml"),
        ("track", "quizzes/tracks/*.yaml"),
        ("quiz", "quizzes/massage-vs-*.yaml"),
        ("plan", "content/plans/*.yaml"),
        ("adjustments", "content/adjustments/*.yaml"),
        ("patient-case", "quizzes/cases/case-knee-*.yaml"),
    ],
)
def test_content_is_sound(kind: str, pattern: str) -> None:
    done = checked(kind, *ROOT.glob(pattern))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_mistake_is_named(tmp_path: Path) -> None:
    ours = ROOT / "content" / "payers" / "tricare.yaml"
    theirs = tmp_path / "tricare.yaml"
    theirs.write_text(ours.read_text(encoding="utf-8").replace("name:", "nmae:", 1))
    done = checked("payer", theirs)
    assert done.returncode == 1
    assert "'nmae' was unexpected" in done.stdout
