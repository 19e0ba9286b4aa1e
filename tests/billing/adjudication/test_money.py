"""Amounts: CMS's own examples, the formula, and each share to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from generator.billing.adjudication.payer_case import NumberedLine
from generator.billing.adjudication.pricing import UnitPrice, part_of
from generator.billing.adjudication.reduction import line_prices
from generator.billing.reasons import Reason
from generator.facts.corpus import Corpus
from generator.facts.submissions import SubmittedLine
from tests.billing.adjudication.conftest import answered, cents, line
from tests.billing.adjudication.plans import with_fee

DAY = date(2026, 3, 2)
ONE_VISIT = {
    "payer": "commercial",
    "plan": "example-ppo",
    "visit_number": 2,
    "used_this_year": {"pt": 1, "ot": 0},
}


def numbered(number: int, code: str, units: int) -> NumberedLine:
    written = {"code": code, "units": units, "modifiers": ["GP"], "charge": 100}
    return NumberedLine(number, SubmittedLine.model_validate(written), DAY)


@pytest.mark.parametrize(("percent", "total"), [(25, 5150), (50, 4700)])
def test_cms_example_of_the_reduction(percent: int, total: int) -> None:
    """Change Request 7050: procedure 1 twice (work 7, practice expense 10, malpractice 1).

    Beside procedure 2 (11, 8 and 1). Without the reduction $56; cut by 25 percent $51.50. At the 50
    percent in force since April 2013 the same example comes to $47.
    """
    share = Decimal(100 - percent) / 100
    first = UnitPrice(1800, 800 + int(1000 * share), (1000, 1800), Reason(""))
    second = UnitPrice(2000, 1200 + int(800 * share), (800, 2000), Reason(""))
    found = line_prices([(numbered(1, "97110", 2), first), (numbered(2, "97140", 1), second)])
    assert sum(one.full for one in found.values()) == 5600
    assert sum(one.reduced for one in found.values()) == total


def test_of_equal_practice_expense_the_higher_price_is_paid_in_full() -> None:
    """Novitas, from CMS: services with the same value are ranked by the whole amount."""
    low = UnitPrice(2000, 1500, (1000, 2000), Reason(""))
    high = UnitPrice(2500, 2000, (1000, 2500), Reason(""))
    found = line_prices([(numbered(1, "97110", 1), low), (numbered(2, "97140", 1), high)])
    assert [found[1].reduced, found[2].reduced] == [1500, 2500]


def test_cms_example_of_sequestration(facts: Corpus) -> None:
    """$100 approved, $50 to the deductible: coinsurance $10, payment $39.20 instead of $40."""
    found = answered(
        with_fee(facts, "97110", 100, deductible=50, coinsurance=20, sequestration=2),
        line("97110x1", 100),
        account={"deductible_met": 0},
        payer="commercial",
        plan="made-up",
    )
    assert cents(found.lines[0]) == {"deductible": 5000, "coinsurance": 1000, "sequestration": 80}
    assert found.paid == 3920 and found.patient_share == 6000


def test_the_formula_of_2026_and_each_factor(facts: Corpus) -> None:
    (one,) = answered(facts, line("97110x1 GP", 50)).lines
    assert one.pricing[0].text == (
        "97110: (work 0.45 × 1 + practice expense 0.41 × 1 + malpractice 0.01 × 1) × $33.4009 ="
        " $29.06 for one unit."
    )
    assert "cms-pfs-2026a" in one.pricing[0].sources
    assert cents(one) == {"contract": 2094, "coinsurance": 581, "sequestration": 47}
    assert (one.allowed, one.paid, one.patient_share) == (2906, 2278, 581)


@pytest.mark.parametrize(("day", "allowed"), [("2024-03-08", 2881), ("2024-03-09", 2929)])
def test_the_conversion_factor_of_2024_changed_in_march(
    facts: Corpus, day: str, allowed: int
) -> None:
    found = answered(facts, "97110x1 GP", date=day, account={"deductible_met": 240})
    assert found.allowed == allowed


def test_a_locality_has_its_own_indices(facts: Corpus) -> None:
    plan = "medicare-part-b-manhattan"
    found = answered(
        facts, "97110x1 GP", date="2024-07-01", plan=plan, account={"deductible_met": 240}
    )
    assert found.allowed == 3281  # (0.45 × 1.065 + 0.42 × 1.166 + 0.01 × 1.656) × 33.2875
    assert "practice expense 0.42 × 1.166" in found.lines[0].pricing[0].text


def test_an_assistant_lowers_the_payment_and_not_the_coinsurance(facts: Corpus) -> None:
    """CMS: 85 percent of the payment; with the patient's 20 percent the provider gets 88."""
    therapist, assistant = (
        answered(facts, line(text, 200)).lines[0] for text in ("97110x1 GP", "97110x1 GP CQ")
    )
    assert therapist.patient_share == assistant.patient_share == 581
    assert cents(assistant)["assistant"] == part_of(2906 - 581, Decimal(15)) == 349
    assert assistant.remarks == ("N851",)
    before_sequestration = assistant.paid + cents(assistant)["sequestration"]
    assert round((before_sequestration + 581) / 2906, 3) == 0.88


def test_the_deductible_takes_from_the_line_that_allows_most(facts: Corpus) -> None:
    found = answered(facts, "97140x1 GP", "97530x2 GP", account={"deductible_met": 263})
    assert [cents(one).get("deductible", 0) for one in found.lines] == [0, 2000]


def test_a_charge_below_the_price_is_all_that_is_allowed(facts: Corpus) -> None:
    (one,) = answered(facts, line("97110x1 GP", 20)).lines
    assert one.allowed == 2000 and "contract" not in cents(one)


def test_a_copay_is_taken_once_a_visit(facts: Corpus) -> None:
    found = answered(facts, "97035x1 GP", "97110x2 GP", **ONE_VISIT)
    assert [cents(one).get("copay", 0) for one in found.lines] == [0, 3000]
    assert found.invented and found.patient_share == 3000
    assert found.allowed == 1600 + 7600 and found.paid == 1600 + 4600


def test_a_copay_goes_on_to_the_next_line(facts: Corpus) -> None:
    found = answered(facts, "97035x1 GP", "97012x1 GP", **ONE_VISIT)
    assert [cents(one).get("copay", 0) for one in found.lines] == [1200, 1800]
    assert found.paid == 400


def test_a_plan_may_allow_a_percentage_of_medicare(facts: Corpus) -> None:
    found = answered(
        facts,
        "97110x1 GP",
        payer="commercial-midpoint",
        plan="example-deductible-plan",
        account={"deductible_met": 1500},
    )
    assert found.allowed == 3196  # 110 percent of 0.87 × 33.4009
    assert cents(found.lines[0]) == {"contract": 6804, "coinsurance": 959}
