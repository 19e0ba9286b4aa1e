"""Units of one day by code alone: no payer, no edits, only minutes and who treated."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine, line_shares
from generator.billing.assistants import UnitSplit, split_units
from generator.billing.coded_services import base_of
from generator.billing.measured_units import (
    counted_elsewhere,
    measure,
    measure_reasons,
    too_little,
)
from generator.billing.messages import explain
from generator.billing.modifiers import ASSISTANT
from generator.billing.outcomes import Reason
from generator.billing.unit_methods import Allocation, UnitMethod, minutes_by_code, unit_method
from generator.billing.written_claims import CountedDay, CountedService
from generator.facts.codes import Measure
from generator.facts.corpus import Corpus
from generator.facts.registers import Counting


@dataclass(frozen=True)
class DayUnits:
    """Total units, the lines, other lines that are as right, and the steps that lead there."""

    total: int
    lines: tuple[BilledLine, ...]
    alternatives: tuple[tuple[BilledLine, ...], ...]
    reasons: tuple[Reason, ...]


def units_of_day(corpus: Corpus, day: CountedDay, name: str) -> DayUnits:
    """Units by the named method; CQ and CO are Medicare's and go with its method only."""
    method = _method(corpus, name)
    timed = minutes_by_code(
        (base_of(corpus, entry.code), entry.minutes)
        for entry in day.services
        if is_timed(corpus, entry)
    )
    untimed, measured = _untimed(corpus, day), _measured(corpus, day)
    whole = (
        *((code, 1) for code in untimed),
        *((code, measure(corpus, code, spent).units) for code, spent in measured.items()),
    )
    count = method.count(timed)
    mark = ASSISTANT[day.discipline] if name == "cms" else None
    shown, *others = (
        tuple(_lines(corpus, day, (*allocation, *whole), method.counting, mark))
        for allocation in count.allocations
    )
    reasons = (
        *(count.reasons if timed else ()),
        *(explain("untimed", (f"codes/{code}",), code=code) for code in untimed),
        *(why for code, spent in measured.items() for why in _why_measured(corpus, code, spent)),
        *_elsewhere(corpus, day),
        *_assistant_reasons(shown),
    )
    return DayUnits(sum(line.units for line in shown), shown, tuple(others), reasons)


def is_timed(corpus: Corpus, service: CountedService) -> bool:
    """As the service says; else as the facts say of its code."""
    if service.timed is not None:
        return service.timed
    return corpus.codes[base_of(corpus, service.code)].unit.kind == "timed"


def _method(corpus: Corpus, name: str) -> UnitMethod:
    method = unit_method(corpus, name, corpus.judged_on)
    if method is None:
        raise LookupError(f"No rule in content/rules gives the counting constants of '{name}'.")
    return method


def _untimed(corpus: Corpus, day: CountedDay) -> tuple[str, ...]:
    found = {
        str(entry.code)
        for entry in day.services
        if entry.minutes and not is_timed(corpus, entry) and not _measure(corpus, entry)
    }
    return tuple(sorted(found))


def _measure(corpus: Corpus, service: CountedService) -> Measure | None:
    entry = corpus.codes.get(base_of(corpus, service.code))
    return entry.unit.measure if entry else None


def _measured(corpus: Corpus, day: CountedDay) -> dict[str, int]:
    """Minutes by code of codes that are measured by minutes of their own."""
    found = [(entry, _measure(corpus, entry)) for entry in day.services if entry.minutes]
    return dict(
        minutes_by_code(
            (base_of(corpus, entry.code), entry.minutes)
            for entry, scale in found
            if scale and scale.of == "minutes"
        )
    )


def _why_measured(corpus: Corpus, code: str, spent: int) -> Iterator[Reason]:
    scale, found = corpus.codes[code].unit.measure, measure(corpus, code, spent)
    assert scale, "a measured code has its measure"
    yield from (
        measure_reasons(corpus, code, found) if found.units else (too_little(code, scale, spent),)
    )


def _elsewhere(corpus: Corpus, day: CountedDay) -> Iterator[Reason]:
    """Codes that no minutes of a day count."""
    scales = {base_of(corpus, entry.code): _measure(corpus, entry) for entry in day.services}
    for code, scale in sorted(scales.items(), key=lambda item: item[0]):
        if scale and scale.of != "minutes":
            yield counted_elsewhere(code, scale)


def _lines(
    corpus: Corpus, day: CountedDay, allocation: Allocation, counting: Counting, mark: str | None
) -> Iterator[BilledLine]:
    for code, units in sorted(entry for entry in allocation if entry[1]):
        split = _split(corpus, day, code, units, counting) if mark else UnitSplit(units, 0)
        for name, share, marked in line_shares(corpus, code, split, mark):
            yield BilledLine(name, share, (marked,) if marked else (), ())


def _split(corpus: Corpus, day: CountedDay, code: str, units: int, counting: Counting) -> UnitSplit:
    services = [
        entry for entry in day.services if base_of(corpus, entry.code) == code and entry.minutes
    ]
    shares = [(entry.by == "assistant", entry.minutes) for entry in services]
    return split_units(counting if is_timed(corpus, services[0]) else None, units, shares)


def _assistant_reasons(lines: tuple[BilledLine, ...]) -> Iterator[Reason]:
    for line in lines:
        for mark in line.modifiers:
            yield explain("assistant-line", ("rules/assistants",), modifier=mark, code=line.code)
