"""Units of one day by code alone.

No payer, no pairs, nothing but minutes and who furnished them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.append_modifiers import BilledLine, with_add_on
from generator.billing.assistants import UnitSplit, split_timed, split_whole
from generator.billing.coded_services import base_of
from generator.billing.measured_units import counted_elsewhere, measure, too_little
from generator.billing.measured_units import reasons as measure_reasons
from generator.billing.messages import message
from generator.billing.modifiers import ASSISTANT
from generator.billing.outcomes import Reason
from generator.billing.unit_methods import METHODS, Allocation, minutes_by_code
from generator.billing.written_claims import CountedDay, CountedService
from generator.facts.codes import Measure
from generator.facts.corpus import Corpus


@dataclass(frozen=True)
class DayUnits:
    """Units of all lines together, the lines, the other ways that are as right, and the steps that lead there."""

    total: int
    lines: tuple[BilledLine, ...]
    alternatives: tuple[tuple[BilledLine, ...], ...]
    reasons: tuple[Reason, ...]


def units_of_day(corpus: Corpus, day: CountedDay, method: str) -> DayUnits:
    """Units by the named method.

    CQ and CO are Medicare's and stand only where it is counted Medicare's way.
    """
    timed = minutes_by_code(
        (base_of(corpus, service.code), service.minutes)
        for service in day.services
        if is_timed(corpus, service)
    )
    measured = _measured(corpus, day)
    untimed = sorted(
        {
            str(service.code)
            for service in day.services
            if service.minutes and _is_untimed(corpus, service)
        }
    )
    units = (
        *((code, 1) for code in untimed),
        *((code, measure(corpus, code, spent).units) for code, spent in measured.items()),
    )
    count = METHODS[method].count(timed)
    mark = ASSISTANT[day.discipline] if method == "cms" else None
    ways = tuple(tuple(_lines(corpus, day, (*way, *units), mark)) for way in count.allocations)
    reasons = (
        *(count.reasons if timed else ()),
        *(Reason(message("untimed", code=code), (f"codes/{code}",)) for code in untimed),
        *(
            reason
            for code, spent in measured.items()
            for reason in _measure_reasons(corpus, code, spent)
        ),
        *_elsewhere(corpus, day),
    )
    return DayUnits(
        sum(line.units for line in ways[0]),
        ways[0],
        ways[1:],
        (*reasons, *_assistant_reasons(ways[0], mark)),
    )


def is_timed(corpus: Corpus, service: CountedService) -> bool:
    """As the service says; else as the facts say of its code."""
    if service.timed is not None:
        return service.timed
    return corpus.codes[base_of(corpus, service.code)].unit.kind == "timed"


def _is_untimed(corpus: Corpus, service: CountedService) -> bool:
    return not is_timed(corpus, service) and _measure(corpus, service) is None


def _measure(corpus: Corpus, service: CountedService) -> Measure | None:
    entry = corpus.codes.get(base_of(corpus, service.code))
    return entry.unit.measure if entry else None


def _measured(corpus: Corpus, day: CountedDay) -> dict[str, int]:
    """Minutes by code of codes that are measured by minutes of their own."""
    found = [(service, _measure(corpus, service)) for service in day.services if service.minutes]
    return dict(
        minutes_by_code(
            (base_of(corpus, service.code), service.minutes)
            for service, scale in found
            if scale and scale.of == "minutes"
        )
    )


def _measure_reasons(corpus: Corpus, code: str, spent: int) -> Iterator[Reason]:
    scale, found = corpus.codes[code].unit.measure, measure(corpus, code, spent)
    assert scale, "a measured code has its measure"
    yield from (
        measure_reasons(corpus, code, found) if found.units else (too_little(code, scale, spent),)
    )


def _elsewhere(corpus: Corpus, day: CountedDay) -> Iterator[Reason]:
    """Codes that no minutes of a day count."""
    scales = {base_of(corpus, service.code): _measure(corpus, service) for service in day.services}
    for code, scale in sorted(scales.items(), key=lambda entry: entry[0]):
        if scale and scale.of != "minutes":
            yield counted_elsewhere(code, scale)


def _lines(
    corpus: Corpus, day: CountedDay, allocation: Allocation, mark: str | None
) -> Iterator[BilledLine]:
    for code, units in sorted(entry for entry in allocation if entry[1]):
        split = _split(corpus, day, code, units) if mark else UnitSplit(units, 0)
        first = 0
        for amount, modifiers in ((split.marked, (mark,)), (split.plain, ())):
            for name, share in with_add_on(corpus, code, first, amount):
                yield BilledLine(name, share, modifiers, ())
            first += amount


def _split(corpus: Corpus, day: CountedDay, code: str, units: int) -> UnitSplit:
    of_code = [
        service
        for service in day.services
        if base_of(corpus, service.code) == code and service.minutes
    ]
    assistant = sum(service.minutes for service in of_code if service.by == "assistant")
    therapist = sum(service.minutes for service in of_code if service.by == "therapist")
    if is_timed(corpus, of_code[0]):
        return split_timed(units, therapist, assistant)
    return split_whole(units, therapist, assistant, bool(therapist), bool(assistant))


def _assistant_reasons(lines: tuple[BilledLine, ...], mark: str | None) -> Iterator[Reason]:
    for line in lines:
        if mark and mark in line.modifiers:
            yield Reason(
                message("assistant-line", modifier=mark, code=line.code), ("rules/assistants",)
            )
