"""Who may perform a code, for whom, and what must be so before a service is billed."""

import re
from datetime import date
from itertools import product

import pytest

from generator.billing.claim import build_claim
from generator.billing.select_codes import ROLES
from generator.billing.who_may import word_on_role
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, judged, lines, visit
from tests.billing.test_select_codes import MET

NOBODY_ELSE = ("pta", "ota", "aide", "massage-therapist")
REACHED = {role for by in ROLES.values() for role in by.values()} | {
    "student",
    "athletic-trainer",
    "physician",
}


def may(facts: Corpus, code: str, role: str, payer: str = "medicare-part-b") -> str:
    word = word_on_role(facts, visit(did(code), payer=payer), code, role)
    assert word, (code, role, payer)
    return word.may


def test_something_is_said_of_every_role_for_every_code_and_payer(facts: Corpus) -> None:
    for code, role, payer in product(facts.codes, sorted(REACHED), facts.payers):
        may(facts, code, role, payer)


def test_an_slp_assistant_performs_nothing_outside_slp_scope(facts: Corpus) -> None:
    payer = "commercial"
    wider = [
        code
        for code in facts.codes
        if word_on_role(facts, visit(did(code), payer=payer), code, "slp").reference
        == "rules/who-may-bill"
        and may(facts, code, "slp", payer) == "no"
        and may(facts, code, "slpa", payer) != "no"
    ]
    assert not wider


def test_a_word_that_only_asks_says_where_to_look(facts: Corpus) -> None:
    asked = [
        entry.text
        for rule in facts.rules.values()
        for entry in rule.people
        if entry.may == "depends"
    ]
    assert [text for text in asked if not re.search(r"\b(Ask|Look|Check) ", text)] == []


@pytest.mark.parametrize("code", ["92507", "92526", "92523", "97129", "98970"])
def test_medicare_pays_no_assistant_in_speech_therapy(facts: Corpus, code: str) -> None:
    found = billed(facts, did(code, 40, by="assistant"), discipline="slp")
    assert lines(found) == [] and found.questions == ()
    assert found.not_billed[0].reason.rests_on == ("rules/who-may-bill",)


@pytest.mark.parametrize(
    ("code", "role", "answer"),
    [
        ("97110", "pta", "perform"),
        ("97750", "pta", "perform"),
        ("97755", "pta", "no"),
        ("92526", "ota", "depends"),
        ("92610", "ot", "depends"),
        ("92610", "ota", "no"),
        ("92612", "ota", "no"),
        ("97550", "ota", "perform"),
        ("98975", "pta", "perform"),
        ("98980", "ota", "perform"),
        ("98970", "pta", "no"),
        ("96125", "ota", "no"),
        ("97597", "pta", "depends"),
        ("97605", "pta", "perform"),
        ("90912", "pta", "perform"),
        ("92526", "ot", "depends"),
        ("92507", "pt", "no"),
        ("98986", "pt", "depends"),
        ("97110", "slp", "no"),
        ("97150", "slp", "no"),
        ("97535", "slp", "depends"),
        ("97140", "slp", "no"),
        ("G0152", "pta", "no"),
        ("97124", "aide", "no"),
        ("97124", "massage-therapist", "no"),
        ("97110", "chiropractor", "no"),
        ("98940", "chiropractor", "perform-and-bill"),
        ("97110", "student", "perform"),
    ],
)
def test_medicare_decides_who_may_perform(facts: Corpus, code: str, role: str, answer: str) -> None:
    assert may(facts, code, role) == answer


VISITS_AT_HOME = {
    "G0151": "pt",
    "G0152": "ot",
    "G0153": "slp",
    "G0157": "pta",
    "G0158": "ota",
    "G0159": "pt",
    "G0160": "ot",
    "G0161": "slp",
    "G2168": "pta",
    "G2169": "ota",
}


@pytest.mark.parametrize("code", VISITS_AT_HOME)
def test_a_home_health_visit_code_is_for_one_role(facts: Corpus, code: str) -> None:
    roles = sorted(REACHED - {"student"})
    able = {role for role in roles if may(facts, code, role, "medicare-home-health") != "no"}
    assert able == {VISITS_AT_HOME[code]}


@pytest.mark.parametrize("role", NOBODY_ELSE)
@pytest.mark.parametrize("code", ["97161", "97162", "97163", "97164", "97165", "97168", "92523"])
def test_nobody_evaluates_but_the_therapist(facts: Corpus, code: str, role: str) -> None:
    assert {may(facts, code, role, payer) for payer in facts.payers} == {"no"}


def test_a_payer_that_pays_massage_therapists_says_so(facts: Corpus) -> None:
    assert may(facts, "97124", "massage-therapist", "workers-comp-wa") == "perform-and-bill"
    assert may(facts, "97124", "massage-therapist", "commercial") == "depends"
    assert may(facts, "97140", "massage-therapist", "workers-comp-wa") == "depends"


@pytest.mark.parametrize(
    ("in_room", "billed_lines"), [(True, ["97110x1 GP"]), (False, []), (None, [])]
)
def test_a_students_work_counts_while_the_clinician_is_in_the_room(
    facts: Corpus, in_room: bool | None, billed_lines: list[str]
) -> None:
    details = {} if in_room is None else {"clinician_in_room": in_room}
    found = build_claim(facts, visit(did("97110", 15, by="student", details=details)))
    assert lines(found) == billed_lines
    assert [question.missing for question in found.questions] == (
        ["clinician_in_room"] if in_room is None else []
    )


IN_FORCE = date(2024, 8, 5)
"""A day on which CMS's file has all of them as active."""
CONTACTS = ("98966", "98967", "98968", "98970", "98971", "98972", "G2250", "G2251")


@pytest.mark.parametrize("code", CONTACTS)
def test_a_short_contact_is_billed_only_where_its_conditions_hold(facts: Corpus, code: str) -> None:
    assert lines(billed(facts, did(code, 8, details=MET), date=IN_FORCE)) == [f"{code}x1 GP"]
    for condition, met in MET.items():
        broken = billed(facts, did(code, 8, details={**MET, condition: not met}), date=IN_FORCE)
        assert broken.lines == () and broken.questions == () and len(broken.not_billed) == 1
        silent = {name: value for name, value in MET.items() if name != condition}
        asked = billed(facts, did(code, 8, details=silent), date=IN_FORCE)
        assert asked.lines == () and [one.missing for one in asked.questions] == [condition]
    everything = billed(facts, did(code, 8), date=IN_FORCE).questions[0].reason.text
    assert everything.count("Check the") == len(MET)


@pytest.mark.parametrize("code", CONTACTS[:3])
def test_medicare_is_asked_of_a_telephone_assessment_after_2024(facts: Corpus, code: str) -> None:
    last, next_day = date(2024, 12, 31), date(2025, 1, 1)
    assert lines(billed(facts, did(code, 8, details=MET), date=last)) == [f"{code}x1 GP"]
    asked = billed(facts, did(code, 8, details=MET), date=next_day)
    assert asked.lines == () and "Look-Up Tool" in asked.questions[0].reason.text


def test_a_line_of_a_speech_assistant_is_wrong_in_review(facts: Corpus) -> None:
    described = visit(did("92507", 40, by="assistant"), discipline="slp")
    found = judged(facts, described, "92507x1 GN")
    assert "not recognize speech-language pathology assistants" in str(found)
