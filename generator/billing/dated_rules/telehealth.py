"""Whether Medicare lets a code be furnished by telehealth.

The practitioner must be allowed, and the code be on the list (rules/telehealth).
"""

from collections.abc import Iterator
from datetime import date

from generator.billing.dated_rules.date_words import day
from generator.billing.dated_rules.example_step import ExampleStep
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus

ALLOWED = {
    "pt": "Physical therapists",
    "ot": "Occupational therapists",
    "slp": "Speech-language pathologists",
}
RULE = ("rules/telehealth",)


def telehealth_steps(corpus: Corpus, code: str, discipline: str, on: date) -> Iterator[ExampleStep]:
    """First the practitioner, then the code; the second is asked only where the first allows it."""
    practitioner = _practitioner(corpus, discipline, on)
    yield practitioner
    if practitioner.status == "done":
        yield _code(corpus, code)


def _practitioner(corpus: Corpus, discipline: str, on: date) -> ExampleStep:
    statement = corpus.rules["telehealth"].statements[0]
    who = ALLOWED.get(discipline)
    if who is None:
        text = (
            "Of those who furnish therapy the permission names physical, occupational and speech"
            " therapists only."
        )
        return ExampleStep("Practitioner", Reason(text, RULE, tuple(statement.sources)), "late")
    if not statement.effective.covers(on):
        text = (
            f"The permission that was read ends on {day(statement.effective.end)}. Whether it goes"
            " on is not known here."
        )
        return ExampleStep("Practitioner", Reason(text, RULE, tuple(statement.sources)), "open")
    return ExampleStep(
        "Practitioner",
        Reason(
            f"{who} may furnish telehealth to Medicare patients on {day(on)}.",
            RULE,
            tuple(statement.sources),
        ),
    )


def _code(corpus: Corpus, code: str) -> ExampleStep:
    said = corpus.codes[code].telehealth
    if said is None:
        return ExampleStep(
            "Code",
            Reason(f"Nothing is known here of {code} and the list.", (f"codes/{code}",)),
            "open",
        )
    sure = {"on-list": "done"} if said.confidence == "high" else {}
    status = {**sure, "not-on-list": "late"}.get(said.status, "open")
    return ExampleStep(
        "Code",
        Reason(
            f"{code}: {said.text}",
            (f"codes/{code}",),
            tuple(said.sources),
            said.confidence,
            said.as_of,
        ),
        status,
    )
