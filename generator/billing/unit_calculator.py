"""Units of one day by code alone: no payer, no edits, only minutes and who treated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from generator.billing.append_modifiers import BilledLine
from generator.billing.assistants import UnitSplit, de_minimis, split_units
from generator.billing.coded_services import base_of
from generator.billing.initial_codes import which_was_first
from generator.billing.line_shares import line_shares
from generator.billing.measured_units import (
    counted_elsewhere,
    measure,
    measure_reasons,
    too_little,
)
from generator.billing.modifiers import ASSISTANT
from generator.billing.reasons import Reason, explain
from generator.billing.unit_methods import (
    Minutes,
    UnitMethod,
    minutes_by_code,
    unit_method,
)
from generator.billing.written_claims import CountedDay, CountedService
from generator.facts.corpus import Corpus
from generator.facts.measures import Measure
from generator.findings import ProjectError


@dataclass(frozen=True)
class DayUnits:
    """Total units, the lines, other lines that are as right, and the steps that lead there."""

    total: int
    lines: tuple[BilledLine, ...]
    alternatives: tuple[tuple[BilledLine, ...], ...]
    reasons: tuple[Reason, ...]


def units_of_day(corpus: Corpus, day: CountedDay, name: str) -> DayUnits:
    """Units by the named method; CQ and CO are Medicare's and go with its method only."""
    method = unit_method(corpus, name, corpus.judged_on)
    if method is None:
        raise ProjectError(f"No rule in content/rules gives the counting constants of '{name}'.")
    timed = _minutes(corpus, (entry for entry in day.services if is_timed(corpus, entry)))
    untimed, (measured, rivals) = _untimed(corpus, day), _apart(corpus, _measured(corpus, day))
    whole = (
        *((code, 1) for code in untimed),
        *((code, measure(corpus, code, spent).units) for code, spent in measured),
    )
    count = method.count(timed)
    mark = ASSISTANT[day.discipline] if name == "cms" else None
    lines = cache(partial(_lines, corpus, day, method, mark))  # most allocations share theirs
    shown, *others = (
        tuple(line for share in sorted((*allocation, *whole)) for line in lines(share))
        for allocation in count.allocations
    )
    reasons = (
        *(count.reasons if timed else ()),
        *(explain("untimed", (f"codes/{code}",), code=code) for code in untimed),
        *(why for code, spent in measured for why in _why_measured(corpus, code, spent)),
        *dict.fromkeys(which_was_first(corpus, code) for code in rivals),
        *_elsewhere(corpus, day),
        *(
            explain("assistant-line", ("rules/assistants",), modifier=modifier, code=line.code)
            for line in shown
            for modifier in line.modifiers
        ),
    )
    return DayUnits(sum(line.units for line in shown), shown, tuple(others), reasons)


def is_timed(corpus: Corpus, service: CountedService) -> bool:
    """As the service says; else as the facts say of its code."""
    if service.timed is not None:
        return service.timed
    return corpus.codes[base_of(corpus, service.code)].unit.kind == "timed"


def _minutes(corpus: Corpus, services: Iterable[CountedService]) -> Minutes:
    return minutes_by_code((base_of(corpus, entry.code), entry.minutes) for entry in services)


def _measure(corpus: Corpus, service: CountedService) -> Measure | None:
    entry = corpus.codes.get(base_of(corpus, service.code))
    return entry.unit.measure if entry else None


def _untimed(corpus: Corpus, day: CountedDay) -> list[str]:
    found = {
        str(entry.code)
        for entry in day.services
        if entry.minutes and not is_timed(corpus, entry) and not _measure(corpus, entry)
    }
    return sorted(found)


def _measured(corpus: Corpus, day: CountedDay) -> Minutes:
    found = [(entry, _measure(corpus, entry)) for entry in day.services if entry.minutes]
    by_minutes = [(entry, scale) for entry, scale in found if scale and scale.of == "minutes"]
    pooled = _minutes(corpus, (entry for entry, scale in by_minutes if scale.span != "visit"))
    visits = (
        (str(entry.code), entry.minutes) for entry, scale in by_minutes if scale.span == "visit"
    )
    return tuple(sorted((*pooled, *visits)))


def _apart(corpus: Corpus, measured: Minutes) -> tuple[Minutes, tuple[str, ...]]:
    """Those that can be counted, and the codes of which only one is initial: it is asked which."""
    earned = {code for code, spent in measured if measure(corpus, code, spent).own}
    rivals = tuple(code for code, _ in measured if {code, corpus.one_initial.get(code)} <= earned)
    return tuple(entry for entry in measured if entry[0] not in rivals), rivals


def _why_measured(corpus: Corpus, code: str, spent: int) -> Iterable[Reason]:
    scale, found = corpus.codes[code].unit.measure, measure(corpus, code, spent)
    assert scale, "a measured code has its measure"
    return (
        measure_reasons(corpus, code, found) if found.units else (too_little(code, scale, spent),)
    )


def _elsewhere(corpus: Corpus, day: CountedDay) -> Iterator[Reason]:
    scales = {base_of(corpus, entry.code): _measure(corpus, entry) for entry in day.services}
    for code, scale in sorted(scales.items(), key=lambda item: item[0]):
        if scale and scale.of != "minutes":
            yield counted_elsewhere(code, scale)


def _lines(
    corpus: Corpus,
    day: CountedDay,
    method: UnitMethod,
    mark: str | None,
    counted: tuple[str, int],
) -> tuple[BilledLine, ...]:
    (code, units), percent = counted, de_minimis(corpus, corpus.judged_on)
    split = UnitSplit(units, 0)
    if units and mark and percent is not None:
        services = [
            entry for entry in day.services if base_of(corpus, entry.code) == code and entry.minutes
        ]
        shares = [(entry.by == "assistant", entry.minutes) for entry in services]
        counting = method.counting if is_timed(corpus, services[0]) else None
        split = split_units(counting, percent, units, shares)
    return tuple(
        BilledLine(name, share, (marked,) if marked else (), ())
        for name, share, marked in line_shares(corpus, code, split, mark)
    )
