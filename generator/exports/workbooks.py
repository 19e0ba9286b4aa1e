"""Tables as workbooks in which no cell is a formula."""

import errno
import io
import os
import re
from collections.abc import Mapping, Sequence
from datetime import date

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.archives import archive, unpacked
from generator.exports.question_text import xml_text
from generator.exports.table_files import Row, is_formula

MAX_CELL_LENGTH = 32_767  # characters: Excel specifications and limits
BOLD = Font(bold=True)
TOP = {wrapped: Alignment(vertical="top", wrap_text=wrapped) for wrapped in (True, False)}
SAVED_AT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def workbook(sheets: Mapping[str, Sequence[Row]], wrap_over: int = -1) -> Workbook:
    """A sheet for each table, its head in bold and in sight.

    Texts of more than `wrap_over` characters wrap; `None` leaves a cell out.
    """
    book = Workbook()
    del book[book.sheetnames[0]]
    for name, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    _write(sheet, (number, column), value, wrap_over)
        for cell in sheet[1] if rows else ():
            cell.font = BOLD
        sheet.freeze_panes = "B2"
    return book


def _write(sheet: Worksheet, at: tuple[int, int], value: str | int | float, wrap: int) -> None:
    """A text is stored as text and marked as quoted, so that it stays one when it is edited."""
    cell = sheet.cell(*at)
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = xml_text(value)[:MAX_CELL_LENGTH]
    cell.data_type = "s"
    cell.alignment = TOP[len(value) > wrap]
    if is_formula(value):
        cell.quotePrefix = True


def save_workbook(book: Workbook, title: str | None, day: date) -> bytes:
    """The file, with `day` in place of the moment it was written: same tables, same bytes.

    Raises `OSError` where there is no room for the temporary files.
    """
    book.properties.creator, book.properties.title = "RightCode", title and xml_text(title)
    out = io.BytesIO()
    try:
        book.save(out)  # by way of temporary files
    except SerialisationError as problem:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from problem
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    files = {
        name: SAVED_AT.sub(rb"\g<1>" + stamp, raw) for name, raw in unpacked(out.getvalue()).items()
    }
    return archive(files, day, first=("[Content_Types].xml",))
