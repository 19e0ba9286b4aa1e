"""When an edit was in force and with which indicator, as four columns say it.

Few differ among millions of rows.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from generator.cms.quarter import Quarter

OPEN = ("", "*")
INDICATORS = ("0", "1", "9")


class PeriodError(ValueError):
    """What is wrong with the columns, and the remedy."""


@dataclass(frozen=True)
class EditPeriod:
    """First and last day as YYYYMMDD, None where there is no deletion date."""

    started: int
    ended: int | None
    indicator: int
    before_1996: bool

    @classmethod
    def read(cls, columns: str) -> Self:
        """From the star column, effective and deletion date, and indicator, parted by tabs."""
        star, started, ended, indicator = (cell.strip() for cell in columns.split("\t"))
        if star not in OPEN:
            raise PeriodError("the third column holds neither a star nor nothing")
        if indicator not in INDICATORS:
            raise PeriodError("the modifier indicator is none of 0, 1 and 9")
        return cls(
            _day(started), None if ended in OPEN else _day(ended), int(indicator), star == "*"
        )


class PeriodNumbers(dict[str, int]):
    """A number for each four columns met; reads and checks those that are new."""

    def __init__(self, known: dict[EditPeriod, int], quarter: Quarter) -> None:
        super().__init__()
        self.numbers = known
        self.last = int(f"{quarter.last:%Y%m%d}")
        self.quarter = quarter
        self.oldest_end: int | None = None

    def __missing__(self, columns: str) -> int:
        span = EditPeriod.read(columns)
        if span.started > self.last:
            raise PeriodError(
                f"an edit that begins on {span.started} does not belong into {self.quarter}"
            )
        if span.ended and span.ended <= self.last:
            self.oldest_end = min(self.oldest_end or span.ended, span.ended)
        number = self[columns] = self.numbers.setdefault(span, len(self.numbers) + 1)
        return number


def as_date(day: int) -> date:
    """20261001 as a date."""
    return date(day // 10000, day // 100 % 100, day % 100)


def _day(cell: str) -> int:
    if not re.fullmatch("[0-9]{8}", cell):
        raise PeriodError("a date is not written as YYYYMMDD")
    try:
        as_date(int(cell))
    except ValueError:
        raise PeriodError(f"{cell} is not a day of the calendar") from None
    return int(cell)
