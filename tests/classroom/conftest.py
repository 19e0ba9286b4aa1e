"""The browser's half of assignments, run by Deno."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import deno
import pytest

from tests.conftest import ROOT


@pytest.fixture
def port(tmp_path: Path) -> Callable[..., object]:
    """What tests/classroom/port.js answers."""

    def ask(what: str, told: object) -> object:
        (tmp_path / "in.json").write_text(json.dumps(told), encoding="utf-8")
        rights = (f"--allow-read={tmp_path}", f"--allow-write={tmp_path}")
        command = [
            deno.find_deno_bin(),
            "run",
            "--quiet",
            *rights,
            ROOT / "tests/classroom/port.js",
            what,
            tmp_path / "in.json",
            tmp_path / "out.json",
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))

    return ask
