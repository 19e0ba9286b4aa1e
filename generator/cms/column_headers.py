"""Which column is which: headers over several lines, below or above the one with the code."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.cms.archive_members import HEAD_ROWS, Row
from generator.cms.import_error import AS_PUBLISHED, CmsImportError


@dataclass(frozen=True)
class Layout:
    """A kind of table: a sign in its head, how the header's main line begins, its columns."""

    what: str
    sign: str
    anchor: str
    columns: Mapping[str, str]


PAIRS = Layout(
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
