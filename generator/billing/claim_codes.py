"""The codes of a whole visit: each service's own, less what a pair edit denies."""

from dataclasses import dataclass

from generator.billing.choosing import choose
from generator.billing.outcomes import Billable, Outcome, Reason
from generator.billing.pairs import edit_on
from generator.corpus import Corpus
from generator.model.registers import Edit
from generator.model.visit import Service, Visit


@dataclass(frozen=True)
class Denied:
    """A code that its pair with another on the claim keeps from being paid."""

    code: str
    reason: Reason


@dataclass(frozen=True)
class ClaimCodes:
    """Codes to claim, codes a pair denies, and each service's own outcome."""

    codes: frozenset[str]
    denied: tuple[Denied, ...]
    outcomes: tuple[tuple[Service, Outcome], ...]


def claim_codes(corpus: Corpus, visit: Visit) -> ClaimCodes:
    """Which codes go on the claim for `visit`, whatever their units."""
    outcomes = tuple((service, choose(corpus, visit, service)) for service in visit.services)
    wanted = {code for _, outcome in outcomes if isinstance(outcome, Billable) for code in outcome.codes}
    separate = {
        code for service, outcome in outcomes if isinstance(outcome, Billable) and service.separate for code in outcome.codes
    }
    denied = tuple(_denials(corpus, visit, wanted, separate))
    return ClaimCodes(frozenset(wanted - {denial.code for denial in denied}), denied, outcomes)


def _denials(corpus: Corpus, visit: Visit, wanted: set[str], separate: set[str]) -> list[Denied]:
    payer = corpus.payers[visit.payer]
    if payer.kind != "medicare":  # other payers run edits of their own, or none: not known here
        return []
    found = []
    for first in sorted(wanted):
        for second in sorted(wanted - {first}):
            edit = edit_on(corpus, first, second, visit.date, visit.setting)
            if edit and not (edit.indicator == 1 and separate & {first, second}):
                found.append(Denied(second, Reason(_denial_text(edit), (f"edits/{first}-{second}",))))
    return found


def _denial_text(edit: Edit) -> str:
    start = f"{edit.column1} and {edit.column2} are an NCCI pair with indicator {edit.indicator}"
    if edit.indicator == 0:
        return f"{start}: {edit.column2} is not paid beside {edit.column1}, and no modifier changes that."
    return f"{start}: {edit.column2} is paid only where the note shows a separate service, and here it does not."
