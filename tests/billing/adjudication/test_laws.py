"""What holds of every claim: sums agree, order does not matter, more units undo no denial."""

from collections import Counter
from collections.abc import Callable
from itertools import permutations
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.billing.adjudication.adjudicate import adjudicate, plan_of
from generator.billing.adjudication.payer_case import reason_codes, remark_codes
from generator.billing.adjudication.remittance import LineRemittance, Remittance
from generator.facts.corpus import Corpus
from generator.facts.submissions import ClaimSubmission
from tests.billing.adjudication.conftest import Json, answered, line, submission

CODES = (
    "97110",
    "97112",
    "97113",
    "97116",
    "97124",
    "97140",
    "97150",
    "97161",
    "97164",
    "97530",
    "97535",
    "97010",
    "97014",
    "97035",
    "97129",
    "97130",
    "97597",
    "98941",
    "92507",
    "97799",
)
MODIFIERS = ("GP", "GO", "KX", "CQ", "59", "XU", "GA", "GZ", "GY", "AT")
PLANS = (
    ("medicare-part-b", "medicare-part-b"),
    ("medicare-part-b", "medicare-part-b-manhattan"),
    ("commercial", "example-ppo"),
    ("commercial-midpoint", "example-midpoint-plan"),
    ("commercial-midpoint", "example-deductible-plan"),
    ("aetna", None),
)
LINES = st.fixed_dictionaries(
    {
        "code": st.sampled_from(CODES),
        "units": st.integers(1, 8),
        "modifiers": st.lists(st.sampled_from(MODIFIERS), unique=True, max_size=3).map(
            lambda found: ["GP", *(one for one in found if one != "GP")]
        )
        | st.just([]),
        "charge": st.integers(1, 40_000).map(lambda amount: amount / 100),
    }
)
DAYS = ("2024-03-08", "2024-07-01", "2026-03-02", "2026-12-31", "2025-05-05")


@st.composite
def submissions(draw: Callable[..., Any]) -> ClaimSubmission:
    payer, plan = draw(st.sampled_from(PLANS))
    return submission(
        *draw(st.lists(LINES, min_size=1, max_size=5)),
        payer=payer,
        plan=plan,
        date=draw(st.sampled_from(DAYS)),
        account={"deductible_met": draw(st.sampled_from((0, 100, 230.55, 270, 1480, 2000)))},
        allowed_so_far_usd=draw(st.sampled_from((None, 0, 2300, 2470, 2480, 3000))),
        visit_number=draw(st.sampled_from((2, 7))),
        authorization=draw(st.sampled_from(({"on_file": False}, {"number": "A1"}))),
        used_this_year={"pt": draw(st.integers(0, 21)), "ot": 0},
    )


def rid(one: LineRemittance) -> tuple[object, ...]:
    """A line as it came back, without its place."""
    taken = tuple((entry.code, entry.amount) for entry in one.adjustments)
    return one.line.model_dump_json(), one.status, one.allowed, one.paid, taken, one.questions


def outcome(found: Remittance) -> Counter[tuple[object, ...]]:
    return Counter(map(rid, found.lines))


@settings(max_examples=150, deadline=None)
@given(written=submissions())
def test_every_cent_is_paid_adjusted_or_waits(facts: Corpus, written: ClaimSubmission) -> None:
    found = adjudicate(facts, written)
    assert len(found.lines) == len(written.claim.lines)
    for one in found.lines:
        assert one.billed == one.paid + sum(entry.amount for entry in one.adjustments) + one.pending
        assert 0 <= one.paid <= one.allowed <= one.billed
        assert all(entry.amount > 0 for entry in one.adjustments)
        assert one.patient_share + one.paid <= one.allowed or one.status == "denied"
        assert (one.status == "pended") == bool(one.questions)
    assert found.billed == found.paid + sum(found.adjusted.values()) + found.pending


@settings(max_examples=150, deadline=None)
@given(written=submissions())
def test_nothing_is_paid_that_is_denied_or_waits(facts: Corpus, written: ClaimSubmission) -> None:
    for one in adjudicate(facts, written).lines:
        if one.status == "denied":
            (entry,) = one.adjustments
            assert entry.amount == one.billed and one.paid == one.allowed == 0
        if one.status == "pended":
            assert not one.adjustments and one.paid == one.allowed == 0
        if one.status == "paid":
            assert one.pricing and one.allowed > 0


@settings(max_examples=80, deadline=None)
@given(written=submissions(), seed=st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_amount(
    facts: Corpus, written: ClaimSubmission, seed: Any
) -> None:
    lines = list(written.claim.lines)
    seed.shuffle(lines)
    claim = written.claim.model_copy(update={"lines": tuple(lines)})
    turned = written.model_copy(update={"claim": claim})
    assert outcome(adjudicate(facts, written)) == outcome(adjudicate(facts, turned))


@settings(max_examples=150, deadline=None)
@given(written=submissions(), which=st.integers(0, 4), more=st.integers(1, 5))
def test_more_units_never_undo_a_denial(
    facts: Corpus, written: ClaimSubmission, which: int, more: int
) -> None:
    lines = list(written.claim.lines)
    place = which % len(lines)
    lines[place] = lines[place].model_copy(update={"units": lines[place].units + more})
    claim = written.claim.model_copy(update={"lines": tuple(lines)})
    before = adjudicate(facts, written).lines[place]
    after = adjudicate(facts, written.model_copy(update={"claim": claim})).lines[place]
    assert before.status != "denied" or after.status == "denied"


@settings(max_examples=150, deadline=None)
@given(written=submissions())
def test_what_the_plan_denies_by_its_own_words_is_not_paid(
    facts: Corpus, written: ClaimSubmission
) -> None:
    """A second reading of the rules, written apart from the stages."""
    plan = plan_of(facts, written)
    for one in adjudicate(facts, written).lines:
        if one.status != "paid":
            continue
        assert plan is not None
        modifiers = set(one.line.modifiers)
        assert one.line.code not in plan.excluded
        if plan.payer == "medicare-part-b":
            coverage = facts.codes[one.line.code].coverage["medicare-part-b"]
            assert coverage.status == "active"
            assert not modifiers & {"GA", "GZ", "GY"}
            assert coverage.therapy == "no" or modifiers & {"GP", "GO", "GN"}
            used = written.visit.allowed_so_far_usd or 0
            threshold = {2024: 2330, 2026: 2480}[one.day.year]
            assert "KX" in modifiers or coverage.therapy == "no" or used < threshold
        else:
            wanted = plan.payer == "commercial-midpoint" and one.line.code != "98941"
            assert "GP" in modifiers or not wanted
            used = written.visit.used_this_year["pt"]
            assert plan.id != "example-ppo" or used < 20


@settings(max_examples=60, deadline=None)
@given(written=submissions())
def test_every_code_given_is_in_the_table(facts: Corpus, written: ClaimSubmission) -> None:
    found = adjudicate(facts, written)
    assert set(found.adjusted) <= set(reason_codes())
    assert {code for one in found.lines for code in one.remarks} <= set(remark_codes())
    assert adjudicate(facts, written) == found


def test_every_order_of_a_claim_with_ties(facts: Corpus) -> None:
    lines: list[Json] = [
        line("97110x1 GP", 80),
        line("97116x1 GP", 80),
        line("97110x1 GP CQ", 80),
        line("97140x1 GP", 55.55),
    ]
    found = [
        answered(facts, *turned, account={"deductible_met": 240}) for turned in permutations(lines)
    ]
    assert len({frozenset(outcome(one).items()) for one in found}) == 1


@pytest.mark.parametrize("units", [1, 999])
def test_a_large_claim_takes_no_two_seconds(facts: Corpus, units: int) -> None:
    days = [f"2026-{1 + number % 3:02}-{1 + number // 3 % 28:02}" for number in range(500)]
    lines = [
        {**line(f"{CODES[number % len(CODES)]}x{units} GP"), "date": day}
        for number, day in enumerate(days)
    ]
    began = perf_counter()
    found = answered(facts, *lines)
    assert len(found.lines) == 500
    assert perf_counter() - began < 2
