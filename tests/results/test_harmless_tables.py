"""Tables that leave: nothing in a cell is worked out, and no name is lost."""

import csv
import io
import os
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from generator.exports.table_files import to_csv
from generator.results.result_outputs import Sheet, to_xlsx
from tests.results.core import in_javascript
from tests.results.made import HOSTILE, START

TABLE: Sheet = (("Learner", "Points"), *((name, 1.5) for name in HOSTILE))
PLAIN = tuple(name for name in HOSTILE if not name.startswith(("=", "+", "-", "@", "\t")))


def read_csv(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))


def assert_harmless(cells: list[str]) -> None:
    assert [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


def test_no_cell_of_csv_starts_a_formula_and_no_name_is_lost() -> None:
    names = [line[0] for line in read_csv(to_csv(TABLE))[1:]]
    assert_harmless(names)
    assert [name.removeprefix("'") for name in names] == list(HOSTILE)
    assert set(PLAIN) <= set(names)


def workbook_of(raw: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(raw))


def assert_sheet(raw: bytes) -> None:
    cells = [cell for line in workbook_of(raw).worksheets[0].iter_rows(min_row=2) for cell in line]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value.replace("\r", "") for cell in cells if cell.data_type == "s"] == list(
        HOSTILE
    )
    assert [cell.value for cell in cells if cell.data_type == "n"] == [1.5] * len(HOSTILE)
    assert all(
        cell.quotePrefix for cell in cells if cell.data_type == "s" and cell.value[0] in "=+-@\t"
    )
    parts = zipfile.ZipFile(io.BytesIO(raw))
    assert not [
        name
        for name in parts.namelist()
        if b"<f>" in parts.read(name) or b"<f " in parts.read(name)
    ]


def test_no_cell_of_a_spreadsheet_is_a_formula() -> None:
    assert_sheet(to_xlsx({"Gradebook": TABLE}, START.date()))


def test_the_browser_s_csv_and_spreadsheet_are_as_harmless() -> None:
    told = {"table": {"title": "Gradebook", "head": TABLE[0], "rows": TABLE[1:]}}
    assert in_javascript("csv", told).encode() == to_csv(TABLE)
    assert_sheet(bytes(in_javascript("xlsx", told)))


def test_a_spreadsheet_is_the_same_bytes_each_time() -> None:
    assert to_xlsx({"Gradebook": TABLE}, START.date()) == to_xlsx(
        {"Gradebook": TABLE}, START.date()
    )


@pytest.mark.skipif(
    not any((Path(folder) / "soffice").exists() for folder in os.environ["PATH"].split(":")),
    reason="LibreOffice is not installed",
)
def test_a_real_spreadsheet_program_reads_it(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(
        bytes(in_javascript("xlsx", {"table": {"title": "G", "head": TABLE[0], "rows": TABLE[1:]}}))
    )
    subprocess.run(
        [
            "soffice",
            "--headless",
            "--convert-to",
            "csv",
            "--outdir",
            tmp_path,
            tmp_path / "book.xlsx",
        ],
        check=True,
        capture_output=True,
    )
    assert '=HYPERLINK("https://example.org","click")' in [
        line[0] for line in read_csv((tmp_path / "book.csv").read_bytes())
    ]
