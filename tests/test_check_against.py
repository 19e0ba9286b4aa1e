"""`check --against`: what a changed fact touches, told from a git revision or a folder."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import BASE
from tests.test_cli import run

CODE = "content/codes/97124.yaml"
LESSON = "content/learn/limits.md"
LIMIT = """---
id: limits
title: Limits
summary: How many units a day.
as_of: 2026-11-21
---
The unlikely-edit value of 97124 is four.[@cms-table]
"""


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", "-C", root, *who, *arguments), check=True, capture_output=True)


@pytest.fixture
def cloned(tmp_path: Path) -> Path:
    """A project below the top of a repository, committed."""
    root = tmp_path / "repository" / "project"
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".cache"))
    (root / LESSON).write_text(LIMIT, encoding="utf-8")
    git(root.parent, "init", "-q")
    git(root.parent, "add", "-A")
    git(root.parent, "commit", "-qm", "Begin")
    return root


def change(root: Path) -> None:
    path = root / CODE
    text = path.read_text(encoding="utf-8")
    assert "units: 4" in text
    path.write_text(text.replace("units: 4", "units: 6"), encoding="utf-8")


def test_a_changed_ceiling_names_its_answers_pages_and_sentences(cloned: Path) -> None:
    change(cloned)
    status, out, _ = run("check", "--root", cloned, "--against", "HEAD")
    assert status == 1
    for said in (
        "content/learn/limits.md:7:37: error S217:",
        "error K304: 'six-units' is right by the facts and not marked",
        "  codes/97124 mue.practitioner.units 4 -> 6\n",
        "because codes/97124 mue.practitioner.units 4 -> 6\n",
        "  codes/97124.md\n",
        "content/learn/limits.md:7:37: 'The unlikely-edit value of 97124 is four.'",
    ):
        assert said in out


def test_without_a_change_nothing_is_listed_and_json_holds_the_same(cloned: Path) -> None:
    status, out, _ = run("check", "--root", cloned, "--against", "HEAD", "--format", "json")
    assert status == 0
    assert json.loads(out) == {
        "findings": [],
        "facts": [],
        "answers": [],
        "options": [],
        "pages": [],
        "sentences": [],
    }


RULE = """id: reports
title: Reports
summary: When a report is due.
statements:
  - {id: due, text: "A report is due every 10 days.", sources: [cms-rules], as_of: 2026-04-01}
  - {id: who, text: "The therapist writes it.", sources: [cms-rules], as_of: 2026-04-01}
"""
STATEMENTS = """id: reports
title: Reports
summary: What a report needs.
items:
  - id: a-report
    version: 1
    kind: choose-all
    title: A report
    payer: medicare-part-b
    date: 2026-03-02
    difficulty: 1
    objectives: [tell-massage]
    rests_on: [rules/reports]
    note: A report is planned.
    prompt: Which hold of the report?
    options:
      - {id: t, text: It is due, holds: {DUE, says: is due}, key: true, feedback: Every 10 days.}
      - {id: u, text: It never is, holds: {DUE, contradicts: is due, error: reverse}, feedback: No.}
      - {id: v, text: An aide may, holds: {WHO, contradicts: writes it, error: who}, feedback: No.}
    reason: The rule says so.
""".replace("DUE", "fact: rules/reports, slot: statements.due").replace(
    "WHO", "fact: rules/reports, slot: statements.who"
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("every 10 days", "every 9 days", ("'It is due'", "'It never is'")),
        ('days."', 'days.", effective: {from: 2026-01-01}', ("'It is due'", "'It never is'")),
        ("The therapist writes", "Only there: The therapist writes", ("'An aide may'",)),
    ],
)
def test_a_reworded_or_dated_fact_names_the_statements_that_rest_on_it(
    cloned: Path, old: str, new: str, told: tuple[str, ...]
) -> None:
    rule = cloned / "content/rules/reports.yaml"
    rule.write_text(RULE, encoding="utf-8")
    (cloned / "quizzes/reports.yaml").write_text(STATEMENTS, encoding="utf-8")
    git(cloned, "add", "-A")
    git(cloned, "commit", "-qm", "Report")
    rule.write_text(RULE.replace(old, new, 1), encoding="utf-8")
    _, out, _ = run("check", "--root", cloned, "--against", "HEAD")
    listed = out.partition("Statements whose fact changed: ")[2].partition("Pages that")[0]
    assert listed.startswith(f"{len(told)}\n") and all(text in listed for text in told)


def test_a_folder_is_compared_without_git(cloned: Path, tmp_path: Path) -> None:
    before = tmp_path / "before"
    shutil.copytree(cloned, before)
    change(cloned)
    assert "Facts changed since" in run("check", "--root", cloned, "--against", before)[1]


def refusal(root: Path, revision: str) -> str:
    status, out, err = run("check", "--root", root, "--against", revision)
    assert (status, out, err.count("\n")) == (2, "", 1)
    return err


def test_what_cannot_be_read_is_told_in_one_line(
    cloned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "there is no revision or folder 'nosuch' here" in refusal(cloned, "nosuch")
    assert "there is no revision or folder '--output=x'" in refusal(cloned, "--output=x")
    git(cloned, "commit", "-qm", "More", "--allow-empty")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{cloned.parent}", str(shallow))
    assert "git fetch --unshallow" in refusal(shallow / "project", "HEAD~1")
    bare = tmp_path / "bare"
    shutil.copytree(cloned, bare)
    assert "git opens no repository at" in refusal(bare, "HEAD")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed here" in refusal(cloned, "HEAD")


def test_titles_and_dates_name_no_amount(cloned: Path) -> None:
    head, _, text = LIMIT.partition("---\nThe ")
    named = head.replace("title: Limits", "title: The 4 limits of 97124")
    dated = "97124 was read again on April 4, 2026, and on 04/04/2026.[@cms-table]\n\nThe "
    (cloned / LESSON).write_text(f"{named}---\n{dated}{text}", encoding="utf-8")
    change(cloned)
    _, out, _ = run("check", "--root", cloned, "--against", "HEAD")
    assert "'The unlikely-edit value of 97124 is four.'" in out
    assert "The 4 limits" not in out and "read again" not in out.partition("Sentences")[2]
