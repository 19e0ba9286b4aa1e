"""Stage 3 of a claim, apply NCCI edits: denied services leave, and units are counted again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from generator.billing.coded_services import CodedService, MissingInformation, NotBilled
from generator.billing.count_units import CountedUnits, count_units, without_units
from generator.billing.edit_lookup import certainly_in_force, edit_for_pair, edit_reason
from generator.billing.payer_policy import policy_of
from generator.billing.reasons import Reason
from generator.billing.unit_methods import Allocation
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
    while True:
        payable, conflict = _payable(corpus, visit, left)
        if conflict is None:
            break
        services, reason = _denied(corpus, visit, left.coded, conflict)
        denied += [NotBilled(entry.code, entry.service.minutes, reason) for entry in services]
        rest = tuple(entry for entry in left.coded if entry not in services)
        left = count_units(corpus, visit, rest)
    billed = _codes(payable[0]) - {entry.code for entry in left.coded if entry.excluded}
    edits = _edits_among(corpus, visit, billed)
    certain = tuple(edit for edit in edits if certainly_in_force(edit, visit.date))
    return EditedUnits(
        counted,
        left.coded,
        payable,
        left.reasons,
        (*denied, *without_units(corpus, visit, left.coded, payable)),
        certain,
        tuple(
            MissingInformation(None, "pair", edit_reason("pair-unknown", edit, day=visit.date))
            for edit in edits
            if edit not in certain
        ),
    )


def _codes(allocation: Allocation) -> frozenset[str]:
    return frozenset(code for code, _ in allocation)


def _payable(
    corpus: Corpus, visit: Visit, counted: CountedUnits
) -> tuple[tuple[Allocation, ...], Edit | None]:
    """The allocations in which no edit denies a service; if none, the first edit of the first."""
    conflicts = [
        (allocation, _conflict(corpus, visit, counted.coded, _codes(allocation)))
        for allocation in counted.allocations
    ]
    payable = tuple(allocation for allocation, conflict in conflicts if conflict is None)
    return payable, None if payable else conflicts[0][1]


def _conflict(
    corpus: Corpus, visit: Visit, coded: tuple[CodedService, ...], codes: frozenset[str]
) -> Edit | None:
    """The first edit that denies a service; one whose column 1 is denied itself comes later."""
    denying = [
        edit
        for edit in _edits_among(corpus, visit, codes)
        if certainly_in_force(edit, visit.date) and _not_separate(coded, edit)
    ]
    denied = {edit.column2 for edit in denying}
    return min(
        denying, key=lambda edit: (edit.column1 in denied, edit.column1, edit.column2), default=None
    )


def _edits_among(corpus: Corpus, visit: Visit, codes: frozenset[str]) -> tuple[Edit, ...]:
    """The edits among the codes on the day, for a payer that is known to run them."""
    if not policy_of(corpus.payers[visit.payer]).applies_ncci_edits:
        return ()
    pairs = combinations(sorted(codes), 2)
    found = (edit_for_pair(corpus, *pair, visit.date, visit.setting) for pair in pairs)
    return tuple(edit for edit in found if edit)


def _not_separate(coded: Iterable[CodedService], edit: Edit) -> tuple[CodedService, ...]:
    """Services of column 2 that are denied: all, or with indicator 1 those not separate."""
    first, second = (
        tuple(entry for entry in coded if entry.code == code and not entry.excluded)
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
    """The services that an edit denies, and why.

    Column 2, unless column 1 earns a unit only with the minutes of column 2.
    """
    second = _not_separate(coded, edit)
    rest = tuple(entry for entry in coded if entry not in second)
    if edit.column1 in _codes(count_units(corpus, visit, rest).allocations[0]):
        why = edit_reason("pair-never" if edit.indicator == 0 else "pair-apart-only", edit)
        return second, replace(why, confidence=edit.confidence)
    first = tuple(entry for entry in coded if entry.code == edit.column1)
    return first, edit_reason("pair-no-unit", edit)
