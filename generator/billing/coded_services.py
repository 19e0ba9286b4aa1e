"""The services of a visit, sorted.

What may be billed under which code, what may not, what must be asked.
"""

from dataclasses import dataclass
from datetime import date as Day

from generator.billing.measured_units import amount_of
from generator.billing.messages import MESSAGES, message
from generator.billing.outcomes import Ask, Billable, NotBillable, Reason
from generator.billing.select_codes import out_of_date, role_of, select_code
from generator.facts.codes import Measure, Unit
from generator.facts.corpus import Corpus
from generator.facts.visits import Service, Visit

SHARED = ("supervised", "group")
UNDIVIDED = ("one-on-one", "constant-attendance")


@dataclass(frozen=True)
class CodedService:
    """One service under one code; an add-on's minutes stand under the code it adds to."""

    service: Service
    code: str
    timed: bool
    reasons: tuple[Reason, ...]
    excluded: bool = False
    measure: Measure | None = None

    @property
    def amount(self) -> int:
        """Of what a measured code is counted by; 0 for any other code."""
        return amount_of(self.service, self.measure) or 0 if self.measure else 0

    @property
    def minutes(self) -> int:
        return self.service.minutes or 0

    @property
    def by_assistant(self) -> bool:
        return self.service.by == "assistant"


@dataclass(frozen=True)
class NotBilled:
    """Work that stays off the claim, and why. `code` is None where no code fits at all."""

    code: str | None
    minutes: int | None
    reason: Reason


@dataclass(frozen=True)
class MissingInformation:
    """What must be asked before a service can be billed; `missing` names it."""

    service: str | None
    missing: str
    reason: Reason


def code_service(
    corpus: Corpus, visit: Visit, service: Service
) -> CodedService | NotBilled | MissingInformation:
    """What becomes of one service, before units and the visit's other services are looked at."""
    match select_code(corpus, visit, service):
        case Ask(missing, reasons):
            return MissingInformation(service.id, missing, reasons[-1])
        case NotBillable(reasons, codes):
            if _denial_is_wanted(visit, service, codes):
                return _work(corpus, visit.date, service, codes[0], reasons, excluded=True)
            return NotBilled(codes[0] if codes else None, service.minutes, reasons[-1])
        case Billable(codes, reasons) if len(codes) > 1:
            text = message("authorities-disagree", codes=MESSAGES["or"].join(codes))
            return MissingInformation(
                service.id, "code", Reason(text, tuple(f"codes/{code}" for code in codes))
            )
        case Billable(codes, reasons):
            return _work(corpus, visit.date, service, codes[0], reasons)


def base_of(corpus: Corpus, code: str) -> str:
    """The code that an add-on adds to; any other code is its own base."""
    return corpus.bases.get(code, code)


def _denial_is_wanted(visit: Visit, service: Service, codes: tuple[str, ...]) -> bool:
    """A chiropractor's excluded service goes on a claim only to be denied (rules/chiropractic)."""
    return visit.denial_wanted and role_of(visit, service) == "chiropractor" and len(codes) == 1


def _work(
    corpus: Corpus,
    day: Day,
    service: Service,
    code: str,
    reasons: tuple[Reason, ...],
    excluded: bool = False,
) -> CodedService | NotBilled | MissingInformation:
    base = base_of(corpus, code)
    refusal = invalid_code_reason(corpus, code, day) or invalid_code_reason(corpus, base, day)
    if refusal:
        return NotBilled(code, service.minutes, refusal)
    if base not in corpus.codes:
        return MissingInformation(service.id, "unit", Reason(message("code-not-taught", code=code)))
    unit = corpus.codes[base].unit
    if service.minutes == 0:
        return NotBilled(code, 0, Reason(message("no-minute"), (f"codes/{base}",)))
    problem = _not_countable(service, code, unit)
    return problem or CodedService(
        service, base, unit.kind == "timed", reasons, excluded, unit.measure
    )


def invalid_code_reason(corpus: Corpus, code: str, day: Day) -> Reason | None:
    """Why `code` is none on a date of service: it ended, was replaced, or had not begun."""
    other, taught = corpus.other_codes.get(code), corpus.codes.get(code)
    if other and other.status == "deleted" and not other.effective.covers(day):
        said = "code-replaced" if other.replaced_by else "code-ended"
        text = message(
            said, code=code, day=other.effective.end, codes=MESSAGES["or"].join(other.replaced_by)
        )
        return Reason(text, (f"codes/{code}",), tuple(other.sources))
    if taught and not taught.effective.covers(day):
        return Reason(out_of_date(taught, day), (f"codes/{code}",))
    return None


def _not_countable(
    service: Service, code: str, unit: Unit
) -> NotBilled | MissingInformation | None:
    """Why a code that counts minutes or an amount cannot be counted.

    None given, or not one-on-one.
    """
    if unit.kind == "untimed":
        return None
    if service.contact in SHARED and (unit.kind == "timed" or unit.contact in UNDIVIDED):
        said = "not-one-on-one-group" if service.contact == "group" else "not-one-on-one"
        text = message(said, code=code, contact=service.contact)
        return NotBilled(code, service.minutes, Reason(text, ("rules/one-on-one-time",)))
    if unit.measure and amount_of(service, unit.measure) is None:
        text = message("measured-missing", code=code, what=MESSAGES[f"{unit.measure.of}-what"])
        return MissingInformation(
            service.id, unit.measure.of, Reason(text, ("rules/documentation",))
        )
    if unit.kind == "timed" and service.minutes is None:
        text = message("minutes-missing", code=code, minutes=unit.minutes)
        return MissingInformation(service.id, "minutes", Reason(text, ("rules/documentation",)))
    return None
