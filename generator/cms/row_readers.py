"""Rows of text cells, numbered as in the file, from text or a spreadsheet."""

import csv
import io
import re
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from typing import IO

from generator.cms.archive_members import ArchiveMember
from generator.cms.import_error import CmsImportError

Row = tuple[int, tuple[str, ...]]

HEAD_BYTES = 1 << 16
HEAD_ROWS = 60


def head_of(member: ArchiveMember) -> str:
    """The beginning as text: cells parted by tabs, white space in a cell as one space."""
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
            "it is not text of one byte a character",
            "give the file as CMS published it, not saved anew",
            1,
        )
    return raw.decode("latin-1").removeprefix("ï»¿").replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def grid(member: ArchiveMember) -> Iterator[Iterator[Row]]:
    """The rows of a table, text or sheet."""
    with (
        member.open() as stream,
        closing(sheet_rows(stream) if member.is_sheet else _text_rows(stream, member.name)) as rows,
    ):
        yield rows


def _text_rows(stream: IO[bytes], name: str) -> Generator[Row]:
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
            f"the line cannot be read ({problem})",
            "the file is damaged: download it again",
            reader.line_num,
        ) from problem
    finally:
        text.detach()


def sheet_rows(stream: IO[bytes]) -> Generator[Row]:
    """Every row of the first sheet; the size that a sheet states is often wrong, so it is reset."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a tenth of a second

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
