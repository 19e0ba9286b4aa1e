"""Pairs by date and setting, and what they do to a claim."""

from datetime import date

import pytest

from generator.billing.claim_output import pair_json
from generator.billing.edit_lookup import certainly_in_force, edit_for_pair, edit_on
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines

DAYS = {"data_days": 10}
DATES = [  # both sides of the day each pair ended
    ("97530", "97140", "2019-12-31", 1),
    ("97530", "97140", "2020-01-01", None),
    ("97530", "97140", "2000-07-01", 1),
    ("97530", "97140", "2000-06-30", None),
    ("97530", "97116", "2019-12-31", 1),
    ("97530", "97116", "2020-01-01", None),
    ("97530", "97116", "2020-10-01", None),
    ("97530", "97116", "1999-07-01", 1),
    ("97530", "97116", "1999-06-30", None),
    ("97530", "97535", "2021-12-31", 1),
    ("97530", "97535", "2022-01-01", None),
    ("97161", "97140", "2020-01-01", None),
    ("97161", "97140", "2020-10-01", None),
    ("97161", "97140", "2026-10-01", None),
    ("97161", "97530", "2020-01-01", None),
    ("97161", "97110", "2024-07-01", None),
    ("97140", "97124", "2024-07-01", 0),
    ("97140", "97124", "2026-03-02", 0),
    ("97162", "97161", "2026-10-01", 0),
    ("97012", "97140", "2024-07-01", 1),
]


@pytest.mark.parametrize(("one", "other", "day", "indicator"), DATES)
def test_a_pair_stands_on_its_days_only_and_in_either_order(
    facts: Corpus, one: str, other: str, day: str, indicator: int | None
) -> None:
    for pair in ((one, other), (other, one)):
        found = edit_for_pair(facts, *pair, date.fromisoformat(day), "practitioner")
        assert (found.indicator if found else None) == indicator


def test_practitioner_and_hospital_tables_differ_on_a_test_beside_an_evaluation(
    facts: Corpus,
) -> None:
    found = {
        setting: edit_for_pair(facts, "97161", "97750", date(2024, 7, 1), setting).indicator
        for setting in ("practitioner", "hospital")
    }
    assert found == {"practitioner": 0, "hospital": 1}


def test_the_hospital_table_holds_alone_where_it_turns_the_columns_round(facts: Corpus) -> None:
    day = date(2024, 7, 1)
    for first, second in (("97750", "98980"), ("97602", "20560"), ("97602", "20561")):
        hospital = edit_for_pair(facts, second, first, day, "hospital")
        assert (hospital.column1, hospital.indicator) == (first, 1)
        assert edit_on(facts, second, first, day, "hospital") is None
        assert edit_for_pair(facts, first, second, day, "practitioner").column1 == second


def test_an_edit_without_a_first_day_surely_stood_from_its_table_on_and_on_its_last_day(
    facts: Corpus,
) -> None:
    open_edit = edit_for_pair(facts, "97140", "97124", date(2020, 5, 1), "practitioner")
    assert not certainly_in_force(open_edit, date(2024, 6, 30)) and certainly_in_force(
        open_edit, date(2024, 7, 1)
    )
    ended = edit_for_pair(facts, "97530", "97535", date(2021, 12, 31), "practitioner")
    assert certainly_in_force(ended, date(2021, 12, 31)) and not certainly_in_force(
        ended, date(2021, 12, 30)
    )


def test_indicator_0_takes_column_2_off_whatever_is_separate(facts: Corpus) -> None:
    found = billed(
        facts, did("97140", 15), did("97124", 15, separate=True, separate_by="structure")
    )
    assert lines(found) == ["97140x1 GP"]
    assert [(entry.code, entry.minutes) for entry in found.not_billed] == [("97124", 15)]
    assert "no modifier bypasses this edit" in found.not_billed[0].reason.text


PARTED = [
    ({"separate": True}, "97110x1 59 GP"),
    ({"separate": True, "separate_by": "encounter"}, "97110x1 XE GP"),
    ({"separate": True, "separate_by": "structure"}, "97110x1 XS GP"),
    ({"separate": True, "separate_by": "practitioner"}, "97110x1 XP GP"),
    ({"separate": True, "separate_by": "other"}, "97110x1 XU GP"),
]


@pytest.mark.parametrize(("how", "line"), PARTED)
def test_indicator_1_is_parted_where_the_note_shows_a_separate_service(
    facts: Corpus, how: dict, line: str
) -> None:
    assert lines(billed(facts, did("97150"), did("97110", 15, **how))) == [line, "97150x1 GP"]


def test_indicator_1_without_a_separate_service_takes_column_2_off(facts: Corpus) -> None:
    found = billed(facts, did("97150"), did("97110", 15))
    assert lines(found) == ["97150x1 GP"] and found.not_billed[0].code == "97110"


def test_only_the_separate_minutes_of_column_2_count(facts: Corpus) -> None:
    found = billed(facts, did("97150"), did("97110", 15, separate=True), did("97110", 20))
    assert lines(found) == ["97110x1 59 GP", "97150x1 GP"]
    assert [(entry.code, entry.minutes) for entry in found.not_billed] == [("97110", 20)]


@pytest.mark.parametrize(
    ("day", "line"), [("2019-12-31", "97530x1 59 GP"), ("2020-01-01", "97530x1 GP")]
)
def test_97530_beside_97140_needs_a_modifier_until_the_pair_ended(
    facts: Corpus, day: str, line: str
) -> None:
    found = billed(facts, did("97140", 15), did("97530", 15, separate=True), date=day)
    assert lines(found) == ["97140x1 GP", line]


def test_a_pair_of_unknown_first_day_is_asked_about_and_not_guessed(facts: Corpus) -> None:
    found = billed(facts, did("97140", 15), did("97124", 15), date="2021-06-01")
    assert lines(found) == ["97140x1 GP"]
    assert any(
        "had an NCCI edit on June 1, 2021" in question.reason.text for question in found.questions
    )


def test_minutes_of_a_denied_code_make_no_units_for_another(facts: Corpus) -> None:
    assert lines(billed(facts, did("97140", 20), did("97124", 18))) == ["97140x1 GP"]


def test_column_1_that_lives_on_the_minutes_of_column_2_leaves_instead(facts: Corpus) -> None:
    found = billed(facts, did("97140", 7), did("97124", 18))
    assert lines(found) == ["97124x1 GP"] and found.not_billed[0].code == "97140"


def test_column_1_without_a_unit_denies_nothing(facts: Corpus) -> None:
    assert lines(billed(facts, did("97140", 3), did("97124", 20))) == ["97124x2 GP"]


def test_another_payers_pairs_are_not_known(facts: Corpus) -> None:
    found = billed(facts, did("97140", 15), did("97124", 15), payer="commercial-midpoint")
    assert lines(found) == ["97140x1 GP"]
    assert any("whether Example plan" in question.reason.text for question in found.questions)


def test_a_code_outside_the_tables_is_not_a_code_without_edits(facts: Corpus) -> None:
    day = date(2026, 10, 6)
    assert pair_json(facts, "97140", "97530", day, "practitioner") is None
    for other in ("29581", "98985"):  # only named here; younger than the tables
        found = pair_json(facts, "97140", other, day, "practitioner")
        assert found and found["known"] is False and "Not known here" in str(found["reason"])
    claim = billed(facts, did("98980", details={"month_minutes": 25}), did("98985", details=DAYS))
    assert lines(claim) == ["98980x1 GP"] and claim.questions[0].missing == "pair"


def test_an_edit_answers_a_question_about_what_it_denies(facts: Corpus) -> None:
    """97026 is restricted and would be asked; beside 97024 it is denied whatever the answer."""
    found = billed(facts, did("97024", 10), did("97026", 10), date="2024-07-09")
    assert not found.questions and found.not_billed[0].code == "97026"
    apart = billed(facts, did("97024", 10), did("97026", 10, separate=True), date="2024-07-09")
    assert [question.missing for question in apart.questions] == ["coverage"]


def test_what_an_open_code_would_deny_waits_with_it(facts: Corpus) -> None:
    found = billed(facts, did("97545", 120), did("97140", 15, separate=True), date="2024-11-12")
    assert lines(found) == [] and set(found.questions[0].codes) == {"97545", "97140"}


def test_an_edit_on_a_code_puts_no_modifier_on_its_add_on(facts: Corpus) -> None:
    note = [did("92507", 30, separate=True), did("97129", 45, separate=True)]
    found = billed(facts, *note, discipline="slp")
    assert lines(found) == ["92507x1 GN", "97129x1 59 GN", "97130x2 GN"]
    assert edit_for_pair(facts, "92507", "97130", date(2026, 3, 2), "practitioner") is None
    assert not any("92507" in reason.text for reason in found.lines[2].reasons)
