"""Stage 2 of a claim, count units: minutes and amounts to units, by the payer's method."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.billing.coded_services import CodedService, MissingInformation, NotBilled
from generator.billing.measured_units import Measured, measure, too_little
from generator.billing.reasons import MESSAGES, Reason, explain, message
from generator.billing.unit_methods import (
    METHODS,
    Allocation,
    Minutes,
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
    """The services that can be counted, and every right allocation of units, the one shown first.

    `reasons` say how the timed minutes became units.
    """

    coded: tuple[CodedService, ...]
    allocations: tuple[Allocation, ...]
    reasons: tuple[Reason, ...] = ()
    missing: tuple[MissingInformation, ...] = ()


def count_units(corpus: Corpus, visit: Visit, coded: tuple[CodedService, ...]) -> CountedUnits:
    """Units of all codes together; timed codes wait where the payer's method is not known."""
    whole = _whole_units(corpus, coded)
    minutes = minutes_by_code((entry.code, entry.minutes) for entry in coded if entry.timed)
    if not minutes:
        return CountedUnits(coded, (whole,))
    method = payer_method(corpus, visit)
    if method is None:
        return CountedUnits(
            tuple(entry for entry in coded if not entry.timed),
            (whole,),
            missing=(_method_unknown(corpus, visit, minutes),),
        )
    count = method.count(minutes)
    allocations = tuple(tuple(sorted((*timed, *whole))) for timed in count.allocations)
    return CountedUnits(coded, allocations, count.reasons)


def measured_in(corpus: Corpus, coded: Iterable[CodedService], code: str) -> Measured:
    """The units of one measured code.

    Amounts of a day are added up; of a longer span each service gives the whole.
    """
    found = [entry for entry in coded if entry.code == code]
    total = sum if all(entry.measure and entry.measure.span == "day" for entry in found) else max
    return measure(corpus, code, total(entry.amount for entry in found))


def without_units(
    corpus: Corpus,
    visit: Visit,
    coded: tuple[CodedService, ...],
    allocations: tuple[Allocation, ...],
) -> Iterator[NotBilled]:
    """Timed codes without a unit in the allocation shown, then measured ones below their least."""
    shown, *others = (dict(allocation) for allocation in allocations)
    uncounted = [entry for entry in coded if entry.code not in shown]
    method = payer_method(corpus, visit)
    for code in dict.fromkeys(entry.code for entry in uncounted if entry.timed):
        assert method, "timed codes are counted only by a method that is known"
        tie = explain("tie", (method.rule,), code=code)
        minutes = _minutes_of(coded, code)
        tied = any(code in allocation for allocation in others)
        yield NotBilled(code, minutes, tie if tied else unpaid(code, minutes, method.rule))
    for code, scale in {entry.code: entry.measure for entry in uncounted}.items():
        if scale:
            amount = measured_in(corpus, coded, code).amount
            yield NotBilled(code, _minutes_of(coded, code), too_little(code, scale, amount))


def _minutes_of(coded: Iterable[CodedService], code: str) -> int:
    return sum(entry.minutes for entry in coded if entry.code == code)


def _whole_units(corpus: Corpus, coded: tuple[CodedService, ...]) -> Allocation:
    """One for an untimed code; for a measured one what its amount earns, its add-on included."""
    units = {
        entry.code: measured_in(corpus, coded, entry.code).units if entry.measure else 1
        for entry in coded
        if not entry.timed
    }
    return tuple(entry for entry in sorted(units.items()) if entry[1])


def _method_unknown(corpus: Corpus, visit: Visit, minutes: Minutes) -> MissingInformation:
    """How the payer counts, with what the known methods would give."""
    payer = corpus.payers[visit.payer]
    known = {name: unit_method(corpus, name, visit.date) for name in METHODS}
    units = {name: _first(method, minutes) for name, method in known.items() if method}
    compared = (
        message("methods-agree", units=next(iter(units.values()), MESSAGES["none"]))
        if len(set(units.values())) < 2
        else message("methods-differ", **units)
    )
    rests_on, sources = (f"payers/{payer.id}",), payer.unit_fact.sources
    why = explain("method-unknown", rests_on, sources, payer=payer.name, units=compared)
    return MissingInformation(None, "unit_method", why)


def _first(method: UnitMethod, minutes: Minutes) -> str:
    shown = method.count(minutes).allocations[0]
    return ", ".join(f"{code} {units}" for code, units in shown) or MESSAGES["none"]
