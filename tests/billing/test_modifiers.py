"""What a line says of plan, necessity and notice; and what no line may say at once."""

import pytest

from generator.billing.modifiers import contradictions, in_order
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines


@pytest.mark.parametrize(("discipline", "line"), [("ot", "97129x1 GO"), ("slp", "97129x1 GN")])
def test_a_sometimes_therapy_code_carries_the_plan_it_stands_under(
    facts: Corpus, discipline: str, line: str
) -> None:
    assert lines(billed(facts, did("97129", 15), discipline=discipline)) == [line]


def test_an_evaluation_of_the_other_discipline_is_not_billable(facts: Corpus) -> None:
    assert lines(billed(facts, did("97165"), discipline="ot")) == ["97165x1 GO"]
    assert lines(billed(facts, did("97165"), discipline="pt")) == []


def test_before_2018_the_plan_modifier_is_not_known(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), date="2017-12-31")
    assert lines(found) == []
    assert [question.reason.text for question in found.questions] == [
        "Not known here: which therapy modifier a line needed on December 31, 2017."
    ]


KX = [  # threshold by year and pool; amounts before the visit
    ("2024-12-31", "pt", 2299.99, ["97110x1 GP"]),
    ("2024-12-31", "pt", 2329.99, ["97110x1 GP KX"]),  # a cent is left, and any visit crosses it
    ("2024-12-31", "pt", 2330, ["97110x1 GP KX"]),
    ("2025-01-01", "pt", 2330, ["97110x1 GP"]),
    ("2025-12-31", "ot", 2410, ["97110x1 GO KX"]),
    ("2026-01-01", "ot", 2410, ["97110x1 GO"]),
    ("2026-12-31", "pt", 2480, ["97110x1 GP KX"]),
    ("2026-06-01", "pt", 2700, ["97110x1 GP KX"]),
]


@pytest.mark.parametrize(("day", "discipline", "used", "expected"), KX)
def test_kx_stands_from_the_years_threshold_on(
    facts: Corpus, day: str, discipline: str, used: float, expected: list[str]
) -> None:
    found = billed(
        facts,
        did("97110", 15),
        date=day,
        discipline=discipline,
        allowed_so_far_usd=used,
        allowed_today_usd=20,
        necessary=True,
    )
    assert lines(found) == expected


def test_the_threshold_of_2027_is_not_known(facts: Corpus) -> None:
    found = billed(
        facts, did("97110", 15), date="2027-01-04", allowed_so_far_usd=9000, necessary=True
    )
    assert lines(found) == []
    assert [question.reason.text for question in found.questions] == [
        "Not known here: the KX threshold for 2027. Look it up before submitting the claim."
    ]
    assert any("Changes for 2027 are not known here" in warning.text for warning in found.warnings)


def test_what_is_left_below_the_threshold_is_told(facts: Corpus) -> None:
    told = {"allowed_so_far_usd": 2400.5, "necessary": True}
    found = billed(facts, did("97110", 15), allowed_today_usd=29, **told)
    assert (
        found.warnings[0].text
        == "$79.50 of the 2026 KX threshold of $2,480 remains. Anything above it today needs KX."
    )
    (question,) = billed(facts, did("97110", 15), **told).questions
    assert question.reason.text == (
        "$79.50 of the 2026 KX threshold of $2,480 remains. Ask what Medicare allows for this"
        " visit: above $79.50, its therapy lines need KX."
    )


def test_above_the_threshold_necessity_is_asked_when_the_note_is_silent(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), allowed_so_far_usd=2500)
    assert lines(found) == [] and found.questions[0].missing == "necessary"


NOTICES = [
    ({"necessary": False, "abn": "required"}, ["97110x1 GP GA"]),
    ({"necessary": False, "abn": "none"}, ["97110x1 GP GZ"]),
    ({"necessary": False, "abn": "required", "allowed_so_far_usd": 3000}, ["97110x1 GP GA"]),
    ({"necessary": False}, []),
    ({"necessary": True, "abn": "required"}, []),
]


@pytest.mark.parametrize(("described", "expected"), NOTICES)
def test_a_denial_that_is_expected_is_announced(
    facts: Corpus, described: dict, expected: list[str]
) -> None:
    found = billed(facts, did("97110", 15), **described)
    assert lines(found) == expected
    assert bool(found.questions) == (not expected)


MANIPULATION = [
    ({"active_care": True}, ["98940x1 AT"]),
    ({"active_care": False, "abn": "required"}, ["98940x1 GA"]),
    ({"active_care": False, "abn": "none"}, ["98940x1 GZ"]),
    ({}, []),
]


@pytest.mark.parametrize(("described", "expected"), MANIPULATION)
def test_manipulation_carries_at_for_active_care_only(
    facts: Corpus, described: dict, expected: list[str]
) -> None:
    found = billed(facts, did("98940"), discipline="chiropractic", **described)
    assert lines(found) == expected
    assert bool(found.questions) == (not described)


def test_a_chiropractors_massage_goes_out_only_for_the_denial(facts: Corpus) -> None:
    massage = did("97124", 15)
    assert lines(billed(facts, massage, discipline="chiropractic")) == []
    assert lines(billed(facts, massage, discipline="chiropractic", denial_wanted=True)) == [
        "97124x1 GP GY"
    ]
    assert lines(
        billed(facts, massage, discipline="chiropractic", denial_wanted=True, abn="voluntary")
    ) == ["97124x1 GP GX GY"]


@pytest.mark.parametrize(
    ("code", "line"), [("98943", "98943x1 GY"), ("97140", "97140x1 GP GY"), ("97129", "97129x1 GY")]
)
def test_an_excluded_line_carries_gp_where_the_code_always_counts_as_therapy(
    facts: Corpus, code: str, line: str
) -> None:
    found = billed(facts, did(code, 15), discipline="chiropractic", denial_wanted=True)
    assert lines(found) == [line]


def test_a_plan_that_is_not_certified_is_warned_of(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), plan_certified=False)
    assert any("not certified" in warning.text for warning in found.warnings)


@pytest.mark.parametrize(
    "pair",
    [
        "KX GA",
        "KX GZ",
        "GA GZ",
        "GA GX",
        "GY GZ",
        "GX GZ",
        "GP GO",
        "CQ CO",
        "CQ GO",
        "CO GP",
        "59 XE",
        "59 XU",
    ],
)
def test_modifiers_that_contradict_each_other_are_named(pair: str) -> None:
    assert [
        " and ".join(in_order(pair.split())) in reason.text
        for reason in contradictions(pair.split())
    ] == [True]


@pytest.mark.parametrize("pair", ["GP KX", "GP CQ", "GO CO", "GX GY", "59 GP", "GP GA"])
def test_modifiers_that_go_together_are_left_alone(pair: str) -> None:
    assert contradictions(pair.split()) == ()


def test_the_order_on_the_line_does_not_depend_on_how_it_was_written() -> None:
    assert (
        in_order(["KX", "CQ", "GP", "59"])
        == in_order(["59", "GP", "CQ", "KX"])
        == ("59", "GP", "CQ", "KX")
    )


@pytest.mark.parametrize(
    ("aspect", "line"),
    [("language", "92523x1 52 GN"), ("speech-sounds-and-language", "92523x1 GN")],
)
def test_an_evaluation_of_language_alone_is_a_reduced_service(
    facts: Corpus, aspect: str, line: str
) -> None:
    evaluation = {"technique": "speech-evaluation", "details": {"aspect": aspect}}
    assert lines(billed(facts, evaluation, discipline="slp")) == [line]
    other = billed(facts, evaluation, discipline="slp", payer="commercial-midpoint")
    assert ("52" in lines(other)[0].split()) == (aspect == "language")


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ({}, []),
        ({"denial_wanted": True}, ["97037x1 GY"]),
        ({"denial_wanted": True, "abn": "voluntary"}, ["97037x1 GX GY"]),
    ],
)
def test_a_service_covered_for_nobody_goes_out_only_for_the_denial(
    facts: Corpus, described: dict, expected: list[str]
) -> None:
    found = lines(billed(facts, did("97037", 8), **described))
    assert [line.replace(" GP", "") for line in found] == expected


def test_a_medicare_advantage_plan_is_asked_whether_it_wants_at(facts: Corpus) -> None:
    manipulated = did("98940", by="chiropractor")
    more = {"discipline": "chiropractic", "payer": "uhc-medicare-advantage", "active_care": True}
    asked = billed(facts, manipulated, **more)
    assert lines(asked) == [] and "wants AT" in asked.questions[0].reason.text
    ready = {**more, "authorization": {"needed": False}}
    told = {**manipulated, "confirmed": True}
    assert lines(billed(facts, told, **ready)) == ["98940x1 AT"]
    assert lines(billed(facts, told, **{**ready, "active_care": False})) == ["98940x1"]
    unknown = billed(facts, told, **{**ready, "active_care": None})
    assert [question.missing for question in unknown.questions] == ["active_care"]
    assert lines(billed(facts, manipulated, **{**more, "payer": "medicare-part-b"})) == [
        "98940x1 AT"
    ]
