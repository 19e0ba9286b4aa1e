"""A tree of files to a folder: all of it or nothing, and never over somebody else's."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.build.folder_writer import write_folder
from generator.disk.output_error import OutputError
from generator.disk.owned_folder import MARK, clear_leftovers
from tests.conftest import ROOT

FIRST = {"llms.txt": b"ours", "index.md": b"# One", "codes/97124.md": b"# 97124"}


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def test_a_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "deep" / "out", FIRST)
    assert held(tmp_path / "deep" / "out") == FIRST


def test_what_is_no_longer_a_page_is_gone(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FIRST)
    write_folder(tmp_path / "out", {"llms.txt": b"ours", "index.md": b"# Two"})
    assert held(tmp_path / "out") == {"llms.txt": b"ours", "index.md": b"# Two"}


def test_nothing_else_is_left_behind(tmp_path: Path) -> None:
    for _ in range(2):
        write_folder(tmp_path / "out", FIRST)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_write_leaves_the_old_folder_and_no_rest(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FIRST)
    with pytest.raises(OutputError):
        write_folder(
            tmp_path / "out", {"llms.txt": b"ours", "a": b"a file", "a/b": b"in what is no folder"}
        )
    assert held(tmp_path / "out") == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_somebody_elses_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(OutputError, match="holds files that rightcode did not write"):
        write_folder(tmp_path, FIRST)
    assert held(tmp_path) == {"thesis.txt": b"mine"}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", FIRST)
    assert held(tmp_path / "out") == FIRST


def test_a_folder_can_be_read_by_others(tmp_path: Path) -> None:
    """A temporary folder is private; a site is not."""
    write_folder(tmp_path / "out", FIRST)
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o755


def refused(out: Path, *named: str) -> None:
    before = held(out)
    with pytest.raises(OutputError) as refusal:
        write_folder(out, FIRST)
    assert all(name in str(refusal.value) for name in named) and held(out) == before


def test_a_file_beside_ours_is_refused_by_name_and_kept(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FIRST)
    (tmp_path / "out" / "CNAME").write_text("codes.example.org")
    (tmp_path / "out" / ".git").mkdir()
    (tmp_path / "out" / ".git" / "HEAD").write_text("ref: refs/heads/main")
    refused(tmp_path / "out", "CNAME", ".git/HEAD", "site_config/root")


def test_a_page_that_somebody_changed_is_refused(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FIRST)
    (tmp_path / "out" / "index.md").write_text("# Mine")
    refused(tmp_path / "out", "index.md")


def test_an_llms_txt_of_somebody_elses_makes_no_folder_ours(tmp_path: Path) -> None:
    (tmp_path / "llms.txt").write_text("theirs")
    refused(tmp_path, "llms.txt")


@pytest.mark.parametrize(
    "mark", ["[]", "not JSON", '{"format":"rightcode-folder"}', '{"files":{"thesis.txt":"0"}}']
)
def test_a_mark_that_is_not_ours_makes_no_folder_ours(tmp_path: Path, mark: str) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    (tmp_path / MARK).write_text(mark)
    refused(tmp_path, "thesis.txt")


def test_a_link_in_the_folder_is_refused_and_what_it_leads_to_kept(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", FIRST)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.txt").write_text("mine")
    (tmp_path / "out" / "link").symlink_to(tmp_path / "theirs")
    refused(tmp_path / "out", "link")
    assert held(tmp_path / "theirs") == {"thesis.txt": b"mine"}


def test_a_link_to_the_folder_stays_one_and_shows_the_new_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "real", FIRST)
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write_folder(tmp_path / "out", {"index.md": b"# Two"})
    assert (tmp_path / "out").is_symlink() and held(tmp_path / "real") == {"index.md": b"# Two"}


def test_a_folder_named_like_an_old_draft_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".out-old").mkdir()
    write_folder(tmp_path / "out", FIRST)
    assert (tmp_path / ".out-old").is_dir()


@pytest.mark.parametrize("moment", ["filling", "swapping"])
def test_what_a_killed_run_left_is_put_right_by_the_next(tmp_path: Path, moment: str) -> None:
    write_folder(tmp_path / "out", FIRST)
    script = (
        "import os, pathlib, sys\n"
        "from generator.build import folder_writer\n"
        "from generator.disk import owned_folder\n"
        "die = lambda *_: os.kill(os.getpid(), 9)\n"
        "if sys.argv[2] == 'swapping':\n"
        "    rename = pathlib.Path.rename\n"
        "    pathlib.Path.rename = lambda old, new: rename(old, new) and die()\n"
        "else:\n"
        "    folder_writer.link_or_copy = die\n"
        "out = pathlib.Path(sys.argv[1])\n"
        "cached = {'b': out / 'index.md'}\n"
        "folder_writer.write_folder(out, {'a': b'a'}, cached)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "out", moment], cwd=ROOT, check=False
    )
    assert done.returncode == -9 and len(list(tmp_path.iterdir())) > 1
    clear_leftovers(tmp_path / "out")
    assert held(tmp_path / "out") == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_two_runs_at_once_leave_one_whole_folder(tmp_path: Path) -> None:
    sites = [{f"{name}{number}": b"" for number in range(99)} for name in "ab"]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda site: write_folder(tmp_path / "out", site), sites * 8))
    assert held(tmp_path / "out") in sites
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
