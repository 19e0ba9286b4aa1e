"""The calendar quarter a file of CMS is for."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


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
