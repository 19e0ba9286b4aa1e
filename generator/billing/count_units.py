"""Stage 2 of a claim, count units: minutes and amounts to units, by the payer's method."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.billing.coded_services import (
    CodedService,
    MissingInformation,
    NotBilled,
    services_by_code,
)
from generator.billing.measured_units import Measured, measure, too_little
from generator.billing.reasons import MESSAGES, Reason, explain, message
from generator.billing.unit_methods import (
    METHODS,
    Allocation,
    Minutes,
    RightAllocations,
    UnitMethod,
    minutes_by_code,
    payer_method,
    unit_method,
    unpaid,
)
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit


@dataclass(frozen=True)
class CountedUnits:
    """The services that can be counted, and every right allocation of their units.

    `reasons` say how the timed minutes became units.
    """

    coded: tuple[CodedService, ...]
    allocations: RightAllocations
    reasons: tuple[Reason, ...] = ()
    missing: tuple[MissingInformation, ...] = ()


def count_units(corpus: Corpus, visit: Visit, coded: tuple[CodedService, ...]) -> CountedUnits:
    """Units of all codes together; timed codes wait where the payer's method is not known."""
    whole = _whole_units(corpus, coded)
    minutes = minutes_by_code((entry.code, entry.minutes) for entry in coded if entry.timed)
    if not minutes:
        return CountedUnits(coded, RightAllocations(whole))
    method = payer_method(corpus, visit)
    if method is None:
        return CountedUnits(
            tuple(entry for entry in coded if not entry.timed),
            RightAllocations(whole),
            missing=(_method_unknown(corpus, visit, minutes),),
        )
    count = method.count(minutes)
    sure = tuple(sorted((*count.allocations.sure, *whole)))
    return CountedUnits(coded, replace(count.allocations, sure=sure), count.reasons)


def measured_in(corpus: Corpus, found: Sequence[CodedService]) -> Measured:
    """The units of the services of one measured code on one claim line.

    Amounts of a day are added up; of a longer span each service gives the whole. A visit is counted
    by itself.
    """
    scale = found[0].measure
    total = sum if scale and scale.span == "day" else max
    return measure(corpus, found[0].code, total(entry.amount for entry in found), scale)


def claimed_apart(found: tuple[CodedService, ...]) -> tuple[tuple[CodedService, ...], ...]:
    """The services of one code by claim line: each visit has its own, others share one."""
    if found[0].measure and found[0].measure.span == "visit":
        return tuple((entry,) for entry in found)
    return (found,)


def without_units(
    corpus: Corpus,
    visit: Visit,
    coded: tuple[CodedService, ...],
    allocations: tuple[Allocation, ...],
) -> Iterator[NotBilled]:
    """Timed codes without a unit in the allocation shown, then measured ones below their least."""
    shown = {code for code, _ in allocations[0]}
    elsewhere = {code for allocation in allocations[1:] for code, _ in allocation}
    groups = services_by_code(entry for entry in coded if entry.code not in shown)
    method = payer_method(corpus, visit)
    for code, entries in groups.items():
        if entries[0].timed:
            assert method, "timed codes are counted only by a method that is known"
            tie = explain("tie", (method.rule,), code=code)
            minutes = _minutes_of(entries)
            unearned = unpaid(code, minutes, method.rule)
            yield NotBilled(code, minutes, tie if code in elsewhere else unearned)
    for code, entries in groups.items():
        if scale := entries[0].measure:
            amount = measured_in(corpus, entries).amount
            yield NotBilled(code, _minutes_of(entries), too_little(code, scale, amount))


def _minutes_of(entries: Iterable[CodedService]) -> int:
    return sum(entry.minutes for entry in entries)


def _whole_units(corpus: Corpus, coded: tuple[CodedService, ...]) -> Allocation:
    groups = services_by_code(entry for entry in coded if not entry.timed)
    units = (
        (code, sum(_units_of(corpus, one) for one in claimed_apart(entries)))
        for code, entries in groups.items()
    )
    return tuple(sorted(entry for entry in units if entry[1]))


def method_does_not_matter(corpus: Corpus, visit: Visit) -> Reason:
    """That every known way of counting gives the lines shown."""
    payer = corpus.payers[visit.payer]
    sources = payer.unit_fact.sources
    return explain("method-moot", (f"payers/{payer.id}",), sources, payer=payer.name)


def _units_of(corpus: Corpus, found: tuple[CodedService, ...]) -> int:
    return measured_in(corpus, found).units if found[0].measure else 1


def _method_unknown(corpus: Corpus, visit: Visit, minutes: Minutes) -> MissingInformation:
    payer = corpus.payers[visit.payer]
    known = {name: unit_method(corpus, name, visit.date) for name in METHODS}
    units = {name: _first(method, minutes) for name, method in known.items() if method}
    compared = message("methods-differ", **{name: units.get(name, "?") for name in METHODS})
    rests_on, sources = (f"payers/{payer.id}",), payer.unit_fact.sources
    why = explain("method-unknown", rests_on, sources, payer=payer.name, units=compared)
    return MissingInformation(None, "unit_method", why, tuple(code for code, _ in minutes))


def _first(method: UnitMethod, minutes: Minutes) -> str:
    shown = method.count(minutes).allocations.first
    return ", ".join(f"{code} x {units}" for code, units in shown) or MESSAGES["none"]
