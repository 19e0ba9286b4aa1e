"""Whether a plan of care is certified in time, and by what (42 CFR 424.24)."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.billing.dated_rules.date_words import day
from generator.billing.dated_rules.example_step import ExampleStep, StepStatus
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus
from generator.facts.rule_examples import CertificationExample

RULE = "certification"


def certification_steps(corpus: Corpus, told: CertificationExample) -> Iterator[ExampleStep]:
    """The last day for the first certification, what stands in for it, and the last day for the next one."""
    within, again = _days(corpus, "initial-certification"), _days(corpus, "recertification")
    due = told.first_treatment + timedelta(days=within)
    yield _step(
        day(due),
        f"The last day for the first certification: {within} days from the first treatment on"
        f" {day(told.first_treatment)}.",
        "due",
    )
    found = (
        _signature(told, due)
        if told.signed
        else _exception(told, _exception_on(corpus, told.evaluation))
    )
    yield found
    if found.status == "late" and not told.signed:
        return
    later = told.first_treatment + timedelta(days=again)
    text = (
        f"At the latest the plan is certified again, with a signature: {again} days, counted here"
        " from the first treatment, the earliest day to count from."
    )
    yield _step(day(later), text, "open")


def _signature(told: CertificationExample, due: date) -> ExampleStep:
    assert told.signed, "only a signed plan has a signature to judge"
    if told.signed <= due:
        return _step(
            day(told.signed),
            "The plan is signed within the days allowed, and so certified.",
            "done",
        )
    return _step(
        day(told.signed),
        f"The signature comes {(told.signed - due).days} days late. Ask the Medicare contractor"
        " what it takes for a late one.",
        "late",
    )


def _exception(told: CertificationExample, within: int | None) -> ExampleStep:
    """Without a signature.

    The order and the proof of sending `within` days may stand in, on the days for which the rule
    says so.
    """
    if within is None:
        return _step(
            "No signature",
            "At the time of this evaluation nothing stood in for the signature: the plan is not"
            " certified.",
            "late",
        )
    last = told.evaluation + timedelta(days=within)
    if not told.order:
        return _step(
            "No signature",
            "The patient came without an order, so nothing stands in for the signature: the plan is"
            " not certified.",
            "late",
        )
    if told.sent is None:
        return _step(
            "No signature",
            "There is an order, but no proof that the plan was sent: the plan is not certified.",
            "late",
        )
    if told.sent > last:
        return _step(
            day(told.sent),
            f"The plan was sent {(told.sent - last).days} days too late: the order does not stand"
            " in for the signature.",
            "late",
        )
    text = (
        f"The plan was sent within {within} days of the evaluation and a signed order is on file:"
        " together they replace the first signature."
    )
    return _step(day(told.sent), text, "done")


def _days(corpus: Corpus, key: str) -> int:
    return next(int(value.amount) for value in corpus.rules[RULE].values if value.key == key)


def _exception_on(corpus: Corpus, evaluation: date) -> int | None:
    """Days within which the plan must be sent, where the exception held at the evaluation."""
    values = corpus.rules[RULE].values
    return next(
        (
            int(value.amount)
            for value in values
            if value.key == "plan-sent" and value.effective.covers(evaluation)
        ),
        None,
    )


def _step(label: str, text: str, status: StepStatus) -> ExampleStep:
    return ExampleStep(label, Reason(text, (f"rules/{RULE}",)), status)
