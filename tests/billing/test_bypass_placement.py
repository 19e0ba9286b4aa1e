"""Since July 1, 2019 Medicare accepts a bypass modifier on either code of an edit."""

import pytest

from generator.billing.bypass_placement import with_bypass_moved
from generator.billing.claim import build_claim
from generator.billing.claim_review import review_claim
from generator.billing.written_claims import WrittenClaim
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from generator.questions.keys import derive_key
from generator.questions.kinds.fill_claim.fill_claim_kind import FillClaim


def visit(payer: str, day: str) -> Visit:
    """Mobilization and one of a group, 97140 and 97150: an edit with indicator 1."""
    services = [
        {"id": "glides", "technique": "joint-mobilization", "purpose": "restore-motion"},
        {"id": "class", "technique": "group-exercise", "contact": "group"},
    ]
    return Visit.model_validate(
        {
            "payer": payer,
            "date": day,
            "discipline": "pt",
            "setting": "practitioner",
            "services": [{**one, "minutes": 20, "separate": True} for one in services],
        }
    )


def moved(corpus: Corpus, payer: str, day: str) -> list[list[str]]:
    """Code and modifiers of each line of each variant."""
    case = visit(payer, day)
    billed = build_claim(corpus, case)
    assert billed.lines
    return [
        [f"{line.code} {' '.join(line.modifiers)}" for line in claim]
        for claim in with_bypass_moved(corpus, case, billed.lines)
    ]


def test_medicare_accepts_the_modifier_on_column_1(corpus):
    (claim,) = moved(corpus, "medicare-part-b", "2026-03-02")
    assert sorted(claim) == ["97140 GP", "97150 59 GP"]


@pytest.mark.parametrize(
    ("payer", "day"), [("medicare-part-b", "2019-06-28"), ("tricare", "2026-03-02")]
)
def test_before_that_day_and_elsewhere_it_belongs_on_column_2(corpus, payer, day):
    assert moved(corpus, payer, day) == []


def test_no_claim_with_a_moved_modifier_is_denied(corpus):
    """Of every claim question: what its key accepts, the review lets pass."""
    items = [item for item in corpus.items.values() if isinstance(item, FillClaim)]
    moved_somewhere = 0
    for item in items:
        case = Visit.model_validate(
            {**item.visit.model_dump(by_alias=True), "payer": item.payer, "date": item.date}
        )
        for claim in with_bypass_moved(corpus, case, build_claim(corpus, case).lines):
            moved_somewhere += 1
            written = WrittenClaim.model_validate(
                {
                    "lines": [
                        {"code": one.code, "units": one.units, "modifiers": one.modifiers}
                        for one in claim
                    ]
                }
            )
            review = review_claim(corpus, case, written)
            assert not [fault for line in review.lines for fault in line.faults], item.id
        assert len(derive_key(corpus, item).right_answers) >= 1
    assert moved_somewhere
