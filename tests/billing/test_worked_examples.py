"""Worked examples of the documents that content cites for counting, and the law they share."""

from datetime import date

import pytest

from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines

ON = "2026-03-02"


def units(corpus: Corpus, *done: dict, **more: object) -> dict[str, int]:
    """Units by code of the claim for what was done."""
    return {line.code: line.units for line in billed(corpus, *done, **more).lines}


TIME_RULE = [  # Premera 2019 and UTHealth: past the midpoint of 15, 30, 60 minutes
    ("96125", 30, {}),
    ("96125", 31, {"96125": 1}),
    ("96125", 90, {"96125": 1}),
    ("96125", 91, {"96125": 2}),
    ("96105", 45, {"96105": 1}),
    ("92607", 30, {}),
    ("92607", 40, {"92607": 1}),
    ("92607", 75, {"92607": 1}),
    ("92607", 76, {"92607": 1, "92608": 1}),
    ("92607", 80, {"92607": 1, "92608": 1}),
    ("92607", 60 + 45, {"92607": 1, "92608": 1}),
    ("92607", 60 + 46, {"92607": 1, "92608": 2}),
    ("92607", 60 + 75, {"92607": 1, "92608": 2}),
    ("92607", 60 + 76, {"92607": 1, "92608": 3}),
    ("97550", 15, {}),  # Provider Magazine 2024: at least 16, and 8 more for each add-on
    ("97550", 16, {"97550": 1}),
    ("97550", 37, {"97550": 1}),
    ("97550", 38, {"97550": 1, "97551": 1}),
    ("97550", 53, {"97550": 1, "97551": 2}),
]


@pytest.mark.parametrize(("code", "minutes", "expected"), TIME_RULE)
def test_the_time_rule_counts_what_is_past_its_midpoint(
    facts: Corpus, code: str, minutes: int, expected: dict[str, int]
) -> None:
    assert units(facts, did(code, minutes), date=ON, discipline="slp") == expected


@pytest.mark.parametrize(
    ("code", "minutes", "expected"),
    [
        ("97545", 60, {}),
        ("97545", 61, {"97545": 1}),
        ("97545", 90, {"97545": 1}),
        ("97545", 150, {"97545": 1}),
        ("97545", 151, {"97545": 1, "97546": 1}),
        ("97810", 7, {}),  # American Acupuncture Council: 8 to 22 one, 23 to 37 two, 38 to 52 three
        ("97810", 10, {"97810": 1}),
        ("97810", 22, {"97810": 1}),
        ("97810", 23, {"97810": 1, "97811": 1}),
        ("97813", 38, {"97813": 1, "97814": 2}),
    ],
)
def test_a_plan_that_counts_as_cpt_does_pays_past_the_midpoint(
    facts: Corpus, code: str, minutes: int, expected: dict[str, int]
) -> None:
    found = units(facts, did(code, minutes, confirmed=True), date=ON, payer="commercial-midpoint")
    assert found == expected


def test_time_in_a_work_hardening_program_counts_without_undivided_contact(facts: Corpus) -> None:
    program = did("97545", 180, contact="group", confirmed=True)
    found = units(facts, program, date=ON, payer="commercial-midpoint")
    assert found == {"97545": 1, "97546": 1}


def test_every_code_by_minutes_follows_the_time_rule_or_names_its_own(
    facts: Corpus,
) -> None:
    scales = {
        name: code.unit.measure
        for name, code in facts.codes.items()
        if code.unit.measure and code.unit.measure.of == "minutes"
    }
    assert len(scales) > 15
    assert [name for name, scale in scales.items() if scale.least != scale.size // 2 + 1] == []


HOME_HEALTH = [  # Pub. 100-04, ch. 10, §40.2; the hospice answers of CMS 2009 (5, 20, 25 minutes)
    (1, 1),
    (5, 1),
    (12, 1),
    (20, 1),
    (22, 1),
    (23, 2),
    (25, 2),
    (37, 2),
    (38, 3),
    (52, 3),
    (53, 4),
    (67, 4),
    (68, 5),
    (82, 5),
    (83, 6),
    (97, 6),
    (98, 7),
    (112, 7),
    (113, 8),
    (127, 8),
]


@pytest.mark.parametrize(("minutes", "expected"), HOME_HEALTH)
def test_a_home_health_visit_is_counted_to_the_nearest_quarter(
    facts: Corpus, minutes: int, expected: int
) -> None:
    visit = {"technique": "home-health-pt-visit", "purpose": "strength", "minutes": minutes}
    found = units(facts, {"id": "s", **visit}, date=ON, payer="medicare-home-health")
    assert found == {"G0151": expected}


@pytest.mark.parametrize(
    ("who", "by", "restores", "keeps"),
    [
        ("pt", "therapist", "G0151", "G0159"),
        ("ot", "therapist", "G0152", "G0160"),
        ("slp", "therapist", "G0153", "G0161"),
        ("pta", "assistant", "G0157", "G2168"),  # CR 11721, from 2020-01-01
        ("ota", "assistant", "G0158", "G2169"),
    ],
)
def test_a_home_health_code_says_who_came_and_whether_to_keep(
    facts: Corpus, who: str, by: str, restores: str, keeps: str
) -> None:
    discipline = {"pta": "pt", "ota": "ot"}.get(who, who)
    for purpose, code in (("regain-function", restores), ("keep-function", keeps)):
        visit = {"technique": f"home-health-{who}-visit", "purpose": purpose, "minutes": 30}
        more = {"date": ON, "payer": "medicare-home-health", "discipline": discipline}
        assert units(facts, {"id": "s", "by": by, **visit}, **more) == {code: 2}


def test_an_assistants_maintenance_visit_had_no_code_before_2020(facts: Corpus) -> None:
    visit = {"technique": "home-health-pta-visit", "purpose": "keep-function", "minutes": 30}
    more = {"date": "2019-12-31", "payer": "medicare-home-health"}
    assert units(facts, {"id": "s", "by": "assistant", **visit}, **more) == {}


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [("2026-01-01", 1, 0), ("2026-01-01", 2, 1), ("2025-12-31", 15, 0), ("2025-12-31", 16, 1)],
)
def test_the_set_up_of_monitoring_takes_days_of_data(
    facts: Corpus, day: str, days: int, expected: int
) -> None:
    found = billed(facts, did("98975", 20, details={"data_days": days}), date=day)
    assert sum(line.units for line in found.lines) == expected
    assert expected or "98975" in {entry.code for entry in found.not_billed}


def test_the_set_up_of_monitoring_without_days_of_data_is_asked_about(facts: Corpus) -> None:
    found = billed(facts, did("98975", 20), date=ON)
    assert not found.lines
    assert [question.missing for question in found.questions] == ["data_days"]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [  # Prompt 2026: 10 to 19, 20 to 39, 40 and more; CareCloud: no midpoint
        (9, {}),
        (10, {"98979": 1}),
        (19, {"98979": 1}),
        (20, {"98980": 1}),
        (39, {"98980": 1}),
        (40, {"98980": 1, "98981": 1}),
        (79, {"98980": 1, "98981": 2}),
    ],
)
def test_minutes_of_a_month_are_full_blocks(
    facts: Corpus, minutes: int, expected: dict[str, int]
) -> None:
    details = {"month_minutes": minutes, "live_contact": True}
    month = {"id": "s", "technique": "rtm-management", "details": details}
    assert units(facts, month, date=ON) == expected


def test_eighteen_and_ten_minutes_are_one_unit_each(facts: Corpus) -> None:
    """UTHealth's example of the 8-minute rule."""
    found = units(facts, did("97110", 18), did("97140", 10), date=ON)
    assert found == {"97110": 1, "97140": 1}
    assert date.fromisoformat(ON) <= facts.judged_on


@pytest.mark.parametrize(
    ("therapist", "assistant", "expected"),
    [  # CMS's rule of 2022 on CQ, as TherapyComply and CMS's own page work it out
        (5, 10, ["97110x1 GP CQ"]),
        (6, 5, ["97110x1 GP CQ"]),
        (8, 14, ["97110x1 GP"]),
        (23, 22, ["97110x1 GP CQ", "97110x2 GP"]),
        (10, 19, ["97110x1 GP CQ", "97110x1 GP"]),
        (12, 14, ["97110x1 GP CQ", "97110x1 GP"]),
    ],
)
def test_the_therapists_own_minutes_keep_the_last_unit_unmarked(
    facts: Corpus, therapist: int, assistant: int, expected: list[str]
) -> None:
    services = did("97110", therapist), did("97110", assistant, by="assistant")
    assert lines(billed(facts, *services, date=ON)) == expected


def test_scenario_one_of_cms_on_cq(facts: Corpus) -> None:
    services = did("97110", 23, by="assistant"), did("97110", 13), did("97140", 30)
    assert lines(billed(facts, *services, date=ON)) == [
        "97110x1 GP CQ",
        "97110x1 GP",
        "97140x2 GP",
    ]
