"""A service under its code, and why a code cannot be billed or counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.billing.measured_units import amount_of
from generator.billing.reasons import MESSAGES, Reason, explain
from generator.facts.codes import Code, Unit
from generator.facts.corpus import Corpus
from generator.facts.measures import Measure
from generator.facts.visits import Service

SHARED = ("supervised", "group")
UNDIVIDED = ("one-on-one", "constant-attendance")


@dataclass(frozen=True)
class CodedService:
    """One service under one code; an add-on's minutes count under the code it adds to.

    A set after the first of the day (initial_codes.py) is under its add-on itself.
    """

    service: Service
    code: str
    timed: bool
    reasons: tuple[Reason, ...]
    excluded: bool = False
    denied: bool = False
    measure: Measure | None = None
    modifiers: tuple[str, ...] = ()
    taken: int = 0
    """Of its amount, what fills a unit of the set before it."""

    @property
    def amount(self) -> int:
        """Of what a measured code is counted by; 0 for any other code."""
        found = amount_of(self.service, self.measure) if self.measure else None
        return (found or 0) - self.taken

    @property
    def minutes(self) -> int:
        """Minutes of the service; 0 where the note gives none."""
        return self.service.minutes or 0

    @property
    def by_assistant(self) -> bool:
        """Whether an assistant treated."""
        return self.service.by == "assistant"


@dataclass(frozen=True)
class NotBilled:
    """A service that is not on the claim, and why; `code` is None where no code fits at all."""

    code: str | None
    minutes: int | None
    reason: Reason


@dataclass(frozen=True)
class MissingInformation:
    """What must be asked first; `missing` names it, `service` is None where several wait.

    No line of `codes` is billed before it is answered.
    """

    service: str | None
    missing: str
    reason: Reason
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SelectedCodes:
    """Services with a code, in order of codes; those not billed; what must be asked first."""

    coded: tuple[CodedService, ...]
    not_billed: tuple[NotBilled, ...]
    missing: tuple[MissingInformation, ...]


ServicesByCode = Mapping[str, tuple[CodedService, ...]]


def services_by_code(coded: Iterable[CodedService]) -> ServicesByCode:
    """The services of each code, in their order."""
    found: dict[str, list[CodedService]] = {}
    for entry in coded:
        found.setdefault(entry.code, []).append(entry)
    return {code: tuple(entries) for code, entries in found.items()}


def base_of(corpus: Corpus, code: str) -> str:
    """The code that an add-on adds to; any other code is its own base."""
    return corpus.bases.get(code, code)


def code_service(
    corpus: Corpus, day: date, service: Service, code: str, reasons: tuple[Reason, ...]
) -> CodedService | NotBilled | MissingInformation:
    """`service` under `code`, if that is a code on the day and can be counted."""
    base = base_of(corpus, code)
    invalid = invalid_code_reason(corpus, code, day) or invalid_code_reason(corpus, base, day)
    if invalid:
        return NotBilled(code, service.minutes, invalid)
    if base not in corpus.codes:
        return MissingInformation(
            service.id, "unit", explain("code-not-taught", code=code), (code,)
        )
    unit = corpus.codes[base].unit
    if service.minutes == 0:
        return NotBilled(code, 0, explain("no-minute", (f"codes/{base}",)))
    scale = unit.measure_on(day)
    return _not_countable(service, code, base, unit, scale) or CodedService(
        service, base, unit.kind == "timed", reasons, measure=scale
    )


def invalid_code_reason(corpus: Corpus, code: str, day: date) -> Reason | None:
    """Why `code` is none on a date of service: it ended, was replaced, or had not begun."""
    other, taught = corpus.other_codes.get(code), corpus.codes.get(code)
    if other and other.status == "deleted" and not other.effective.covers(day):
        return explain(
            "code-replaced" if other.replaced_by else "code-ended",
            (f"codes/{code}",),
            other.sources,
            code=code,
            day=other.effective.end,
            codes=MESSAGES["or"].join(other.replaced_by),
        )
    return out_of_date(taught, day) if taught else None


def out_of_date(code: Code, day: date) -> Reason | None:
    """That the number was not yet a code on that date of service, or no longer."""
    if code.effective.covers(day):
        return None
    early = code.effective.start and day < code.effective.start
    return explain(
        "code-not-yet" if early else "code-no-more",
        (f"codes/{code.code}",),
        code=code.code,
        day=code.effective.start if early else code.effective.end,
        date=day,
    )


def _not_countable(
    service: Service, code: str, base: str, unit: Unit, scale: Measure | None
) -> NotBilled | MissingInformation | None:
    if unit.kind == "untimed":
        return None
    if service.contact in SHARED and (unit.kind == "timed" or unit.contact in UNDIVIDED):
        group = service.contact == "group"
        name, rests_on = (
            "not-one-on-one-group" if group else "not-one-on-one",
            ("rules/one-on-one-time",),
        )
        why = explain(name, rests_on, code=code, contact=service.contact)
        return NotBilled(code, service.minutes, why)
    note = ("rules/documentation",)
    if scale and amount_of(service, scale) is None:
        what = MESSAGES[f"{scale.of}-what"]
        missing, why = scale.of, explain("measured-missing", note, code=code, what=what)
    elif unit.kind == "timed" and service.minutes is None:
        missing, why = "minutes", explain("minutes-missing", note, code=code, minutes=unit.minutes)
    else:
        return None
    return MissingInformation(service.id, missing, why, (base,))
