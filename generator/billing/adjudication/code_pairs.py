"""NCCI edits between the lines of one day: column 2 is denied, unless a modifier bypasses."""

from collections.abc import Iterator
from itertools import groupby

from generator.billing.adjudication.payer_case import (
    Denial,
    Lines,
    NumberedLine,
    PayerCase,
    Pended,
    Ruling,
    asked,
    decided,
)
from generator.billing.edit_lookup import certainly_in_force, edit_name, edit_on
from generator.billing.initial_codes import share_initial
from generator.billing.modifiers import BYPASS_MODIFIERS
from generator.facts.registers import Edit

BYPASS = frozenset(BYPASS_MODIFIERS)
PAIRS_RULE = "rules/ncci-pairs"


def rule_on_pairs(case: PayerCase, lines: Lines) -> Iterator[Ruling]:
    """All edits at once, so that no line is spared because another edit denies its column 1."""
    if "ncci-edits" not in case.plan.applies:
        return
    ordered = sorted(lines, key=lambda line: (line.day, line.number))
    for _, of_day in groupby(ordered, key=lambda line: line.day):
        day = tuple(of_day)
        bypassed = {line.code for line in day if line.modifiers & BYPASS}
        edits = {code: _edits_on(case, day, code) for code in {line.code for line in day}}
        for line in day:
            ruling = _of_line(line, edits[line.code], bypassed)
            if ruling:
                yield ruling


def _edits_on(case: PayerCase, day: tuple[NumberedLine, ...], column2: str) -> tuple[Edit, ...]:
    """The edits that deny a code beside the others of the day, the surest first."""
    others = sorted({line.code for line in day} - {column2})
    found = [
        edit
        for column1 in others
        if not share_initial(case.corpus, column1, column2)
        if (edit := edit_on(case.corpus, column1, column2, day[0].day, case.visit.setting))
    ]
    return tuple(sorted(found, key=lambda edit: (edit.indicator, edit.column1)))


def _of_line(line: NumberedLine, edits: tuple[Edit, ...], bypassed: set[str]) -> Ruling | None:
    """A line is spared by a modifier of its own, or of the code in column 1."""
    own = bool(line.modifiers & BYPASS)
    denying = [
        edit for edit in edits if edit.indicator == 0 or not (own or edit.column1 in bypassed)
    ]
    sure = [edit for edit in denying if certainly_in_force(edit, line.day)]
    if sure:
        return _denied(line, sure[0])
    if denying:
        pair = {"column1": denying[0].column1, "column2": line.code}
        rests_on = (edit_name(denying[0]), PAIRS_RULE)
        why = asked("pair-unknown", rests_on, denying[0].sources, day=line.day, **pair)
        return Pended(line.number, why)
    return None


def _denied(line: NumberedLine, edit: Edit) -> Denial:
    name = "pair" if edit.indicator == 0 else "pair-no-modifier"
    pair = {"column1": edit.column1, "column2": edit.column2}
    why = decided(name, (edit_name(edit), PAIRS_RULE), edit.sources, **pair)
    return Denial(line.number, name, why)
