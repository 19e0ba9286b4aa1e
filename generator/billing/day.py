"""Units of one day by code alone: no payer, no pairs, nothing but minutes and who furnished them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.assistants import Split, split_timed, split_untimed
from generator.billing.counting import METHODS, Allocation, merged
from generator.billing.lines import Line, with_add_on
from generator.billing.messages import say
from generator.billing.modifiers import ASSISTANT
from generator.billing.outcomes import Reason
from generator.billing.works import base_of
from generator.billing.written import CountedDay, CountedService
from generator.corpus import Corpus


@dataclass(frozen=True)
class DayUnits:
    """Units of all lines together, the lines, the other ways that are as right, and the steps that lead there."""

    total: int
    lines: tuple[Line, ...]
    alternatives: tuple[tuple[Line, ...], ...]
    reasons: tuple[Reason, ...]


def units_of_day(corpus: Corpus, day: CountedDay, method: str) -> DayUnits:
    """Units by the named method; CQ and CO are Medicare's and stand only where it is counted Medicare's way."""
    timed = merged((base_of(corpus, service.code), service.minutes) for service in day.services if is_timed(corpus, service))
    untimed = sorted({str(service.code) for service in day.services if service.minutes and not is_timed(corpus, service)})
    count = METHODS[method].count(timed)
    mark = ASSISTANT[day.discipline] if method == "cms" else None
    ways = tuple(tuple(_lines(corpus, day, (*way, *((code, 1) for code in untimed)), mark)) for way in count.allocations)
    reasons = (
        *(count.reasons if timed else ()),
        *(Reason(say("untimed", code=code), (f"codes/{code}",)) for code in untimed),
    )
    return DayUnits(sum(line.units for line in ways[0]), ways[0], ways[1:], (*reasons, *_assistant_reasons(ways[0], mark)))


def is_timed(corpus: Corpus, service: CountedService) -> bool:
    """As the service says; else as the facts say of its code."""
    if service.timed is not None:
        return service.timed
    return corpus.codes[base_of(corpus, service.code)].unit.kind == "timed"


def _lines(corpus: Corpus, day: CountedDay, allocation: Allocation, mark: str | None) -> Iterator[Line]:
    for code, units in sorted(allocation):
        split = _split(corpus, day, code, units) if mark else Split(units, 0)
        first = 0
        for amount, modifiers in ((split.marked, (mark,)), (split.plain, ())):
            for name, share in with_add_on(corpus, code, first, amount):
                yield Line(name, share, modifiers, ())
            first += amount


def _split(corpus: Corpus, day: CountedDay, code: str, units: int) -> Split:
    of_code = [service for service in day.services if base_of(corpus, service.code) == code and service.minutes]
    assistant = sum(service.minutes for service in of_code if service.by == "assistant")
    therapist = sum(service.minutes for service in of_code if service.by == "therapist")
    if is_timed(corpus, of_code[0]):
        return split_timed(units, therapist, assistant)
    return split_untimed(therapist, assistant, bool(therapist), bool(assistant))


def _assistant_reasons(lines: tuple[Line, ...], mark: str | None) -> Iterator[Reason]:
    for line in lines:
        if mark and mark in line.modifiers:
            yield Reason(say("assistant-line", modifier=mark, code=line.code), ("rules/assistants",))
