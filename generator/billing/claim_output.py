"""Answers of the engine as the commands print them.

The JSON is a contract: keys are added, never changed.
"""

from collections.abc import Iterable
from datetime import date

from generator.billing.append_modifiers import BilledLine
from generator.billing.claim_result import ClaimResult
from generator.billing.claim_review import ClaimReview, ReviewedLine
from generator.billing.data_tables import denial_text
from generator.billing.edit_lookup import (
    certainly_in_force,
    edit_for_pair,
    edit_reason,
    outside_tables,
    pair_outside,
)
from generator.billing.reasons import cited, source_text
from generator.billing.review.review_case import Fault
from generator.billing.unit_calculator import DayUnits
from generator.billing.written_claims import LineLike
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit

Json = dict[str, object]
NO_EDIT: Json = dict.fromkeys(
    ("column1", "column2", "modifier_indicator", "effective", "deleted", "source")
)
NO_FAULT: Json = {
    "verdict": "paid",
    "carc": None,
    "words": "Nothing on this line is against the visit.",
    "fix": None,
    "source": None,
}


def units_json(corpus: Corpus, day: DayUnits) -> Json:
    """What `rightcode units` prints."""
    return {
        "total": day.total,
        "lines": [line_json(line) for line in day.lines],
        "alternatives": [[line_json(line) for line in lines] for lines in day.alternatives],
        "reasons": [cited(corpus, reason) for reason in day.reasons],
    }


def pair_json(corpus: Corpus, one: str, other: str, day: date, setting: str) -> Json | None:
    """Whether two codes are an NCCI pair on a day, as `rightcode edits` prints it.

    Null where the tables read have none; `known` is false where they do not tell. `effective` is
    null where the table gives no first day, `deleted` where it gives no last.
    """
    edit = edit_for_pair(corpus, one, other, day, setting)
    outside = outside_tables(corpus, one, other)
    if edit is None:
        reason = pair_outside(corpus, one, other, outside, day) if outside else None
        return {**NO_EDIT, "known": False, "reason": reason.text} if reason else None
    if certainly_in_force(edit, day):
        return _edit_json(edit)
    reason = edit_reason("pair-unknown", edit, day=day)
    return {**_edit_json(edit), "known": False, "reason": reason.text}


def _edit_json(edit: Edit) -> Json:
    start, end = edit.effective.start, edit.effective.end
    return {
        "column1": str(edit.column1),
        "column2": str(edit.column2),
        "modifier_indicator": edit.indicator,
        "effective": start.isoformat() if start else None,
        "deleted": end.isoformat() if end else None,
        "source": ", ".join(edit.sources),
    }


def claim_json(corpus: Corpus, result: ClaimResult) -> Json:
    """What `rightcode visit` prints."""
    not_billable = [
        {
            "code": entry.code,
            "minutes": entry.minutes,
            "reason": entry.reason.text,
            "source": source_text(corpus, entry.reason),
        }
        for entry in result.not_billed
    ]
    return {
        "lines": _explained(corpus, result.lines),
        "not_billable": not_billable,
        **_open(corpus, result),
    }


def review_json(corpus: Corpus, review: ClaimReview) -> Json:
    """What `rightcode review` prints.

    `carc`, `words`, `fix` and `source` give the gravest fault of a line, `also` the others; null
    where there is none.
    """
    return {
        "lines": [_reviewed_json(corpus, reviewed) for reviewed in review.lines],
        "missing": _explained(corpus, review.missing),
        **_open(corpus, review.result),
    }


def line_json(line: LineLike) -> Json:
    """A claim line without its reasons."""
    return {"code": str(line.code), "units": line.units, "modifiers": list(line.modifiers)}


def _explained(corpus: Corpus, lines: Iterable[BilledLine]) -> list[Json]:
    return [
        {**line_json(line), "reasons": [cited(corpus, reason) for reason in line.reasons]}
        for line in lines
    ]


def _open(corpus: Corpus, result: ClaimResult) -> Json:
    """What to ask and to mind.

    `by_method` gives the claim of each way of counting, where the payer's is not known and they
    differ; else it is empty.
    """
    return {
        "ask": [cited(corpus, question.reason) for question in result.questions],
        "warnings": [cited(corpus, warning) for warning in result.warnings],
        "by_method": {
            name: {
                "lines": _explained(corpus, counted.lines),
                "alternatives": [
                    [line_json(line) for line in lines] for lines in counted.alternatives
                ],
            }
            for name, counted in result.by_method.items()
        },
    }


def _reviewed_json(corpus: Corpus, reviewed: ReviewedLine) -> Json:
    first, *others = [_fault_json(corpus, fault) for fault in reviewed.faults] or [NO_FAULT]
    return {**line_json(reviewed.line), **first, "also": others}


def _fault_json(corpus: Corpus, fault: Fault) -> Json:
    denial = f" {denial_text(fault.carc)}" if fault.carc else ""
    return {
        "verdict": fault.verdict,
        "carc": fault.carc,
        "words": f"{fault.reason.text}{denial}",
        "fix": fault.correction,
        "source": source_text(corpus, fault.reason),
    }
