"""A tree of files to a folder: all of it or nothing, and never over somebody else's."""

from pathlib import Path

import pytest

from generator.build.folder_writer import ForeignFolderError, write_folder

FIRST = {"llms.txt": b"ours", "index.md": b"# One", "codes/97124.md": b"# 97124"}


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
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
    with pytest.raises(OSError):
        write_folder(
            tmp_path / "out", {"llms.txt": b"ours", "a": b"a file", "a/b": b"in what is no folder"}
        )
    assert held(tmp_path / "out") == FIRST
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_somebody_elses_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ForeignFolderError, match="holds files that rightcode did not write"):
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
