"""A wheel has the content inside: what is installed works from an empty folder, without a network.

The new environment sees the dependencies of this one, and not this project.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import deno
import pytest

from tests.conftest import ROOT

PARTS = (
    *("content", "generator", "quizzes", "site_config", "mkdocs.yml", "deno.json", "deno.lock"),
    *("LICENSE", "MANIFEST.in", "README.md", "pyproject.toml", "setup.py"),
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `rightcode` of an environment in which a wheel of this project was installed."""
    pytest.importorskip("pip", reason="a wheel is built and installed by pip")
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in PARTS:
        path = ROOT / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, source / name)
    offline = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    pip(sys.executable, "wheel", *offline, "--no-build-isolation", "-w", folder, source)
    (wheel,) = folder.glob("rightcode-*.whl")
    run(sys.executable, "-m", "venv", folder / "new")
    python = folder / "new" / "bin" / "python"
    pip(python, "install", *offline, wheel)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    scripts = python.parent  # where the package of Deno looks for its program
    (scripts / "deno").symlink_to(Path(deno.find_deno_bin()))
    return scripts / "rightcode"


def pip(python: object, *arguments: object) -> None:
    run(python, "-m", "pip", *arguments)


def run(*command: object, cwd: Path | None = None, **environment: str) -> str:
    known = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**known, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_check_and_a_clinics_folder_work_from_an_empty_folder(installed, tmp_path):
    empty, caches = tmp_path / "empty", {"XDG_CACHE_HOME": str(tmp_path / "caches")}
    empty.mkdir()
    assert "0 errors" in run(installed, "check", cwd=empty, **caches)
    assert list(empty.iterdir()) == []
    run(installed, "new", "clinic", "ours", "--name", "Ours", cwd=empty, **caches)
    assert (empty / "ours" / "clinic.yaml").is_file()
    run(installed, "new", "claim", "our-claim", "--overlay", "ours", cwd=empty, **caches)
    assert (empty / "ours" / "content" / "claims" / "our-claim.yaml").is_file()


def test_what_would_be_written_into_the_package_is_refused(installed, tmp_path):
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "caches")}
    environment.pop("PYTHONPATH", None)
    for command in (("new", "claim", "our-claim"), ("schema",)):
        done = subprocess.run(
            [installed, *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert "there is no project in this folder" in done.stderr
