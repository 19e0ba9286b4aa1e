"""What many tests share.

The real content, loaded once, and a small sound project to break or to build.
"""

import os
import pickle
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from filelock import FileLock
from hypothesis import settings

from generator.authoring.loader import load, read_file
from generator.build.content_files import read_files
from generator.build.frontend import frontend_files
from generator.build.project import CheckedProject, open_project
from generator.build.site_checks import site_problems
from generator.build.site_files import build_site
from generator.build.style_files import house_style, texts
from generator.checks import check, severity
from generator.checks.references import dead_references
from generator.checks.rounds import every_finding
from generator.checks.writing.house_style import HouseStyle, style_findings
from generator.cms.store_schema import with_imports
from generator.facts.corpus import Corpus
from generator.findings import has_errors

settings.register_profile("same-every-time", derandomize=True)
settings.load_profile("same-every-time")  # a suite that passes here passes there

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "base"
SLOW = (
    "badges/",
    "billing/test_commands",
    "billing/test_open_facts.py::test_no_line_of_any_code",
    "billing/test_port",
    "classroom/",
    "content/test_cued_patterns.py::test_no_wording",
    "content/test_prose_figures",
    "editors/",
    "exports/",
    "fact_check/test_formats",
    "fact_check/test_hostile",
    "fact_check/test_own_statements",
    "fact_check/test_script",
    "hostile/",
    "overlays/test_commands",
    "overlays/test_hiding",
    "results/",
    "search/test_site_search",
    "test_assignment_draw",
    "test_bank",
    "test_cli",
    "test_exam_scopes.py::test_forms_of_any_seed",
    "test_first_door",
    "test_held_back",
    "test_made_projects.py::test_so_is_the_real",
    "test_packages",
    "test_sbom.py::test_it_is_valid",
    "test_schema.py::test_a_clinics_own_ids",
    "test_watching",
    "test_wheel",
    "variants/",
)
"""How the ids of tests begin that `make quick` leaves out.

Whole builds, other people's programs, thousands of questions or visits, and what reads all content
once more: `rightcode check`, which runs beside the tests, does that too.
"""
read_once = cache(read_file)
"""Reads files, which are frozen, once in a worker: those of the real content and the small one."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help=(
            "write what is expected anew (pages, findings, schemas, commands in CONTRIBUTING);"
            " read the difference before you commit it"
        ),
    )
    parser.addoption("--quick", action="store_true", help="leave out what is slow, and browsers")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `--quick` modules that are left out whole are not even imported."""
    if config.getoption("--quick") and collection_path.is_relative_to(ROOT / "tests"):
        path = collection_path.relative_to(ROOT / "tests").as_posix()
        return f"{path}/".startswith((*SLOW, "e2e/")) or None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks tests by where they are, and orders them so that workers seldom wait.

    A module stays on one worker, save those of e2e whose sites are made once for all.
    """
    for item in items:
        path = item.path.relative_to(ROOT / "tests").as_posix()
        if path.startswith("e2e/"):
            item.add_marker("browser")
        elif f"{path}::{item.name}".startswith(SLOW):
            item.add_marker("slow")
        if not path.startswith("e2e/"):
            item.add_marker(pytest.mark.xdist_group(path))
    items.sort(key=_place)
    if config.getoption("--quick"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


def _place(item: pytest.Item) -> int:
    """The real site is made at once, while other workers are busy with what is slow by itself."""
    if item.name == "test_html_is_valid_by_the_nu_checker":
        return 0
    marks = [mark.name for mark in item.iter_markers()]
    return 1 if "slow" in marks else 2 if "browser" in marks else 3


MakeOnce = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """What is made once for all workers: the first that asks makes it, the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], object]) -> Path:
        path = shared / name
        with FileLock(f"{path}.lock"):
            if not path.exists():
                draft = path.with_name(f"{path.name}.draft")
                shutil.rmtree(draft, ignore_errors=True)
                make(draft)
                draft.rename(path)
        return path

    return made


Approve = Callable[[Path, str | bytes], None]


@pytest.fixture(scope="session")
def approve(pytestconfig: pytest.Config) -> Approve:
    """Asserts that a file holds what was made; with `--update-golden` it is written first."""
    update = pytestconfig.getoption("--update-golden")

    def approved(path: Path, made: str | bytes) -> None:
        content = made.encode() if isinstance(made, str) else made
        if update:
            path.write_bytes(content)
        kept = path.read_bytes() if path.is_file() else b""
        assert content.decode() == kept.decode(), (
            f"{path.relative_to(ROOT)} is not up to date: run this test with --update-golden, then"
            " read the difference"
        )

    return approved


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The real content; a test that asks nothing else does not wait for the check."""
    return with_imports(load(read_files(ROOT), read_once).corpus, ROOT)[0]


@pytest.fixture(scope="session")
def site_files(corpus: Corpus, make_once: MakeOnce) -> Mapping[str, bytes]:
    """Every file that the generator makes of the real content, before MkDocs."""
    made = make_once("site_files", lambda path: path.write_bytes(pickle.dumps(build_site(corpus))))
    return pickle.loads(made.read_bytes())


@pytest.fixture
def loaded_once(monkeypatch: pytest.MonkeyPatch, corpus: Corpus) -> None:
    """The real content takes seconds to check, and is the same for every command.

    That it has no error shows where the site of the browser tests is built.
    """

    def opened(root: Path, **options: Any) -> CheckedProject:
        if Path(root) == ROOT and not options.get("overlay"):
            return CheckedProject(corpus, ())
        return open_project(root, **options)

    monkeypatch.setattr("generator.commands.checked_corpus.open_project", opened)


@pytest.fixture(scope="session")
def base_files() -> Mapping[str, bytes]:
    """A small project without a fault.

    Two codes, one quiz with a question of each kind, one of every other thing.
    """
    return read_files(BASE)


@pytest.fixture(scope="session")
def base(base_files: Mapping[str, bytes]) -> Corpus:
    return load(base_files).corpus


@pytest.fixture(scope="session")
def style() -> HouseStyle:
    """The house style of the real content."""
    return cast(HouseStyle, house_style(ROOT).thing)


@pytest.fixture
def with_files(
    base_files: Mapping[str, bytes], style: HouseStyle
) -> Callable[[Mapping[str, bytes]], CheckedProject]:
    """The small project with some files over it, loaded and checked in memory.

    Of the idioms only those that a case shows: the list grows, and the small project need not.
    """
    few = {phrase: say for phrase, say in style.model_dump()["idioms"].items() if "parts" in phrase}
    style = HouseStyle(**{**style.model_dump(), "idioms": few})

    def opened(files: Mapping[str, bytes]) -> CheckedProject:
        given = {**base_files, **files}
        loaded = load(given, read_once)
        if has_errors(loaded.findings) or any(dead_references(loaded.corpus)):
            return CheckedProject(loaded.corpus, every_finding(given, read_once, loaded))
        problems = tuple(check(loaded.corpus))
        styled = tuple(style_findings(style, texts(given)))
        if not (loaded.findings or problems or styled):
            problems = tuple(site_problems(loaded.corpus))  # which takes a process of its own
        placed = (loaded.finding(*problem, severity(problem[1])) for problem in problems)
        found = tuple(sorted((*loaded.findings, *placed, *styled)))
        return CheckedProject(loaded.corpus, found)

    return opened


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    return lay_small_project(tmp_path / "project")


def lay_small_project(root: Path) -> Path:
    """The small project on disk, ready for MkDocs; the site's looks are the real ones."""
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns(".cache"))
    for name in ("mkdocs.yml", "deno.json", "deno.lock"):
        shutil.copy(ROOT / name, root)
    (root / "site_config").symlink_to(ROOT / "site_config", target_is_directory=True)
    frontend_files(
        ROOT
    )  # the scripts are bundled once for all; the downloads are each project's own
    shutil.copytree(ROOT / ".cache", root / ".cache", ignore=no_folders_or_drafts)
    return root


def no_folders_or_drafts(folder: str, names: list[str]) -> list[str]:
    """What of the cache is not copied."""
    return [name for name in names if name.endswith(".part") or (Path(folder) / name).is_dir()]
