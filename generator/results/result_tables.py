"""The tables that leave: gradebook, answers and items, as columns and rows of text and numbers."""

from collections.abc import Sequence

from generator.exports.table_files import Cell, Row
from generator.results.gradebook import GradebookRow
from generator.results.item_stats import Analysis, ItemStats

Table = tuple[Row, ...]
"""Rows of cells, the head first."""
GRADES = (
    "Learner",
    "Learner id",
    "Assignment",
    "Attempt",
    "Started (UTC)",
    "Finished (UTC)",
    "Minutes",
    "Answered",
    "Counted",
    "Right",
    "Points",
    "Percent",
    "Passed",
    "Look at",
    "Sealed",
    "File",
)
ANSWERS = (
    "Learner",
    "Attempt",
    "Question",
    "Answer",
    "Points",
    "Right",
    "Seconds",
    "Confidence",
    "Look at",
)
ITEMS = (
    "Question",
    "Title",
    "Kind",
    "Answered",
    "Left out",
    "Facility",
    "Wholly right",
    "from",
    "to",
    "Discrimination",
    "Seconds",
    "Look at this item",
)
PULLS = ("Question", "Option", "Words", "Right", "Chosen")


def grades(rows: Sequence[GradebookRow]) -> Table:
    """A line for each result."""
    return (GRADES, *map(_grade, rows))


def _grade(row: GradebookRow) -> tuple[Cell, ...]:
    result = row.submission.result
    return (
        result.learner.name,
        result.learner.id,
        result.assignment.id,
        result.attempt,
        result.started,
        result.finished,
        row.minutes,
        len(row.marked),
        row.counted,
        row.right,
        row.points,
        row.percent,
        _yes(row.passed),
        " ".join(flag.text for flag in row.flags) or None,
        _yes(row.submission.sealed),
        row.submission.source,
    )


def answers(rows: Sequence[GradebookRow]) -> Table:
    """Every answer with what it earned; nothing in Points where it does not count."""
    found = (
        (
            row.submission.result.learner.name,
            row.submission.result.attempt,
            entry.answer.item,
            " ".join(entry.answer.response),
            round(entry.score.points, 4) if entry.score else None,
            _yes(entry.score.right if entry.score else None),
            round(entry.answer.ms / 1000, 1),
            entry.answer.confidence,
            entry.flag.text if entry.flag else None,
        )
        for row in rows
        for entry in row.marked
    )
    return (ANSWERS, *found)


def items(found: Analysis) -> Table:
    """A line for each question."""
    return (ITEMS, *map(_item, found.items))


def _item(item: ItemStats) -> tuple[Cell, ...]:
    return (
        item.id,
        item.title,
        item.kind,
        item.answers,
        item.omitted,
        item.facility,
        item.right,
        *item.interval,
        item.discrimination,
        item.seconds,
        " ".join(notice.text for notice in item.notices) or None,
    )


def pulls(found: Analysis) -> Table:
    """Each option, with the share of each ability group that took it."""
    head = (
        *PULLS,
        *(f"Group {number} of {len(found.groups)}" for number in range(1, len(found.groups) + 1)),
    )
    rows = (
        (item.id, pull.id, pull.name, _yes(pull.right), pull.count, *pull.by_group)
        for item in found.items
        for pull in item.pulls
    )
    return (head, *rows)


def _yes(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"
