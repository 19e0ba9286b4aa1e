"""MUE and relative value tables: some ten thousand rows, read one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.cms.archive_members import ArchiveMember, Row, code_cell, grid
from generator.cms.column_headers import CEILINGS, STATUSES, Header, read_header
from generator.cms.file_names import TableSetting, label_of
from generator.cms.import_error import AGAIN, AS_PUBLISHED, CmsImportError

CODE = r"[0-9A-Z]{5}"


@dataclass(frozen=True)
class Ceilings:
    """Each code's units and adjudication indicator, and the setting that the header names."""

    setting: TableSetting | None
    rows: tuple[tuple[str, int, int], ...]


def read_ceilings(member: ArchiveMember) -> Ceilings:
    """The rows of an MUE table."""
    with grid(member) as rows:
        header = read_header(rows, CEILINGS, member.name)
        found = tuple(_ceiling(*row, member.name) for row in _records(header, rows, member))
    _no_twice([row[0] for row in found], member.name)
    return Ceilings(label_of(header.names[header.columns["units"]]).setting, found)


def read_statuses(member: ArchiveMember) -> tuple[tuple[str, str, str], ...]:
    """Code, status letter, multiple-procedure indicator, of the rows without a modifier."""
    with grid(member) as rows:
        header = read_header(rows, STATUSES, member.name)
        found = tuple(
            _status(*row, member.name)
            for row in _records(header, rows, member)
            if not row[1]["modifier"]
        )
    _no_twice([row[0] for row in found], member.name)
    return found


def _records(
    header: Header, rows: Iterator[Row], member: ArchiveMember
) -> Iterator[tuple[int, dict[str, str]]]:
    """The wanted cells of each row. Of text, every row must reach as far as the header does."""
    last_named = max((index for index, name in enumerate(header.names) if name), default=0)
    needed = max(header.columns.values()) if member.is_sheet else last_named
    for line, row in chain([header.first] if header.first else [], rows):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) <= needed:
            raise CmsImportError(
                member.name,
                f"the line has {len(row)} columns, not {needed + 1}",
                f"{AGAIN}: it is damaged or cut short",
                line,
            )
        yield line, {key: row[index].strip() for key, index in header.columns.items()}


def _ceiling(line: int, cells: dict[str, str], name: str) -> tuple[str, int, int]:
    code = _expect(code_cell(cells["code"]), CODE, "a code of five characters", line, name)
    units = _expect(cells["units"], "[0-9]{1,9}", f"a number of units for {code}", line, name)
    indicator = _expect(
        cells["adjudication"][:2].strip(),
        "[123]",
        f"an adjudication indicator for {code}",
        line,
        name,
    )
    return code, int(units), int(indicator)


def _status(line: int, cells: dict[str, str], name: str) -> tuple[str, str, str]:
    code = _expect(code_cell(cells["code"]), CODE, "a code of five characters", line, name)
    letter = _expect(cells["status"], "[A-Z]", f"a status letter for {code}", line, name)
    return (
        code,
        letter,
        _expect(
            cells["reduction"], "[0-9]?", f"a multiple-procedure indicator for {code}", line, name
        ),
    )


def _expect(cell: str, pattern: str, what: str, line: int, name: str) -> str:
    """The cell, which must have the form; messages do not repeat it: it may be a description."""
    if not re.fullmatch(pattern, cell):
        raise CmsImportError(
            name, f"where {what} should stand is something else", AS_PUBLISHED, line
        )
    return cell


def _no_twice(codes: list[str], name: str) -> None:
    if not codes:
        raise CmsImportError(name, "no row follows the header", AGAIN)
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise CmsImportError(name, f"{code} stands in it twice", AS_PUBLISHED)
        seen.add(code)
