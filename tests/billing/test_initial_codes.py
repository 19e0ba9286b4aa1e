"""Only one initial acupuncture code a day: which set was first decides, and is asked."""

import pytest

from generator.billing.unit_calculator import units_of_day
from generator.billing.written_claims import CountedDay
from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, judged, lines, visit

PAYERS = ("medicare-part-b", "commercial-midpoint")
BACK = {"condition": "chronic-low-back-pain", "visit_of_year": 3}


def needled(code: str, minutes: int | None = 15, **more: object) -> dict:
    return did(code, minutes, by="physician", details=BACK, **more)


def of_technique(current: bool, **more: object) -> dict:
    details = {**BACK, "current": current}
    return {"technique": "acupuncture", "by": "physician", "details": details, "minutes": 15} | more


@pytest.mark.parametrize("payer", PAYERS)
def test_both_codes_wait_until_it_is_known_which_set_was_first(facts: Corpus, payer: str) -> None:
    found = billed(facts, of_technique(False), of_technique(True), payer=payer)
    assert lines(found) == [] and found.not_billed == ()
    (question,) = found.questions
    assert (question.missing, question.codes) == ("first", ("97810", "97813"))
    assert "if 97810 was first, the other set is 97814" in question.reason.text


@pytest.mark.parametrize("payer", PAYERS)
@pytest.mark.parametrize(
    ("current", "claim"), [(False, ["97810x1", "97814x1"]), (True, ["97811x1", "97813x1"])]
)
def test_the_set_after_the_first_is_its_add_on(
    facts: Corpus, payer: str, current: bool, claim: list[str]
) -> None:
    sets = [of_technique(current, first=True), of_technique(not current)]
    found = billed(facts, *sets, payer=payer)
    assert lines(found) == claim and found.questions == ()


@pytest.mark.parametrize(
    ("first", "later", "claim"),
    [  # by CPT's time rule over both: 8 to 22 minutes one unit, 23 to 37 two, 38 to 52 three
        (10, 12, ["97810x1"]),
        (10, 13, ["97810x1", "97814x1"]),
        (20, 10, ["97810x1", "97814x1"]),
        (30, 15, ["97810x1", "97811x1", "97814x1"]),
        (23, 8, ["97810x1", "97811x1"]),
        (15, 38, ["97810x1", "97814x3"]),
        (15, 7, ["97810x1"]),
        (5, 15, ["97813x1"]),
    ],
)
def test_the_minutes_of_both_sets_make_the_units_of_the_day(
    facts: Corpus, first: int, later: int, claim: list[str]
) -> None:
    found = billed(facts, needled("97810", first, first=True), needled("97813", later))
    assert lines(found) == claim and found.questions == ()
    total = sum(line.units for line in found.lines)
    assert total <= max(1, (first + later + 7) // 15)


def test_a_set_named_by_its_add_on_was_not_first(facts: Corpus) -> None:
    assert lines(billed(facts, needled("97811"), needled("97813"))) == ["97811x1", "97813x1"]
    asked = billed(facts, needled("97811"), needled("97814"))
    assert [one.missing for one in asked.questions] == ["first"]


def test_two_sets_that_are_both_marked_first_are_asked_about(facts: Corpus) -> None:
    found = billed(facts, needled("97810", first=True), needled("97813", first=True))
    assert lines(found) == [] and [one.missing for one in found.questions] == ["first"]


def test_a_set_without_minutes_holds_the_other_unless_that_was_first(facts: Corpus) -> None:
    asked = billed(facts, needled("97810", None), needled("97813"))
    assert lines(asked) == [] and [one.missing for one in asked.questions] == ["minutes"]
    known = billed(facts, needled("97810", None), needled("97813", first=True))
    assert lines(known) == ["97813x1"]
    assert [one.missing for one in known.questions] == ["minutes"]


def test_a_question_about_dry_needling_holds_both(facts: Corpus) -> None:
    """Dry needling is asked about itself; its edits with acupuncture have indicator 0."""
    dry = did("20560", by="physician", details={"muscles": 2, **BACK})
    (question,) = billed(facts, dry, needled("97810"), needled("97813")).questions
    assert question.missing == "coverage"
    assert question.codes == ("20560", "97810", "97813")


def test_the_review_takes_the_add_on_after_the_other_initial_code(facts: Corpus) -> None:
    day = visit(needled("97810", first=True), needled("97813"))
    right, wrong = (judged(facts, day, "97810x1", other) for other in ("97814x1", "97813x1"))
    assert [fault.name for line in right.lines for fault in line.faults] == []
    found = [[fault.name for fault in line.faults] for line in wrong.lines]
    assert found == [[], ["other-service"]]


def test_the_calculator_counts_no_unit_of_two_initial_codes(facts: Corpus) -> None:
    services = [{"code": code, "minutes": 15} for code in ("97810", "97813", "97110")]
    found = units_of_day(facts, CountedDay.model_validate({"services": services}), "cms")
    assert [line.code for line in found.lines] == ["97110"]
    assert any("which set was first" in reason.text for reason in found.reasons)
