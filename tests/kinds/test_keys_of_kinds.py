"""The keys of the kinds that the billing engine answers whole.

Units, claims, errors in claims, questions, words, other payers and dates.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.checks import check
from generator.facts.corpus import Corpus
from generator.questions.keys import derive_key, mistakes
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.registry import KINDS
from tests.kinds.conftest import item_from

Written = Mapping[str, Mapping[str, Any]]

KEYS = {
    "kinds-units": {"97110.2", "97140.1", "97010.0"},
    "kinds-tie": {"97110.2", "97140.1", "97110.1", "97140.2"},
    "kinds-claim": {"97110.2.GP", "97140.1.GP"},
    "kinds-nothing": {"nothing"},
    "kinds-form": {
        "11_NONE",
        "17b_1000000013",
        "97110-units_2",
        "97110-modifiers_GP",
        "97110-pointer_C",
        "97110-charge_97.00",
        "97124-units_not-billed",
        "28_97.00",
    },
    "kinds-spot": {"line-2.code", "line-3.units"},
    "kinds-missing": {"ask.kneading.minutes"},
    "kinds-words": {"kneading.technique", "kneading.purpose"},
    "kinds-payer": {"97140.on"},
    "kinds-date": {"97530.off"},
}


def test_the_quiz_of_kinds_has_no_finding(facts: Corpus) -> None:
    """Without the real quizzes, which have a check of their own."""
    quiz = facts.quizzes["kinds"]
    alone = replace(facts, quizzes={"kinds": quiz}, items={item.id: item for item in quiz.items})
    alone = replace(alone, templates={}, variants={}, assignments={}, tracks={})
    found = list(check(alone))
    assert "R201" not in {code for _, code, _ in found}, "which ends a check"
    assert [
        (spot, sentence) for spot, _, sentence in found if spot.path == "quizzes/kinds.yaml"
    ] == []


@pytest.mark.parametrize("name", KEYS)
def test_the_engine_gives_the_key(facts: Corpus, name: str) -> None:
    assert derive_key(facts, facts.items[name]).right == KEYS[name]


def test_every_kind_has_an_example_here_or_in_the_small_project(
    facts: Corpus, base: Corpus
) -> None:
    shown = {item.kind for item in (*facts.quizzes["kinds"].items, *base.items.values())}
    assert shown == set(KINDS)


def test_every_way_to_share_a_tie_is_right(facts: Corpus) -> None:
    assert set(derive_key(facts, facts.items["kinds-tie"]).right_answers) == {
        frozenset({"97110.2", "97140.1"}),
        frozenset({"97110.1", "97140.2"}),
    }


SHORT = (("97110", 33), ("97140", 7))
"""Minutes of which Medicare's method and the midpoint make different units."""


def test_units_of_a_payer_whose_method_is_not_known_have_no_key(
    facts: Corpus, written: Written
) -> None:
    with pytest.raises(UnderivableError, match="Not known here: the unit rule"):
        services = [{"id": code, "code": code, "minutes": spent} for code, spent in SHORT]
        described = {"discipline": "pt", "services": services}
        derive_key(facts, item_from(written["kinds-units"], payer="commercial", visit=described))


def test_more_right_claims_than_a_page_can_show_have_no_key(
    facts: Corpus, written: Written
) -> None:
    codes = ("97110", "97112", "97116", "97140", "97530", "97535", "97542")
    services = [{"id": f"s{code}", "code": code, "minutes": 8} for code in codes]
    with pytest.raises(UnderivableError, match="claims are equally right, more than 6"):
        derive_key(
            facts, item_from(written["kinds-tie"], visit={"discipline": "pt", "services": services})
        )


def test_a_right_claim_has_nothing_wrong_on_it(facts: Corpus, written: Written) -> None:
    claim = [
        {"code": "97140", "units": 1, "modifiers": ["GP"], "feedback": "…"},
        {"code": "97110", "units": 1, "modifiers": ["GP"], "feedback": "…"},
    ]
    assert derive_key(facts, item_from(written["kinds-spot"], claim=claim, nothing=None)).right == {
        "nothing"
    }


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ({"units": 2}, {"line-1.units"}),
        ({"modifiers": []}, {"line-1.modifiers"}),
        ({"modifiers": ["GP", "KX"]}, {"line-1.modifiers"}),
        ({"units": 3, "modifiers": ["GO"]}, {"line-1.units", "line-1.modifiers"}),
        ({"code": "97112"}, {"line-1.code"}),
    ],
)
def test_each_cell_that_differs_is_an_error(
    facts: Corpus, written: Written, line: dict[str, object], right: set[str]
) -> None:
    own = {"code": "97140", "units": 1, "modifiers": ["GP"], "feedback": "…"}
    other = {"code": "97110", "units": 1, "modifiers": ["GP"], "feedback": "…"}
    key = derive_key(
        facts, item_from(written["kinds-spot"], claim=[{**own, **line}, other], nothing=None)
    )
    assert key.right == right
    assert key.free == (
        {"line-1.units", "line-1.modifiers", "missing-line"} if "line-1.code" in right else set()
    )


def test_a_line_that_stands_nowhere_is_missing(facts: Corpus, written: Written) -> None:
    claim = [{"code": "97140", "units": 1, "modifiers": ["GP"], "feedback": "…"}]
    assert derive_key(facts, item_from(written["kinds-spot"], claim=claim, nothing=None)).right == {
        "missing-line"
    }


def test_the_order_of_lines_and_modifiers_is_no_error(facts: Corpus, written: Written) -> None:
    claim = [
        {"code": code, "units": 1, "modifiers": ["GP"], "feedback": "…"}
        for code in ("97110", "97140")
    ]
    forth, back = (
        derive_key(facts, item_from(written["kinds-spot"], claim=lines, nothing=None))
        for lines in (claim, claim[::-1])
    )
    assert forth.right == back.right == {"nothing"}


def test_a_visit_that_leaves_nothing_open_asks_for_nothing(facts: Corpus, written: Written) -> None:
    services = [
        {"id": "kneading", "technique": "petrissage", "purpose": "ease-spasm", "minutes": 15}
    ]
    options = [
        {"asks": word, "of": "kneading", "text": word, "feedback": "…"}
        for word in ("minutes", "purpose")
    ]
    item = item_from(
        written["kinds-missing"],
        visit={"discipline": "pt", "services": services},
        options=[*options, {"asks": "nothing", "feedback": "…"}],
    )
    assert derive_key(facts, item).right == {"nothing"}


def test_what_is_missing_twice_cannot_be_held_against_the_learner(
    facts: Corpus, written: Written
) -> None:
    services = [{"id": "kneading", "technique": "petrissage"}]
    with pytest.raises(UnderivableError, match="gives no minutes of 'kneading' either"):
        derive_key(
            facts,
            item_from(written["kinds-missing"], visit={"discipline": "pt", "services": services}),
        )


def test_the_line_rests_on_the_minutes_too(facts: Corpus, written: Written) -> None:
    key = derive_key(facts, item_from(written["kinds-words"], asks="line"))
    assert key.right == {"kneading.technique", "kneading.purpose", "kneading.minutes"}


def test_all_words_tied_to_one_fact_are_right(facts: Corpus, written: Written) -> None:
    note = (
        "[[Kneaded|kneading.technique]] and [[lifted|kneading.technique]] the calf [[to ease a"
        " spasm|kneading.purpose]] after a [[long drive|drive]]."
    )
    assert derive_key(facts, item_from(written["kinds-words"], note=note)).right == {
        "kneading.technique",
        "kneading.technique.2",
        "kneading.purpose",
    }


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        ("rubbing.minutes", "names no service of the visit"),
        ("kneading.regions", "service 'kneading' has no 'regions'"),
        ("a name", "is no name"),
    ],
)
def test_words_tied_to_nothing_real_are_refused(
    facts: Corpus, written: Written, tie: str, said: str
) -> None:
    with pytest.raises(UnderivableError, match=said):
        derive_key(
            facts,
            item_from(
                written["kinds-words"], note=f"{written['kinds-words']['note']} [[more|{tie}]]"
            ),
        )


def test_for_a_payer_that_must_be_asked_asking_is_what_changes(
    facts: Corpus, written: Written
) -> None:
    assert derive_key(facts, item_from(written["kinds-payer"], to="commercial")).right == {
        "ask.unit_method"
    }


def test_the_code_a_payer_takes_instead_is_two_changes(facts: Corpus, written: Written) -> None:
    visit = {"discipline": "pt", "services": [{"id": "current", "code": "97014", "minutes": 15}]}
    item = item_from(
        written["kinds-payer"], payer="commercial-midpoint", to="medicare-part-b", visit=visit
    )
    assert derive_key(facts, item).right == {"97014.off", "G0283.on"}


def test_nothing_changes_only_where_the_modifiers_stay_too(facts: Corpus, written: Written) -> None:
    kept = {"discipline": "pt", "services": [{"id": "a", "code": "97110", "minutes": 40}]}
    assert derive_key(facts, item_from(written["kinds-payer"], visit=kept)).right == {"nothing"}
    gained = {
        "discipline": "chiropractic",
        "active_care": True,
        "services": [{"id": "a", "code": "98940"}],
    }
    item = item_from(
        written["kinds-payer"], payer="commercial-midpoint", to="medicare-part-b", visit=gained
    )
    assert derive_key(facts, item).right == {"98940.modifiers.AT"}


def test_no_key_says_what_stays_where_a_payers_modifiers_are_not_known(
    facts: Corpus, written: Written
) -> None:
    visit = {"discipline": "pt", "services": [{"id": "a", "code": "97150", "minutes": 30}]}
    with pytest.raises(UnderivableError, match="which modifiers Commercial plans wants on 97150"):
        derive_key(facts, item_from(written["kinds-payer"], to="commercial", visit=visit))


def test_on_another_day_a_pair_that_has_ended_stands_again(facts: Corpus, written: Written) -> None:
    assert derive_key(facts, item_from(written["kinds-date"], to="2020-01-02")).right == {"nothing"}


def test_the_same_date_again_is_no_other_date(facts: Corpus, written: Written) -> None:
    with pytest.raises(UnderivableError, match="'to' is the visit's own date"):
        derive_key(facts, item_from(written["kinds-date"], to=written["kinds-date"]["date"]))


def test_a_misconception_is_found_wherever_an_item_names_it(facts: Corpus) -> None:
    assert mistakes(facts.items["kinds-units"]) == {
        "session-length-makes-units",
        "hot-pack-is-billable",
    }
    assert mistakes(facts.items["kinds-spot"]) == {
        "modifier-59-bypasses-any-edit",
        "session-length-makes-units",
    }
