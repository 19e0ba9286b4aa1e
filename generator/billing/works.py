"""The services of a visit, sorted: what may be billed under which code, what may not, what must be asked."""

from dataclasses import dataclass
from datetime import date as Day

from generator.billing.choosing import choose, role_of
from generator.billing.messages import MESSAGES, say
from generator.billing.outcomes import Ask, Billable, NotBillable, Reason
from generator.corpus import Corpus
from generator.model.code import Unit
from generator.model.visit import Service, Visit

SHARED = ("supervised", "group")


@dataclass(frozen=True)
class Work:
    """One service under one code; an add-on's minutes stand under the code it adds to."""

    service: Service
    code: str
    timed: bool
    reasons: tuple[Reason, ...]
    excluded: bool = False

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
class Question:
    """What must be asked before a service can be billed; `missing` names it."""

    service: str | None
    missing: str
    reason: Reason


def sort_service(corpus: Corpus, visit: Visit, service: Service) -> Work | NotBilled | Question:
    """What becomes of one service, before units and the visit's other services are looked at."""
    match choose(corpus, visit, service):
        case Ask(missing, reasons):
            return Question(service.id, missing, reasons[-1])
        case NotBillable(reasons, codes):
            if _denial_is_wanted(visit, service, codes):
                return _work(corpus, visit.date, service, codes[0], reasons, excluded=True)
            return NotBilled(codes[0] if codes else None, service.minutes, reasons[-1])
        case Billable(codes, reasons) if len(codes) > 1:
            text = say("authorities-disagree", codes=MESSAGES["or"].join(codes))
            return Question(service.id, "code", Reason(text, tuple(f"codes/{code}" for code in codes)))
        case Billable(codes, reasons):
            return _work(corpus, visit.date, service, codes[0], reasons)


def base_of(corpus: Corpus, code: str) -> str:
    """The code that an add-on adds to; any other code is its own base."""
    return corpus.bases.get(code, code)


def _denial_is_wanted(visit: Visit, service: Service, codes: tuple[str, ...]) -> bool:
    """A chiropractor's excluded service goes on a claim only to be denied (rules/chiropractic)."""
    return visit.denial_wanted and role_of(visit, service) == "chiropractor" and len(codes) == 1


def _work(
    corpus: Corpus, day: Day, service: Service, code: str, reasons: tuple[Reason, ...], excluded: bool = False
) -> Work | NotBilled | Question:
    base, other = base_of(corpus, code), corpus.other_codes.get(code)
    if other and other.status == "deleted" and not other.effective.covers(day):
        said = "code-replaced" if other.replaced_by else "code-ended"
        text = say(said, code=code, day=other.effective.end, codes=MESSAGES["or"].join(other.replaced_by))
        return NotBilled(code, service.minutes, Reason(text, (f"codes/{code}",), tuple(other.sources)))
    if base not in corpus.codes:
        return Question(service.id, "unit", Reason(say("code-not-taught", code=code)))
    unit = corpus.codes[base].unit
    if service.minutes == 0:
        return NotBilled(code, 0, Reason(say("no-minute"), (f"codes/{base}",)))
    if unit.kind == "timed":
        problem = _not_countable(service, code, unit)
        if problem:
            return problem
    return Work(service, base, unit.kind == "timed", reasons, excluded)


def _not_countable(service: Service, code: str, unit: Unit) -> NotBilled | Question | None:
    """Why the minutes of a timed code do not count: none given, or not one-on-one."""
    if service.contact in SHARED:
        said = "not-one-on-one-group" if service.contact == "group" else "not-one-on-one"
        text = say(said, code=code, contact=service.contact)
        return NotBilled(code, service.minutes, Reason(text, ("rules/one-on-one-time",)))
    if service.minutes is None:
        text = say("minutes-missing", code=code, minutes=unit.minutes)
        return Question(service.id, "minutes", Reason(text, ("rules/documentation",)))
    return None
