"""Tables to CSV and spreadsheets in which no cell is a formula, whatever a learner typed as a name."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.results.result_tables import Cell, Table

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""After OWASP's 'CSV Injection', with the wide forms that some programs read alike."""
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
EPOCH = (1980, 1, 1, 0, 0, 0)
SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</)")
LONGEST = 32_000
WIDTHS = {
    "Look at": 60,
    "Look at this item": 60,
    "Learner": 26,
    "Title": 34,
    "Words": 34,
    "File": 34,
}


def to_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheet programs want.

    A text that could start a formula gets an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([table[0], *(map(_harmless, row) for row in table[1])])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return (
        f"'{cell}"
        if isinstance(cell, str) and cell.lstrip(" ").startswith(STARTS_A_FORMULA)
        else cell
    )


def to_xlsx(sheets: Mapping[str, Table], at: datetime) -> bytes:
    """A workbook with a sheet for each table. Same tables and same moment, same bytes."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "RightCode"
    book.properties.created = at.replace(tzinfo=None)
    for title, table in sheets.items():
        _fill(book.create_sheet(title), table)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue(), at)


def _fill(sheet: Worksheet, table: Table) -> None:
    head, rows = table
    for number, row in enumerate((head, *rows), 1):
        for column, cell in enumerate(row, 1):
            _write(sheet, number, column, cell)
    for column, name in enumerate(head, 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(
            name, max(10, len(name) + 2)
        )
    sheet.freeze_panes = "B2"
    if rows:
        sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    """Text is stored as text and marked as quoted, so that it stays so when somebody edits the cell."""
    if value is None or value == "":
        return
    cell = sheet.cell(row, column)
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = UNWRITABLE.sub("\ufffd", value)[:LONGEST]
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top", wrap_text=len(value) > 40)
    if value.startswith(STARTS_A_FORMULA):
        cell.quotePrefix = True


def _timeless(raw: bytes, at: datetime) -> bytes:
    """The same archive without the moments at which its parts were written, and `at` for that at which it was saved."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = SAVED.sub(
                    lambda match: match[1] + at.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + match[2],
                    content,
                )
            new.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
