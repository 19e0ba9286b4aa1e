"""Programs nobody here wrote, run by Deno from tests/tools; absent ones are installed."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import deno
from filelock import FileLock

from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "tools"


def installed(package: str) -> None:
    """Installs what tests/tools names, where `make test` has not yet."""
    if not (FOLDER / "node_modules" / package).exists():
        with FileLock(ROOT / ".cache" / "tools.lock"):
            command = [deno.find_deno_bin(), "install", "--quiet", "--frozen"]
            subprocess.run(command, cwd=FOLDER, check=True)
    assert (FOLDER / "node_modules" / package).exists()


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
        check=False,
        env={"NO_COLOR": "1", "PATH": "/usr/bin:/bin", "HOME": "/tmp"},
    )


def environment(name: str) -> Path:
    """The Python of an environment of its own, made in .cache of what tests/tools/NAME.txt pins."""
    wanted = FOLDER / f"{name}.txt"
    folder = ROOT / ".cache" / f"{name}-{hashlib.sha256(wanted.read_bytes()).hexdigest()[:8]}"
    python = folder / "bin" / "python"
    with FileLock(f"{folder}.lock"):
        if not (folder / ".ready").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
            pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-compile"]
            quiet = ["--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, *quiet, "--require-hashes", "-r", wanted], check=True)
            (folder / ".ready").touch()
    return python
