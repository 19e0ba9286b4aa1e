"""An advance notice puts its modifier on the lines that it names, and on no other."""

import pytest

from generator.facts.corpus import Corpus
from tests.billing.conftest import billed, did, lines

WHICH = "Ask which service the ABN names."


def asked(found: object) -> list[str]:
    return [question.reason.text for question in found.questions]


def test_of_two_lines_the_one_is_asked_for_that_the_notice_names(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), did("97140", 15), abn="required")
    assert lines(found) == []
    assert [text.endswith(WHICH) for text in asked(found)] == [True]
    assert found.questions[0].codes == ("97110", "97140")
    assert lines(billed(facts, did("97110", 15), abn="required")) == ["97110x1 GP GA"]


def test_the_line_that_the_notice_names_has_its_modifier_alone(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), did("97140", 15, abn="required"))
    assert lines(found) == ["97110x1 GP", "97140x1 GP GA"]
    above = {"allowed_so_far_usd": 2600, "necessary": True}
    both = billed(facts, did("97110", 15), did("97140", 15, abn="required"), **above)
    assert lines(both) == ["97110x1 GP KX", "97140x1 GP GA"]


def test_a_notice_for_care_no_longer_necessary_covers_all_of_it(facts: Corpus) -> None:
    services = did("97110", 15), did("97140", 15)
    whole = billed(facts, *services, abn="required", necessary=False)
    assert lines(whole) == ["97110x1 GP GA", "97140x1 GP GA"]
    named = (services[0], {**services[1], "abn": "required"})
    split = billed(facts, *named, necessary=False)
    assert lines(split) == ["97110x1 GP GZ", "97140x1 GP GA"]


def test_one_code_of_which_the_notice_names_a_part_is_asked_about(facts: Corpus) -> None:
    found = billed(facts, did("97110", 15), did("97110", 15, abn="required"))
    assert lines(found) == [] and asked(found)[0].endswith(WHICH)


def test_a_voluntary_notice_names_its_excluded_line(facts: Corpus) -> None:
    more = {"discipline": "chiropractic", "denial_wanted": True, "active_care": True}
    manipulated, massaged, exercised = (
        did("98940", by="chiropractor"),
        did("97124", 15, by="chiropractor"),
        did("97110", 15, by="chiropractor"),
    )
    one = billed(facts, manipulated, massaged, abn="voluntary", **more)
    assert lines(one) == ["97124x1 GP GX GY", "98940x1 AT"]
    both = billed(facts, manipulated, massaged, exercised, abn="voluntary", **more)
    assert lines(both) == ["98940x1 AT"] and asked(both)[0].endswith(WHICH)
    named = billed(facts, manipulated, {**massaged, "abn": "voluntary"}, exercised, **more)
    assert lines(named) == ["97110x1 GP GY", "97124x1 GP GX GY", "98940x1 AT"]


@pytest.mark.parametrize("named", [True, False])
def test_a_needling_line_goes_out_where_the_notice_names_it(facts: Corpus, named: bool) -> None:
    needled = did("20560", abn="required" if named else "none")
    found = billed(facts, needled, did("97110", 15))
    assert lines(found) == (["20560x1 GA", "97110x1 GP"] if named else ["97110x1 GP"])
