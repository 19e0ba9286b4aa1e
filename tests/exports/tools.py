"""Programs nobody here wrote, run by Deno from tests/tools.

Absent ones are named when a test is skipped.
"""

import subprocess
from pathlib import Path

import deno
import pytest

from tests.conftest import ROOT, SHARED

FOLDER = ROOT / "tests" / "tools"
CHECKERS = SHARED / "tools" / "checkers"


def installed(package: str) -> None:
    """Skips where the package was not installed, which `make test` does."""
    if not (FOLDER / "node_modules" / package).exists():
        pytest.skip(f"{package} is not installed; run `deno install` in tests/tools")


def run(script: Path, *arguments: object, timeout: int = 300) -> subprocess.CompletedProcess[str]:
    """A script that finds its packages from tests/tools.

    'manual' since Deno's own layout hides packages of packages.
    """
    command = [
        deno.find_deno_bin(),
        "run",
        "-A",
        "--no-config",
        "--node-modules-dir=manual",
        str(script),
        *map(str, arguments),
    ]
    return subprocess.run(
        command,
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=timeout,
        env={"NO_COLOR": "1", "PATH": "/usr/bin:/bin", "HOME": "/tmp"},
    )


def checker(name: str) -> Path:
    path = CHECKERS / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside the project")
    return path
