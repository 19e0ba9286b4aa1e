"""Tables of answers that are none: one line with file and row, exit 2, nothing written."""

from pathlib import Path

import duckdb
import openpyxl
import pytest
from typer.testing import CliRunner

from generator.build.project import open_project
from generator.cli import app
from generator.results import answer_totals
from tests.conftest import BASE

pytestmark = pytest.mark.usefixtures("loaded_once")
HEAD = b"person,item,response,ms\n"
ROW = b"ann,calf-in-spasm,97124,5000\n"


def run(path: Path) -> tuple[int, str]:
    told = ["results", str(path), "--out", str(path.parent / "out"), "--root", str(BASE)]
    found = CliRunner().invoke(app, told)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    assert len(found.stderr.splitlines()) == 1, found.stderr
    return found.exit_code, found.stderr


def refused(path: Path) -> str:
    status, said = run(path)
    assert status == 2 and path.name in said and not (path.parent / "out").exists()
    return said


@pytest.fixture(scope="module")
def item() -> str:
    return next(name for name in open_project(BASE).corpus.items)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "has no column person or item"),
        (b"\n\n", "has no column person or item"),
        (b"a,b\n1,2\n", "has no column person or item or response or ms"),
        (b"person,item,response\na,b,c\n", "has no column ms"),
        (b"\0" * 1000, "has no column person"),
        (HEAD, "holds no answer to a question of this site"),
        (HEAD + b"ann,gone,97124,5\n", "holds no answer to a question of this site"),
        (HEAD + ROW + b"\xe9,b,c,1\n", "is not CSV in UTF-8"),
        ((HEAD + ROW).decode().encode("utf-16"), "is not CSV in UTF-8"),
        (HEAD + ROW + b"x" * 3_000_000 + b",b,c,1\n", "is not CSV in UTF-8"),
        (HEAD + ROW + b"bob,calf,97124,soon\n", "row 2 below the head: ms is not whole"),
        (HEAD + ROW + b"bob,calf,97124,-1\n", "row 2 below the head: ms is not whole"),
        (HEAD + ROW + b"bob,calf,97124,1e99\n", "row 2 below the head: ms is not whole"),
        (HEAD + ROW * 3 + b",calf,97124,1\n", "row 4 below the head: person is not a text"),
        (HEAD + ROW + b"bob,calf,,1\n", "row 2 below the head: response is not a text"),
        (HEAD + b"bob," + b"x" * 500 + b",97124,1\n", "row 1 below the head: item is not a text"),
    ],
)
def test_a_csv_file_that_is_no_table_of_answers(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    assert words in refused(tmp_path / "t.csv")


@pytest.mark.parametrize("content", [b"", b"PAR1x", b"PAR1" + b"\0" * 100 + b"PAR1", HEAD + ROW])
def test_a_parquet_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "t.PARQUET").write_bytes(content)
    assert "it is damaged or not what its name says" in refused(tmp_path / "t.PARQUET")


@pytest.mark.parametrize("ms", ["NULL", "'soon'", "[1]", "1e300", "TIMESTAMP '2026-01-01'"])
def test_a_parquet_file_with_values_of_another_kind(tmp_path: Path, ms: str, item: str) -> None:
    path = tmp_path / "t.parquet"
    rows = f"SELECT 'ann' person, '{item}' item, 'a' response, {ms} ms"
    duckdb.execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    assert "row 1 below the head: ms is not whole" in refused(path) or ms.startswith("TIME")


def test_a_damaged_parquet_file(tmp_path: Path, item: str) -> None:
    path = tmp_path / "t.parquet"
    rows = f"SELECT i::VARCHAR person, '{item}' item, 'a' || i response, i ms FROM range(9999) t(i)"
    duckdb.execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    whole = path.read_bytes()
    for at in range(50, len(whole) - 8, len(whole) // 7):
        path.write_bytes(whole[:at] + bytes(64) + whole[at + 64 :])
        assert run(path)[0] in (0, 2)
        path.write_bytes(whole[:at])
        assert run(path)[0] == 2


def test_the_number_of_answers_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, item: str
) -> None:
    path = tmp_path / "t.csv"
    rows = "".join(f"p{number},{item},r{number},5\n" for number in range(50))
    path.write_bytes(HEAD + rows.encode())
    monkeypatch.setattr(answer_totals, "MAX_DIFFERENT", 49)
    assert "t.csv holds more than 49 different answers" in refused(path)
    monkeypatch.setattr(answer_totals, "MAX_ROWS", 49)
    assert "holds more than 49 answers" in refused(path)


def test_a_name_is_no_pattern_for_other_files(tmp_path: Path) -> None:
    (tmp_path / "abc.csv").write_bytes(HEAD + ROW)
    for name in ("a*.csv", "[a]bc.csv", "?bc.csv"):
        (tmp_path / name).write_bytes(b"other\n1\n")
        assert "has no column person" in refused(tmp_path / name)
        (tmp_path / name).unlink()
        assert "is no folder" in refused(tmp_path / name)


def test_what_is_no_table_says_which_tables_there_are(tmp_path: Path) -> None:
    openpyxl.Workbook().active.parent.save(tmp_path / "t.xlsx")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for name in ("t.xlsx", "zero.csv", "none.parquet"):
        assert "ends in .csv or .parquet" in refused(tmp_path / name)


def test_a_full_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise duckdb.IOException("Could not write file: No space left on device")

    (tmp_path / "t.csv").write_bytes(HEAD + ROW)
    monkeypatch.setattr(answer_totals.AnswerDatabase, "__init__", full)
    assert "there is not enough room to analyze it" in refused(tmp_path / "t.csv")
