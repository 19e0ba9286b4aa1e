"""What a payer would do with each way to depart from a right claim, computed beforehand.

A claim that somebody fills in from codes and modifiers on offer departs from the right one in steps
that the review judges one by one: a code that is not due, an edit, a modifier more or less, a
number. So a table of steps answers for every claim that can be written, and a page looks its line
up instead of carrying the engine (tests/kinds/test_reactions.py).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.billing.coded_services import base_of
from generator.billing.modifiers import ASSISTANT, BYPASS_MODIFIERS, PLAN
from generator.billing.review.faults import code_faults, edit_faults, modifier_faults, unit_faults
from generator.billing.review.review_case import Fault, FaultFinder, ReviewCase
from generator.billing.written_claims import WrittenLine
from generator.facts.base import CodeId
from generator.facts.corpus import Corpus
from generator.facts.visits import MOST_UNITS, Visit

SHARES = ("too-few-marked", "too-many-marked", "mark-not-due")
"""Faults about whose units they are, which go by number and not by line."""

Faults = tuple[Fault, ...]
Steps = Mapping[str, Faults]
Table = Mapping[str, Steps]


@dataclass(frozen=True)
class RightClaim:
    """One of the right claims of a visit, and the codes and modifiers that are on offer."""

    corpus: Corpus
    visit: Visit
    result: ClaimResult
    lines: tuple[BilledLine, ...]
    codes: tuple[str, ...]
    modifiers: tuple[str, ...]

    def case(self, *written: WrittenLine) -> ReviewCase:
        """Written lines beside this claim."""
        return ReviewCase(self.corpus, self.visit, written, self.result, self.lines)

    def faults(self, find: FaultFinder, line: WrittenLine, *beside: WrittenLine) -> Faults:
        """What `find` says of a line after others."""
        return tuple(find(self.case(*beside, line), line))

    def line(self, code: str, *added: str, units: int = 0) -> WrittenLine:
        """A line of `code` with the modifiers due on all its lines, and some more."""
        units = units or self.case().expected_units(code) or 1
        return written(code, units, (*self.due(code), *added))

    def due(self, code: str) -> tuple[str, ...]:
        """The modifiers that all lines of a code carry."""
        lines = [line.modifiers for line in self.case().expected_lines(code)]
        shared = set.intersection(*map(set, lines)) if lines else ()
        return tuple(name for line in lines[:1] for name in line if name in shared)

    @property
    def bypass(self) -> tuple[str, ...]:
        """The bypass modifiers on offer."""
        return tuple(name for name in self.modifiers if name in BYPASS_MODIFIERS)

    def bare(self, code: str, *added: str) -> WrittenLine:
        """A line without any bypass modifier but those added."""
        line = without(self.line(code), BYPASS_MODIFIERS)
        return written(code, line.units, (*added, *line.modifiers))


def written(code: str, units: int, modifiers: Iterable[str]) -> WrittenLine:
    """A written line; modifiers once each, however many."""
    return WrittenLine.model_construct(
        code=CodeId(code), units=units, modifiers=tuple(dict.fromkeys(modifiers))
    )


def without(line: WrittenLine, modifiers: Collection[str | None]) -> WrittenLine:
    """The line without some modifiers."""
    rest = (name for name in line.modifiers if name not in modifiers)
    return written(line.code, line.units, rest)


@dataclass(frozen=True)
class Deviations:
    """Every step from one right claim, by code and by step, with the faults it brings.

    `wrong`: a code that is not due, by the right code that is missing ('' for none). `pair`:
    'column1-column2' by the bypass modifier of column 2 ('' for none, '^' for one on column 1).
    `idle`: a bypass modifier without an edit. `more`, `less`: a modifier too many, or missing.
    `other`: another plan's modifier instead. `marked`: units with the assistant's modifier.
    `units`: units in all. `twice`: the same line again. `base`: an add-on alone. `clash`: two
    modifiers that contradict each other.
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
    """The steps from each right claim of `visit`, in the order of the claims."""
    result = build_claim(corpus, visit)
    rights = (
        RightClaim(corpus, visit, result, lines, tuple(codes), tuple(modifiers))
        for lines in (result.lines, *result.alternatives)
    )
    return tuple(_deviations(right) for right in rights)


def _deviations(right: RightClaim) -> Deviations:
    def by_code(steps: Callable[[RightClaim, str], Steps]) -> Table:
        return {code: steps(right, code) for code in right.codes}

    due = {line.code for line in right.lines}
    return Deviations(
        wrong={code: _wrong(right, code) for code in right.codes if code not in due},
        pair=dict(_pairs(right)),
        idle=by_code(_idle),
        more=by_code(_more),
        less=by_code(_less),
        other=by_code(_other_plans),
        marked=by_code(_marked),
        units=by_code(_units),
        twice=by_code(_twice),
        base={code: steps for code, steps in by_code(_base).items() if steps},
        clash={code: dict(_clashes(right, code)) for code in right.codes[:1]},
    )


def _wrong(right: RightClaim, code: str) -> Steps:
    found = {}
    for missing in ("", *dict.fromkeys(entry.code for entry in right.lines)):
        beside = [right.line(entry.code) for entry in right.lines if entry.code != missing]
        found[missing] = right.faults(code_faults, right.line(code), *beside)
    return found


def _pairs(right: RightClaim) -> Iterator[tuple[str, Steps]]:
    for first, second in permutations(right.codes, 2):
        column1 = right.bare(first)
        found = {
            name: _of_edit(right, column1, right.bare(second, *filter(None, (name,))))
            for name in ("", *right.bypass)
        }
        if right.bypass:
            marked = right.bare(first, right.bypass[0])
            found["^"] = _of_edit(right, marked, right.bare(second))
        if any(found.values()):
            yield f"{first}-{second}", found


def _of_edit(right: RightClaim, first: WrittenLine, second: WrittenLine) -> Faults:
    name = f"edits/{first.code}-{second.code}"
    found = right.faults(edit_faults, second, first)
    return tuple(fault for fault in found if name in fault.reason.rests_on)


def _idle(right: RightClaim, code: str) -> Steps:
    return {name: right.faults(edit_faults, right.line(code, name)) for name in right.bypass}


def _more(right: RightClaim, code: str) -> Steps:
    usual = right.faults(modifier_faults, right.line(code))
    return {
        name: tuple(
            fault
            for fault in right.faults(modifier_faults, right.line(code, name))
            if fault not in usual and fault.name not in ("contradiction", *SHARES)
        )
        for name in right.modifiers
        if name not in right.due(code)
    }


def _less(right: RightClaim, code: str) -> Steps:
    return {
        name: tuple(
            fault
            for fault in right.faults(modifier_faults, without(right.line(code), (name,)))
            if fault.name not in SHARES
        )
        for name in right.due(code)
    }


def _other_plans(right: RightClaim, code: str) -> Steps:
    plan, line = PLAN.get(right.visit.discipline), right.line(code)
    if plan not in line.modifiers:
        return {}
    found = {}
    for name in right.modifiers:
        if name in PLAN.values() and name != plan:
            exchanged = (name if own == plan else own for own in line.modifiers)
            changed = written(code, line.units, exchanged)
            found[name] = _named(right, changed, "plan-wrong", "plan-missing")
    return found


def _marked(right: RightClaim, code: str) -> Steps:
    """Nothing where the discipline has no assistant's modifier, or none is due and on offer."""
    mark = ASSISTANT.get(right.visit.discipline)
    due = any(mark in line.modifiers for line in right.lines)
    if not (mark and (mark in right.modifiers or due)):
        return {}
    plain = without(right.line(code), (mark,))
    return {
        str(units): _named(
            right, written(code, units, (*plain.modifiers, mark)) if units else plain, *SHARES
        )
        for units in range(MOST_UNITS + 1)
    }


def _units(right: RightClaim, code: str) -> Steps:
    return {
        str(units): right.faults(unit_faults, right.line(code, units=units))
        for units in range(1, MOST_UNITS + 1)
    }


def _twice(right: RightClaim, code: str) -> Steps:
    found = right.faults(edit_faults, right.line(code), right.line(code))
    return {"": tuple(fault for fault in found if fault.name == "twice")}


def _base(right: RightClaim, code: str) -> Steps:
    base = base_of(right.corpus, code)
    return {base: right.faults(edit_faults, right.line(code))} if base != code else {}


def _clashes(right: RightClaim, code: str) -> Iterator[tuple[str, Faults]]:
    for pair in combinations(right.modifiers, 2):
        found = _named(right, written(code, 1, pair), "contradiction")
        if found:
            yield "-".join(pair), found


def _named(right: RightClaim, line: WrittenLine, *names: str) -> Faults:
    found = right.faults(modifier_faults, line)
    return tuple(fault for fault in found if fault.name in names)
