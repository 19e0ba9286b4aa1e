"""What a visit bills with each payer whose published policy was read, or what must be asked."""

import pytest

from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines

NAMED = (
    "unitedhealthcare",
    "uhc-medicare-advantage",
    "aetna",
    "cigna",
    "anthem",
    "bcbs-nebraska",
    "bcbs-north-dakota",
    "highmark",
    "humana",
    "tricare",
    "medicaid-minnesota",
    "medicaid-north-carolina",
    "medicaid-washington",
    "workers-comp-wa",
    "workers-comp-ca",
    "workers-comp-tx",
    "workers-comp-ny",
    "auto-florida-pip",
    "auto-new-york",
    "auto-michigan",
)
COUNTS_AS_MEDICARE = {"bcbs-nebraska", "highmark", "workers-comp-tx"}
EVALUATION = did("97161")
THREE_SHORT = (did("97110", 8), did("97140", 8), did("97112", 8))
LINES = [
    ("unitedhealthcare", {}, [EVALUATION], ["97161x1 GP"]),
    ("unitedhealthcare", {"date": "2018-01-02"}, [EVALUATION], ["97161x1"]),
    ("unitedhealthcare", {"discipline": "ot"}, [did("97165")], ["97165x1 GO"]),
    ("unitedhealthcare", {"discipline": "slp"}, [did("92526")], ["92526x1 GN"]),
    ("unitedhealthcare", {}, [did("97150", 30, by="assistant")], ["97150x1 GP CQ"]),
    ("unitedhealthcare", {}, [did("97161", by="assistant")], []),
    ("unitedhealthcare", {}, [did("98970")], []),
    ("anthem", {}, [EVALUATION, did("97150", 30)], ["97150x1 GP", "97161x1 GP"]),
    ("anthem", {"date": "2021-10-31"}, [EVALUATION], ["97161x1"]),
    ("bcbs-nebraska", {}, THREE_SHORT, ["97110x1", "97112x1"]),
    ("bcbs-nebraska", {}, [did("97010", 10), did("97014", 15)], ["G0283x1"]),
    ("bcbs-north-dakota", {}, [EVALUATION, did("97010", 10)], ["97010x1 GP", "97161x1 GP"]),
    ("highmark", {}, THREE_SHORT, ["97110x1", "97112x1"]),
    ("humana", {"discipline": "ot"}, [did("97150", 30, by="assistant")], ["97150x1 CO"]),
    ("humana", {"date": "2019-12-31"}, [did("97150", 30, by="assistant")], ["97150x1"]),
    ("cigna", {}, [did("20560", details={"muscles": 1}), EVALUATION], ["97161x1"]),
    ("tricare", {}, [did("20561", details={"muscles": 3}), EVALUATION], ["97161x1"]),
    ("tricare", {"discipline": "chiropractic"}, [did("97012", 15)], []),
    ("tricare", {}, [did("97150", 30, by="aide")], []),
    ("tricare", {}, [did("97150", 30, by="assistant")], ["97150x1 CQ"]),
    ("workers-comp-tx", {"visit_number": 3}, THREE_SHORT, ["97110x1 GP", "97112x1 GP"]),
    ("auto-florida-pip", {}, [did("97124", 15), EVALUATION], ["97161x1"]),
]
EXERCISE = did("97110", 15)
AUTHORIZATIONS = [
    ("uhc-medicare-advantage", {}, [EXERCISE], "6 visits within 8 weeks"),
    ("uhc-medicare-advantage", {"date": "2024-10-01"}, [EXERCISE], "after the evaluation"),
    ("tricare", {}, [EXERCISE], "must be prescribed"),
    ("medicaid-minnesota", {}, [EXERCISE], "14 or 24"),
    ("medicaid-north-carolina", {}, [EXERCISE], "12 treatment visits"),
    ("workers-comp-wa", {}, [EXERCISE], "Visits 1 to 12 need none"),
    ("workers-comp-wa", {"discipline": "massage"}, [did("97124", 15)], "6 massage visits"),
    ("workers-comp-ca", {"discipline": "ot"}, [did("97165")], "24 occupational therapy"),
    ("workers-comp-tx", {}, [EXERCISE], "from the seventh visit"),
    ("workers-comp-tx", {"visit_number": 2}, [EXERCISE], "first six visits"),
    ("cigna", {}, [EXERCISE], "after the fifth visit"),
    ("va-community-care", {}, [EXERCISE], "before the veteran is treated"),
]


@pytest.mark.parametrize(("payer", "more", "services", "wanted"), LINES)
def test_lines_by_the_published_policy(
    facts: Corpus, payer: str, more: dict, services: list[dict], wanted: list[str]
) -> None:
    found = billed(facts, *services, payer=payer, **more)
    assert lines(found) == wanted
    assert not [question for question in found.questions if question.missing == "unit_method"]


def test_an_assistants_modifier_cites_the_plan_that_wants_it(facts: Corpus) -> None:
    found = billed(facts, did("97150", 30, by="assistant"), payer="unitedhealthcare")
    cited = [reference for one in found.lines[0].reasons for reference in one.rests_on]
    assert cited.count("payers/unitedhealthcare") == 2  # GP, and CQ


@pytest.mark.parametrize("payer", sorted(set(NAMED) - COUNTS_AS_MEDICARE))
def test_where_the_policy_does_not_say_how_minutes_count_the_engine_asks(
    facts: Corpus, payer: str
) -> None:
    found = billed(facts, did("97110", 33), did("97112", 7), payer=payer)
    assert found.questions[0].missing == "unit_method"
    assert found.questions[0].reason.sources == tuple(facts.payers[payer].unit_fact.sources)


@pytest.mark.parametrize("payer", sorted(COUNTS_AS_MEDICARE))
def test_a_plan_that_counts_as_medicare_gives_medicares_units(facts: Corpus, payer: str) -> None:
    day = (did("97110", 33), did("97140", 7))
    found, medicare = billed(facts, *day, payer=payer, visit_number=2), billed(facts, *day)
    assert [(line.code, line.units) for line in found.lines] == [
        (line.code, line.units) for line in medicare.lines
    ]


def test_authorization_is_said_where_the_policy_wants_it(facts: Corpus) -> None:
    for payer, more, services, text in AUTHORIZATIONS:
        found = billed(facts, *services, payer=payer, **more)
        said = [*found.warnings, *(question.reason for question in found.questions)]
        assert [one for one in said if text in one.text and "uthorization" in one.text], payer


def test_no_authorization_is_made_up(facts: Corpus) -> None:
    for payer in ("highmark", "bcbs-nebraska", "commercial-midpoint", "medicare-part-b"):
        found = billed(facts, EVALUATION, payer=payer)
        assert not [one for one in found.warnings if one.text.startswith("Authorization")], payer
        assert lines(found), payer
    massage = billed(facts, did("97124", 15), payer="workers-comp-wa", discipline="massage")
    assert not [one for one in massage.warnings if "Visits 1 to 12" in one.text]


def test_units_above_a_plans_cap_are_named(facts: Corpus) -> None:
    five = [did(code) for code in ("97010", "97012", "97014", "97016", "97022")]  # no pairs
    found = billed(facts, *five, payer="bcbs-north-dakota")
    assert [one for one in found.warnings if one.text.startswith("5 units exceed")]
    assert not [
        one
        for one in billed(facts, *five[:4], payer="bcbs-north-dakota").warnings
        if "are above" in one.text
    ]


def test_a_plan_whose_modifiers_are_known_is_not_said_to_hide_them(facts: Corpus) -> None:
    def said(payer: str) -> list[str]:
        return [one.text for one in billed(facts, EVALUATION, payer=payer).warnings]

    assert not [text for text in said("anthem") if "modifiers" in text]
    assert [text for text in said("aetna") if "and with which modifiers" in text]


def test_a_named_payer_has_its_own_published_source(facts: Corpus) -> None:
    for name in NAMED:
        payer = facts.payers[name]
        for fact in (payer.unit_fact, payer.general, *payer.facts, *payer.authorizations):
            assert fact.sources, name  # its date: S221 compares it with what was read
    assert len(NAMED) >= 16
