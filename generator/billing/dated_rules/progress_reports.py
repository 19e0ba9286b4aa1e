"""When the next progress report is due: once in every 10 treatment days at least.

CMS Pub. 100-02, ch. 15, §220.3.
"""

from collections.abc import Iterator
from datetime import date

from generator.billing.dated_rules.date_words import days, ordinal
from generator.billing.dated_rules.example_step import ExampleStep, example_step, known_figure
from generator.facts.corpus import Corpus

RULE = "progress-report"


def report_steps(
    corpus: Corpus, treatments: tuple[date, ...], reports: tuple[date, ...]
) -> Iterator[ExampleStep]:
    """What each report, each day on which one fell due, and the last treatment day come to."""
    most = known_figure(corpus, RULE, "treatment-days-between-reports")
    counted, since = 0, "so far"
    events = [(when, False) for when in treatments] + [(when, True) for when in reports]
    for when, is_report in sorted(events):
        if is_report:
            name = "report-late" if counted > most else "report"
            late = days(counted - most)
            yield example_step(RULE, name, when, days=days(counted), late=late, most=most)
            counted, since = 0, "since the last report"
            continue
        counted += 1
        if counted == most and when not in reports:
            yield example_step(RULE, "due", when, nth=ordinal(most))
        elif counted == most + 1:
            yield example_step(RULE, "late", when, nth=ordinal(counted))
    if counted < most:
        left = ordinal(most - counted)
        text = days(counted).capitalize()
        yield example_step(RULE, "next", days=text, since=since, nth=left)
