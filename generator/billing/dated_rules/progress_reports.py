"""When the next progress report is due: at least once in every 10 treatment days (CMS Pub.

100-02, ch. 15, §220.3).
"""

from collections.abc import Iterator
from datetime import date

from generator.billing.dated_rules.date_words import day, days, ordinal
from generator.billing.dated_rules.example_step import ExampleStep
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus

RULE = "progress-report"


def treatment_days_between(corpus: Corpus) -> int:
    """The figure of the rule."""
    return next(
        int(value.amount)
        for value in corpus.rules[RULE].values
        if value.key == "treatment-days-between-reports"
    )


def report_steps(
    corpus: Corpus, treatments: tuple[date, ...], reports: tuple[date, ...]
) -> Iterator[ExampleStep]:
    """What each report, each day on which one fell due, and the last treatment day come to."""
    most, counted, since = treatment_days_between(corpus), 0, "so far"
    for when, is_report in sorted(
        [(when, False) for when in treatments] + [(when, True) for when in reports]
    ):
        if is_report:
            yield _written(when, counted, most)
            counted, since = 0, "since the last report"
            continue
        counted += 1
        if counted == most and when not in reports:
            yield _step(
                when,
                f"The {ordinal(most)} treatment day since the last report or the start: a report is"
                " due by the end of this day.",
                "due",
            )
        elif counted == most + 1:
            yield _step(
                when, f"The {ordinal(counted)} treatment day without a report: it is late.", "late"
            )
    if counted < most:
        text = (
            f"{days(counted).capitalize()} {since}: the next report is due on the"
            f" {ordinal(most - counted)} treatment day from here, however many calendar days pass."
        )
        yield ExampleStep("Next", _reason(text), "open")


def _written(when: date, counted: int, most: int) -> ExampleStep:
    if counted > most:
        return _step(
            when,
            f"A report after {days(counted)}: {days(counted - most)} late. The count starts anew.",
            "late",
        )
    return _step(
        when,
        f"A report after {days(counted)}, within {most}. The count starts anew with the next"
        " treatment.",
        "done",
    )


def _step(when: date, text: str, status: str) -> ExampleStep:
    return ExampleStep(day(when), _reason(text), status)


def _reason(text: str) -> Reason:
    return Reason(text, (f"rules/{RULE}",))
