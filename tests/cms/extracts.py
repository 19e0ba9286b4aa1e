"""Authored facts beside rows of CMS's tables, as extracts lay them out: what differs."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

from generator.billing.edit_lookup import edit_on
from generator.facts.corpus import Corpus

Row = Mapping[str, str]
TABLE_DATE = date(2024, 7, 1)
DAY = timedelta(days=1)
STATUSES = {
    "A": "active",
    "B": "bundled",
    "I": "invalid",
    "N": "non-covered",
    "R": "restricted",
    "C": "carrier-priced",
}


def table(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def unlike_ceilings(corpus: Corpus, rows: Sequence[Row], source: str) -> list[str]:
    """The codes whose practitioner MUE from `source` is not that of the rows."""
    theirs = {row["code"]: [(int(row["mue"]), int(row["mai"]))] for row in rows}
    return [
        name
        for name, code in corpus.codes.items()
        if [
            (mue.units, mue.adjudication)
            for mue in code.mue
            if source in mue.sources and mue.setting == "practitioner"
        ]
        != theirs.get(name, [])
    ]


def codes_without_row(corpus: Corpus, rows: Sequence[Row]) -> set[str]:
    return corpus.codes.keys() - {row["code"] for row in rows}


def unlike_statuses(corpus: Corpus, rows: Sequence[Row]) -> list[str]:
    """The codes whose Medicare status, letter or therapy reduction is not that of their row."""
    theirs = {row["code"]: row for row in reversed(rows)}
    differing = []
    for name, code in corpus.codes.items():
        if row := theirs.get(name):
            ours = code.coverage["medicare-part-b"]
            letter, reduced = row["status"], row["mult_proc_indicator"] == "5"
            if (ours.letter, ours.status, ours.reduction) != (letter, STATUSES[letter], reduced):
                differing.append(name)
    return differing


def edit_rows(rows: Sequence[Row]) -> set[tuple[str, ...]]:
    keys = ("column1", "column2", "deleted", "modifier_indicator")
    return {tuple(row[key] for key in keys) for row in rows}


def authored_rows(corpus: Corpus, source: str | None = None) -> set[tuple[str, ...]]:
    """The practitioner edits among taught codes, as rows; with `source`, those that name it."""
    return {
        (edit.column1, edit.column2, str(edit.effective.end or ""), str(edit.indicator))
        for edit in corpus.edits.values()
        if edit.setting == "practitioner"
        and (source is None or source in edit.sources)
        and (source or {edit.column1, edit.column2} <= corpus.codes.keys())
    }


def days_that_differ(
    corpus: Corpus, rows: Sequence[Row], began: Mapping[tuple[str, str], date]
) -> list[str]:
    """The pairs of taught codes of which we and the rows say something else on some day.

    On the table's date, and on the day before, of and after each deletion; `began` has the first
    days that the rows do not tell.
    """
    wrong = []
    for pair in permutations(corpus.codes, 2):
        own = [row for row in rows if (row["column1"], row["column2"]) == pair]
        for day in _days(own):
            edit = edit_on(corpus, *pair, day, "practitioner")
            theirs = _indicator(own, day) if day >= began.get(pair, date.min) else None
            if (edit.indicator if edit else None) != theirs:
                wrong.append(f"{'-'.join(pair)} on {day}: CMS {theirs}")
    return wrong


def _days(rows: Sequence[Row]) -> Iterator[date]:
    yield TABLE_DATE
    for row in rows:
        if row["deleted"]:
            deleted = date.fromisoformat(row["deleted"])
            yield from (deleted - DAY, deleted, deleted + DAY)


def _indicator(rows: Sequence[Row], day: date) -> int | None:
    """What rows of one pair say of a day: of those not yet deleted, the one deleted first."""
    in_effect = [
        (row["deleted"] or "9999", int(row["modifier_indicator"]))
        for row in rows
        if row["modifier_indicator"] != "9" and day.isoformat() <= (row["deleted"] or "9999")
    ]
    return min(in_effect)[1] if in_effect else None
