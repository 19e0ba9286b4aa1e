"""Units and pairs of a visit settled together.

A code that a pair denies leaves, and the units are shared again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.billing.coded_services import CodedService, NotBilled
from generator.billing.edit_lookup import certainly_in_force, edit_for_pair
from generator.billing.messages import message
from generator.billing.outcomes import Reason
from generator.billing.unit_methods import METHODS, Allocation, UnitCount, minutes_by_code
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit
from generator.facts.visits import Visit

Codes = frozenset[str]


@dataclass(frozen=True)
class EditedUnits:
    """What is left to bill, how it may be counted, which codes a modifier must part, and what is not known."""

    works: tuple[CodedService, ...]
    count: UnitCount
    denied: tuple[NotBilled, ...]
    parted: tuple[Edit, ...]
    unknown: tuple[Edit, ...]


def apply_edits(corpus: Corpus, visit: Visit, works: Sequence[CodedService]) -> EditedUnits:
    """Take denied work off until no pair stands in the way.

    Every round removes some, so it ends.
    """
    kept, denied = tuple(works), []
    while True:
        count = count_of(corpus, visit, kept)
        free, conflict = _free_ways(corpus, visit, kept, count)
        if conflict is None:
            edits = _edits(
                corpus,
                visit,
                codes_in(kept, free[0]) - {work.code for work in kept if work.excluded},
            )
            known = tuple(edit for edit in edits if certainly_in_force(edit, visit.date))
            unknown = tuple(edit for edit in edits if edit not in known)
            return EditedUnits(kept, UnitCount(free, count.reasons), tuple(denied), known, unknown)
        losing, reason = _losers(corpus, visit, kept, conflict)
        denied += [NotBilled(work.code, work.service.minutes, reason) for work in losing]
        kept = tuple(work for work in kept if work not in losing)


def count_of(corpus: Corpus, visit: Visit, works: Iterable[CodedService]) -> UnitCount:
    """The timed units of `works` by the payer's method; none where the method is not known."""
    method = METHODS.get(corpus.payers[visit.payer].unit_method)
    minutes = minutes_by_code((work.code, work.minutes) for work in works if work.timed)
    return method.count(minutes) if method and minutes else UnitCount(((),), ())


def codes_in(works: Iterable[CodedService], allocation: Allocation) -> Codes:
    """The codes with a unit.

    Timed ones by the allocation, untimed ones always, measured ones from their least amount.
    """
    works = tuple(works)
    untimed = {work.code for work in works if not work.timed and not work.measure}
    least = {work.code: work.measure.least for work in works if work.measure}
    return frozenset(
        {
            *(code for code, _ in allocation),
            *untimed,
            *(code for code in least if amount_in(works, code) >= least[code]),
        }
    )


def amount_in(works: Iterable[CodedService], code: str) -> int:
    """What the services of one measured code come to together.

    Those of a day are added up, of a longer span each tells the whole.
    """
    found = [work for work in works if work.code == code]
    together = sum if all(work.measure and work.measure.span == "day" for work in found) else max
    return together([work.amount for work in found] or [0])


def _free_ways(
    corpus: Corpus, visit: Visit, works: tuple[CodedService, ...], count: UnitCount
) -> tuple[tuple[Allocation, ...], Edit | None]:
    """The allocations that no pair spoils.

    Or, where all are spoilt, the first edit that spoils the first.
    """
    conflicts = [
        (way, _conflict(corpus, visit, works, codes_in(works, way))) for way in count.allocations
    ]
    free = tuple(way for way, conflict in conflicts if conflict is None)
    return (free, None) if free else ((), conflicts[0][1])


def _conflict(
    corpus: Corpus, visit: Visit, works: tuple[CodedService, ...], codes: Codes
) -> Edit | None:
    """The first edit that keeps work of its column 2 from being paid, those whose column 1 stands first."""
    against = [
        edit
        for edit in _edits(corpus, visit, codes)
        if certainly_in_force(edit, visit.date) and _not_apart(works, edit)
    ]
    losing = {edit.column2 for edit in against}
    return min(
        against, key=lambda edit: (edit.column1 in losing, edit.column1, edit.column2), default=None
    )


def _edits(corpus: Corpus, visit: Visit, codes: Codes) -> tuple[Edit, ...]:
    """Edits among the codes on the day, for Medicare.

    Which edits another payer runs is not known here.
    """
    if corpus.payers[visit.payer].kind != "medicare":
        return ()
    ordered = sorted(codes)
    pairs = ((one, other) for index, one in enumerate(ordered) for other in ordered[index + 1 :])
    return tuple(
        edit
        for edit in (edit_for_pair(corpus, *pair, visit.date, visit.setting) for pair in pairs)
        if edit
    )


def _not_apart(works: Iterable[CodedService], edit: Edit) -> tuple[CodedService, ...]:
    """Work of column 2 that is not paid beside column 1.

    All of it, or with indicator 1 what is not separate.
    """
    first, second = (
        tuple(work for work in works if work.code == code and not work.excluded)
        for code in (edit.column1, edit.column2)
    )
    if not first:
        return ()
    if edit.indicator == 0:
        return second
    apart = all(work.service.separate for work in first)
    return () if apart else tuple(work for work in second if not work.service.separate)


def _losers(
    corpus: Corpus, visit: Visit, works: tuple[CodedService, ...], edit: Edit
) -> tuple[tuple[CodedService, ...], Reason]:
    """The work an edit takes off.

    Column 2, unless column 1 earns a unit only with the minutes of column 2.
    """
    second = _not_apart(works, edit)
    rest = tuple(work for work in works if work not in second)
    if edit.column1 in codes_in(rest, count_of(corpus, visit, rest).allocations[0]):
        return second, denial(edit)
    first = tuple(work for work in works if work.code == edit.column1)
    text = message("pair-no-unit", column1=edit.column1, column2=edit.column2)
    return first, Reason(text, (_name(edit),), tuple(edit.sources))


def denial(edit: Edit) -> Reason:
    """Why column 2 is not paid, with the date of the table that says so."""
    said = "pair-never" if edit.indicator == 0 else "pair-apart-only"
    text = message(said, column1=edit.column1, column2=edit.column2, table=edit.as_of)
    return Reason(text, (_name(edit),), tuple(edit.sources), edit.confidence)


def _name(edit: Edit) -> str:
    return f"edits/{edit.column1}-{edit.column2}"
