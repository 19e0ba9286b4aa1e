"""Rules of dates and sums that no claim line carries: reports, certification, telehealth, MPPR."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from generator.billing.append_modifiers import BilledLine
from generator.billing.data_tables import read_table
from generator.billing.reasons import Reason, day_text
from generator.facts.base import CodeId, PayerId
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import CertificationExample, RelativeValue

STEPS: Mapping[str, Mapping[str, Any]] = read_table("rule_steps")
CERTIFICATION = "certification"
PROGRESS_REPORT = "progress-report"
ALLOWED = {
    "pt": "Physical therapists",
    "ot": "Occupational therapists",
    "slp": "Speech-language pathologists",
}
TELEHEALTH = "telehealth"


@dataclass(frozen=True)
class ExampleStep:
    """What is so at a step.

    `status` of a dated one is done, due, late or open, of a condition yes, no or ask.
    """

    label: str
    reason: Reason
    status: str = "done"


def example_step(rule: str, name: str, on: date | None = None, **values: object) -> ExampleStep:
    """The step of that name; `on` is its day, where it has one."""
    entry = STEPS[rule][name]
    reason = Reason(entry["text"].format_map(values), (f"rules/{rule}",))
    return ExampleStep(day_text(on) if on else entry["label"], reason, entry["status"])


def known_figure(corpus: Corpus, rule: str, key: str) -> int:
    """A whole number that the rule always gives."""
    value = corpus.figure(rule, key)
    assert value, f"content/rules/{rule}.yaml gives '{key}'"
    return int(value.amount)


def ordinal(number: int) -> str:
    """'1st', '2nd', '11th'."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def days(number: int) -> str:
    """'1 treatment day', 'no treatment days'."""
    return f"{number or 'no'} treatment day{'' if number == 1 else 's'}"


def calendar_days(number: int) -> str:
    """'1 day', '2 days'."""
    return f"{number} day{'' if number == 1 else 's'}"


def certification_steps(corpus: Corpus, example: CertificationExample) -> Iterator[ExampleStep]:
    """The last day of the first certification, what replaces it, and the last day of the next."""
    within = known_figure(corpus, CERTIFICATION, "initial-certification")
    again = known_figure(corpus, CERTIFICATION, "recertification")
    first = example.first_treatment
    due = first + timedelta(days=within)
    yield example_step(CERTIFICATION, "due", due, within=within, first=day_text(first))
    if example.verbal and example.verbal <= due:
        yield from _verbal(corpus, example, example.verbal, due)
    elif example.signed:
        yield _signed(corpus, example.signed, due)
    else:
        exception = _exception(corpus, example)
        yield exception
        if exception.status == "late":
            return
    lasts = min(again, example.duration_days or again)
    yield example_step(CERTIFICATION, "again", first + timedelta(days=lasts), again=again)


def _verbal(
    corpus: Corpus, example: CertificationExample, verbal: date, due: date
) -> Iterator[ExampleStep]:
    """A verbal order in time, and the signature that must follow it."""
    within = known_figure(corpus, CERTIFICATION, "verbal-signature")
    last = verbal + timedelta(days=within)
    yield example_step(CERTIFICATION, "verbal", verbal, within=within)
    if example.signed is None:
        yield example_step(CERTIFICATION, "verbal-open", last)
    elif example.signed <= max(last, due):
        yield example_step(CERTIFICATION, "verbal-signed", example.signed, within=within)
    else:
        yield example_step(CERTIFICATION, "verbal-late", last, within=within)
        yield _signed(corpus, example.signed, due)


def _signed(corpus: Corpus, signed: date, due: date) -> ExampleStep:
    """A signature in time, delayed, or so late that it needs a reason."""
    most = known_figure(corpus, CERTIFICATION, "delayed-without-reason")
    late = (signed - due).days
    name = "signed" if late <= 0 else "delayed" if late <= most else "delayed-reason"
    return example_step(CERTIFICATION, name, signed, days=calendar_days(late), most=most)


def _exception(corpus: Corpus, example: CertificationExample) -> ExampleStep:
    """Without a signature: the order, and proof of sending the plan in time, may replace it."""
    sending = corpus.figure(CERTIFICATION, "plan-sent", example.evaluation)
    if sending is None:
        return example_step(CERTIFICATION, "no-exception")
    if not example.order:
        return example_step(CERTIFICATION, "no-order")
    if example.sent is None:
        return example_step(CERTIFICATION, "no-proof")
    within = int(sending.amount)
    late = (example.sent - example.evaluation).days - within
    name = "sent-late" if late > 0 else "sent"
    return example_step(CERTIFICATION, name, example.sent, days=calendar_days(late), within=within)


def report_steps(
    corpus: Corpus, treatments: tuple[date, ...], reports: tuple[date, ...]
) -> Iterator[ExampleStep]:
    """What each report, each day on which one fell due, and the last treatment day come to."""
    most = known_figure(corpus, PROGRESS_REPORT, "treatment-days-between-reports")
    counted, since = 0, "so far"
    events = [(when, False) for when in treatments] + [(when, True) for when in reports]
    for when, is_report in sorted(events):
        if is_report:
            name = "report-late" if counted > most else "report"
            late = days(counted - most)
            yield example_step(
                PROGRESS_REPORT, name, when, days=days(counted), late=late, most=most
            )
            counted, since = 0, "since the last report"
            continue
        counted += 1
        if counted == most and when not in reports:
            yield example_step(PROGRESS_REPORT, "due", when, nth=ordinal(most))
        elif counted == most + 1:
            yield example_step(PROGRESS_REPORT, "late", when, nth=ordinal(counted))
    if counted < most:
        left = ordinal(most - counted)
        text = days(counted).capitalize()
        yield example_step(PROGRESS_REPORT, "next", days=text, since=since, nth=left)


def telehealth_steps(corpus: Corpus, code: str, discipline: str, on: date) -> Iterator[ExampleStep]:
    """First the practitioner, then the code; the second is asked only where the first allows it."""
    practitioner = _practitioner(corpus, discipline, on)
    yield practitioner
    if practitioner.status == "yes":
        yield _listed_code(corpus, code, on)


def _practitioner(corpus: Corpus, discipline: str, on: date) -> ExampleStep:
    statement = corpus.rules[TELEHEALTH].statements[0]
    who, end = ALLOWED.get(discipline), statement.effective.end
    if who is None:
        step = example_step(TELEHEALTH, "not-named")
    elif statement.effective.covers(on):
        step = example_step(TELEHEALTH, "allowed", who=who, day=day_text(on))
    else:
        step = example_step(TELEHEALTH, "ended", day=day_text(end) if end else "")
    return replace(step, reason=replace(step.reason, sources=tuple(statement.sources)))


def _listed_code(corpus: Corpus, code: str, on: date) -> ExampleStep:
    entry, rests_on = corpus.codes[code].telehealth, (f"codes/{code}",)
    if entry is None or not entry.effective.covers(on):
        step = example_step(TELEHEALTH, "code-unknown", code=code)
        return replace(step, reason=replace(step.reason, rests_on=rests_on))
    certain = entry.status == "on-list" and entry.confidence == "high"
    status = "yes" if certain else "no" if entry.status == "not-on-list" else "ask"
    text, sources = f"{code}: {entry.text}", tuple(entry.sources)
    return ExampleStep(
        "Code", Reason(text, rests_on, sources, entry.confidence, entry.as_of), status
    )


@dataclass(frozen=True)
class UnitValue:
    """One unit before and after the reduction; `practice` is the practice expense after it."""

    code: str
    full: RelativeValue
    practice: Fraction

    @property
    def before(self) -> int:
        """The whole value, in hundredths."""
        return self.full.work + self.full.practice + self.full.malpractice

    @property
    def after(self) -> Fraction:
        """The value with the reduced practice expense, in hundredths."""
        return self.full.work + self.practice + self.full.malpractice


def reduced_units(
    corpus: Corpus,
    payer: str,
    lines: tuple[BilledLine, ...],
    values: Mapping[str, RelativeValue] | Mapping[CodeId, RelativeValue],
) -> tuple[UnitValue, ...]:
    """Every unit of the codes under the reduction, the costliest practice expense first."""
    by_code = {str(code): value for code, value in values.items()}
    units = [
        (line.code, by_code[line.code])
        for line in lines
        for _ in range(line.units)
        if _is_reduced(corpus, payer, line.code)
    ]
    units.sort(key=lambda unit: (-unit[1].practice, unit[0]))
    share = 1 - Fraction(known_figure(corpus, "mppr", "practice-expense-reduction"), 100)
    return tuple(
        UnitValue(code, value, Fraction(value.practice) * (share if place else 1))
        for place, (code, value) in enumerate(units)
    )


def _is_reduced(corpus: Corpus, payer: str, code: str) -> bool:
    entry = corpus.codes[code].coverage.get(PayerId(payer))
    return entry is not None and entry.reduction is True
