"""Stage 3 of a claim, apply NCCI edits: denied services leave, and units are counted again.

The cost is a polynomial of the number n of services, with c <= n codes: the edits among the codes
are looked up once (c² look-ups); each round takes at least one service off, so there are n at most;
a round looks at each edit once, and at `MOST_ALLOCATIONS` allocations, each by a mask of its codes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.billing.coded_services import (
    CodedService,
    MissingInformation,
    NotBilled,
    ServicesByCode,
    services_by_code,
)
from generator.billing.count_units import CountedUnits, count_units, without_units
from generator.billing.edit_lookup import certainly_in_force, edit_for_pair, edit_reason
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason
from generator.billing.unit_methods import Allocation, RightAllocations
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.facts.visits import Visit


@dataclass(frozen=True)
class EditedUnits:
    """What is left to bill after the edits.

    `bypassed` are edits that a modifier must bypass. `counted` is what the edits were applied to.
    """

    counted: CountedUnits
    coded: tuple[CodedService, ...]
    allocations: tuple[Allocation, ...]
    reasons: tuple[Reason, ...]
    not_billed: tuple[NotBilled, ...]
    bypassed: tuple[Edit, ...]
    missing: tuple[MissingInformation, ...]


def apply_edits(corpus: Corpus, visit: Visit, counted: CountedUnits) -> EditedUnits:
    """Take denied services off until no edit denies any; every round removes some, so it ends."""
    left = counted
    denied: list[NotBilled] = []
    edits = _edits_among(corpus, visit, {entry.code for entry in counted.coded})
    while True:
        denying = _denying(visit, left.coded, edits)
        payable = _payable(left.allocations, denying)
        if payable:
            break
        conflict = _first_conflict(left.allocations.first, denying)
        services, reason = _denied(corpus, visit, left.coded, conflict)
        denied += [NotBilled(entry.code, entry.service.minutes, reason) for entry in services]
        left = count_units(corpus, visit, _without(left.coded, services))
    billed = _codes(payable[0]) - {entry.code for entry in left.coded if entry.excluded}
    present = [edit for edit in edits if billed.issuperset((edit.column1, edit.column2))]
    return EditedUnits(
        counted,
        left.coded,
        payable,
        left.reasons,
        (*denied, *without_units(corpus, visit, left.coded, payable)),
        tuple(edit for edit in present if certainly_in_force(edit, visit.date)),
        tuple(
            MissingInformation(None, "pair", edit_reason("pair-unknown", edit, day=visit.date))
            for edit in present
            if not certainly_in_force(edit, visit.date)
        ),
    )


def _codes(allocation: Allocation) -> frozenset[str]:
    return frozenset(code for code, _ in allocation)


def _without(
    coded: tuple[CodedService, ...], services: tuple[CodedService, ...]
) -> tuple[CodedService, ...]:
    gone = {entry.service.id for entry in services}
    return tuple(entry for entry in coded if entry.service.id not in gone)


def _edits_among(corpus: Corpus, visit: Visit, codes: Iterable[str]) -> tuple[Edit, ...]:
    if not policy_of(corpus.payers[visit.payer]).applies_ncci_edits:
        return ()
    pairs = combinations(sorted(codes), 2)
    found = (edit_for_pair(corpus, *pair, visit.date, visit.setting) for pair in pairs)
    return tuple(edit for edit in found if edit)


def _denying(
    visit: Visit, coded: tuple[CodedService, ...], edits: Iterable[Edit]
) -> tuple[Edit, ...]:
    groups = services_by_code(coded)
    return tuple(
        edit
        for edit in edits
        if certainly_in_force(edit, visit.date) and _not_separate(groups, edit)
    )


def _payable(right: RightAllocations, denying: Sequence[Edit]) -> tuple[Allocation, ...]:
    """The allocations in which no edit denies a service.

    What is sure is in all of them: two of its codes in conflict leave none. Of the rest, a code
    in conflict with what is sure is never chosen, and two in conflict not together.
    """
    sure = _codes(right.sure)
    bits = {code: 1 << place for place, code in enumerate(right.tied)}
    against = dict.fromkeys(right.tied, 0)
    for edit in denying:
        one, other = edit.column1, edit.column2
        if one in sure and other in sure:
            return ()
        for code, partner in ((one, other), (other, one)):
            if code in bits and code not in sure:
                against[code] |= bits[code] if partner in sure else bits.get(partner, 0)
    return tuple(
        right.having(chosen)
        for chosen in right.choices
        if not _conflicting(sum(bits[code] for code in chosen), chosen, against)
    )


def _conflicting(mask: int, chosen: Iterable[str], against: Mapping[str, int]) -> bool:
    return any(against[code] & mask for code in chosen)


def _first_conflict(allocation: Allocation, denying: Iterable[Edit]) -> Edit:
    """An edit whose column 1 is denied itself comes later."""
    codes = _codes(allocation)
    here = [edit for edit in denying if codes.issuperset((edit.column1, edit.column2))]
    denied = {edit.column2 for edit in here}
    return min(here, key=lambda edit: (edit.column1 in denied, edit.column1, edit.column2))


def _not_separate(groups: ServicesByCode, edit: Edit) -> tuple[CodedService, ...]:
    """Services of column 2 that are denied: all, or with indicator 1 those not separate."""
    first, second = (
        tuple(entry for entry in groups.get(code, ()) if not entry.excluded)
        for code in (edit.column1, edit.column2)
    )
    if not first:
        return ()
    if edit.indicator == 0:
        return second
    apart = all(entry.service.separate for entry in first)
    return () if apart else tuple(entry for entry in second if not entry.service.separate)


def _denied(
    corpus: Corpus, visit: Visit, coded: tuple[CodedService, ...], edit: Edit
) -> tuple[tuple[CodedService, ...], Reason]:
    """Column 2, unless column 1 earns a unit only with the minutes of column 2."""
    groups = services_by_code(coded)
    second = _not_separate(groups, edit)
    rest = count_units(corpus, visit, _without(coded, second))
    if edit.column1 in _codes(rest.allocations.first):
        why = edit_reason("pair-never" if edit.indicator == 0 else "pair-apart-only", edit)
        return second, replace(why, confidence=edit.confidence)
    return groups[edit.column1], edit_reason("pair-no-unit", edit)
