"""What a payer would do with each way to depart from a right claim, worked out beforehand.

A claim that somebody fills in from codes and modifiers on offer departs from the right one in steps
that the review judges one by one: a code that is not due, a pair, a modifier more or less, a
number. So a table of steps tells of every claim that can be written, and a page can look its line
up instead of carrying the engine (tests/js/reactions.test.js).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.billing.claim import build_claim
from generator.billing.coded_services import base_of
from generator.billing.modifiers import ASSISTANT, PLAN
from generator.billing.review import code_faults, edit_faults, modifier_faults, unit_faults
from generator.billing.review.review_case import Fault
from generator.billing.review.right_claim import RightClaim
from generator.billing.written_claims import WrittenLine
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit

MOST_UNITS = 9

Faults = tuple[Fault, ...]
Table = Mapping[str, Mapping[str, Faults]]


@dataclass(frozen=True)
class Deviations:
    """Every step from one right claim, with the faults it brings.

    Codes and modifiers are those on offer.

    `wrong`: a code that is not due, by the right code that is missing ('' for none). `pair`:
    'column1-column2' by the parting modifier of column 2 ('' for none, '^' for one on column 1).
    `idle`: a modifier that parts nothing. `more`, `less`: a modifier too many, or missing. `other`:
    another plan's modifier instead. `marked`: units with the assistant's modifier. `units`: units
    in all. `twice`: the same line again. `base`: an add-on alone.
    """

    wrong: Table
    pair: Table
    idle: Table
    more: Table
    less: Table
    other: Table
    marked: Table
    units: Table
    twice: Table
    base: Table
    clash: Table


def deviations_from(
    corpus: Corpus, visit: Visit, codes: Sequence[str], modifiers: Sequence[str]
) -> tuple[Deviations, ...]:
    """The steps from each right claim of `visit`, in the order in which the engine gives the claims."""
    right = build_claim(corpus, visit)
    starts = (
        RightClaim(corpus, visit, right, way, tuple(codes), tuple(modifiers))
        for way in (right.lines, *right.alternatives)
    )
    return tuple(_steps(start) for start in starts)


def _steps(start: RightClaim) -> Deviations:
    return Deviations(
        wrong={
            code: _wrong(start, code)
            for code in start.codes
            if not start.case(()).expected_lines(code)
        },
        pair=dict(_pairs(start)),
        idle={
            code: {
                name: _of(edit_faults, start, start.line(code, (name,))) for name in start.parting
            }
            for code in start.codes
        },
        more={code: _more(start, code) for code in start.codes},
        less={code: _less(start, code) for code in start.codes},
        other={code: _other_plans(start, code) for code in start.codes},
        marked={code: _marked(start, code) for code in start.codes},
        units={
            code: {
                str(n): _of(unit_faults, start, start.line(code, count=n))
                for n in range(1, MOST_UNITS + 1)
            }
            for code in start.codes
        },
        twice={code: {"": _twice(start, code)} for code in start.codes},
        base={
            code: {base: _of(edit_faults, start, start.line(code))}
            for code in start.codes
            if (base := base_of(start.corpus, code)) != code
        },
        clash={code: dict(_clashes(start, code)) for code in start.codes[:1]},
    )


def _of(theme: object, start: RightClaim, line: WrittenLine, *beside: WrittenLine) -> Faults:
    return tuple(theme.faults(start.case((*beside, line)), line))


def _wrong(start: RightClaim, code: str) -> dict[str, Faults]:
    line, found = start.line(code), {}
    for missing in ("", *dict.fromkeys(entry.code for entry in start.way)):
        beside = [start.line(entry.code) for entry in start.way if entry.code != missing]
        found[missing] = _of(code_faults, start, line, *beside)
    return found


def _pairs(start: RightClaim) -> Iterator[tuple[str, dict[str, Faults]]]:
    for first in start.codes:
        for second in start.codes:
            if first == second:
                continue
            found = {
                name: _of_edits(
                    start, start.bare(first), start.bare(second, *([name] if name else []))
                )
                for name in ("", *start.parting)
            }
            if start.parting:
                found["^"] = _of_edits(
                    start, start.bare(first, start.parting[0]), start.bare(second)
                )
            if any(found.values()):
                yield f"{first}-{second}", found


def _of_edits(start: RightClaim, first: WrittenLine, second: WrittenLine) -> Faults:
    name = f"edits/{first.code}-{second.code}"
    return tuple(
        fault for fault in _of(edit_faults, start, second, first) if name in fault.reason.rests_on
    )


def _more(start: RightClaim, code: str) -> dict[str, Faults]:
    usual = _of(modifier_faults, start, start.line(code))
    found = {}
    for name in start.modifiers:
        if name not in start.due(code):
            new = [
                fault
                for fault in _of(modifier_faults, start, start.line(code, (name,)))
                if fault not in usual
            ]
            found[name] = tuple(
                fault for fault in new if not _is_clash(fault) and not _is_share(fault)
            )
    return found


def _less(start: RightClaim, code: str) -> dict[str, Faults]:
    found = {}
    for name in start.due(code):
        line = start.line(code)
        short = line.model_copy(
            update={"modifiers": tuple(other for other in line.modifiers if other != name)}
        )
        found[name] = tuple(
            fault for fault in _of(modifier_faults, start, short) if not _is_share(fault)
        )
    return found


def _other_plans(start: RightClaim, code: str) -> dict[str, Faults]:
    plan, line = PLAN.get(start.visit.discipline), start.line(code)
    if plan not in line.modifiers:
        return {}
    others = [name for name in start.modifiers if name in PLAN.values() and name != plan]
    exchanged = {
        name: line.model_copy(
            update={"modifiers": tuple(name if own == plan else own for own in line.modifiers)}
        )
        for name in others
    }
    return {
        name: tuple(fault for fault in _of(modifier_faults, start, changed) if fault.carc == "4")
        for name, changed in exchanged.items()
    }


def _marked(start: RightClaim, code: str) -> dict[str, Faults]:
    """Nothing where no assistant's modifier is known to the discipline, or none is due and none on offer."""
    mark = ASSISTANT.get(start.visit.discipline)
    due = any(mark in line.modifiers for line in start.way)
    if not start.case(()).expected_lines(code) or (mark not in start.modifiers and not due):
        return {}
    plain = start.line(code)
    plain = plain.model_copy(
        update={"modifiers": tuple(name for name in plain.modifiers if name != mark)}
    )
    found = {}
    for number in range(MOST_UNITS + 1):
        line = (
            plain.model_copy(update={"units": number, "modifiers": (*plain.modifiers, mark)})
            if number
            else plain
        )
        found[str(number)] = tuple(
            fault for fault in _of(modifier_faults, start, line) if _is_share(fault)
        )
    return found


def _twice(start: RightClaim, code: str) -> Faults:
    first, again = start.line(code), start.line(code)
    case = start.case((first, again))
    return tuple(fault for fault in edit_faults.faults(case, again) if fault.carc == "18")


def _clashes(start: RightClaim, code: str) -> Iterator[tuple[str, Faults]]:
    for index, one in enumerate(start.modifiers):
        for other in start.modifiers[index + 1 :]:
            line = WrittenLine.model_construct(code=code, units=1, modifiers=(one, other))
            found = tuple(fault for fault in _of(modifier_faults, start, line) if _is_clash(fault))
            if found:
                yield f"{one}-{other}", found


def _is_clash(fault: Fault) -> bool:
    return fault.correction.startswith("Find out which of the two")


def _is_share(fault: Fault) -> bool:
    """About whose units they are: told by number, not line by line."""
    return fault.reason.rests_on == ("rules/assistants",)
