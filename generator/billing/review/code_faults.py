"""Faults of the code itself: not valid, not paid, or not what the visit was."""

from collections.abc import Iterator
from dataclasses import replace

from generator.billing.coded_services import NotBilled, base_of, invalid_code_reason
from generator.billing.outcomes import Reason
from generator.billing.review.review_case import Fault, ReviewCase, fault
from generator.billing.select_codes import NEVER_PAID
from generator.billing.written_claims import WrittenLine
from generator.facts.base import Fact


def code_faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Why this code is not paid, or is paid without support; the payer's own rules first."""
    found = [*_deleted(case, line), *_not_paid(case, line)]
    yield from found
    if not found and not case.expected_lines(line.code):
        yield from _unsupported(case, line)


def _deleted(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    other, day = case.corpus.other_codes.get(line.code), case.visit.date
    if other and other.status == "deleted" and not other.effective.covers(day):
        yield fault(
            "code-replaced" if other.replaced_by else "code-ended",
            (f"codes/{line.code}",),
            other.sources,
            code=line.code,
            day=day,
            end=other.effective.end,
            codes=" or ".join(other.replaced_by),
        )


def _not_paid(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """The first reason for which the payer does not pay the code that day."""
    payer, day, code = case.corpus.payers[case.visit.payer], case.visit.date, line.code
    entry = case.corpus.codes.get(code)
    invalid = invalid_code_reason(case.corpus, code, day) if entry else None
    swaps = (swap for swap in payer.substitutions if swap.code == code)
    swap = next((swap for swap in swaps if swap.effective.covers(day)), None)
    coverage = entry.coverage.get(case.visit.payer) if entry else None
    excluded = payer.not_covered.get(code)
    if invalid:
        yield fault("code-not-valid", invalid)
    elif swap:
        yield fault("code-substituted", _quoted(f"payers/{payer.id}", swap), code=swap.use)
    elif coverage and coverage.status in NEVER_PAID and coverage.effective.covers(day):
        found = fault("code-never-paid", _quoted(f"codes/{code}", coverage))
        yield replace(found, carc=NEVER_PAID[coverage.status])
    elif excluded and excluded.effective.covers(day):
        yield fault("code-never-paid", _quoted(f"payers/{payer.id}", excluded))


def _quoted(reference: str, fact: Fact) -> Reason:
    return Reason(fact.text, (reference,), tuple(fact.sources))


def _unsupported(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """The visit does not bill this code: refused, without a unit, unclear, or another service."""
    codes = (line.code, base_of(case.corpus, line.code))
    for entry in case.result.not_billed:
        if entry.code in codes:
            yield from _not_billed(case, entry)
            return
    for question in case.result.questions:
        if question.service or question.missing == "unit_method":
            why = question.reason
            yield fault("visit-open", why.rests_on, why.sources, question=why.text)
            return
    billed = (entry.code for entry in case.expected if not case.written_units(entry.code))
    codes_billed = ", ".join(dict.fromkeys(billed))
    name = "other-service" if codes_billed else "no-service"
    yield fault(name, code=line.code, billed=codes_billed)


def _not_billed(case: ReviewCase, entry: NotBilled) -> Iterator[Fault]:
    edits = [fact for fact in entry.reason.rests_on if fact.startswith("edits/")]
    columns1 = [edit.removeprefix("edits/").split("-")[0] for edit in edits]
    if columns1:
        if not any(map(case.written_units, columns1)):  # else the edit itself says it
            yield fault("denied-by-edit", entry.reason, column1=columns1[0], code=entry.code)
    elif case.policy.is_part_b and case.visit.discipline == "chiropractic":
        yield fault("chiropractor", entry.reason)
    else:
        yield fault("not-billed", entry.reason)
