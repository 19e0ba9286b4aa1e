"""Worked claims with their remittances, and the plans and fee schedules they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.billing.adjudication.adjudicate import adjudicate, plan_of
from generator.billing.adjudication.payer_case import dollars, reason_codes, remark_codes
from generator.billing.adjudication.remittance import LineRemittance, Remittance
from generator.billing.adjudication.submission_output import submission_json
from generator.billing.reasons import Reason
from generator.facts.corpus import Corpus
from generator.facts.plans import PayerPlan
from generator.facts.submissions import WorkedClaim
from generator.pages.page import Page
from generator.pages.tool_links import REMITTANCE, beside_tools

STATUS = {"paid": "Paid", "denied": "Denied", "pended": "Waiting"}


@dataclass(frozen=True)
class RemittanceView:
    """A worked claim, its answer, and the cells of its table."""

    example: WorkedClaim
    remittance: Remittance
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    by_code: tuple[tuple[str, str], ...]


def remittance_page(corpus: Corpus) -> Iterator[Page]:
    """Nothing where no claim is worked."""
    if not corpus.worked_claims:
        return
    worked = tuple(_view(corpus, one) for one in corpus.worked_claims.values())
    view = {
        "worked": worked,
        "plans": tuple((plan, _terms(plan)) for plan in corpus.plans.values()),
        "schedules": tuple(corpus.fee_schedules.values()),
        "status": STATUS,
        "code_ids": _code_ids(corpus),
        "dollars": dollars,
        "to_send": _to_send(corpus),
    }
    yield Page.of(
        REMITTANCE,
        "remittance",
        view,
        element="remittance",
        **beside_tools(corpus),
    )


def _to_send(corpus: Corpus) -> dict[str, object]:
    """What a reader's own claim starts from, and the pages of the codes that may come back."""
    named = (plan_of(corpus, one.submission) for one in corpus.worked_claims.values())
    claims = [
        {
            "id": one.id,
            "title": one.title,
            "note": one.note,
            "plan": plan.id,
            "planName": plan.name,
            "submission": submission_json(one.submission),
        }
        for one, plan in zip(corpus.worked_claims.values(), named, strict=True)
        if plan
    ]
    given, ids = (*reason_codes(), *remark_codes()), _code_ids(corpus)
    return {"claims": claims, "denials": {code: ids[code] for code in given if code in ids}}


def _code_ids(corpus: Corpus) -> dict[str, str]:
    """The pages of reason and remark codes, by every spelling: CO-97, N362."""
    adjustments = corpus.adjustments.values()
    return {spelling: one.id for one in adjustments for spelling in one.spellings}


def _terms(plan: PayerPlan) -> tuple[Reason, ...]:
    """What somebody else says of the plan; an invented plan's own words are its description."""
    return tuple(
        Reason(one.text, (f"plans/{plan.id}",), tuple(one.sources), as_of=one.as_of)
        for one in plan.figures
        if one.sources
    )


def _view(corpus: Corpus, example: WorkedClaim) -> RemittanceView:
    found = adjudicate(corpus, example.submission)
    by_code = tuple((code, dollars(cents)) for code, cents in sorted(found.adjusted.items()))
    paid = sum(line.status == "paid" for line in found.lines)
    totals = ("Total", f"{paid} of {len(found.lines)} paid", *_amounts(found))
    return RemittanceView(example, found, tuple(map(_row, found.lines)), totals, by_code)


def _row(line: LineRemittance) -> tuple[str, ...]:
    written = " ".join((line.line.code, *line.line.modifiers))
    return f"{written} × {line.line.units}", STATUS[line.status], *_amounts(line)


def _amounts(one: LineRemittance | Remittance) -> tuple[str, ...]:
    return tuple(map(dollars, (one.billed, one.allowed, one.paid, one.patient_share)))
