"""Minutes of timed codes to units: one small class a method, found by its name.

A payer that counts in a way of its own gets a class here and a line in `METHODS`. Whole numbers
throughout.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Protocol

from generator.billing import count_messages as words
from generator.billing.outcomes import Reason

QUARTER = 15
MIDPOINT = 8  # whole minutes that are more than half a quarter hour
MOST_WAYS = 1000

Minutes = tuple[tuple[str, int], ...]
Allocation = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class UnitCount:
    """Every right way to share the units out, the first being the one shown.

    Codes without a unit are left out.
    """

    allocations: tuple[Allocation, ...]
    reasons: tuple[Reason, ...]


class UnitMethod(Protocol):
    name: str
    rule: str

    def count(self, minutes: Minutes) -> UnitCount:
        """Units for one-on-one minutes of timed codes, each code once."""


def minutes_by_code(entries: Iterable[tuple[str, int]]) -> Minutes:
    """Minutes of one code added up, codes in order of their names, so that the order of services never matters."""
    sums: dict[str, int] = {}
    for code, minutes in entries:
        sums[code] = sums.get(code, 0) + minutes
    return tuple(sorted(sums.items()))


def units_in(minutes: int) -> int:
    """0 up to 7 minutes, 1 from 8 to 22, 2 from 23 to 37 and so on (CMS Pub.

    100-04, ch. 5, §20.2).
    """
    return (minutes + QUARTER - MIDPOINT) // QUARTER


class EightMinuteRule:
    """Medicare: the day's timed minutes set the units.

    Full quarters first, then the most minutes left over.

    CMS Pub. 100-04, ch. 5, §20.2. Equal leftovers are equally right, so all ways are given, up to
    `MOST_WAYS`.
    """

    name = "cms"
    rule = "rules/eight-minute"

    def count(self, minutes: Minutes) -> UnitCount:
        total = sum(spent for _, spent in minutes)
        full = {code: spent // QUARTER for code, spent in minutes}
        spare = {code: spent % QUARTER for code, spent in minutes}
        left = units_in(total) - sum(full.values())
        sure, tied = _by_leftover(spare, left)
        ways = islice(combinations(tied, left - len(sure)), MOST_WAYS)
        allocations = tuple(_allocation(full, (*sure, *way)) for way in ways)
        unpaid = (
            words.unpaid(code, spent, self.rule)
            for code, spent in minutes
            if spent and not full[code] and code not in sure + tied
        )
        reasons = (
            words.total(total, units_in(total)),
            *words.full(full),
            *words.leftover(spare, sure, tied, left),
            *unpaid,
        )
        return UnitCount(allocations, reasons)


class MidpointRule:
    """Each timed code by itself: a unit once more than half of its quarter hour is done.

    The AMA's way of counting.
    """

    name = "ama"
    rule = "rules/midpoint"

    def count(self, minutes: Minutes) -> UnitCount:
        units = {code: units_in(spent) for code, spent in minutes}
        reasons = tuple(words.alone(code, spent, units[code]) for code, spent in minutes)
        return UnitCount((_allocation(units, ()),), reasons)


METHODS: Mapping[str, UnitMethod] = {
    method.name: method for method in (EightMinuteRule(), MidpointRule())
}


def _by_leftover(spare: Mapping[str, int], left: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes that surely get one of the units left, and those that tie for the rest of them."""
    if left == 0:
        return (), ()
    cut = sorted(spare.values(), reverse=True)[left - 1]
    return tuple(code for code in spare if spare[code] > cut), tuple(
        code for code in spare if spare[code] == cut
    )


def _allocation(full: Mapping[str, int], further: tuple[str, ...]) -> Allocation:
    units = ((code, whole + further.count(code)) for code, whole in full.items())
    return tuple((code, number) for code, number in units if number)
