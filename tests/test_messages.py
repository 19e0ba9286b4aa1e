"""What commands print: one line a problem, and nothing that a terminal would obey."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from generator.findings import printable
from tests.conftest import BASE, ROOT


def rightcode(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, arguments)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        **{"stdout": subprocess.PIPE, **options},
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
    assert (done.returncode, done.stderr) == (2, "error: the output: File too large.\n")


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
    done = rightcode(command, "--root", tmp_path, "--out", tmp_path / "out")
    assert done.returncode in (1, 2) and done.stderr.strip() and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
