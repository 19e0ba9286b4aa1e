"""Single files that commands write: all or none, and never over what is not ours."""

from pathlib import Path

import pytest

from generator.disk.output_error import OutputError
from generator.disk.owned_files import write_files


def test_a_file_is_written_and_written_again(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"two"):
        write_files(tmp_path, {tmp_path / "deep" / "out.csv": content})
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out.csv"]
    assert (tmp_path / "deep" / "out.csv").read_bytes() == b"two"


@pytest.mark.parametrize("changed", [True, False])
def test_a_file_that_is_not_as_we_wrote_it_is_refused(tmp_path: Path, changed: bool) -> None:
    out = tmp_path / "out.csv"
    if changed:
        write_files(tmp_path, {out: b"ours"})
    out.write_bytes(b"mine")
    with pytest.raises(OutputError, match="is not as rightcode wrote it; name another"):
        write_files(tmp_path, {tmp_path / "first.csv": b"", out: b"ours"})
    assert out.read_bytes() == b"mine" and not (tmp_path / "first.csv").exists()


def test_a_file_that_says_the_same_already_is_no_stranger(tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_bytes(b"same")
    write_files(tmp_path, {tmp_path / "out.csv": b"same"})


def test_links_and_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    for name in ("link", "dead", "."):
        with pytest.raises(OutputError, match="no ordinary file"):
            write_files(tmp_path, {tmp_path / name: b"ours"})
    assert (tmp_path / "theirs").read_bytes() == b"mine"


def test_a_private_file_replaces_nothing_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    write_files(tmp_path, {tmp_path / "key": b"secret"}, private=True)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    with pytest.raises(OutputError):
        write_files(tmp_path, {tmp_path / "key": b"another"}, private=True)
    assert (tmp_path / "key").read_bytes() == b"secret"


@pytest.mark.parametrize("place", ["file/below/it.csv", f"{'long' * 99}.csv", "/proc/no/such.csv"])
def test_what_the_disk_refuses_is_said_and_nothing_is_written(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write_files(tmp_path, {tmp_path / "a.csv": b"a", tmp_path / place: b"b"})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
