"""Builds that are killed, run out of disk or meet another: the last good site survives."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile import judge, server
from tests.hostile.cases import HERE, Case
from tests.hostile.conftest import Hold
from tests.hostile.handed_in import room
from tests.hostile.test_cms import PTP, TEXTS
from tests.hostile.test_outputs import FOLDERS, PROJECT
from tests.hostile.values import SEED

ROOT = Path(__file__).parents[2]
KILLS = 6
LEFT = (".site", ".o", "tmp", ".tmp")
"""How names of leftovers have begun."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")


@pytest.fixture
def place(tmp_path: Path, ready: Path) -> Iterator[Path]:
    """A project of its own, with a good site that an owner has added to, and room for the rest."""
    shutil.copytree(ready, tmp_path / "p", symlinks=True)
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    yield tmp_path


def started(place: Path, *argv: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator.cli", *(argv or ("build", "--root", "p"))]
    return subprocess.Popen(
        command,
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def build(place: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    running = started(place, *argv)
    out, err = running.communicate(timeout=300)
    return subprocess.CompletedProcess((), running.returncode, out, err)


def site(place: Path) -> dict[str, str]:
    """The site's pages; search and such name the moment of a build."""
    found = server.digests(place / "p" / "site")
    assert "index.html" in found, "there is no site"
    return {name: what for name, what in found.items() if not name.endswith(".gz")}


def leftovers(place: Path) -> list[str]:
    """What lies beside the project and the site."""
    return sorted(
        name
        for folder in (place, place / "p")
        for name in os.listdir(folder)
        if name.startswith(LEFT) or name.endswith((".part", ".draft", ".tmp", "-old"))
    )


def under_way(running: subprocess.Popen[str], place: Path) -> None:
    """Waits until the new site's folder is there: before that Python itself is starting."""
    end = time.monotonic() + 120
    while running.poll() is None and time.monotonic() < end and not leftovers(place):
        time.sleep(0.01)


def sound_words(text: str) -> None:
    assert "Traceback" not in text, text[-2_000:]


def test_killed_at_random_points(place: Path) -> None:
    """kill -9: the good site is whole at any moment, and the next start clears what was left."""
    good = site(place)
    start = time.monotonic()
    assert build(place).returncode == 0
    took = time.monotonic() - start
    draw = random.Random(f"{SEED}kills")
    for number in range(KILLS):
        running = started(place)
        time.sleep(took * (number + draw.random()) / KILLS)
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert site(place) == good, f"kill {number} changed the site"
    done = build(place)
    assert done.returncode == 0, done.stdout + done.stderr
    assert site(place) == good
    assert leftovers(place) == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(place: Path, how: signal.Signals) -> None:
    """Ctrl-C or a polite end: no trace, the good site, and the next start clears the rest."""
    good = site(place)
    for seconds in (0.1, 1.0):
        running = started(place)
        under_way(running, place)
        time.sleep(seconds)
        os.killpg(running.pid, how)
        out, err = running.communicate(timeout=60)
        sound_words(out + err)
        assert site(place) == good
    assert build(place).returncode == 0
    assert leftovers(place) == []


def test_two_at_once(place: Path) -> None:
    """Each ends with a good site or says why not; the site that stays is whole."""
    good = site(place)
    running = [started(place), started(place)]
    ends = [one.communicate(timeout=300) for one in running]
    for one, (out, err) in zip(running, ends, strict=True):
        assert one.returncode in (0, 1, 2)
        sound_words(out + err)
    assert any(one.returncode == 0 for one in running), ends
    assert site(place) == good
    assert leftovers(place) == []


def test_full_disk(place: Path, tmp_path: Path) -> None:
    """No room for the new site: one line, the last good one as it was, nothing left."""
    good = site(place)
    cases = [
        Case(
            f"faults: build with no file above {largest} bytes",
            ("build", "--root", str(place / "p")),
            largest_file=largest,
            want="refused",
        )
        for largest in (0, 20_000)
    ]
    cases.append(
        Case(
            "faults: build onto a full disk",
            ("build", "--root", str(place / "p"), "--out", f"{HERE}/disk/site"),
            full_disk="disk",
            want="refused",
            may=("disk",),
        )
    )
    judge.hold(cases, tmp_path / "cases")
    assert site(place) == good
    assert leftovers(place) == []


def test_other_commands_killed(tmp_path: Path, ready: Path) -> None:
    """What a killed command leaves is no half file under its final name, or is done again."""
    server.lay(tmp_path, {**PROJECT, PTP: TEXTS[PTP]})
    for argv in (
        (*FOLDERS["export"], "o"),
        (*FOLDERS["results"], "o"),
        ("pages", "--root", str(ready), "--out", "o2"),
        ("import-cms", "--root", "p", PTP),
    ):
        first = build(tmp_path, *argv)
        assert first.returncode in (0, 1), first.stderr
        good = server.digests(tmp_path / "o") if (tmp_path / "o").exists() else {}
        draw = random.Random(f"{SEED}{argv[0]}")
        for number in range(3):
            running = started(tmp_path, *argv)
            time.sleep(draw.uniform(0.2, 1.2))
            os.killpg(running.pid, signal.SIGKILL)
            running.communicate()
            now = server.digests(tmp_path / "o") if (tmp_path / "o").exists() else {}
            assert set(good) <= set(now), f"{argv[0]}, kill {number}: a file of before is gone"
        again = build(tmp_path, *argv)
        assert again.returncode in (0, 1), again.stderr
        sound_words(again.stderr)
        assert leftovers(tmp_path) == []


def test_a_broken_cache_is_no_broken_build(hold: Hold) -> None:
    """Caches that somebody truncated, replaced or filled with another's objects are made anew."""
    cases = []
    for name, content in {
        "empty": b"",
        "words": b"words",
        "a pickle": b"\x80\x04cos\nsystem\n(S'touch hostile-ran'\ntR.",
    }.items():
        cases.append(
            Case(
                f"cache: every file of it {name}",
                ("check", "--root", "p"),
                {**room(), **{f"p/.cache/{file}": content for file in CACHES}},
                may=("p/.cache", "o"),
                want="fine",
            )
        )
    hold(cases)


CACHES = ("corpus.pickle", "content.pickle", "pages.pickle", "x.part", "__jinja2_0.cache")
