"""Whether a plan of care is certified in time, and by what (42 CFR 424.24)."""

from collections.abc import Iterator
from datetime import timedelta

from generator.billing.dated_rules.date_words import day
from generator.billing.dated_rules.example_step import (
    ExampleStep,
    example_step,
    figure,
    known_figure,
)
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import CertificationExample

RULE = "certification"


def certification_steps(corpus: Corpus, example: CertificationExample) -> Iterator[ExampleStep]:
    """The last day of the first certification, what replaces it, and the last day of the next."""
    within = known_figure(corpus, RULE, "initial-certification")
    again = known_figure(corpus, RULE, "recertification")
    first = example.first_treatment
    due = first + timedelta(days=within)
    yield example_step(RULE, "due", due, within=within, first=day(first))
    if example.signed:
        late = (example.signed - due).days
        name = "signed-late" if late > 0 else "signed"
        yield example_step(RULE, name, example.signed, days=late)
    else:
        exception = _exception(corpus, example)
        yield exception
        if exception.status == "late":
            return
    yield example_step(RULE, "again", first + timedelta(days=again), again=again)


def _exception(corpus: Corpus, example: CertificationExample) -> ExampleStep:
    """Without a signature: the order, and proof of sending the plan in time, may replace it."""
    within = figure(corpus, RULE, "plan-sent", example.evaluation)
    if within is None:
        return example_step(RULE, "no-exception")
    if not example.order:
        return example_step(RULE, "no-order")
    if example.sent is None:
        return example_step(RULE, "no-proof")
    late = (example.sent - example.evaluation).days - within
    name = "sent-late" if late > 0 else "sent"
    return example_step(RULE, name, example.sent, days=late, within=within)
