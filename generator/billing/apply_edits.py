"""Stage 3 of a claim, apply NCCI edits: denied services leave, and units are counted again.

The cost is a polynomial of the number n of services, with c <= n codes: the edits among the codes
are looked up once (c² look-ups); each round takes at least one service off, so there are n at most;
a round looks at each edit once, and at `MOST_ALLOCATIONS` allocations, each by a mask of its codes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
from generator.billing.edit_lookup import (
    certainly_in_force,
    edit_for_pair,
    edit_reason,
    outside_tables,
    pair_outside,
)
from generator.billing.initial_codes import share_initial, was_first
from generator.billing.modifiers import bypass_modifier, separate_by
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
    `asked` is what was asked before, without what an edit denies whatever the answer.
    """

    counted: CountedUnits
    coded: tuple[CodedService, ...]
    allocations: tuple[Allocation, ...]
    reasons: tuple[Reason, ...]
    not_billed: tuple[NotBilled, ...]
    bypassed: tuple[Edit, ...]
    missing: tuple[MissingInformation, ...]
    asked: tuple[MissingInformation, ...]


def apply_edits(
    corpus: Corpus,
    visit: Visit,
    counted: CountedUnits,
    missing: Iterable[MissingInformation] = (),
) -> EditedUnits:
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
    present = _present(edits, billed)
    weighed = [_weighed(corpus, visit, left.coded, billed, question) for question in missing]
    return EditedUnits(
        counted,
        left.coded,
        payable,
        left.reasons,
        (
            *denied,
            *without_units(corpus, visit, left.coded, payable),
            *(entry for entry in weighed if isinstance(entry, NotBilled)),
        ),
        tuple(edit for edit in present if certainly_in_force(edit, visit.date)),
        tuple(_unknown_pairs(corpus, visit, services_by_code(left.coded), billed, present)),
        tuple(entry for entry in weighed if isinstance(entry, MissingInformation)),
    )


def _weighed(
    corpus: Corpus,
    visit: Visit,
    coded: Iterable[CodedService],
    billed: Collection[str],
    question: MissingInformation,
) -> MissingInformation | NotBilled:
    """A question about one service, beside what is billed: moot where an edit denies its code.

    What its code would deny waits for the answer too.
    """
    service = next((entry for entry in visit.services if entry.id == question.service), None)
    if service is None or not question.codes or question.codes[0] in billed:
        return question
    code, waiting, groups = question.codes[0], list(question.codes), services_by_code(coded)
    for edit in _edits_among(corpus, visit, {code, *billed}):
        other = edit.column1 if edit.column2 == code else edit.column2
        apart = service.separate or all(entry.service.separate for entry in groups.get(other, ()))
        if code not in (edit.column1, edit.column2) or not certainly_in_force(edit, visit.date):
            continue
        if edit.indicator == 1 and apart:
            continue
        if edit.column2 == code:
            return NotBilled(code, service.minutes, _why_denied(edit))
        waiting.append(other)
    rival = corpus.one_initial.get(code, "")
    own = (CodedService(service, code, False, ()),)
    if rival in billed and not was_first(groups[rival], own):
        waiting.append(rival)
    return replace(question, codes=tuple(waiting))


def _present(edits: Iterable[Edit], billed: Collection[str]) -> list[Edit]:
    return [edit for edit in edits if edit.column1 in billed and edit.column2 in billed]


def _unknown_pairs(
    corpus: Corpus,
    visit: Visit,
    groups: ServicesByCode,
    billed: Collection[str],
    present: Iterable[Edit],
) -> Iterator[MissingInformation]:
    """Pairs of which the facts do not say whether this payer denies one beside the other."""
    payer, day = corpus.payers[visit.payer], visit.date
    if not policy_of(payer).applies_ncci_edits:
        for edit in _present(_medicares_edits(corpus, visit, billed), billed):
            apart = separate_by(groups, edit) if edit.indicator == 1 else ()
            name = "pair-other-payer-apart" if apart else "pair-other-payer"
            words = {"payer": payer.name, "modifier": bypass_modifier(edit, apart)[0]}
            why = replace(edit_reason(name, edit, **words), sources=())
            yield MissingInformation(None, "pair", why, (edit.column2,))
        return
    for edit in present:
        if not certainly_in_force(edit, day):
            why = edit_reason("pair-unknown", edit, day=day)
            yield MissingInformation(None, "pair", why, (edit.column2,))
    known = {frozenset((edit.column1, edit.column2)) for edit in present}
    for pair in combinations(sorted(billed), 2):
        outside = outside_tables(corpus, *pair)
        if outside and frozenset(pair) not in known:
            why = pair_outside(corpus, *pair, outside, day)
            yield MissingInformation(None, "pair", why, outside)


def _codes(allocation: Allocation) -> frozenset[str]:
    return frozenset(code for code, _ in allocation)


def _without(
    coded: tuple[CodedService, ...], services: tuple[CodedService, ...]
) -> tuple[CodedService, ...]:
    gone = {entry.service.id for entry in services}
    return tuple(entry for entry in coded if entry.service.id not in gone)


def _edits_among(corpus: Corpus, visit: Visit, codes: Iterable[str]) -> tuple[Edit, ...]:
    applies = policy_of(corpus.payers[visit.payer]).applies_ncci_edits
    return _medicares_edits(corpus, visit, codes) if applies else ()


def _medicares_edits(corpus: Corpus, visit: Visit, codes: Iterable[str]) -> tuple[Edit, ...]:
    pairs = combinations(sorted(codes), 2)
    found = (
        edit_for_pair(corpus, *pair, visit.date, visit.setting)
        for pair in pairs
        if not share_initial(corpus, *pair)  # which of them is billed turns on which was first
    )
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
        return second, _why_denied(edit)
    return groups[edit.column1], edit_reason("pair-no-unit", edit)


def _why_denied(edit: Edit) -> Reason:
    why = edit_reason("pair-never" if edit.indicator == 0 else "pair-apart-only", edit)
    return replace(why, confidence=edit.confidence)
