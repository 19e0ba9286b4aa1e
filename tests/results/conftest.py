"""The questions of the quiz of kinds, and what answers to them are measured by."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import deno
import pytest

from generator.authoring.loader import load
from generator.build.project import read_files
from generator.facts.corpus import Corpus
from generator.questions.kinds.marking import Marking
from generator.results.answer_marking import markings
from tests.conftest import ROOT

KINDS = ROOT / "tests" / "kinds" / "kinds.yaml"


@pytest.fixture(scope="session")
def facts() -> Corpus:
    loaded = load({**read_files(ROOT), "quizzes/kinds.yaml": KINDS.read_bytes()})
    assert loaded.findings == ()
    return loaded.corpus


@pytest.fixture(scope="session")
def keys(facts: Corpus) -> dict[str, Marking]:
    """A question of every kind there is.

    Those of the quiz of kinds and the first of each other kind.
    """
    others = {
        item.kind: item.id
        for item in reversed(facts.items.values())
        if item.kind in ("choose-code", "choose-all", "judge-claim")
    }
    return markings(
        facts, [*(item.id for item in facts.quizzes["kinds"].items), *sorted(others.values())]
    )


@pytest.fixture
def in_javascript(tmp_path: Path) -> Callable[[str, Any], Any]:
    """What tests/results/port.js answers: the browser's half on the same data."""

    def asked(what: str, value: Any) -> Any:
        (tmp_path / "in.json").write_text(json.dumps(value), encoding="utf-8")
        command = [
            deno.find_deno_bin(),
            "run",
            "--quiet",
            "--allow-net=127.0.0.1",
            f"--allow-read={tmp_path}",
            f"--allow-write={tmp_path}",
            ROOT / "tests/results/port.js",
            what,
            tmp_path / "in.json",
            tmp_path / "out.json",
        ]
        done = subprocess.run(
            list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))

    return asked
