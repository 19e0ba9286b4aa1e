"""What `check --as-of` says.

What has gone stale, what ends soon, and the questions that rest on each.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from generator.authoring.finding_formats import format_findings
from generator.facts.corpus import Corpus
from generator.findings import Finding
from generator.questions.freshness import INTERVALS, Review, ending, stale

FEW = 5


def review_report(
    corpus: Corpus, findings: Sequence[Finding], day: date, form: Literal["text", "json", "github"]
) -> str:
    """As text with the first few names of each group.

    As JSON with every name, the findings of the check among it.
    """
    old, soon = stale(corpus, day), ending(corpus, day)
    match form:
        case "json":
            values = {
                "findings": json.loads(format_findings(findings, "json")),
                "as_of": str(day),
                "stale": [_json(entry) for entry in old],
                "ending": [_json(entry) for entry in soon],
            }
            return json.dumps(values, indent=2, ensure_ascii=False)
        case "github":
            return "\n".join(f"::warning title=stale::{_stale(entry)}" for entry in old)
        case _:
            return "\n".join(_text(corpus, day, old, soon))


def _text(
    corpus: Corpus, day: date, old: Sequence[Review], soon: Sequence[Review]
) -> Iterator[str]:
    yield f"Stale on {day}: {_count(corpus, old)}."
    for entry in old:
        yield from (f"  {_stale(entry)}", *_names(entry))
    yield f"Ends within 90 days of {day}: {_count(corpus, soon)}."
    for entry in soon:
        yield from (
            f"  last day {entry.day}: {INTERVALS[entry.sort].title}, {len(entry.facts)} facts",
            *_names(entry),
        )


def _stale(entry: Review) -> str:
    interval = INTERVALS[entry.sort]
    return (
        f"due {entry.day}: {interval.title}, read as of {entry.as_of}, every {interval.months}"
        f" months: {len(entry.facts)} facts"
    )


def _count(corpus: Corpus, entries: Sequence[Review]) -> str:
    facts = sum(len(entry.facts) for entry in entries)
    questions = {name for entry in entries for name in entry.questions}
    return (
        f"{facts} facts, on which {len(questions)} of {len(corpus.items)} questions rest"
        if facts
        else "nothing"
    )


def _names(entry: Review) -> Iterator[str]:
    yield f"    facts: {_few([fact.name for fact in entry.facts])}"
    yield f"    questions: {_few(entry.questions)}"


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - FEW} more (--format json names all)" if len(names) > FEW else ""
    return (", ".join(names[:FEW]) or "none") + more


def _json(entry: Review) -> dict[str, object]:
    facts = [
        {"fact": fact.reference, "slot": fact.slot, "as_of": str(fact.as_of)}
        for fact in entry.facts
    ]
    return {
        "day": str(entry.day),
        "sort": entry.sort,
        "facts": facts,
        "questions": list(entry.questions),
    }
