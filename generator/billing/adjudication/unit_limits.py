"""Medically unlikely edits: the units of a code over a line, or over a day."""

from collections import Counter
from collections.abc import Iterator

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    NumberedLine,
    PayerCase,
    Pended,
    Ruling,
    asked,
)
from generator.billing.check_limits import mue_exceeded
from generator.facts.codes import Mue

BY_LINE = 1


def rule_on_units(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """Whole lines are denied; an edit by day counts the code over all lines of the day."""
    if "mues" not in case.plan.applies:
        return
    of_day = Counter[tuple[object, str]]()
    for line in lines:
        of_day[line.day, line.code] += line.units
    for line in lines:
        ruling = _of_line(case, line, of_day[line.day, line.code])
        if ruling:
            yield ruling


def _of_line(case: PayerCase, line: NumberedLine, of_day: int) -> Ruling | None:
    code = case.taught(line)
    if code is None:
        return None
    mue = code.mue_on(line.day, case.visit.setting)
    if mue is None:
        unknown = any(of_day > other.units for other in code.mue)
        why = asked("units-unknown", (f"codes/{line.code}", "rules/mue"), code=line.code)
        return Pended(line.number, why) if unknown else None
    units = _counted(mue, line, of_day)
    if units <= mue.units:
        return None
    return Denial(line.number, "units-over", mue_exceeded(line.code, units, mue))


def _counted(mue: Mue, line: NumberedLine, of_day: int) -> int:
    return line.units if mue.adjudication == BY_LINE else of_day
