"""Minutes of timed codes to units: one class a method, with the constants of its rule on a day.

A payer that counts in another way gets a class here and a line in `METHODS`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice
from typing import ClassVar

from generator.billing.reasons import Reason, explain, join_names, message, quantity
from generator.facts.corpus import Corpus
from generator.facts.rule_figures import Counting
from generator.facts.visits import Visit

MOST_ALLOCATIONS = 200
EIGHT_MINUTE = "rules/eight-minute"
MIDPOINT = "rules/midpoint"

Minutes = tuple[tuple[str, int], ...]
Allocation = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class RightAllocations:
    """The right allocations of the units, the one shown first; codes without a unit left out.

    Each holds all of `sure`, and one unit more of any `free` of the `tied` codes. There are as many
    as there are choices, so stages ask for what is sure and tied; of the allocations themselves
    there are `MOST_ALLOCATIONS` at most, each made when it is asked for.
    """

    sure: Allocation
    tied: tuple[str, ...] = ()
    free: int = 0

    @property
    def first(self) -> Allocation:
        """The allocation shown."""
        return self.having(self.tied[: self.free])

    @property
    def choices(self) -> Iterator[tuple[str, ...]]:
        """The tied codes that get a unit, in each allocation."""
        return islice(combinations(self.tied, self.free), MOST_ALLOCATIONS)

    def having(self, chosen: Iterable[str]) -> Allocation:
        """The allocation in which the chosen codes get the units that are free."""
        units = dict(self.sure)
        for code in chosen:
            units[code] = units.get(code, 0) + 1
        return tuple(sorted(units.items()))

    def __iter__(self) -> Iterator[Allocation]:
        return map(self.having, self.choices)


@dataclass(frozen=True)
class UnitCount:
    """Every right allocation of the units, and why."""

    allocations: RightAllocations
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class EightMinuteRule:
    """Medicare: the day's timed minutes set the units; full units first, then the most left over.

    CMS Pub. 100-04, ch. 5, §20.2. Equal leftovers are equally right: `MOST_ALLOCATIONS` at most.
    """

    counting: Counting
    rule: ClassVar[str] = EIGHT_MINUTE

    def count(self, minutes: Minutes) -> UnitCount:
        """Units for the one-on-one minutes of timed codes, each code once, all together."""
        total = sum(spent for _, spent in minutes)
        full = {code: spent // self.counting.size for code, spent in minutes}
        spare = {code: spent % self.counting.size for code, spent in minutes}
        left = self.counting.units_in(total) - sum(full.values())
        sure, tied = _by_leftover(spare, left)
        reasons = (
            _why_total(self.counting, total),
            *_why_full(self.counting, full),
            *_why_leftover(spare, (sure, tied), left, "" if any(full.values()) else "-alone"),
            *(
                unpaid(code, spent, self.rule)
                for code, spent in minutes
                if spent and not full[code] and code not in sure + tied
            ),
        )
        certain = _allocation({code: full[code] + (code in sure) for code in full})
        return UnitCount(RightAllocations(certain, tied, left - len(sure)), reasons)


@dataclass(frozen=True)
class MidpointRule:
    """Each timed code by itself: a unit once more than half of it is done (the AMA's method)."""

    counting: Counting
    rule: ClassVar[str] = MIDPOINT

    def count(self, minutes: Minutes) -> UnitCount:
        """Units for the minutes of each code alone."""
        units = {code: self.counting.units_in(spent) for code, spent in minutes}
        reasons = tuple(_why_alone(self.counting, *entry) for entry in minutes)
        return UnitCount(RightAllocations(_allocation(units)), reasons)


UnitMethod = EightMinuteRule | MidpointRule
METHODS: Mapping[str, type[UnitMethod]] = {"cms": EightMinuteRule, "ama": MidpointRule}


def unit_method(corpus: Corpus, name: str, day: date) -> UnitMethod | None:
    """The method of that name with the constants in effect on `day`; None if they are not known."""
    method = METHODS.get(name)
    rule = corpus.rules.get(method.rule.removeprefix("rules/")) if method else None
    known = rule.counting if rule else ()
    counting = next((entry for entry in known if entry.holds_on(day)), None)
    return method(counting) if method and counting else None


def payer_method(corpus: Corpus, visit: Visit) -> UnitMethod | None:
    """How the visit's payer counts on its date, by the facts or as it answered; None: not known."""
    payer = corpus.payers[visit.payer]
    known = payer.unit_method in METHODS and payer.unit_fact.holds_on(visit.date)
    return unit_method(corpus, payer.unit_method if known else visit.unit_method or "", visit.date)


def minutes_by_code(entries: Iterable[tuple[str, int]]) -> Minutes:
    """Minutes of one code added up, in order of the codes: the order of services is moot."""
    sums: dict[str, int] = {}
    for code, minutes in entries:
        sums[code] = sums.get(code, 0) + minutes
    return tuple(sorted(sums.items()))


def unit_range(counting: Counting, units: int) -> tuple[int, int]:
    """The fewest and the most minutes that make so many units."""
    low = counting.size * (units - 1) + counting.least
    return low, low + counting.size - 1


def unpaid(code: str, minutes: int, rule: str) -> Reason:
    """That the minutes of a code earn no unit."""
    return explain("unpaid", (rule,), code=code, minutes=quantity(minutes, "minute"))


def _by_leftover(spare: Mapping[str, int], left: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if left == 0:
        return (), ()
    cut = sorted(spare.values(), reverse=True)[left - 1]
    return (
        tuple(code for code in spare if spare[code] > cut),
        tuple(code for code in spare if spare[code] == cut),
    )


def _allocation(units: Mapping[str, int]) -> Allocation:
    return tuple(sorted((code, number) for code, number in units.items() if number))


def _why_total(counting: Counting, minutes: int) -> Reason:
    units = counting.units_in(minutes)
    low, high = unit_range(counting, units)
    return explain(
        "total" if units else "total-none",
        (EIGHT_MINUTE,),
        minutes=quantity(minutes, "timed minute"),
        units=quantity(units, "unit"),
        least=counting.least,
        low=low,
        high=high,
    )


def _why_full(counting: Counting, full: Mapping[str, int]) -> Iterator[Reason]:
    shares = [message("share", units=units, code=code) for code, units in full.items() if units]
    if shares:
        rule = (EIGHT_MINUTE,)
        yield explain("full-quarters", rule, size=counting.size, shares=join_names(shares))


def _why_leftover(
    spare: Mapping[str, int], codes: tuple[tuple[str, ...], tuple[str, ...]], left: int, ending: str
) -> Iterator[Reason]:
    """The units after the full blocks; the ending is that of the sentences without such blocks."""
    sure, tied = codes
    open_units, rule = left - len(sure), (EIGHT_MINUTE,)
    paid = sure + tied if open_units == len(tied) else sure
    for code in sorted(paid, key=lambda code: -spare[code]):
        yield explain(f"leftover{ending}", rule, code=code, minutes=quantity(spare[code], "minute"))
    if 0 < open_units < len(tied):
        yield explain(
            f"leftover-tie{ending}",
            rule,
            codes=join_names(tied),
            minutes=quantity(spare[tied[0]], "minute"),
            units=quantity(open_units, "unit"),
        )


def _why_alone(counting: Counting, code: str, minutes: int) -> Reason:
    units = counting.units_in(minutes)
    return explain(
        "alone",
        (MIDPOINT,),
        code=code,
        minutes=quantity(minutes, "minute"),
        units=quantity(units, "unit") if units else message("no-unit"),
        next=unit_range(counting, units + 1)[0],
    )
