"""What a class's results become: gradebook, spreadsheet and analysis, as files by name."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path

from generator.facts.corpus import Corpus
from generator.results import result_tables
from generator.results.analysis_report import assignment_report, report
from generator.results.answer_marking import Marking, markings
from generator.results.answer_totals import AnswerDatabase
from generator.results.gradebook import GradebookRow
from generator.results.item_analysis import Analysis, analyse, raw_answers
from generator.results.result_error import ResultError
from generator.results.result_reader import ReadProblem
from generator.results.table_writers import to_csv, to_xlsx

CHANGED = "key-changed"
MOST_ROWS = 1_000_000
"""No sheet holds more than 1,048,576; the CSV files have them all."""


def analysed(
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
        return analyse(tally, keys, items, changed)
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
    fitting = {name: table for name, table in tables.items() if len(table[1]) < MOST_ROWS}
    sheets = {
        "Items": _joined([result_tables.items(found) for *_, found in parts]),
        "Options": _joined([result_tables.pulls(found) for *_, found in parts]),
    }
    found = {
        "gradebook.csv": to_csv(tables["Gradebook"]),
        "answers.csv": to_csv(tables["Answers"]),
        "results.xlsx": to_xlsx(
            {**fitting, **{name: table for name, table in sheets.items() if table[0]}},
            datetime.combine(as_of, time()),
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
        found = analyse(tally, keys, tuple(sorted(keys)))
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


def _joined(tables: list[result_tables.Table]) -> result_tables.Table:
    """One under another; a table with more ability groups has the longest head."""
    head = max((head for head, _ in tables), key=len, default=())
    return head, tuple(row for _, rows in tables for row in rows)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
