"""Headers over several lines, and the rows of MUE and relative value tables."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.cms.archive_members import HEAD_ROWS, ArchiveMember, Row, code_cell, grid
from generator.cms.file_names import TableSetting, label_of
from generator.cms.import_error import AGAIN, AS_PUBLISHED, CmsImportError
from generator.cms.store_schema import Kind

CODE = r"[0-9A-Z]{5}"


@dataclass(frozen=True)
class Layout:
    """A kind of table: a sign in its head, how the header's main line begins, its columns."""

    kind: Kind
    what: str
    sign: str
    anchor: str
    columns: Mapping[str, str]


PAIRS = Layout(
    "pairs",
    "pair",
    r"(?im)^\W{0,4}column 1\W{1,4}column 2\b",
    r"column 1",
    {
        "column1": r"column 1",
        "column2": r"column 2",
        "before": r"\*\s?=\s?in existence.*",
        "started": r"effective date",
        "ended": r"deletion date.*",
        "indicator": r"modifier.*",
        "rationale": r"ptp edit rationale",
    },
)
CEILINGS = Layout(
    "mue",
    "MUE",
    r"(?i)mue\s+values?\b",
    r"hcpcs/ ?cpt code",
    {
        "code": r"hcpcs/ ?cpt code",
        "units": r".*\bmue values?",
        "adjudication": r"mue adjudication indicator",
    },
)
STATUSES = Layout(
    "status",
    "relative value",
    r"(?im)^\W?hcpcs\W{1,4}mod\b",
    r"hcpcs",
    {
        "code": r"hcpcs",
        "modifier": r"mod",
        "status": r"(.* )?status code",
        "reduction": r"(.* )?mult proc",
    },
)
LAYOUTS = (PAIRS, CEILINGS, STATUSES)


@dataclass(frozen=True)
class Header:
    """Where each column is, the columns' full names, and the first row of data."""

    columns: Mapping[str, int]
    names: tuple[str, ...]
    first: Row | None


def layout_of(head: str, name: str) -> Layout:
    """The kind of table that `head` begins."""
    for layout in LAYOUTS:
        if re.search(layout.sign, head):
            return layout
    problem = f"no header of a pair, MUE or relative value table is in its first {HEAD_ROWS} lines"
    raise CmsImportError(
        name,
        problem,
        "give the file as CMS published it; of the relative values the .csv or .xlsx",
        1,
    )


def read_header(rows: Iterator[Row], layout: Layout, name: str) -> Header:
    """Take the preamble and the header off `rows`."""
    block: list[tuple[str, ...]] = []
    anchored = 0
    first = None
    for line, row in rows:
        lead = _plain(row[0]) if row else ""
        if anchored and lead:
            first = (line, row)
            break
        anchored = line if re.fullmatch(layout.anchor, lead) else anchored
        block.append(row)
        if len(block) > HEAD_ROWS:
            break
    if not anchored or len(block) > HEAD_ROWS:
        raise CmsImportError(
            name, f"the header of a {layout.what} table does not end", AS_PUBLISHED, 1
        )
    names = _read_downwards(block)
    return Header(
        {
            key: _find(names, pattern, key, name, anchored)
            for key, pattern in layout.columns.items()
        },
        names,
        first,
    )


def _read_downwards(block: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Each column's cells as one name; lines with fewer than three cells are preamble or legend."""
    lines = [row for row in block if sum(bool(cell.strip()) for cell in row) > 2]
    width = max((len(row) for row in lines), default=0)
    columns = ([row[index] for row in lines if index < len(row)] for index in range(width))
    return tuple(_plain(" ".join(column)) for column in columns)


def _find(names: tuple[str, ...], pattern: str, key: str, name: str, line: int) -> int:
    found = [index for index, column in enumerate(names) if re.fullmatch(pattern, column)]
    if len(found) != 1:
        several = "several columns" if found else "no column"
        shown = ", ".join(filter(None, names))[:200]
        raise CmsImportError(
            name, f"{several} of the header can be the {key} (it has: {shown})", AS_PUBLISHED, line
        )
    return found[0]


def _plain(text: str) -> str:
    return " ".join(text.replace("ï»¿", "").split()).lower()


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
    expect = partial(_expect, name, line)
    code = expect(code_cell(cells["code"]), CODE, "a code of five characters")
    units = expect(cells["units"], "[0-9]{1,9}", f"a number of units for {code}")
    adjudication = cells["adjudication"][:2].strip()
    indicator = expect(adjudication, "[123]", f"an adjudication indicator for {code}")
    return code, int(units), int(indicator)


def _status(line: int, cells: dict[str, str], name: str) -> tuple[str, str, str]:
    expect = partial(_expect, name, line)
    code = expect(code_cell(cells["code"]), CODE, "a code of five characters")
    letter = expect(cells["status"], "[A-Z]", f"a status letter for {code}")
    what = f"a multiple-procedure indicator for {code}"
    return code, letter, expect(cells["reduction"], "[0-9]?", what)


def _expect(name: str, line: int, cell: str, pattern: str, what: str) -> str:
    if not re.fullmatch(pattern, cell):
        problem = f"where {what} should stand is something else"
        raise CmsImportError(name, problem, AS_PUBLISHED, line)
    return cell


def _no_twice(codes: list[str], name: str) -> None:
    if not codes:
        raise CmsImportError(name, "no row follows the header", AGAIN)
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise CmsImportError(name, f"{code} is in it twice", AS_PUBLISHED)
        seen.add(code)
