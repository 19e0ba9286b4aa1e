"""Rows of text cells, numbered as in the file, from text or a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from typing import BinaryIO

from generator.cms.archive_members import ArchiveMember
from generator.cms.import_error import CmsImportError

Row = tuple[int, tuple[str, ...]]

HEAD_BYTES = 1 << 16
HEAD_ROWS = 60


def head_of(member: ArchiveMember) -> str:
    """The beginning as text, cells parted by tabs, each run of white space within a cell as one space."""
    if member.is_sheet:
        with grid(member) as rows:
            return "\n".join(
                "\t".join(" ".join(cell.split()) for cell in row)
                for _, row in islice(rows, HEAD_ROWS)
            )
    with member.open() as stream:
        raw = stream.read(HEAD_BYTES)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw:
        raise CmsImportError(
            member.name,
            1,
            "it is not text of one byte a character",
            "give the file as CMS published it, not saved anew",
        )
    return raw.decode("latin-1").removeprefix("ï»¿").replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def grid(member: ArchiveMember) -> Iterator[Iterator[Row]]:
    with (
        member.open() as stream,
        closing(sheet_rows(stream) if member.is_sheet else _text_rows(stream, member.name)) as rows,
    ):
        yield rows


def _text_rows(stream: BinaryIO, name: str) -> Iterator[Row]:
    """Latin-1 reads every byte; what is kept of it must be plain letters and digits anyway."""
    text = io.TextIOWrapper(stream, encoding="latin-1", newline="")
    beginning = text.read(HEAD_BYTES // 4)
    text.seek(0)
    reader = csv.reader(
        text, delimiter="\t" if beginning.count("\t") > beginning.count(",") else ",", strict=True
    )
    try:
        for row in reader:
            yield reader.line_num, tuple(row)
    except csv.Error as problem:
        raise CmsImportError(
            name,
            reader.line_num,
            f"the line cannot be read ({problem})",
            "the file is damaged: download it again",
        ) from problem
    finally:
        text.detach()


def sheet_rows(stream: BinaryIO) -> Iterator[Row]:
    """Every row of the first sheet.

    The sizes a sheet states for itself are often wrong, so they are not asked for.
    """
    from openpyxl import load_workbook  # a tenth of a second that other commands need not spend

    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, tuple(_cell(value) for value in row)
    finally:
        book.close()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case date():
            return value.strftime("%Y%m%d")
        case _:
            return str(value)


def code_cell(cell: str) -> str:
    """A code as written; a sheet that holds 00100 as a number has lost its zeros."""
    bare = cell.strip()
    return bare.zfill(5) if re.fullmatch("[0-9]{3,4}", bare) else bare
