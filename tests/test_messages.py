"""What commands print: one line a problem, and nothing that a terminal would obey."""

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.findings import printable
from tests.conftest import BASE, ROOT
from tests.test_cli import run

FULL = "error: the output: File too large; name another, or see to the disk.\n"


def rightcode(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, where streams and their bytes are what is tested."""
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, arguments)],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        **{"stdout": subprocess.PIPE, "cwd": ROOT, **options},
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\r\nb\x85c\u2028d", "a b\\x85c\\u2028d"),
        ("\u202eabc\udcff", "\\u202eabc\\udcff"),
        ("Señora Åse, 15 €", "Señora Åse, 15 €"),
        ("y" * 1000, "y" * 100 + "…"),
    ],
)
def test_a_message_is_one_line_without_control_characters(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_of_a_long_message_the_beginning_and_the_remedy_stay() -> None:
    shown = printable("It says " + "word " * 9000 + "; write a code.")
    assert len(shown) < 1000 and shown.startswith("It says") and shown.endswith("write a code.")


def test_a_full_disk_behind_the_output_is_one_line(tmp_path: Path) -> None:
    def allow_no_byte() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    with (tmp_path / "out.txt").open("w", encoding="utf-8") as full:
        done = rightcode("blueprint", "--root", BASE, stdout=full, preexec_fn=allow_no_byte)
    assert (done.returncode, done.stderr) == (2, FULL)


def test_a_file_whose_name_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    with open(os.fsencode(tmp_path / "quizzes") + b"/\xff.yaml", "w", encoding="utf-8") as file:
        file.write("no: quiz\n")
    done = rightcode("check", "--root", tmp_path)
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr
    assert "quizzes/?.yaml" in done.stdout


@pytest.mark.parametrize("command", ["pages", "bundle"])
def test_a_folder_that_is_no_whole_project_is_said(command: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    status, _, err = run(command, "--root", tmp_path, "--out", tmp_path / "out")
    assert status in (1, 2) and err.strip() and "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_a_port_in_use_is_said_before_anything_is_built() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        status, _, err = run("serve", "--root", BASE, "--address", address)
    assert (status, err.count("\n")) == (2, 1) and address in err


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:http", "127.0.0.1:99999", ":", "a b:80"])
def test_what_is_no_address_to_serve_at_is_said(address: str) -> None:
    status, _, err = run("serve", "--root", BASE, "--address", address)
    assert (status, err.count("\n")) == (2, 1) and address in err


@pytest.mark.parametrize("name", ["x" * 300, "file/clinic", "loop"])
def test_a_clinics_folder_that_cannot_be_made_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(BASE)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    before = sorted(tmp_path.iterdir())
    status, _, err = run("new", "clinic", tmp_path / name, "--name", "Riverbend")
    assert (status, err.count("\n")) == (2, 1)
    assert sorted(tmp_path.iterdir()) == before


def test_build_takes_out_from_the_current_folder_like_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    status, _, err = run("build", "--root", BASE, "--out", "out")
    assert status == 2 and "thesis.txt" in err


@pytest.mark.parametrize(
    "command", ["check", "blueprint", "export gift --out o", "fact-check a.md"]
)
def test_a_folder_without_content_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("97124 is massage.")
    status, _, err = run(*command.split(), "--root", ".")
    assert (status, err.count("\n")) == (2, 1) and "no content" in err


def test_content_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to("content")
    status, _, err = run("check", "--root", tmp_path)
    assert (status, err.count("\n")) == (2, 1) and "content" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("visitt",), "No such command 'visitt'. Did you mean 'visit'? `root --help`"),
        (("visit", "a", "b"), "Got unexpected extra argument(s) (b); `root visit --help`"),
        (("units", "day.yaml"), "Missing option '--method'; `root units --help`"),
        (("units", "--method"), "Option '--method' requires an argument; `"),
        (("check", "--bad"), "No such option: --bad; `root check --help`"),
        (("new", "thing"), "No such command 'thing'; `root new --help`"),
        (("check", "--format", "A" * 5_000), "AAA… is not one of 'text', 'json', 'github'; `"),
    ],
    ids=lambda part: part[0][:9],
)
def test_a_wrong_argument_is_one_line(arguments: tuple[str, ...], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("error: ") and err.count("\n") == 1 and said in err
    assert err.endswith(" --help` names what it takes.\n") and len(err) < 600
