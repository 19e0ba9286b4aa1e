"""Dated entries of one thing, and newer ones in the place of some."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from generator.facts.base import Period, Sourced

Dated = TypeVar("Dated", bound=Sourced)
DAY = timedelta(days=1)


def replace_window(
    current: Sequence[Dated], newer: Sequence[Dated], window: Period
) -> tuple[Dated, ...]:
    """Within `window` the newer entries, outside it the current ones."""
    rest = (piece for entry in current for piece in _outside(entry, window))
    return (*rest, *(piece for entry in newer for piece in _inside(entry, window)))


def _outside(entry: Dated, window: Period) -> Iterator[Dated]:
    """What is left of `entry` before and after the window."""
    period = entry.effective
    if not period.overlaps(window):
        yield entry
        return
    if window.start and (period.start is None or period.start < window.start):
        yield dated(entry, period.start, window.start - DAY)
    if window.end and (period.end is None or period.end > window.end):
        yield dated(entry, window.end + DAY, period.end)


def _inside(entry: Dated, window: Period) -> Iterator[Dated]:
    period = entry.effective
    if period.overlaps(window):
        start = max(filter(None, (period.start, window.start)), default=None)
        end = min(filter(None, (period.end, window.end)), default=None)
        yield entry if (start, end) == (period.start, period.end) else dated(entry, start, end)


def dated(entry: Dated, start: date | None, end: date | None) -> Dated:
    """The entry with other effective dates."""
    return entry.model_copy(update={"effective": Period.model_validate({"from": start, "to": end})})
