"""Prior authorization and visit limits: what is held, what is asked, what goes out with a note."""

from collections.abc import Iterator
from typing import Any

import pytest

from generator.billing.claim import build_claim
from generator.billing.claim_result import ClaimResult
from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.billing.conftest import billed, did, lines
from tests.billing.invented import with_invented
from tests.billing.random_visits import random_visits

UHC = {"payer": "uhc-medicare-advantage", "date": "2026-03-02"}
NORTH_CAROLINA = {"payer": "medicaid-north-carolina", "date": "2026-03-02"}
GOOD = {
    "number": "A1234",
    "dates": {"from": "2026-02-02", "to": "2026-03-31"},
    "visits": 12,
    "visits_used": 5,
}
ADULT = {"age": 54, "care": "rehabilitative", "used_this_year": {"pt": 20, "ot": 4}}


def asked(found: ClaimResult) -> list[str]:
    """What is asked, other than how the payer counts minutes."""
    return [one.missing for one in found.questions if one.missing != "unit_method"]


def said(found: ClaimResult) -> str:
    return " ".join(one.text for one in (*found.warnings, *(q.reason for q in found.questions)))


def exercise(facts: Corpus, **more: Any) -> ClaimResult:
    return billed(facts, did("97110", 15), **more)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (None, "Check whether one is on file"),
        ({}, "Check whether one is on file"),
        ({"on_file": False}, "None is on file"),
        ({**GOOD, "dates": {"from": "2026-01-05", "to": "2026-03-01"}}, "ended on March 1, 2026"),
        ({**GOOD, "dates": {"from": "2026-03-03", "to": "2026-04-30"}}, "starts on March 3, 2026"),
        ({**GOOD, "visits_used": 12}, "All 12 authorized visits are used"),
        ({**GOOD, "visits_used": None}, "how many of the 12 authorized visits"),
        ({**GOOD, "visits": None}, "The authorized visits are not known"),
        ({**GOOD, "dates": None}, "The authorized dates are not known"),
        ({**GOOD, "units": 20, "units_used": 20}, "All 20 authorized units are used"),
        ({**GOOD, "codes": ["97140"]}, "does not list 97110"),
    ],
)
def test_a_line_waits_for_an_authorization_that_covers_it(
    facts: Corpus, plan: dict | None, words: str
) -> None:
    found = exercise(facts, **UHC, authorization=plan)
    assert (lines(found), asked(found)) == ([], ["authorization"])
    assert words in said(found) and "Hold 97110" in said(found)
    assert found.questions[-1].codes == ("97110",)


def test_a_good_authorization_lets_the_line_out_and_says_where_its_number_goes(
    facts: Corpus,
) -> None:
    found = exercise(facts, **UHC, authorization=GOOD)
    assert (lines(found), asked(found)) == (["97110x1"], [])
    assert "A1234 goes in item 23 of the CMS-1500" in said(found)
    unnumbered = exercise(facts, **UHC, authorization={**GOOD, "number": None, "on_file": True})
    assert lines(unnumbered) == ["97110x1"]
    assert "number is not known here" in said(unnumbered)


def test_the_last_visit_and_units_above_the_rest_are_flagged_and_billed(facts: Corpus) -> None:
    last = exercise(facts, **UHC, authorization={**GOOD, "visits_used": 11})
    assert "the last of 12 authorized visits" in said(last)
    plan = {**GOOD, "units": 20, "units_used": 19}
    over = billed(facts, did("97110", 30), did("97161"), **UHC, authorization=plan)
    assert lines(over) == ["97110x2", "97161x1"]
    assert "The claim has 3 units, and 1 of 20 authorized units remain" in said(over)


def test_an_evaluation_goes_out_while_its_treatment_is_held(facts: Corpus) -> None:
    found = billed(facts, did("97161"), did("97110", 15), **UHC)
    assert (lines(found), asked(found)) == (["97161x1"], ["authorization"])


def test_the_visit_from_which_it_is_required_decides(facts: Corpus) -> None:
    washington = {"payer": "workers-comp-wa", "date": "2026-03-02"}
    for number, wanted in ((12, []), (13, ["authorization"]), (None, ["visit_number"])):
        found = exercise(facts, **washington, visit_number=number)
        assert (lines(found), asked(found)) == ([] if wanted else ["97110x1"], wanted)
    assert lines(exercise(facts, **washington, authorization=GOOD)) == ["97110x1"]
    texas = {"payer": "workers-comp-tx", "date": "2026-03-02"}
    assert asked(exercise(facts, **texas, visit_number=3)) == []
    program = did("97545", 120, confirmed=True)
    assert asked(billed(facts, program, **texas, visit_number=3)) == ["authorization"]


def test_texas_bills_a_work_program_by_its_own_terms(facts: Corpus) -> None:
    texas = {"payer": "workers-comp-tx", "date": "2026-03-02", "authorization": GOOD}
    for code, minutes in (("97545", 120), ("97546", 90)):
        found = billed(facts, did(code, minutes), **texas)
        assert (lines(found), asked(found)) == ([], ["modifiers"])
        assert "28 TAC 134.230" in said(found)


def test_a_plan_is_asked_only_where_nothing_valid_is_on_file(facts: Corpus) -> None:
    plan = {"payer": "tricare", "date": "2026-03-02"}
    silent = exercise(facts, **plan)
    assert (lines(silent), asked(silent)) == (["97110x1"], [])
    assert "Prior authorization, TRICARE" in said(silent)
    none = exercise(facts, **plan, authorization={"on_file": False})
    assert (lines(none), asked(none)) == ([], ["authorization_needed"])
    assert "Does this plan require prior authorization for 97110?" in said(none)
    for needed, wanted in ((False, []), (True, ["authorization"])):
        answer = {"on_file": False, "needed": needed}
        assert asked(exercise(facts, **plan, authorization=answer)) == wanted


def test_where_the_payer_says_nothing_only_the_plans_own_answer_asks(facts: Corpus) -> None:
    silent = {"payer": "highmark", "date": "2026-03-02"}
    assert asked(exercise(facts, **silent, authorization={"on_file": False})) == []
    required = {"needed": True, "on_file": False}
    assert asked(exercise(facts, **silent, authorization=required)) == ["authorization"]
    for payer in ("medicare-part-b", "commercial-midpoint"):
        plan = {"on_file": False}
        assert asked(exercise(facts, payer=payer, authorization=plan)) == []


def test_visits_of_two_disciplines_share_a_limit(facts: Corpus) -> None:
    case = {**NORTH_CAROLINA, "authorization": GOOD, **ADULT}
    assert lines(exercise(facts, **case)) == ["97110x1"]
    for used, wanted, words in (
        ({"pt": 26, "ot": 4}, ["visit_limit"], "30 of the 30 visits"),
        ({"pt": 31}, ["visit_limit"], "31 of the 30 visits"),
        ({"pt": 25, "ot": 4}, [], "the last of 30 visits"),
        ({"pt": 26}, ["used_this_year"], "covers 30 visits a year"),
        ({}, ["used_this_year"], "including those at other practices"),
    ):
        found = exercise(facts, **{**case, "used_this_year": used})
        assert asked(found) == wanted and words in said(found), used
        assert lines(found) == ([] if wanted else ["97110x1"])


def test_age_and_kind_of_care_are_asked_only_where_they_decide(facts: Corpus) -> None:
    case = {**NORTH_CAROLINA, "authorization": GOOD, **ADULT, "used_this_year": {"pt": 30, "ot": 0}}
    assert asked(exercise(facts, **{**case, "age": None})) == ["age"]
    assert asked(exercise(facts, **{**case, "age": 20})) == []
    assert asked(exercise(facts, **{**case, "care": None})) == ["care"]
    few = {**case, "used_this_year": {"pt": 3, "ot": 0}, "age": None, "care": None}
    assert asked(exercise(facts, **few)) == []


def test_a_wanted_denial_goes_out_with_a_warning(facts: Corpus) -> None:
    case = {**NORTH_CAROLINA, "authorization": GOOD, **ADULT, "used_this_year": {"pt": 30, "ot": 0}}
    found = exercise(facts, **case, denial_wanted=True)
    assert lines(found) == ["97110x1"] and "is expected to deny 97110" in said(found)


def test_an_authorization_raises_a_soft_limit(facts: Corpus) -> None:
    case = {"payer": "medicaid-washington", "date": "2026-03-02", "age": 40}
    used = {"used_this_year": {"pt": 24}}
    assert asked(exercise(facts, **case, **used)) == ["visit_limit"]
    assert asked(exercise(facts, **case, **used, authorization=GOOD)) == []
    over = billed(facts, did("97110", 30), **case, used_this_year={"pt": 23}, unit_method="cms")
    assert lines(over) == ["97110x2"] and "1 of the 24" in said(over)


def test_lines_are_held_whichever_way_minutes_are_counted(facts: Corpus) -> None:
    found = billed(facts, did("97110", 33), did("97140", 7), **UHC)
    assert {"unit_method", "authorization"} == {one.missing for one in found.questions}
    assert found.by_method and not any(one.lines for one in found.by_method.values())


def unlawful(corpus: Corpus, described: Visit, found: ClaimResult) -> Iterator[str]:
    """Lines that no authorization covers, or above a limit, by a reading of the facts apart."""
    payer, day, who = corpus.payers[described.payer], described.date, described.discipline
    plan, used = described.authorization, described.used_this_year
    on_file = bool(plan and (plan.number or plan.on_file))
    if plan and on_file:
        on_file = not plan.dates or plan.dates.covers(day)
        for most, gone in ((plan.visits, plan.visits_used), (plan.units, plan.units_used)):
            on_file = on_file and (most is None or (gone is not None and gone < most))
    for line in found.lines:
        code = corpus.bases.get(line.code, line.code)
        covered = on_file and (not plan or not plan.codes or code in plan.codes)
        rules = [
            one
            for one in payer.authorizations
            if one.effective.covers(day)
            and (who in one.disciplines or not one.disciplines)
            and (code in one.codes or not one.codes)
            and one.from_visit == 1
        ]
        required = bool(rules and rules[0] is payer.authorizations[0] and rules[0].needed == "yes")
        if plan and plan.needed is not None:
            required = plan.needed
        if required and not covered:
            yield f"{described.payer} {line.code}: not authorized"
        for limit in payer.visit_limits:
            concerned = not limit.disciplines or who in limit.disciplines
            if limit.care is None and limit.from_age is None and concerned and not covered:
                known = sum(used.get(one, 0) for one in limit.disciplines or used)
                held = limit.effective.covers(day) and not described.denial_wanted
                if held and (known >= limit.most or who not in used):
                    yield f"{described.payer} {line.code}: above {limit.most}"


def test_no_random_visit_bills_what_is_not_authorized_or_not_covered(facts: Corpus) -> None:
    made = with_invented(facts)
    visits = [Visit.model_validate(one) for one in random_visits(made, 1200, seed=8)]
    found = [(one, build_claim(made, one)) for one in visits if one.payer != "medicare-part-b"]
    assert [fault for one, claim in found for fault in unlawful(made, one, claim)] == []
    assert sum(asked(claim) != [] for _, claim in found) > 80
