"""Measured codes: units by an amount of their own, outside the pool of timed minutes."""

from datetime import date

import pytest
from pydantic import ValidationError

from generator.billing.measured_units import measure
from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.codes import Unit
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, judged, lines, visit
from tests.billing.invented import with_invented


@pytest.fixture(scope="module")
def made(facts: Corpus) -> Corpus:
    return with_invented(facts)


MINUTES = [
    (29, []),
    (30, ["99801x1 GP"]),
    (37, ["99801x1 GP"]),
    (38, ["99801x1 GP", "99802x1 GP"]),
    (52, ["99801x1 GP", "99802x1 GP"]),
    (53, ["99801x1 GP", "99802x2 GP"]),
]


@pytest.mark.parametrize(("spent", "claim"), MINUTES)
def test_an_add_on_carries_what_lies_beyond_the_base(
    made: Corpus, spent: int, claim: list[str]
) -> None:
    assert lines(billed(made, did("99801", spent))) == claim


@pytest.mark.parametrize(
    ("area", "units"), [(1, (1, 0)), (20, (1, 0)), (21, (1, 1)), (40, (1, 1)), (41, (1, 2))]
)
def test_area_is_counted_in_all_and_not_by_wound(
    made: Corpus, area: int, units: tuple[int, int]
) -> None:
    found = measure(made, "99803", area)
    assert (found.own, found.further) == units
    parts = [did("99803", details={"area_cm2": area - 1}), did("99803", details={"area_cm2": 1})]
    claim = [
        f"{code}x{number} GP"
        for code, number in zip(("99803", "99804"), units, strict=True)
        if number
    ]
    assert lines(billed(made, *parts)) == claim


@pytest.mark.parametrize(("days", "units"), [(15, 0), (16, 1), (30, 1), (46, 1)])
def test_days_with_data_make_one_unit_in_thirty_days(made: Corpus, days: int, units: int) -> None:
    assert (
        sum(line.units for line in billed(made, did("99805", details={"data_days": days})).lines)
        == units
    )


@pytest.mark.parametrize(
    ("minutes", "claim"),
    [
        (19, []),
        (39, ["99806x1 GP"]),
        (40, ["99806x1 GP", "99807x1 GP"]),
        (60, ["99806x1 GP", "99807x2 GP"]),
    ],
)
def test_minutes_of_a_month_are_counted_in_full_units(
    made: Corpus, minutes: int, claim: list[str]
) -> None:
    assert lines(billed(made, did("99806", 10, details={"month_minutes": minutes}))) == claim


@pytest.mark.parametrize(
    ("spent", "units"), [(30, 0), (31, 1), (90, 1), (91, 2), (151, 3), (240, 3)]
)
def test_a_code_by_the_hour_repeats_up_to_its_units_a_day(
    made: Corpus, spent: int, units: int
) -> None:
    assert measure(made, "99808", spent).units == units


def test_measured_minutes_never_enter_the_pool(made: Corpus) -> None:
    found = billed(made, did("97110", 7), did("99801", 45))
    assert lines(found) == ["99801x1 GP", "99802x1 GP"]
    assert [entry.code for entry in found.not_billed] == ["97110"]


def test_reasons_name_the_amount_the_unit_and_the_least(made: Corpus) -> None:
    texts = " ".join(reason.text for reason in billed(made, did("99801", 53)).lines[0].reasons)
    assert (
        "One unit covers 30 minutes and needs at least 30 minutes: 53 minutes in a day is 1 unit of"
        " 99801." in texts
    )
    assert (
        "Beyond 30 minutes, report 99802: 23 minutes is 2 units, each needing at least 8 minutes."
        in texts
    )


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("99801", "minutes"),
        ("99803", "area_cm2"),
        ("99805", "data_days"),
        ("99806", "month_minutes"),
    ],
)
def test_a_missing_amount_is_asked_for(made: Corpus, code: str, missing: str) -> None:
    found = billed(made, did(code, None if missing == "minutes" else 20))
    assert [(question.service, question.missing) for question in found.questions] == [
        ("s0", missing)
    ]
    assert not found.lines


@pytest.mark.parametrize("amount", [True, "some", "16", -1, 1_000, 1.5])
def test_yes_and_words_are_no_amounts(made: Corpus, amount: object) -> None:
    with pytest.raises(ValidationError, match="data_days"):
        billed(made, did("99805", details={"data_days": amount}))


def test_too_little_stays_off_the_claim_with_what_it_takes(made: Corpus) -> None:
    (left,) = billed(made, did("99805", details={"data_days": 12})).not_billed
    assert (left.code, left.reason.text) == (
        "99805",
        (
            "12 days with data is not enough for 99805, which needs at least 16 days with data in"
            " 30 days."
        ),
    )


def test_time_beside_a_group_is_no_measured_one_on_one_time(made: Corpus) -> None:
    found = billed(made, did("99801", 30, contact="group"))
    assert not found.lines and "one-on-one minutes only" in found.not_billed[0].reason.text
    assert billed(made, did("99806", details={"month_minutes": 20}, contact="group")).lines


def test_an_assistants_share_marks_one_measured_unit_as_a_whole(made: Corpus) -> None:
    found = billed(made, did("99801", 26, by="assistant"), did("99801", 5))
    assert lines(found) == ["99801x1 GP CQ"]
    found = billed(made, did("99801", 31), did("99801", 3, by="assistant"))
    assert lines(found) == ["99801x1 GP"]


def test_which_of_several_measured_units_are_the_assistants_is_asked(made: Corpus) -> None:
    found = billed(made, did("99801", 40, by="assistant"), did("99801", 5))
    assert lines(found) == [] and found.questions[0].missing == "assistant"


def test_an_add_on_named_by_itself_is_counted_with_its_base(made: Corpus) -> None:
    assert lines(billed(made, did("99801", 30), did("99802", 15))) == ["99801x1 GP", "99802x1 GP"]


@pytest.mark.parametrize(
    ("code", "day", "reason"),
    [
        (
            "99808",
            "2025-12-31",
            "99808 takes effect on January 1, 2026 and is not valid on December 31, 2025.",
        ),
        ("99809", "2026-07-01", "99809 ended on June 30, 2026 and is not valid on July 1, 2026."),
    ],
)
def test_a_code_outside_its_dates_is_refused(
    made: Corpus, code: str, day: str, reason: str
) -> None:
    found = billed(made, did(code, 60), date=day)
    assert (found.lines, [entry.reason.text for entry in found.not_billed]) == ((), [reason])
    described = visit(did(code, 60), date=date.fromisoformat(day))
    assert judged(made, described, f"{code}x1 GP").lines[0].faults[0].carc == "181"


def test_a_code_within_its_dates_is_billed(made: Corpus) -> None:
    assert lines(billed(made, did("99808", 60), date="2026-01-01")) == ["99808x1 GP"]


def test_more_units_than_the_amount_makes_are_at_risk_with_the_code_named(made: Corpus) -> None:
    fault = judged(made, visit(did("99801", 30)), "99801x2 GP").lines[0].faults[0]
    assert (fault.verdict, fault.reason.rests_on) == ("at-risk", ("codes/99801",))


def test_a_day_of_minutes_counts_measured_codes_beside_the_pool_and_says_so(made: Corpus) -> None:
    day = CountedDay.model_validate(
        {
            "services": [
                {"code": "97110", "minutes": 7},
                {"code": "97140", "minutes": 8},
                {"code": "99801", "minutes": 40},
                {"code": "99803", "minutes": 20},
            ]
        }
    )
    found = units_of_day(made, day, "cms")
    assert [(line.code, line.units) for line in found.lines] == [
        ("97140", 1),
        ("99801", 1),
        ("99802", 1),
    ]
    texts = " ".join(reason.text for reason in found.reasons)
    assert "Total 15 timed minutes" in texts
    assert "99803 is billed by area in square centimeters, not by the day's minutes" in texts


def test_two_services_of_one_month_each_tell_the_whole_month(made: Corpus) -> None:
    described = {"details": {"month_minutes": 45}}
    assert lines(billed(made, did("99806", **described), did("99807", **described))) == [
        "99806x1 GP",
        "99807x1 GP",
    ]


def test_an_earlier_measure_names_its_last_day() -> None:
    days = {"of": "data_days", "size": 30, "least": 16}
    unit = {"kind": "measured", "contact": "remote", "text": "…", "sources": ["a-source"]}
    given = {**unit, "as_of": "2026-01-01", "measure": days, "earlier": [days]}
    with pytest.raises(ValidationError, match="last day"):
        Unit.model_validate(given)
    dated = {**given, "earlier": [{**days, "effective": {"to": "2025-12-31"}}]}
    assert Unit.model_validate(dated).measure_on(date(2025, 12, 31)).effective.end
