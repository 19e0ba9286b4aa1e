"""What a class's results become: gradebook, spreadsheet and analysis, as files by name."""

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from openpyxl.utils import get_column_letter
from pydantic import TypeAdapter

from generator.exports.table_files import Row, to_csv
from generator.exports.workbooks import save_workbook, workbook
from generator.facts.corpus import Corpus
from generator.results.analysis_report import AssignmentReport, assignment_report, report
from generator.results.answer_marking import markings
from generator.results.answer_totals import AnswerDatabase, table_problem
from generator.results.gradebook import ClassResults, GradebookProcess, ReadProblem, Table
from generator.results.item_stats import Analysis, Matrix
from generator.results.result_error import ResultError

Sheet = Sequence[Row]
"""Rows of cells, the head first."""
MOST_ROWS = 1_000_000
"""No sheet holds more than 1,048,576; the CSV files have them all."""
DECIMALS = (
    "Minutes",
    "Points",
    "Points by the key",
    "Percent",
    "Seconds",
    "Difficulty (p)",
    "Fully correct",
    "from",
    "to",
)
"""Columns of numbers that are not whole, as are Discrimination and the ability groups."""
WIDTHS = {
    "Flags": 60,
    "Dispute": 60,
    "Reason": 60,
    "Why changed": 60,
    "Learner": 26,
    "Title": 34,
    "Text": 34,
    "File": 34,
}


def files(results: ClassResults, as_of: date) -> dict[str, bytes]:
    """Same results, same bytes: moments in the files are those of the content."""
    names = ("Gradebook", "Answers", "Items", "Options")
    sheets = dict(zip(names, map(_sheet, results.tables), strict=True))
    parts = [
        assignment_report(part.title, part.analysis, part.matrix, part.disputes)
        for part in results.parts
        if part.analysis
    ]
    if results.changes:
        sheets["Changes"] = _sheet(results.changes)
    fitting = {
        name: sheet
        for name, sheet in sheets.items()
        if len(sheet) <= MOST_ROWS and (parts or name not in ("Items", "Options"))
    }
    found = {
        "gradebook.csv": to_csv(sheets["Gradebook"]),
        "answers.csv": to_csv(sheets["Answers"]),
        "results.xlsx": to_xlsx(fitting, as_of),
        **({"changes.csv": to_csv(sheets["Changes"])} if "Changes" in sheets else {}),
    }
    tables = results.tables[2:] if parts else ()
    return found | _analysis_files(parts, tables, results.problems, as_of)


def _analysis_files(
    parts: Sequence[AssignmentReport],
    tables: Sequence[Table],
    problems: Sequence[ReadProblem],
    as_of: date,
) -> dict[str, bytes]:
    csv = zip(("items.csv", "options.csv"), tables, strict=False)
    return {
        **{name: to_csv(_sheet(table)) for name, table in csv},
        "analysis.html": report(parts, problems, as_of),
        "analysis.json": _json(parts),
    }


def table_files(corpus: Corpus, path: Path, work: Path) -> tuple[dict[str, bytes], int]:
    """The analysis of a table of answers at `path`, and how many learners it has.

    Raises `ResultError`.
    """
    with GradebookProcess() as process:
        try:
            with closing(AnswerDatabase(work)) as tally:
                tally.take_table(path)
                keys = markings(corpus, tally.named(corpus.items))
                tally.score(keys, process)
                markings_by_id = [marking for _, marking in sorted(keys.items())]
                asked = {"markings": markings_by_id, "sums": tally.sums()}
        except duckdb.Error as problem:
            raise ResultError(f"{path.name}: {table_problem(problem)}.") from problem
        found = process.request("analysis", asked)
    if found is None or not keys:
        raise ResultError(f"{path.name} holds no answer to a question of this site.")
    analysis = TypeAdapter(Analysis).validate_python(found["analysis"])
    tables = TypeAdapter(tuple[Table, ...]).validate_python(found["tables"])
    matrix = TypeAdapter(Matrix | None).validate_python(found["matrix"])
    part = assignment_report(path.stem, analysis, matrix)
    written = _analysis_files([part], tables, (), corpus.judged_on)
    return written, analysis.persons


def _sheet(table: Table) -> Sheet:
    """The rows below their head; decimal numbers stay such where they are whole."""
    decimal = [
        name in DECIMALS or name.startswith(("Discrimination", "Group ")) for name in table.head
    ]
    rows = (
        [
            float(cell) if is_decimal and isinstance(cell, int) else cell
            for cell, is_decimal in zip(row, decimal, strict=True)
        ]
        for row in table.rows
    )
    return (table.head, *rows)


def to_xlsx(sheets: Mapping[str, Sheet], day: date) -> bytes:
    """A workbook with a sheet for each table that can be filtered."""
    book = workbook(sheets, wrap_over=40)
    for title, (head, *rows) in sheets.items():
        sheet = book[title]
        for column, name in enumerate(map(str, head), 1):
            width = WIDTHS.get(name, max(10, len(name) + 2))
            sheet.column_dimensions[get_column_letter(column)].width = width
        if rows:
            sheet.auto_filter.ref = sheet.dimensions
    return save_workbook(book, None, day)


def _json(parts: Sequence[AssignmentReport]) -> bytes:
    def untold(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {name: value for name, value in pairs if name != "text"}

    found = {part.title: asdict(part.analysis, dict_factory=untold) for part in parts}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
