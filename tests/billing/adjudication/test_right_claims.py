"""The right claim of a question's visit is never rejected, and denied only as it announces."""

from generator.billing.adjudication.adjudicate import adjudicate
from generator.billing.claim import build_claim
from generator.facts.corpus import Corpus
from generator.facts.submissions import ClaimSubmission
from generator.facts.visits import Visit

ANNOUNCED = {"GA", "GZ", "GY"}
FEWEST = 250
"""So many lines of questions are paid by the plans at hand; others wait for what is not known."""


def test_a_right_claim_is_denied_only_as_it_announces(corpus: Corpus) -> None:
    wrong, paid = [], 0
    for visit in _visits(corpus):
        lines = build_claim(corpus, visit).lines
        if not lines:
            continue
        found = adjudicate(corpus, _submitted(visit, lines))
        assert found.rejections == ()
        for line in found.lines:
            paid += line.status == "paid"
            if line.status == "denied" and not ANNOUNCED & set(line.line.modifiers):
                wrong.append(
                    (visit.payer, visit.date, line.line.code, line.adjustments[0].why.text)
                )
    assert wrong == []
    assert paid >= FEWEST


def _visits(corpus: Corpus) -> list[Visit]:
    """The visits of questions that are for one payer and one day."""
    found = []
    for item in corpus.items.values():
        visit, day, payer = (getattr(item, key, None) for key in ("visit", "date", "payer"))
        if visit and day and payer:
            data = visit.model_dump(by_alias=True, exclude_unset=True)
            found.append(Visit.model_validate({**data, "date": day, "payer": payer}))
    return found


def _submitted(visit: Visit, lines: tuple) -> ClaimSubmission:
    written = [
        {"code": one.code, "units": one.units, "modifiers": one.modifiers, "charge": 300}
        for one in lines
    ]
    return ClaimSubmission.model_validate(
        {"visit": visit, "account": {"deductible_met": 300}, "claim": {"lines": written}}
    )
