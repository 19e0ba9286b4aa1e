"""One service to its code: what depends on the date of service and on the length of a contact."""

from typing import get_args

import pytest

from generator.billing.reasons import MESSAGES, Ask, Billable, NotBillable, Outcome
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Attribute
from tests.billing.conftest import billed, lines, visit

MET = {
    "established_patient": True,
    "patient_began": True,
    "related_visit_before": False,
    "visit_followed": False,
}
"""The conditions of a short contact, met."""


def chosen(facts: Corpus, service: dict, **more: object) -> Outcome:
    described = visit(service, **more)
    return select_code(facts, described, described.services[0])


def test_every_attribute_is_named_in_words_when_it_is_missing(facts: Corpus) -> None:
    assert all(f"attribute-{name}" in MESSAGES for name in get_args(Attribute))
    asked = chosen(facts, {"technique": "biofeedback-training", "minutes": 20})
    assert isinstance(asked, Ask)
    assert asked.reasons[0].text == "Biofeedback: the note does not give the muscles trained."


def test_an_attribute_named_after_a_technique_is_one_it_asks_for(facts: Corpus) -> None:
    asked = {
        f"attribute-{attribute}-{technique.id}"
        for technique in facts.techniques.values()
        for rule in technique.codes
        for attribute in rule.when
    }
    general = {f"attribute-{name}" for name in get_args(Attribute)} | {"attribute-missing"}
    named = {name for name in MESSAGES if name.startswith("attribute-")}
    assert named - general <= asked
    unclear = {
        name for name in asked if name.startswith(("attribute-aspect", "attribute-occasion"))
    }
    assert unclear <= named


def test_a_code_is_refused_before_its_first_date_of_service(facts: Corpus) -> None:
    app = {"technique": "rtm-device", "details": {"device": "musculoskeletal", "data_days": 10}}
    early = chosen(facts, app, date="2025-12-31")
    assert isinstance(early, NotBillable)
    assert (
        early.reasons[-1].text
        == "98985 takes effect on January 1, 2026 and is not valid on December 31, 2025."
    )
    assert chosen(facts, app, date="2026-01-01").codes == ("98985",)


@pytest.mark.parametrize(
    ("minutes", "code"),
    [(5, "98966"), (10, "98966"), (11, "98967"), (20, "98967"), (21, "98968"), (30, "98968")],
)
def test_the_minutes_of_a_call_choose_its_code(facts: Corpus, minutes: int, code: str) -> None:
    call = {"technique": "telephone-assessment", "minutes": minutes, "details": MET}
    found = chosen(facts, call)
    assert isinstance(found, Billable) and found.codes == (code,)


def test_a_call_without_minutes_is_asked_about_and_one_of_four_minutes_is_no_service(
    facts: Corpus,
) -> None:
    silent = chosen(facts, {"technique": "telephone-assessment"})
    assert isinstance(silent, Ask) and silent.missing == "minutes"
    assert isinstance(
        chosen(facts, {"technique": "telephone-assessment", "minutes": 4}), NotBillable
    )


def test_an_agency_s_code_is_worth_nothing_on_a_practice_s_claim(facts: Corpus) -> None:
    home = {"technique": "home-health-pta-visit", "by": "assistant", "purpose": "strength"}
    assert chosen(facts, home, payer="medicare-home-health").codes == ("G0157",)
    assert isinstance(chosen(facts, home), NotBillable)


def test_medicare_refuses_a_decompression_table_that_others_are_asked_about(facts: Corpus) -> None:
    table = {"technique": "decompression-table", "minutes": 20}
    refused = billed(facts, table)
    assert not refused.questions and "NCD 160.16" in refused.not_billed[0].reason.text
    assert "S9090 or 97012" in billed(facts, table, payer="commercial").questions[0].reason.text
    assert lines(billed(facts, {"technique": "mechanical-traction"})) == ["97012x1 GP"]


LASER = {"technique": "low-level-laser", "minutes": 15, "details": {"occasion": "other"}}


def test_medicare_is_asked_about_no_s_code(facts: Corpus) -> None:
    asked = chosen(facts, LASER)
    assert isinstance(asked, Ask)
    assert asked.reasons[-1].text.startswith("Medicare does not accept S8948.")
    assert asked.reasons[-1].text.endswith("whether it accepts 97039 for this service.")
    assert chosen(facts, LASER, payer="commercial").codes == ("97039", "S8948")
    assert isinstance(chosen(facts, LASER, discipline="massage"), NotBillable)


@pytest.mark.parametrize("by", ["therapist", "assistant", "physician"])
def test_original_medicare_takes_no_s_code_that_is_named(facts: Corpus, by: str) -> None:
    for code in (name for name in facts.other_codes if name.startswith("S")):
        found = billed(facts, {"code": code, "minutes": 15, "by": by}, discipline="slp")
        assert not found.lines and not found.questions
        assert f"not accept {code}." in found.not_billed[0].reason.text


GAIT = {"code": "97116", "minutes": 15}


@pytest.mark.parametrize("name", ["home_health_plan", "snf_resident"])
def test_a_code_alone_is_refused_where_an_agency_or_a_snf_bills(facts: Corpus, name: str) -> None:
    refused = chosen(facts, GAIT, **{name: True})
    assert isinstance(refused, NotBillable) and refused.codes == ("97116",)
    assert chosen(facts, GAIT, **{name: False}).codes == ("97116",)


def test_a_code_alone_is_asked_about_where_an_agency_or_a_snf_may_bill(facts: Corpus) -> None:
    for place, name in (("home", "home_health_plan"), ("nursing-facility", "snf_resident")):
        asked = chosen(facts, GAIT, place=place)
        assert isinstance(asked, Ask) and asked.missing == name


def test_a_physicians_own_therapy_is_no_part_of_a_home_health_plan(facts: Corpus) -> None:
    own = {**GAIT, "by": "physician"}
    assert chosen(facts, own, home_health_plan=True, place="home").codes == ("97116",)
    assert isinstance(chosen(facts, own, snf_resident=True), NotBillable)
    assert isinstance(chosen(facts, own, home_health_plan=True, snf_resident=True), NotBillable)


def test_a_medicare_advantage_plan_is_asked_who_bills_in_a_snf(facts: Corpus) -> None:
    asked = chosen(facts, GAIT, payer="uhc-medicare-advantage", snf_resident=True)
    assert isinstance(asked, Ask) and "(consolidated billing)" in asked.reasons[-1].text
    assert not billed(facts, GAIT, payer="uhc-medicare-advantage", home_health_plan=True).lines
    assert chosen(facts, GAIT, payer="commercial", snf_resident=True).codes == ("97116",)
