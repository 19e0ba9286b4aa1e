"""The files to read, bare or in an archive, and their rows from text or a spreadsheet."""

import csv
import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import IO

from generator.cms.import_error import AGAIN, CmsImportError
from generator.disk.damaged_zip import DAMAGED_ZIP

TEXT, SHEET = (".txt", ".csv"), (".xlsx",)
TABLE_NAME = re.compile(r"cci(pra|oph)|ptp|mue|pprrvu", re.IGNORECASE)
QPP = re.compile(r"(?<!non)qpp")
MOST_BYTES = 2 << 30  # a published part has about 60 MB
MOST_SWELLING = 250  # a table swells about twentyfold, a bomb a thousandfold
SMALL = 16 << 20
HEAD_BYTES = 1 << 16
HEAD_ROWS = 60


@dataclass(frozen=True)
class ArchiveMember:
    """One table to read; `inner` is its name in the archive at `path`."""

    path: Path
    inner: str | None
    size: int

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.path.name}/{self.inner}" if self.inner else self.path.name

    @property
    def file(self) -> str:
        """The name of the table's own file."""
        return PurePosixPath(self.inner).name if self.inner else self.path.name

    @property
    def is_sheet(self) -> bool:
        """Whether it is a spreadsheet."""
        return self.file.lower().endswith(SHEET)

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Its bytes; those of a sheet can be read in any order."""
        if self.inner is None:
            with self.path.open("rb") as stream:
                yield stream
            return
        with zipfile.ZipFile(self.path) as archive, archive.open(self.inner) as stream:
            if not self.is_sheet:
                yield stream
                return
            with tempfile.TemporaryFile() as copy:
                shutil.copyfileobj(stream, copy)
                copy.seek(0)
                yield copy


def archive_members(path: Path) -> tuple[ArchiveMember, ...]:
    """The tables at `path`; raises `CmsImportError` where it is none, damaged or a bomb."""
    suffix = path.suffix.lower()
    if not path.is_file():
        raise CmsImportError(
            path.name, "there is no such file", "give the path of a file from cms.gov"
        )
    if suffix == ".zip":
        return _archived(path)
    if suffix not in TEXT + SHEET:
        raise CmsImportError(
            path.name,
            f"'{suffix}' is not a form CMS publishes these tables in",
            "give the .zip, .txt, .csv or .xlsx",
        )
    if suffix in SHEET:
        _measured(path)
    elif not _ends_with_a_line(path):
        raise CmsImportError(
            path.name,
            "its last line does not end, so it was cut short",
            f"{AGAIN}, or give the .zip itself",
        )
    return (ArchiveMember(path, None, path.stat().st_size),)


def _ends_with_a_line(path: Path) -> bool:
    """A bare file has no checksum; one cut short almost always ends within a line."""
    with path.open("rb") as stream:
        stream.seek(max(path.stat().st_size - 1, 0))
        return stream.read(1) in (b"\n", b"\r", b"\0")


def _archived(path: Path) -> tuple[ArchiveMember, ...]:
    found = [info for info in _measured(path) if _is_table(info.filename)]
    if not found:
        raise CmsImportError(
            path.name,
            "no table of CMS is in it",
            "give an archive with pair (ccipra, ccioph), MUE or PPRRVU files",
        )
    names = {info.filename.lower(): info for info in found}
    texts = {name.rpartition(".")[0] for name in names if name.endswith(TEXT)}
    names = {
        name: info
        for name, info in names.items()
        if name.endswith(TEXT) or name.rpartition(".")[0] not in texts
    }
    if any("nonqpp" in name for name in names):
        names = {name: info for name, info in names.items() if not QPP.search(name)}
    chosen = sorted(names.values(), key=lambda info: info.filename)
    return tuple(ArchiveMember(path, info.filename, info.file_size) for info in chosen)


def _is_table(name: str) -> bool:
    file = PurePosixPath(name)
    fixed_width = file.suffix.lower() == ".txt" and "pprrvu" in file.name.lower()
    hidden = file.name.startswith(".") or "__MACOSX" in name
    return (
        file.suffix.lower() in TEXT + SHEET
        and bool(TABLE_NAME.search(file.name))
        and not fixed_width
        and not hidden
    )


def _measured(path: Path) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except DAMAGED_ZIP as error:
        raise CmsImportError(path.name, f"it is damaged or cut short ({error})", AGAIN) from error
    for info in infos:
        most = max(SMALL, MOST_SWELLING * max(info.compress_size, 1))
        if info.file_size > min(most, MOST_BYTES):
            problem = (
                f"{info.filename} would swell from {info.compress_size:,} to {info.file_size:,}"
                " bytes"
            )
            raise CmsImportError(path.name, problem, "no file of CMS does; " + AGAIN)
    return infos


Row = tuple[int, tuple[str, ...]]


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
