"""What many tests share.

The real content, loaded once, and a small sound project to break or to build.
"""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.authoring.loader import load
from generator.build.project import Checked, open_project, read_files
from generator.checks import check, severity
from generator.facts.corpus import Corpus
from generator.findings import Finding

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "base"
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is expected anew; look at the difference before you commit it",
    )


@pytest.fixture(scope="session")
def update_golden(pytestconfig: pytest.Config) -> bool:
    return pytestconfig.getoption("--update-golden")


@pytest.fixture(scope="session")
def checked() -> Checked:
    """The real content and its findings."""
    return open_project(ROOT)


@pytest.fixture(scope="session")
def corpus(checked: Checked) -> Corpus:
    return checked.corpus


@pytest.fixture(scope="session")
def base_files() -> Mapping[str, bytes]:
    """A small project without a fault.

    Two codes, one quiz with a question of each kind, one of every other thing.
    """
    return read_files(BASE)


@pytest.fixture(scope="session")
def base(base_files: Mapping[str, bytes]) -> Corpus:
    return load(base_files).corpus


@pytest.fixture
def with_files(base_files: Mapping[str, bytes]) -> Callable[[Mapping[str, bytes]], Checked]:
    """The small project with some files put over it, loaded and checked in memory as `open_project` does on disk."""

    def opened(files: Mapping[str, bytes]) -> Checked:
        loaded = load({**base_files, **files})
        problems: tuple[Finding, ...] = loaded.findings or tuple(
            loaded.finding(*problem, severity(problem[1])) for problem in check(loaded.corpus)
        )
        return Checked(loaded.corpus, tuple(sorted(problems)))

    return opened


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    return lay_small_project(tmp_path / "project")


def lay_small_project(root: Path) -> Path:
    """The small project on disk, ready for MkDocs; the site's looks are the real ones."""
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".cache"))
    for name in ("mkdocs.yml", "deno.json", "deno.lock"):
        shutil.copy(ROOT / name, root)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in ("site_config", ".cache"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    return root
