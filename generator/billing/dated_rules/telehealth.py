"""Whether Medicare lets a code be performed by telehealth (rules/telehealth).

The practitioner must be allowed, and the code be on the list.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.billing.dated_rules.date_words import day
from generator.billing.dated_rules.example_step import ExampleStep, example_step
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus

ALLOWED = {
    "pt": "Physical therapists",
    "ot": "Occupational therapists",
    "slp": "Speech-language pathologists",
}
RULE = "telehealth"


def telehealth_steps(corpus: Corpus, code: str, discipline: str, on: date) -> Iterator[ExampleStep]:
    """First the practitioner, then the code; the second is asked only where the first allows it."""
    practitioner = _practitioner(corpus, discipline, on)
    yield practitioner
    if practitioner.status == "done":
        yield _code(corpus, code)


def _practitioner(corpus: Corpus, discipline: str, on: date) -> ExampleStep:
    statement = corpus.rules[RULE].statements[0]
    who, end = ALLOWED.get(discipline), statement.effective.end
    if who is None:
        step = example_step(RULE, "not-named")
    elif statement.effective.covers(on):
        step = example_step(RULE, "allowed", who=who, day=day(on))
    else:
        step = example_step(RULE, "ended", day=day(end) if end else "")
    return replace(step, reason=replace(step.reason, sources=tuple(statement.sources)))


def _code(corpus: Corpus, code: str) -> ExampleStep:
    entry, rests_on = corpus.codes[code].telehealth, (f"codes/{code}",)
    if entry is None:
        step = example_step(RULE, "code-unknown", code=code)
        return replace(step, reason=replace(step.reason, rests_on=rests_on))
    certain = entry.status == "on-list" and entry.confidence == "high"
    status = "done" if certain else "late" if entry.status == "not-on-list" else "open"
    text, sources = f"{code}: {entry.text}", tuple(entry.sources)
    return ExampleStep(
        "Code", Reason(text, rests_on, sources, entry.confidence, entry.as_of), status
    )
