"""Faults of the code itself: not valid, not paid, or not what the visit was."""

from collections.abc import Iterator

from generator.billing.coded_services import NotBilled, base_of, invalid_code_reason
from generator.billing.outcomes import Reason
from generator.billing.review.review_case import Fault, ReviewCase
from generator.billing.select_codes import NEVER_PAID
from generator.billing.written_claims import WrittenLine


def faults(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """Why this code is not paid, or is paid without support; the payer's own rules first."""
    found = list(_by_the_payer(case, line))
    yield from found
    if not found and not case.expected_lines(line.code):
        yield from _unsupported(case, line)


def _by_the_payer(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    payer, day = case.corpus.payers[case.visit.payer], case.visit.date
    other = case.corpus.other_codes.get(line.code)
    if other and other.status == "deleted" and not other.effective.covers(day):
        new = f" Use {' or '.join(other.replaced_by)}." if other.replaced_by else ""
        text = f"{line.code} is no code on {day}; it ended on {other.effective.end}."
        yield Fault(
            "denied",
            Reason(text, (f"codes/{line.code}",), tuple(other.sources)),
            f"Take the line off.{new}",
            "181",
        )
    taught = (
        invalid_code_reason(case.corpus, line.code, day) if line.code in case.corpus.codes else None
    )
    if taught:
        yield Fault(
            "denied",
            taught,
            "Take the line off, and look up what the service was on that day.",
            "181",
        )
        return
    for swap in payer.substitutions:
        if swap.code == line.code and swap.effective.covers(day):
            yield Fault(
                "denied",
                Reason(swap.text, (f"payers/{payer.id}",), tuple(swap.sources)),
                f"Bill {swap.use} instead.",
                "16",
            )
            return
    entry = case.corpus.codes.get(line.code)
    coverage = entry.coverage.get(case.visit.payer) if entry else None
    if coverage and coverage.status in NEVER_PAID and coverage.effective.covers(day):
        reason = Reason(coverage.text, (f"codes/{line.code}",), tuple(coverage.sources))
        yield Fault(
            "denied",
            reason,
            "Take the line off; the service stays in the note.",
            NEVER_PAID[coverage.status],
        )
    elif line.code in payer.not_covered and payer.not_covered[line.code].effective.covers(day):
        fact = payer.not_covered[line.code]
        yield Fault(
            "denied",
            Reason(fact.text, (f"payers/{payer.id}",), tuple(fact.sources)),
            "Take the line off; the service stays in the note.",
            "96",
        )


def _unsupported(case: ReviewCase, line: WrittenLine) -> Iterator[Fault]:
    """The visit does not bill this code.

    Refused, without a unit, unclear, or simply another service.
    """
    left_off = next(
        (
            entry
            for entry in case.result.not_billed
            if entry.code in (line.code, base_of(case.corpus, line.code))
        ),
        None,
    )
    if left_off:
        yield from _left_off(case, left_off)
        return
    for question in case.result.questions:
        if question.service or question.missing == "unit_method":
            text = f"The visit leaves open what is right: {question.reason.text}"
            yield Fault(
                "at-risk",
                Reason(text, question.reason.rests_on, question.reason.sources),
                "Ask before the claim goes out.",
            )
            return
    billed = [entry.code for entry in case.expected if not case.written_units(entry.code)]
    correction = (
        f"The visit bills {', '.join(dict.fromkeys(billed))}; write what was furnished."
        if billed
        else "Take the line off."
    )
    text = (
        f"The visit shows no service that is {line.code}; paid or not, the line states something"
        " else than the note."
    )
    yield Fault("at-risk", Reason(text), correction)


def _left_off(case: ReviewCase, entry: NotBilled) -> Iterator[Fault]:
    pairs = [
        fact.removeprefix("edits/").split("-")[0]
        for fact in entry.reason.rests_on
        if fact.startswith("edits/")
    ]
    if pairs:
        if not any(
            case.written_units(column1) for column1 in pairs
        ):  # else the pair itself says it
            yield Fault(
                "at-risk",
                entry.reason,
                f"Bill {pairs[0]}, the column 1 code of the pair, and leave {entry.code} off.",
            )
    elif case.policy.is_part_b and case.visit.discipline == "chiropractic":
        correction = (
            "Do not bill Medicare for payment. Where a denial is wanted, add GY, and GX with a"
            " voluntary notice."
        )
        yield Fault("denied", entry.reason, correction, "170")
    else:
        yield Fault(
            "at-risk", entry.reason, "Take the line off. Where it was paid, give the payment back."
        )
