"""What a class's results become: gradebook, spreadsheet and analysis, as files by name."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter

from generator.exports.table_files import to_csv
from generator.exports.workbooks import save_workbook, workbook
from generator.facts.corpus import Corpus
from generator.questions.kinds.marking import Marking
from generator.results import result_tables
from generator.results.analysis_report import assignment_report, report
from generator.results.answer_marking import markings
from generator.results.answer_totals import AnswerDatabase
from generator.results.gradebook import GradebookRow
from generator.results.item_analysis import analyze, raw_answers
from generator.results.item_stats import Analysis
from generator.results.result_error import ResultError
from generator.results.result_reader import ReadProblem
from generator.results.result_tables import Table

CHANGED = "key-changed"
MOST_ROWS = 1_000_000
"""No sheet holds more than 1,048,576; the CSV files have them all."""
WIDTHS = {
    "Look at": 60,
    "Look at this item": 60,
    "Learner": 26,
    "Title": 34,
    "Words": 34,
    "File": 34,
}


def analyzed(
    rows: Sequence[GradebookRow], keys: dict[str, Marking], work: Path
) -> Iterator[tuple[str, tuple[GradebookRow, ...], Analysis]]:
    """Each assignment with its rows and its analysis.

    `work` is an empty folder for what does not fit into memory.
    """
    for name in dict.fromkeys(row.submission.result.assignment.id for row in rows):
        own = tuple(row for row in rows if row.submission.result.assignment.id == name)
        found = _analysis(own, keys, work / name)
        if found:
            yield _title(own), own, found


def _analysis(
    rows: tuple[GradebookRow, ...], keys: dict[str, Marking], work: Path
) -> Analysis | None:
    work.mkdir(parents=True)
    items = tuple(dict.fromkeys(name for row in rows for name in row.set_items))
    changed = frozenset(
        entry.answer.item
        for row in rows
        for entry in row.marked
        if entry.flag and entry.flag.name == CHANGED
    )
    tally = AnswerDatabase(work)
    try:
        tally.take(*raw_answers(rows))
        tally.score(keys)
        return analyze(tally, keys, items, changed)
    finally:
        tally.close()


def _title(rows: tuple[GradebookRow, ...]) -> str:
    first = rows[0]
    named = first.terms.title or first.submission.result.assignment.title
    return named or first.submission.result.assignment.id


def files(
    rows: Sequence[GradebookRow],
    problems: Sequence[ReadProblem],
    parts: Sequence[tuple[str, tuple[GradebookRow, ...], Analysis]],
    as_of: date,
) -> dict[str, bytes]:
    """Same rows, same bytes: moments in the files are those of the content."""
    tables = {"Gradebook": result_tables.grades(rows), "Answers": result_tables.answers(rows)}
    fitting = {name: table for name, table in tables.items() if len(table) <= MOST_ROWS}
    sheets = {
        "Items": _joined([result_tables.items(found) for *_, found in parts]),
        "Options": _joined([result_tables.pulls(found) for *_, found in parts]),
    }
    found = {
        "gradebook.csv": to_csv(tables["Gradebook"]),
        "answers.csv": to_csv(tables["Answers"]),
        "results.xlsx": to_xlsx(
            {**fitting, **{name: table for name, table in sheets.items() if table}}, as_of
        ),
        "analysis.html": report(
            [assignment_report(title, own, analysis) for title, own, analysis in parts],
            problems,
            as_of,
        ),
        "analysis.json": _json({title: asdict(analysis) for title, _, analysis in parts}),
    }
    if parts:
        found |= {"items.csv": to_csv(sheets["Items"]), "options.csv": to_csv(sheets["Options"])}
    return found


def table_files(corpus: Corpus, path: Path, work: Path) -> tuple[dict[str, bytes], int]:
    """The analysis of a table of answers at `path`, and how many learners it has.

    Raises `Refused`.
    """
    tally = AnswerDatabase(work)
    try:
        tally.take_table(path)
        keys = markings(corpus, tally.named())
        tally.score(keys)
        found = analyze(tally, keys, tuple(sorted(keys)))
    finally:
        tally.close()
    if found is None:
        raise ResultError(f"{path.name} holds no answer to a question of this site.")
    shown = report([assignment_report(path.stem, (), found)], (), corpus.judged_on)
    tables = {
        "items.csv": to_csv(result_tables.items(found)),
        "options.csv": to_csv(result_tables.pulls(found)),
    }
    return {
        **tables,
        "analysis.html": shown,
        "analysis.json": _json({path.stem: asdict(found)}),
    }, found.persons


def _joined(tables: Sequence[Table]) -> Table:
    """One under another; a table with more ability groups has the longest head."""
    head = max((table[0] for table in tables), key=len, default=())
    return (head, *(row for table in tables for row in table[1:])) if head else ()


def to_xlsx(sheets: Mapping[str, Table], day: date) -> bytes:
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


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
