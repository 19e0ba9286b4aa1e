"""Settings of a visit: how the payer counts, who else bills, shared minutes, the threshold."""

import pytest
from pydantic import ValidationError

from generator.authoring.size_limits import UnreadableFileError
from generator.billing.claim_result import ClaimResult
from generator.billing.input_files import read
from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, judged, lines, visit

GAIT = did("97116", 30)


def asked(found: ClaimResult) -> list[str]:
    return [question.missing for question in found.questions]


def test_where_the_methods_differ_one_question_stands_with_both_claims(facts: Corpus) -> None:
    found = billed(facts, did("97110", 33), did("97140", 7), payer="commercial")
    assert (lines(found), asked(found)) == ([], ["unit_method"])
    claims = {name: lines(counted) for name, counted in found.by_method.items()}
    assert claims == {"cms": ["97110x2", "97140x1"], "ama": ["97110x2"]}


@pytest.mark.parametrize(
    ("method", "claim"), [("cms", ["97110x2", "97140x1"]), ("ama", ["97110x2"])]
)
def test_the_payers_answer_is_counted_by(facts: Corpus, method: str, claim: list[str]) -> None:
    services = did("97110", 33), did("97140", 7)
    found = billed(facts, *services, payer="commercial", unit_method=method)
    assert (lines(found), asked(found), found.by_method) == (claim, [], {})


def test_a_payer_whose_way_is_known_keeps_it(facts: Corpus) -> None:
    found = billed(facts, did("97110", 33), did("97140", 7), unit_method="ama")
    assert lines(found) == ["97110x2 GP", "97140x1 GP"]


def test_where_both_methods_give_the_same_lines_they_are_printed_with_a_word(facts: Corpus) -> None:
    found = billed(facts, did("97110", 30), did("97140", 15), payer="commercial")
    assert (lines(found), asked(found), found.by_method) == (["97110x2", "97140x1"], [], {})
    assert "does not matter" in found.warnings[0].text


def test_two_equal_ways_of_one_method_are_no_agreement(facts: Corpus) -> None:
    found = billed(facts, did("97112", 20), did("97110", 20), payer="commercial")
    assert asked(found) == ["unit_method"]
    assert len(found.by_method["cms"].alternatives) == 1


def test_the_same_minutes_make_one_unit(facts: Corpus) -> None:
    services = did("97035", 15), did("97032", 15, same_minutes_as="s0")
    found = billed(facts, *services)
    assert lines(found) == ["97035x1 GP"]
    assert [
        (entry.code, "the same minutes once" in entry.reason.text) for entry in found.not_billed
    ] == [("97032", True)]


def test_minutes_beyond_the_shared_ones_are_a_services_own(facts: Corpus) -> None:
    found = billed(facts, did("97035", 8), did("97032", 30, same_minutes_as="s0"))
    assert lines(found) == ["97032x1 GP", "97035x1 GP"]


def test_an_untimed_service_shares_no_minutes(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), did("G0283", 15, same_minutes_as="s0"))
    assert lines(found) == ["97110x1 GP", "G0283x1 GP"]


def test_minutes_of_a_service_that_is_not_billed_are_not_shared_away(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15, by="aide"), did("97140", 15, same_minutes_as="s0"))
    assert lines(found) == ["97140x1 GP"]


@pytest.mark.parametrize("other", ["s1", "none-such", "s2"])
def test_shared_minutes_name_another_service_with_minutes_of_its_own(other: str) -> None:
    services = [did("97110", 15), did("97140", 15, same_minutes_as=other), did("97035", 8)]
    services[2]["same_minutes_as"] = "s0"
    with pytest.raises(ValidationError, match="same_minutes_as"):
        visit(*services)


def test_therapy_at_home_is_asked_about_a_home_health_plan(facts: Corpus) -> None:
    found = billed(facts, GAIT, place="home")
    assert (lines(found), asked(found)) == ([], ["home_health_plan"])
    assert lines(billed(facts, GAIT, place="home", home_health_plan=False)) == ["97116x2 GP"]


@pytest.mark.parametrize("place", ["home", "clinic", None])
def test_an_open_home_health_plan_leaves_nothing_to_part_b(facts: Corpus, place: str) -> None:
    found = billed(facts, GAIT, place=place, home_health_plan=True)
    assert (lines(found), [entry.code for entry in found.not_billed]) == ([], ["97116"])


def test_a_resident_of_a_snf_is_billed_by_the_snf(facts: Corpus) -> None:
    assert asked(billed(facts, GAIT, place="nursing-facility")) == ["snf_resident"]
    assert not billed(facts, GAIT, snf_resident=True).lines
    free = billed(facts, GAIT, place="nursing-facility", snf_resident=False)
    assert lines(free) == ["97116x2 GP"]


def test_consolidated_billing_is_medicares(facts: Corpus) -> None:
    found = billed(facts, GAIT, place="home", payer="commercial-midpoint")
    assert lines(found) == ["97116x2 GP"]


def test_a_written_line_is_at_risk_while_the_plan_is_not_known(facts: Corpus) -> None:
    review = judged(facts, visit(GAIT, place="home"), "97116x2 GP")
    assert review.lines[0].verdict == "at-risk"
    held = judged(facts, visit(GAIT, home_health_plan=True), "97116x2 GP")
    assert held.lines[0].verdict == "at-risk"


THRESHOLD = {"discipline": "pt", "necessary": True}  # 2,480 dollars in 2026


@pytest.mark.parametrize(
    ("so_far", "today", "claim", "missing"),
    [
        (2475, None, ["97110x2 GP KX"], []),  # 5 dollars are less than any treatment
        (2425, None, [], ["allowed_today_usd"]),
        (2425, 58, ["97110x2 GP KX"], []),
        (2425, 55, ["97110x2 GP"], []),
        (2100, None, ["97110x2 GP"], []),  # no day comes to 380 dollars
        (2480, None, ["97110x2 GP KX"], []),
    ],
)
def test_the_visit_that_crosses_the_threshold_carries_kx(
    facts: Corpus, so_far: float, today: float | None, claim: list[str], missing: list[str]
) -> None:
    told = {"allowed_so_far_usd": so_far, "allowed_today_usd": today}
    found = billed(facts, did("97110", 30), **THRESHOLD, **told)
    assert (lines(found), asked(found)) == (claim, missing)


def test_a_crossing_visit_without_a_word_of_necessity_is_asked_about(facts: Corpus) -> None:
    found = billed(facts, did("97110", 30), allowed_so_far_usd=2475)
    assert asked(found) == ["necessary"]


def test_two_home_visits_of_one_day_are_two_lines_each_counted_alone(facts: Corpus) -> None:
    visits = [
        {"technique": "home-health-pt-visit", "purpose": "strength", "minutes": 20}
        for _ in range(2)
    ]
    described = visit(*visits, payer="medicare-home-health")
    assert lines(billed(facts, *visits, payer="medicare-home-health")) == ["G0151x1", "G0151x1"]
    review = judged(facts, described, "G0151x1", "G0151x1")
    assert [line.verdict for line in review.lines] == ["paid", "paid"]
    assert "denied" in [line.verdict for line in judged(facts, described, *["G0151x1"] * 3).lines]


def test_units_counts_a_timed_code_that_is_not_taught(facts: Corpus) -> None:
    """The arithmetic needs no fact: 23 minutes are two units of whatever is timed."""
    day = b'{"services": [{"code": "97999", "minutes": 23, "timed": true}]}'
    found = units_of_day(facts, read(facts, CountedDay, "day.json", day), "cms")
    assert [(line.code, line.units) for line in found.lines] == [("97999", 2)]
    with pytest.raises(UnreadableFileError):
        read(facts, CountedDay, "day.json", day.replace(b', "timed": true', b""))


def test_units_counts_each_home_visit_alone(facts: Corpus) -> None:
    day = CountedDay.model_validate({"services": [{"code": "G0151", "minutes": 20}] * 2})
    assert [line.units for line in units_of_day(facts, day, "cms").lines] == [1, 1]


def test_another_payer_is_told_the_modifier_it_wants_if_it_runs_the_edit(facts: Corpus) -> None:
    services = did("97530", 15), did("97150", 30, contact="group", separate=True)
    for more, named in (({}, "append 59 to 97530"), ({"separate_by": "encounter"}, "append XE")):
        found = billed(facts, services[0], {**services[1], **more}, payer="commercial-midpoint")
        assert any(named in question.reason.text for question in found.questions)
    together = billed(facts, did("97530", 15), did("97150", 30), payer="commercial-midpoint")
    assert not any("append" in question.reason.text for question in together.questions)


def test_kx_is_open_in_review_while_the_visit_may_cross_the_threshold(facts: Corpus) -> None:
    told = visit(did("97110", 30), allowed_so_far_usd=2425, necessary=True)
    for written in ("97110x2 GP", "97110x2 GP KX"):
        (fault,) = judged(facts, told, written).lines[0].faults
        assert (fault.name, fault.verdict) == ("visit-open", "at-risk")
