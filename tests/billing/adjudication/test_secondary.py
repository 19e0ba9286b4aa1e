"""What a plan pays second: OA-23, its own benefit, at most what the first payer left."""

from collections import Counter
from itertools import permutations

import pytest

from generator.billing.adjudication.remittance import Remittance
from generator.facts.corpus import Corpus
from generator.facts.plans import PayerPlan
from tests.billing.adjudication.conftest import Json, answered, line, statuses

PPO = {
    "payer": "commercial",
    "plan": "example-ppo",
    "visit_number": 2,
    "used_this_year": {"pt": 1, "ot": 0},
}


def second(facts: Corpus, *lines: tuple[str, float, float, float], **claim: float) -> Remittance:
    """The PPO's answer to lines of a charge, what was paid first, and what was left."""
    sent: list[Json] = [
        line(text, charge, primary={"paid": paid, "patient": left})
        for text, charge, paid, left in lines
    ]
    paid = round(sum(paid for _, _, paid, _ in lines), 2)
    return answered(facts, *sent, claim={"secondary": True, "primary_paid": paid, **claim}, **PPO)


def amounts(found: Remittance) -> list[dict[str, int]]:
    return [{one.code: one.amount for one in line.adjustments} for line in found.lines]


@pytest.mark.parametrize(
    ("charge", "paid", "left", "wanted", "pays"),
    [
        # The plan allows $38 and takes a copay of $30: $8 of its own.
        (100, 20, 5, {"OA-23": 9500}, 500),
        (100, 20, 8, {"OA-23": 9200}, 800),
        (100, 20, 20, {"OA-23": 8000, "PR-3": 1200}, 800),
        (100, 20, 38, {"OA-23": 6200, "PR-3": 3000}, 800),
        (100, 0, 60, {"OA-23": 4000, "CO-45": 2200, "PR-3": 3000}, 800),
        (100, 0, 100, {"CO-45": 6200, "PR-3": 3000}, 800),
        (100, 40, 0, {"OA-23": 10000}, 0),
    ],
)
def test_a_line_is_paid_up_to_what_was_left(
    facts: Corpus, charge: float, paid: float, left: float, wanted: dict[str, int], pays: int
) -> None:
    found = second(facts, ("97110x1 GP", charge, paid, left))
    assert (amounts(found), found.paid) == ([wanted], pays)
    assert found.billed == found.paid + sum(found.adjusted.values())
    assert found.patient_share + found.paid <= left * 100


def test_a_share_that_is_cut_says_what_is_open(facts: Corpus) -> None:
    found = second(facts, ("97110x1 GP", 100, 20, 20))
    first, copay = found.lines[0].adjustments
    assert "paid $20.00 and left $20.00 to the patient" in first.why.text
    assert "at most what the first payer left" in first.why.text
    assert copay.why.text.endswith("After both payers, $12.00 of it is open.")


def test_the_order_of_lines_does_not_matter(facts: Corpus) -> None:
    lines = [("97110x2 GP", 90, 30, 25), ("97140x1 GP", 60, 0, 36), ("97530x1 GP", 70, 55, 4.5)]
    answers = [second(facts, *(lines[at] for at in order)) for order in permutations(range(3))]
    seen = Counter((found.paid, tuple(sorted(found.adjusted.items()))) for found in answers)
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("claim", "question"),
    [
        ({"primary_paid": 21}, "The first payer paid $21.00 by the claim, and $20.00 by its lines"),
        ({"primary_paid": 20}, ""),
    ],
)
def test_claim_and_lines_agree_on_what_was_paid(
    facts: Corpus, claim: dict[str, float], question: str
) -> None:
    found = second(facts, ("97110x1 GP", 100, 20, 20), **claim)
    assert [one.text for line in found.lines for one in line.questions if question] == (
        [f"{question}. One of the two is wrong."] if question else []
    )


@pytest.mark.parametrize("primary", [None, {"paid": 60, "patient": 41}])
def test_a_line_without_what_was_paid_first_waits(facts: Corpus, primary: Json | None) -> None:
    sent = line("97110x1 GP", primary=primary)
    claim = {"secondary": True, "primary_paid": primary["paid"] if primary else 0}
    assert statuses(answered(facts, sent, claim=claim, **PPO)) == ["pended"]


def test_a_denied_line_stays_denied(facts: Corpus) -> None:
    found = second(facts, ("97010x1 GP", 20, 0, 20), ("97110x1 GP", 100, 20, 20))
    assert statuses(found) == ["denied", "paid"]


def test_a_plan_that_pays_first_reads_none_of_it(facts: Corpus) -> None:
    told = answered(facts, line("97110x1 GP", primary={"paid": 20, "patient": 20}), **PPO)
    assert amounts(told) == [{"CO-45": 6200, "PR-3": 3000}]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"invented": False}, "how a real plan coordinates"),
        (
            {"figures": [{"key": "sequestration", "amount": 2, "unit": "percent", "text": "Cut."}]},
            "no cuts of its own payment",
        ),
    ],
)
def test_only_an_invented_plan_without_cuts_coordinates(change: Json, message: str) -> None:
    plan: Json = {
        "id": "made-up",
        "name": "Made up",
        "payer": "commercial",
        "invented": True,
        "text": "Invented.",
        "rates": {"fees": {"97110": 40}},
        "coordination": {"text": "It pays second."},
    }
    with pytest.raises(ValueError, match=message):
        PayerPlan.model_validate({**plan, **change})
