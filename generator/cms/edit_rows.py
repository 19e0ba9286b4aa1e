"""NCCI edits in batches: text fast, sheets row by row."""

import re
from array import array
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import IO, Self

from generator.cms.archive_members import HEAD_ROWS, ArchiveMember, code_cell, sheet_rows
from generator.cms.file_names import Quarter
from generator.cms.import_error import AGAIN, AS_PUBLISHED, CmsImportError
from generator.cms.tables import PAIRS, read_header

OPEN = ("", "*")
INDICATORS = ("0", "1", "9")
CHUNK = 1 << 18  # larger ones fall out of the processor's cache: 4 MB took a third longer
LONGEST_LINE = 1 << 16
SHEET_BATCH = 5000
COLUMNS = tuple(PAIRS.columns)
# As fast as a regular expression was found to be; what it lets through in the middle is checked
# once for each new span.
ROW = re.compile(
    r"^([0-9A-Z]{5})\t([0-9A-Z]{5})\t([^\t\n]*\t[^\t\n]*\t[^\t\n]*\t[^\t\n]*)\t[^\t\n]*$",
    re.MULTILINE,
)


class PeriodError(ValueError):
    """What is wrong with the columns, and the remedy."""


@dataclass(frozen=True)
class EditPeriod:
    """First and last day as YYYYMMDD, None where there is no deletion date."""

    started: int
    ended: int | None
    indicator: int
    before_1996: bool

    @classmethod
    def read(cls, columns: str) -> Self:
        """From the star column, effective and deletion date, and indicator, parted by tabs."""
        star, started, ended, indicator = (cell.strip() for cell in columns.split("\t"))
        if star not in OPEN:
            raise PeriodError("the third column holds neither a star nor nothing")
        if indicator not in INDICATORS:
            raise PeriodError("the modifier indicator is none of 0, 1 and 9")
        return cls(
            _day(started), None if ended in OPEN else _day(ended), int(indicator), star == "*"
        )


class PeriodNumbers(dict[str, int]):
    """A number for each four columns met; reads and checks those that are new."""

    def __init__(self, known: dict[EditPeriod, int], quarter: Quarter) -> None:
        super().__init__()
        self.numbers = known
        self.last = int(f"{quarter.last:%Y%m%d}")
        self.quarter = quarter
        self.oldest_end: int | None = None

    def __missing__(self, columns: str) -> int:
        span = EditPeriod.read(columns)
        if span.started > self.last:
            raise PeriodError(
                f"an edit that begins on {span.started} does not belong into {self.quarter}"
            )
        if span.ended and span.ended <= self.last:
            self.oldest_end = min(self.oldest_end or span.ended, span.ended)
        number = self[columns] = self.numbers.setdefault(span, len(self.numbers) + 1)
        return number


def as_date(day: int) -> date:
    """20261001 as a date."""
    return date(day // 10000, day // 100 % 100, day % 100)


def _day(cell: str) -> int:
    if not re.fullmatch("[0-9]{8}", cell):
        raise PeriodError("a date is not written as YYYYMMDD")
    try:
        as_date(int(cell))
    except ValueError:
        raise PeriodError(f"{cell} is not a day of the calendar") from None
    return int(cell)


@dataclass(frozen=True)
class Batch:
    """Rows in order of their codes, as three columns; `size` is the bytes read for them."""

    column1: tuple[str, ...]
    column2: tuple[str, ...]
    spans: "array[int]"
    size: int


def read_pairs(member: ArchiveMember, spans: PeriodNumbers) -> Iterator[Batch]:
    """Every edit of the file. Raises Refused at the first line that is none."""
    if member.is_sheet:
        yield from _from_sheet(member, spans)
        return
    with member.open() as stream:
        beginning, line = _skip_header(stream, member.name)
        for text in _chunks(stream, beginning):
            lines = text.count("\n")
            yield _batch(text, range(line, line + lines), spans, member.name)
            line += lines


def _skip_header(stream: IO[bytes], name: str) -> tuple[bytes, int]:
    raw = [stream.readline(LONGEST_LINE)]
    while raw[-1] and len(raw) < HEAD_ROWS + 2:
        raw.append(stream.readline(LONGEST_LINE))
    rows = [(number, tuple(_cells(line.decode("latin-1")))) for number, line in enumerate(raw, 1)]
    header = read_header(iter(rows), PAIRS, name)
    _check_order(header.columns, header.names, name)
    if header.first is None:
        raise CmsImportError(name, "no pair follows the header", AGAIN, len(raw))
    return b"".join(raw[header.first[0] - 1 :]), header.first[0]


def _check_order(columns: Mapping[str, int], names: tuple[str, ...], name: str) -> None:
    if tuple(columns.values()) != tuple(range(len(COLUMNS))) or any(names[len(COLUMNS) :]):
        shown = ", ".join(filter(None, names))[:200]
        raise CmsImportError(
            name,
            f"the columns are not the seven of a pair table in their order ({shown})",
            AS_PUBLISHED,
            1,
        )


def _chunks(stream: IO[bytes], beginning: bytes) -> Iterator[str]:
    rest = beginning
    while block := stream.read(CHUNK):
        cut = block.rfind(b"\n") + 1
        if cut:
            yield (rest + block[:cut]).decode("latin-1")
            rest = block[cut:]
        elif len(rest) < LONGEST_LINE:
            rest += block
        else:
            raise ValueError("a line without an end")
    if rest:
        yield rest.decode("latin-1").removesuffix("\n") + "\n"


def _batch(text: str, lines: range, spans: PeriodNumbers, name: str) -> Batch:
    rows = ROW.findall(text)
    if len(rows) != len(lines):
        rows = _row_by_row(text, lines, spans, name)
    rows.sort()
    try:
        return _columns(rows, spans, len(text))
    except PeriodError:
        _row_by_row(text, lines, spans, name)
        raise


def _columns(rows: list[tuple[str, str, str]], spans: PeriodNumbers, size: int) -> Batch:
    if not rows:
        return Batch((), (), array("I"), size)
    column1, column2, columns = zip(*rows, strict=True)
    return Batch(column1, column2, array("I", map(spans.__getitem__, columns)), size)


def _row_by_row(
    text: str, lines: range, spans: PeriodNumbers, name: str
) -> list[tuple[str, str, str]]:
    """The same rows without empty lines; or the first that is wrong, named by its line."""
    cells = ((number, _cells(row)) for number, row in zip(lines, text.split("\n"), strict=False))
    return [_row(number, row, spans, name) for number, row in cells if any(row)]


def _cells(line: str) -> list[str]:
    return [cell.strip(' "') for cell in line.rstrip("\r\n").split("\t")]


def _row(line: int, cells: list[str], spans: PeriodNumbers, name: str) -> tuple[str, str, str]:
    if len(cells) != len(COLUMNS):
        raise CmsImportError(
            name,
            f"the line has {len(cells)} columns, not {len(COLUMNS)}",
            f"{AGAIN}: it is damaged or cut short",
            line,
        )
    code1, code2, *columns, _ = cells
    for code, column in ((code1, 1), (code2, 2)):
        if not re.fullmatch("[0-9A-Z]{5}", code):
            raise CmsImportError(
                name, f"column {column} holds no code of five characters", AS_PUBLISHED, line
            )
    joined = "\t".join(columns)
    try:
        spans[joined]
    except PeriodError as problem:
        raise CmsImportError(
            name,
            f"{code1} and {code2}: {problem}",
            f"{AS_PUBLISHED}, or name its quarter with --quarter",
            line,
        ) from None
    return code1, code2, joined


def _from_sheet(member: ArchiveMember, spans: PeriodNumbers) -> Iterator[Batch]:
    """The position within the file shows how far the reading is, as its sheet is most of it."""
    with member.open() as stream, closing(sheet_rows(stream)) as rows:
        header = read_header(rows, PAIRS, member.name)
        _check_order(header.columns, header.names, member.name)
        following = chain([header.first] if header.first else [], rows)
        reached = 0
        while some := list(islice(following, SHEET_BATCH)):
            found = [
                _row(line, _sheet_cells(cells), spans, member.name)
                for line, cells in some
                if any(cells)
            ]
            found.sort()
            position = max(stream.tell(), reached)
            yield _columns(found, spans, position - reached)
            reached = position


def _sheet_cells(cells: tuple[str, ...]) -> list[str]:
    """Codes with their zeros; a sheet leaves out empty cells at the end of a row."""
    bare = [cell.strip() for cell in cells]
    full = bare[: len(COLUMNS)] + [cell for cell in bare[len(COLUMNS) :] if cell]
    full += [""] * (len(COLUMNS) - len(full))
    return [code_cell(full[0]), code_cell(full[1]), *full[2:]]
