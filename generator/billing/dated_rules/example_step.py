"""One step of a worked example: when or for what, and what is so (data/rule_steps.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.billing.data_tables import read_table
from generator.billing.dated_rules.date_words import day
from generator.billing.outcomes import Reason
from generator.facts.corpus import Corpus

STEPS: Mapping[str, Mapping[str, Any]] = read_table("rule_steps")


@dataclass(frozen=True)
class ExampleStep:
    """What is so at a step; `status` is done, due, late or open."""

    label: str
    reason: Reason
    status: str = "done"


def example_step(rule: str, name: str, on: date | None = None, **values: object) -> ExampleStep:
    """The step of that name; `on` is its day, where it has one."""
    entry = STEPS[rule][name]
    reason = Reason(entry["text"].format_map(values), (f"rules/{rule}",))
    return ExampleStep(day(on) if on else entry["label"], reason, entry["status"])


def figure(corpus: Corpus, rule: str, key: str, on: date | None = None) -> int | None:
    """A whole number of a rule, in effect on a day or at any time; None where it is not known."""
    values = (value for value in corpus.rules[rule].values if value.key == key)
    return next(
        (int(value.amount) for value in values if on is None or value.effective.covers(on)), None
    )


def known_figure(corpus: Corpus, rule: str, key: str) -> int:
    """A whole number that the rule always gives."""
    number = figure(corpus, rule, key)
    assert number is not None, f"content/rules/{rule}.yaml gives '{key}'"
    return number
