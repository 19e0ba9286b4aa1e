"""A folder for a group's cases, and the small project that they read."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.conftest import MakeOnce, lay_small_project
from tests.hostile import judge, server
from tests.hostile.cases import Case, Outcome
from tests.hostile.projects import project

if "RIGHTCODE_HOSTILE_EVERY" not in os.environ:  # minutes of waiting: `make hostile` runs them
    collect_ignore = ["test_build_faults.py", "test_outputs.py", "test_stores.py"]
HoldTogether = Callable[..., None]
Hold = Callable[[Sequence[Case]], list[Outcome]]


@pytest.fixture
def hold(tmp_path: Path) -> Hold:
    """Runs cases and fails with all that missed the bar."""
    return lambda cases: judge.hold(list(cases), tmp_path / "cases")


@pytest.fixture
def hold_together(tmp_path: Path) -> HoldTogether:
    """Runs parts several at a time, and fails with each that missed the bar."""
    return lambda parts, case, size=8: judge.hold_together(
        list(parts), case, tmp_path / "cases", size
    )


@pytest.fixture
def base_root(tmp_path: Path) -> Iterator[str]:
    """The small project on disk, for commands that only read it; it must stay as it is."""
    place = tmp_path / "base"
    server.lay(place, project("."))
    before = server.digests(place)
    yield str(place)
    after = {name: what for name, what in server.digests(place).items() if name in before}
    assert after == before, "the project that was only to be read has changed"


@pytest.fixture(scope="session")
def ready(make_once: MakeOnce) -> Path:
    """The small project as MkDocs wants it, with its scripts bundled."""
    return make_once("hostile-ready", lay_small_project)


@pytest.fixture
def ready_root(ready: Path) -> Iterator[str]:
    """That project, which no case may change save in its caches."""
    before = {name: what for name, what in server.digests(ready).items() if _kept(name)}
    yield str(ready)
    after = {name: what for name, what in server.digests(ready).items() if _kept(name)}
    assert after == before, "the project that was only to be read has changed"


def _kept(name: str) -> bool:
    return not name.startswith((".cache", ".rightcode"))
