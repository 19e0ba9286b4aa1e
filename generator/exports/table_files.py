"""Tables as CSV, and the rule by which no cell of theirs or of a workbook is a formula.

The rule is OWASP's "CSV Injection", with the wide forms of the signs that some programs read alike.
"""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
Row = Sequence[Cell]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'")
"""What a formula starts with; an apostrophe too, so that removing one gives the text back."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could evaluate the text."""
    return text.lstrip(" ").startswith(FORMULA)


def escape_formula(cell: Cell) -> Cell:
    """The cell, with an apostrophe before a text that could be a formula."""
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell


def csv_lines(rows: Iterable[Row]) -> str:
    """The rows by RFC 4180, with formulas escaped."""
    out = io.StringIO()
    csv.writer(out).writerows([*map(escape_formula, row)] for row in rows)
    return out.getvalue()


def csv_file(lines: str) -> bytes:
    """The lines in UTF-8 with the byte order mark that spreadsheets look for."""
    return lines.encode("utf-8-sig", "replace")


def to_csv(rows: Iterable[Row]) -> bytes:
    """A CSV file of the rows."""
    return csv_file(csv_lines(rows))
