"""Quarters, and what the name of a published file says: setting, quarter and part."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

MONTHS = {"jan": 1, "apr": 4, "jul": 7, "oct": 10}


@dataclass(frozen=True, order=True)
class Quarter:
    """A year and a quarter from 1 to 4."""

    year: int
    number: int

    @classmethod
    def read(cls, text: str) -> Self:
        """'2026q4' as a quarter; a ValueError where it is none."""
        found = re.fullmatch(r"(20\d\d)[qQ]([1-4])", text.strip())
        if found is None:
            raise ValueError(f"'{text}' is not a quarter; write it as 2026q4")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """The quarter that a month is in."""
        return cls(year, (month + 2) // 3)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        following = date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)
        return following - timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.year}q{self.number}"


TableSetting = Literal["practitioner", "hospital", "dme"]

SETTINGS: tuple[tuple[str, TableSetting], ...] = (
    ("ccipra|practitioner", "practitioner"),
    ("ccioph|hospital", "hospital"),
    ("dme", "dme"),
)
QUARTERS: tuple[tuple[str, Callable[[re.Match[str]], Quarter]], ...] = (
    (
        r"cci(?:pra|oph)-?v(\d\d)([0-3])r\d",
        lambda found: Quarter(1994 + int(found[1]), int(found[2]) + 1),
    ),
    (r"(20\d\d)[-_ ]?q([1-4])", lambda found: Quarter(int(found[1]), int(found[2]))),
    (
        r"eff[-_](0[1-9]|1[0-2])-\d\d-(20\d\d)",
        lambda found: Quarter.of_month(int(found[2]), int(found[1])),
    ),
    (
        r"pprrvu(?:20)?(\d\d)[-_]?(jan|apr|jul|oct)",
        lambda found: Quarter.of_month(2000 + int(found[1]), MONTHS[found[2]]),
    ),
    (
        r"(?<!ppr)rvu(\d\d)([a-d])",
        lambda found: Quarter(2000 + int(found[1]), "abcd".index(found[2]) + 1),
    ),
)


@dataclass(frozen=True)
class Label:
    """What a name says; None where it does not say it. Part 0 is a table that is not parted."""

    setting: TableSetting | None
    quarter: Quarter | None
    part: int


def label_of(name: str) -> Label:
    """`ccipra-v323r0-f1.txt` as practitioner, 2026q4, part 1."""
    low = name.lower()
    setting = next((setting for pattern, setting in SETTINGS if re.search(pattern, low)), None)
    quarters = (read(found) for pattern, read in QUARTERS if (found := re.search(pattern, low)))
    part = re.search(r"[-_]f([1-9])\b", low)
    return Label(setting, next(quarters, None), int(part[1]) if part else 0)
