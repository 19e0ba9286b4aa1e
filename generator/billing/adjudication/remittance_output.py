"""A remittance as the command prints it: JSON after the 835, or an advice to read.

The JSON is a contract: keys are added, never changed. Amounts are dollars as text.
"""

from collections.abc import Iterator

from generator.billing.adjudication.payer_case import dollars
from generator.billing.adjudication.remittance import (
    LineAdjustment,
    LineRemittance,
    Rejection,
    Remittance,
)
from generator.billing.reasons import Reason, cited, day_text, sources_of
from generator.facts.corpus import Corpus

Json = dict[str, object]
INDENT = "    "


def amount(cents: int) -> str:
    """Cents as '12.05'."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def remittance_json(corpus: Corpus, remittance: Remittance) -> Json:
    """What `rightcode adjudicate --json` prints; a rejected claim has no lines."""
    return {
        "status": "rejected" if remittance.rejections else "adjudicated",
        "payer": remittance.payer,
        "plan": remittance.plan,
        "plan_name": remittance.plan_name,
        "invented": remittance.invented,
        "date": remittance.day.isoformat(),
        "rejections": [_rejection_json(corpus, one) for one in remittance.rejections],
        "lines": [_line_json(corpus, line) for line in remittance.lines],
        "totals": _totals_json(remittance),
        "notes": [note.text for note in remittance.notes],
    }


def _totals_json(remittance: Remittance) -> Json:
    return {
        "billed": amount(remittance.billed),
        "allowed": amount(remittance.allowed),
        "paid": amount(remittance.paid),
        "patient": amount(remittance.patient_share),
        "pending": amount(remittance.pending),
        "adjustments": {code: amount(cents) for code, cents in sorted(remittance.adjusted.items())},
    }


def _line_json(corpus: Corpus, line: LineRemittance) -> Json:
    return {
        "line": line.number,
        "date": line.day.isoformat(),
        "code": line.line.code,
        "units": line.line.units,
        "modifiers": list(line.line.modifiers),
        "status": line.status,
        "billed": amount(line.billed),
        "allowed": amount(line.allowed),
        "paid": amount(line.paid),
        "patient": amount(line.patient_share),
        "pending": amount(line.pending),
        "adjustments": [_adjustment_json(corpus, one) for one in line.adjustments],
        "remarks": list(line.remarks),
        "pricing": [_reason_json(corpus, reason) for reason in line.pricing],
        "questions": [_reason_json(corpus, reason) for reason in line.questions],
    }


def _adjustment_json(corpus: Corpus, one: LineAdjustment) -> Json:
    return {
        "group": one.group,
        "reason": one.carc,
        "amount": amount(one.amount),
        "remarks": list(one.remarks),
        **_reason_json(corpus, one.why),
    }


def _reason_json(corpus: Corpus, reason: Reason) -> Json:
    return {
        "words": reason.text,
        "rests_on": list(reason.rests_on),
        "sources": list(sources_of(corpus, reason)),
    }


def _rejection_json(corpus: Corpus, one: Rejection) -> Json:
    return {
        "name": one.name,
        "item": one.item,
        "line": one.number,
        **_reason_json(corpus, one.why),
    }


def remittance_text(corpus: Corpus, remittance: Remittance) -> str:
    """The remittance advice to read, a line of the claim after the other."""
    return "\n".join(_text(corpus, remittance)) + "\n"


def _text(corpus: Corpus, remittance: Remittance) -> Iterator[str]:
    plan = remittance.plan_name or remittance.payer
    yield f"{plan}, date of service {day_text(remittance.day)}"
    if remittance.invented:
        yield "An invented plan, made up for practice."
    if remittance.rejections:
        yield from _rejected(corpus, remittance)
        return
    for line in remittance.lines:
        yield ""
        yield from _line_text(corpus, line)
    yield ""
    yield from _totals(remittance)
    for note in remittance.notes:
        yield f"Note: {note.text}"


def _rejected(corpus: Corpus, remittance: Remittance) -> Iterator[str]:
    yield "REJECTED: the claim came back before anybody decided about payment. Correct and resend:"
    for one in remittance.rejections:
        where = f"line {one.number}, " if one.number else ""
        yield f"{INDENT}{where}item {one.item}: {cited(corpus, one.why)}"


def _line_text(corpus: Corpus, line: LineRemittance) -> Iterator[str]:
    modifiers = "".join(f"-{modifier}" for modifier in line.line.modifiers)
    units = f"{line.line.units} unit{'' if line.line.units == 1 else 's'}"
    yield f"Line {line.number}: {line.line.code}{modifiers}, {units}, {line.status}"
    yield (
        f"{INDENT}billed {dollars(line.billed)}, allowed {dollars(line.allowed)},"
        f" paid {dollars(line.paid)}, patient {dollars(line.patient_share)}"
    )
    for reason in line.pricing:
        yield f"{INDENT}{cited(corpus, reason)}"
    for one in line.adjustments:
        remarks = f" ({', '.join(one.remarks)})" if one.remarks else ""
        yield f"{INDENT}{one.code}{remarks} {dollars(one.amount)}: {cited(corpus, one.why)}"
    for question in line.questions:
        yield f"{INDENT}Ask first: {cited(corpus, question)}"


def _totals(remittance: Remittance) -> Iterator[str]:
    yield (
        f"Total: billed {dollars(remittance.billed)}, allowed {dollars(remittance.allowed)},"
        f" paid {dollars(remittance.paid)}, patient {dollars(remittance.patient_share)}"
    )
    for code, cents in sorted(remittance.adjusted.items()):
        yield f"{INDENT}{code} {dollars(cents)}"
    if remittance.pending:
        yield f"{INDENT}waiting {dollars(remittance.pending)}"
