"""Minutes of timed codes to units: one class a method, with the constants of its rule on a day.

A payer that counts in another way gets a class here and a line in `METHODS`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice
from typing import ClassVar, Protocol

from generator.billing import count_messages
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus
from generator.facts.registers import Counting
from generator.facts.visits import Visit

MOST_ALLOCATIONS = 1000

Minutes = tuple[tuple[str, int], ...]
Allocation = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class UnitCount:
    """Every right allocation of the units, the one shown first; codes without a unit left out."""

    allocations: tuple[Allocation, ...]
    reasons: tuple[Reason, ...]


class UnitMethod(Protocol):
    """A way to turn the minutes of a day into units, and the rule it comes from."""

    rule: ClassVar[str]

    @property
    def counting(self) -> Counting:
        """The minutes in a unit, and the fewest that earn one."""

    def count(self, minutes: Minutes) -> UnitCount:
        """Units for one-on-one minutes of timed codes, each code once."""


@dataclass(frozen=True)
class EightMinuteRule:
    """Medicare: the day's timed minutes set the units; full units first, then the most left over.

    CMS Pub. 100-04, ch. 5, §20.2. Equal leftovers are equally right: `MOST_ALLOCATIONS` at most.
    """

    counting: Counting
    rule: ClassVar[str] = "rules/eight-minute"

    def count(self, minutes: Minutes) -> UnitCount:
        """Units for the sum of all minutes."""
        units = self.counting.units_in(sum(spent for _, spent in minutes))
        full = {code: spent // self.counting.size for code, spent in minutes}
        spare = {code: spent % self.counting.size for code, spent in minutes}
        left = units - sum(full.values())
        sure, tied = _by_leftover(spare, left)
        choices = islice(combinations(tied, left - len(sure)), MOST_ALLOCATIONS)
        unpaid = (
            count_messages.unpaid(code, spent, self.rule)
            for code, spent in minutes
            if spent and not full[code] and code not in sure + tied
        )
        reasons = (
            count_messages.total(self.counting, sum(spent for _, spent in minutes)),
            *count_messages.full(self.counting, full),
            *count_messages.leftover(spare, sure, tied, left),
            *unpaid,
        )
        return UnitCount(tuple(_allocation(full, (*sure, *chosen)) for chosen in choices), reasons)


@dataclass(frozen=True)
class MidpointRule:
    """Each timed code by itself: a unit once more than half of it is done (the AMA's method)."""

    counting: Counting
    rule: ClassVar[str] = "rules/midpoint"

    def count(self, minutes: Minutes) -> UnitCount:
        """Units for the minutes of each code alone."""
        units = {code: self.counting.units_in(spent) for code, spent in minutes}
        reasons = tuple(count_messages.alone(self.counting, *entry) for entry in minutes)
        return UnitCount((_allocation(units, ()),), reasons)


METHODS: Mapping[str, type[EightMinuteRule] | type[MidpointRule]] = {
    "cms": EightMinuteRule,
    "ama": MidpointRule,
}


def unit_method(corpus: Corpus, name: str, day: date) -> UnitMethod | None:
    """The method of that name with the constants in effect on `day`; None if they are not known."""
    method = METHODS.get(name)
    rule = corpus.rules.get(method.rule.removeprefix("rules/")) if method else None
    known = rule.counting if rule else ()
    counting = next((entry for entry in known if entry.effective.covers(day)), None)
    return method(counting) if method and counting else None


def payer_method(corpus: Corpus, visit: Visit) -> UnitMethod | None:
    """How the visit's payer counts on its date; None where that is not known."""
    return unit_method(corpus, corpus.payers[visit.payer].unit_method, visit.date)


def minutes_by_code(entries: Iterable[tuple[str, int]]) -> Minutes:
    """Minutes of one code added up, in order of the codes: the order of services is moot."""
    sums: dict[str, int] = {}
    for code, minutes in entries:
        sums[code] = sums.get(code, 0) + minutes
    return tuple(sorted(sums.items()))


def _by_leftover(spare: Mapping[str, int], left: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes that surely get one of the units left, and those that tie for the rest of them."""
    if left == 0:
        return (), ()
    cut = sorted(spare.values(), reverse=True)[left - 1]
    return (
        tuple(code for code in spare if spare[code] > cut),
        tuple(code for code in spare if spare[code] == cut),
    )


def _allocation(full: Mapping[str, int], further: tuple[str, ...]) -> Allocation:
    units = ((code, whole + further.count(code)) for code, whole in full.items())
    return tuple((code, number) for code, number in units if number)
