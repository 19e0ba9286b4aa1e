"""Whole visits: what is billed, what is not, what must be asked."""

from itertools import product

import pytest
from pydantic import ValidationError

from generator.facts.corpus import Corpus
from generator.facts.visits import Visit
from tests.billing.conftest import billed, did, lines


def test_untimed_supervised_and_group_codes_are_one_unit_whatever_the_minutes(
    facts: Corpus,
) -> None:
    found = billed(facts, did("97012", 45), did("G0283", 60), did("97018", 90))
    assert lines(found) == ["97012x1 GP", "G0283x1 GP"]  # paraffin is column 2 to traction
    assert lines(billed(facts, did("97150", 60))) == ["97150x1 GP"]


def test_untimed_minutes_never_enter_the_sum(facts: Corpus) -> None:
    found = billed(facts, did("97110", 35), did("97010", 10), did("97012", 30))
    assert lines(found) == ["97012x1 GP", "97110x2 GP"]
    assert [entry.code for entry in found.not_billed] == ["97010"]


def test_minutes_that_are_not_one_on_one_do_not_count(facts: Corpus) -> None:
    found = billed(facts, did("97110", 30, contact="group"), did("97140", 10))
    assert lines(found) == ["97140x1 GP"]
    assert "97150" in found.not_billed[0].reason.text


def test_97129_is_once_a_day_and_its_add_on_carries_the_rest(facts: Corpus) -> None:
    assert lines(billed(facts, did("97129", 38), discipline="slp")) == ["97129x1 GN", "97130x2 GN"]
    assert lines(billed(facts, did("97129", 15), did("97130", 15), discipline="slp")) == [
        "97129x1 GN",
        "97130x1 GN",
    ]


@pytest.mark.parametrize(
    ("person", "discipline"),
    [("aide", "pt"), ("massage-therapist", "pt"), ("therapist", "massage")],
)
def test_medicare_pays_nobody_who_is_not_qualified(
    facts: Corpus, person: str, discipline: str
) -> None:
    found = billed(facts, did("97124", 30, by=person), discipline=discipline)
    assert lines(found) == [] and found.not_billed[0].code == "97124"


def test_97014_becomes_g0283_for_medicare_and_stays_itself_elsewhere(facts: Corpus) -> None:
    assert lines(billed(facts, did("97014", 15))) == ["G0283x1 GP"]
    assert lines(billed(facts, did("97014", 15), payer="commercial-midpoint")) == ["97014x1 GP"]


def test_the_same_visit_bills_another_claim_with_a_payer_that_counts_by_the_midpoint(
    facts: Corpus,
) -> None:
    day = (did("97110", 33), did("97140", 7))
    assert lines(billed(facts, *day)) == ["97110x2 GP", "97140x1 GP"]
    assert lines(billed(facts, *day, payer="commercial-midpoint")) == ["97110x2 GP"]


def test_how_an_unknown_payer_counts_is_asked_with_what_the_methods_would_give(
    facts: Corpus,
) -> None:
    found = billed(facts, did("97110", 33), did("97140", 7), did("97012"), payer="commercial")
    assert lines(found) == ["97012x1"]
    assert (
        found.questions[0].reason.text
        == "Not known here: the unit rule for Commercial plans, whether 8-minute or midpoint. It"
        " matters: the 8-minute rule gives 97110 x 2, 97140 x 1; the midpoint rule gives"
        " 97110 x 2. Ask the payer, then bill by its method."
    )


def test_florida_excludes_massage(facts: Corpus) -> None:
    found = billed(facts, did("97124", 15), payer="auto-florida-pip")
    assert lines(found) == [] and found.not_billed[0].code == "97124"


def test_what_the_note_leaves_out_is_asked(facts: Corpus) -> None:
    found = billed(facts, did("97110"), {"technique": "petrissage", "minutes": 10})
    assert {question.missing for question in found.questions} == {"minutes", "purpose"} and lines(
        found
    ) == []


def test_relaxation_is_no_service_of_an_insurer(facts: Corpus) -> None:
    found = billed(facts, {"technique": "swedish-massage", "purpose": "relaxation", "minutes": 30})
    assert [(entry.code, entry.minutes) for entry in found.not_billed] == [(None, 30)]


def test_a_deleted_code_is_not_billable_after_its_last_day(facts: Corpus) -> None:
    found = billed(facts, did("97001"))
    assert (
        found.not_billed[0].reason.text
        == "97001 ended on December 31, 2016. Report 97161 or 97162 or 97163 since then."
    )


def test_a_code_that_is_only_named_is_asked_about(facts: Corpus) -> None:
    assert billed(facts, did("29200", 15)).questions[0].missing == "unit"


def test_equally_right_claims_are_all_given(facts: Corpus) -> None:
    found = billed(facts, did("97112", 20), did("97110", 20))
    assert lines(found) == ["97110x2 GP", "97112x1 GP"]
    assert [[(line.code, line.units) for line in way] for way in found.alternatives] == [
        [("97110", 1), ("97112", 2)]
    ]
    assert (
        found.warnings[0].text
        == "Also correct, because the remaining minutes are equal: 97110 1, 97112 2."
    )


def test_units_above_the_mue_are_warned_of_with_its_adjudication_indicator(facts: Corpus) -> None:
    found = billed(facts, did("97124", 75))
    assert lines(found) == ["97124x5 GP"]
    assert (
        found.warnings[0].text
        == "97124 × 5 is above the MUE of 4 (table of April 1, 2026). MAI 3: a daily limit."
        " Units above it can be appealed as medically necessary."
    )


def test_a_line_that_is_only_to_be_denied_is_not_above_an_mue(facts: Corpus) -> None:
    described = {"discipline": "chiropractic", "denial_wanted": True, "abn": "none"}
    found = billed(facts, did("98943"), **described)
    assert lines(found) == ["98943x1 GY"] and not found.warnings


def test_a_hospitals_ceiling_is_its_own_or_not_known(facts: Corpus) -> None:
    by_setting = {
        setting: [
            warning.text for warning in billed(facts, did("97110", 105), setting=setting).warnings
        ]
        for setting in ("practitioner", "hospital")
    }
    assert len(by_setting["practitioner"]) == 1 and by_setting["hospital"] == []
    assert (
        billed(facts, did("97124", 75), setting="hospital").warnings[0].text
        == "Not known here: the MUE for 97124 × 5 on a hospital claim."
    )


def test_two_clinicians_bill_no_more_time_than_passed(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15, clinician="A"), did("97140", 15, clinician="B"))
    assert any(
        "cannot bill more time than actually elapsed" in warning.text for warning in found.warnings
    )


def test_nothing_is_said_of_an_assistants_modifier_where_none_is_known_to_be_due(
    facts: Corpus,
) -> None:
    """A plan's line by an assistant once said that the therapist's own minutes made the unit."""
    found = billed(facts, did("97110", 15, by="assistant"), payer="commercial-midpoint")
    assert lines(found) == ["97110x1 GP"]
    assert not any("assistant" in reason.text for reason in found.lines[0].reasons)


def test_yes_is_no_number_of_regions_and_1_is_no_yes(facts: Corpus) -> None:
    spine = {"technique": "chiropractic-manipulation", "minutes": 10, "details": {"regions": True}}
    with pytest.raises(ValidationError, match="'regions' is True; write a whole number"):
        billed(facts, spine, discipline="chiropractic", active_care=True)


def test_services_need_no_id_and_are_named_by_their_place() -> None:
    written = [did("97110", 15), {**did("97140", 15), "id": "s1"}, did("97112", 15)]
    described = Visit.model_validate(
        {"date": "2026-03-02", "payer": "medicare-part-b", "discipline": "pt", "services": written}
    )
    assert [service.id for service in described.services] == ["s1-1", "s1", "s3"]


def test_a_massage_therapist_under_another_payer_is_not_told_about_medicare(facts: Corpus) -> None:
    others = [name for name, payer in facts.payers.items() if "Medicare" not in payer.name]
    told = []
    for payer, code in product(others, facts.codes):
        service = did(code, 24, by="massage-therapist")
        found = billed(facts, service, payer=payer, discipline="massage")
        asked = [*found.not_billed, *found.questions, *found.lines]
        reasons = [why for one in asked for why in getattr(one, "reasons", None) or [one.reason]]
        told += [why.text for why in (*reasons, *found.warnings) if "Medicare" in why.text]
    assert told == []
