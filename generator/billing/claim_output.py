"""Answers of the engine as the commands print them.

The JSON is a contract: keys are added, never changed.
"""

from generator.billing.append_modifiers import BilledLine
from generator.billing.citations_used import cited, source_text
from generator.billing.claim import ClaimResult
from generator.billing.claim_review import ClaimReview, ReviewedLine
from generator.billing.review.denials import denial_text
from generator.billing.review.review_case import Fault
from generator.billing.unit_calculator import DayUnits
from generator.facts.corpus import Corpus
from generator.facts.registers import Edit

Json = dict[str, object]


def units_json(corpus: Corpus, day: DayUnits) -> Json:
    return {
        "total": day.total,
        "lines": [line_json(line) for line in day.lines],
        "alternatives": [[line_json(line) for line in way] for way in day.alternatives],
        "reasons": [cited(corpus, reason) for reason in day.reasons],
    }


def edit_json(edit: Edit | None) -> Json | None:
    """`effective` is null where the table read gives no first day, `deleted` where it gives no last one."""
    if edit is None:
        return None
    start, end = edit.effective.start, edit.effective.end
    return {
        "column1": str(edit.column1),
        "column2": str(edit.column2),
        "modifier_indicator": edit.indicator,
        "effective": start.isoformat() if start else None,
        "deleted": end.isoformat() if end else None,
        "source": ", ".join(edit.sources),
    }


def claim_json(corpus: Corpus, bill: ClaimResult) -> Json:
    return {
        "lines": [
            {**line_json(line), "reasons": [cited(corpus, reason) for reason in line.reasons]}
            for line in bill.lines
        ],
        "not_billable": [
            {
                "code": entry.code,
                "minutes": entry.minutes,
                "reason": entry.reason.text,
                "source": source_text(corpus, entry.reason),
            }
            for entry in bill.not_billed
        ],
        "ask": [cited(corpus, question.reason) for question in bill.questions],
        "warnings": [cited(corpus, warning) for warning in bill.warnings],
    }


def review_json(corpus: Corpus, review: ClaimReview) -> Json:
    """`carc`, `words`, `mend` and `source` tell the gravest fault of a line, `also` the others.

    All null where there is none.
    """
    return {
        "lines": [_judged_json(corpus, judged) for judged in review.lines],
        "missing": [
            {**line_json(line), "reasons": [cited(corpus, reason) for reason in line.reasons]}
            for line in review.missing
        ],
        "ask": [cited(corpus, question.reason) for question in review.result.questions],
        "warnings": [cited(corpus, warning) for warning in review.result.warnings],
    }


def _judged_json(corpus: Corpus, judged: ReviewedLine) -> Json:
    line, told = judged.line, [_fault_json(corpus, fault) for fault in judged.faults]
    first = (
        told[0]
        if told
        else {
            "verdict": "paid",
            "carc": None,
            "words": "Nothing on this line is against the visit.",
            "mend": None,
            "source": None,
        }
    )
    return {
        "code": str(line.code),
        "units": line.units,
        "modifiers": list(line.modifiers),
        **first,
        "also": told[1:],
    }


def _fault_json(corpus: Corpus, fault: Fault) -> Json:
    said = f"{fault.reason.text} {denial_text(fault.carc)}" if fault.carc else fault.reason.text
    return {
        "verdict": fault.verdict,
        "carc": fault.carc,
        "words": said,
        "mend": fault.correction,
        "source": source_text(corpus, fault.reason),
    }


def line_json(line: BilledLine) -> Json:
    return {"code": line.code, "units": line.units, "modifiers": list(line.modifiers)}
