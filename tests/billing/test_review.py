"""A claim somebody wrote, as the payer would see it."""

import pytest

from generator.facts.corpus import Corpus
from tests.billing.conftest import did, judged, visit

EXERCISE = visit(did("97110", 30))
SPLIT = visit(did("97110", 23, by="assistant"), did("97110", 13), did("97140", 30))
GROUP = visit(did("97150"), did("97110", 15, separate=True, separate_by="encounter"))

CASES = [  # id, visit, claim, verdicts, CARC of the first fault of each line
    ("right-claim", EXERCISE, ["97110x2 GP"], ["paid"], [None]),
    ("no-plan-modifier", EXERCISE, ["97110x2"], ["denied"], ["4"]),
    ("another-plan", EXERCISE, ["97110x2 GO"], ["denied"], ["4"]),
    ("too-many-units", EXERCISE, ["97110x3 GP"], ["at-risk"], [None]),
    ("too-few-units", EXERCISE, ["97110x1 GP"], ["paid"], [None]),
    ("another-code", EXERCISE, ["97140x2 GP"], ["at-risk"], [None]),
    ("needless-59", EXERCISE, ["97110x2 59 GP"], ["paid"], [None]),
    (
        "assistant-split",
        SPLIT,
        ["97110x1 GP CQ", "97110x1 GP", "97140x2 GP"],
        ["paid"] * 3,
        [None] * 3,
    ),
    ("assistant-hidden", SPLIT, ["97110x2 GP", "97140x2 GP"], ["at-risk", "paid"], [None, None]),
    ("assistant-overtold", SPLIT, ["97110x2 GP CQ", "97140x2 GP"], ["paid", "paid"], [None, None]),
    ("pair-parted", GROUP, ["97110x1 XE GP", "97150x1 GP"], ["paid", "paid"], [None, None]),
    ("pair-parted-by-59", GROUP, ["97110x1 59 GP", "97150x1 GP"], ["paid", "paid"], [None, None]),
    (
        "pair-parted-by-another-sort",
        GROUP,
        ["97110x1 XS GP", "97150x1 GP"],
        ["at-risk", "paid"],
        [None, None],
    ),
    ("pair-not-parted", GROUP, ["97110x1 GP", "97150x1 GP"], ["denied", "paid"], ["236", None]),
    (
        "59-without-support",
        visit(did("97150"), did("97110", 15)),
        ["97110x1 59 GP", "97150x1 GP"],
        ["at-risk", "paid"],
        [None, None],
    ),
    (
        "indicator-0",
        visit(did("97140", 15), did("97124", 15)),
        ["97124x1 59 GP", "97140x1 GP"],
        ["denied", "paid"],
        ["236", None],
    ),
    (
        "bundled",
        visit(did("97110", 15), did("97010", 10)),
        ["97110x1 GP", "97010x1 GP"],
        ["paid", "denied"],
        [None, "97"],
    ),
    ("invalid-for-medicare", visit(did("97014", 15)), ["97014x1 GP"], ["denied"], ["16"]),
    ("above-the-mue", visit(did("97124", 75)), ["97124x5 GP"], ["denied"], ["151"]),
    ("twice", EXERCISE, ["97110x1 GP", "97110x1 GP"], ["paid", "denied"], [None, "18"]),
    ("deleted-code", visit(did("97161")), ["97001x1 GP"], ["denied"], ["181"]),
    ("aide", visit(did("97110", 15, by="aide")), ["97110x1 GP"], ["at-risk"], [None]),
    (
        "no-kx",
        visit(did("97110", 15), allowed_so_far_usd=2500, necessary=True),
        ["97110x1 GP"],
        ["denied"],
        ["119"],
    ),
    ("kx-with-ga", EXERCISE, ["97110x2 GP KX GA"], ["denied"], ["50"]),
    (
        "expected-denial",
        visit(did("97110", 30), necessary=False, abn="required"),
        ["97110x2 GP GA"],
        ["denied"],
        ["50"],
    ),
    (
        "notice-missing",
        visit(did("97110", 30), necessary=False, abn="required"),
        ["97110x2 GP"],
        ["at-risk"],
        [None],
    ),
    (
        "no-at",
        visit(did("98940"), discipline="chiropractic", active_care=True),
        ["98940x1"],
        ["denied"],
        ["50"],
    ),
    (
        "maintenance-with-at",
        visit(did("98940"), discipline="chiropractic", active_care=False, abn="none"),
        ["98940x1 AT"],
        ["at-risk"],
        [None],
    ),
    (
        "chiropractors-massage",
        visit(did("97124", 15), discipline="chiropractic"),
        ["97124x1"],
        ["denied"],
        ["170"],
    ),
    (
        "add-on-alone",
        visit(did("97129", 38), discipline="slp"),
        ["97130x2 GN"],
        ["denied"],
        ["107"],
    ),
    (
        "tie-the-other-way",
        visit(did("97112", 20), did("97110", 20)),
        ["97112x2 GP", "97110x1 GP"],
        ["paid", "paid"],
        [None, None],
    ),
    (
        "assistant-of-another-plan",
        EXERCISE,
        ["97110x2 CO", "97140x1 GP CQ"],
        ["denied", "at-risk"],
        ["4", None],
    ),
    ("unknown-modifier", EXERCISE, ["97110x2 GP 76"], ["at-risk"], [None]),
]


@pytest.mark.parametrize(
    ("described", "claim", "verdicts", "carcs"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_each_line_gets_the_payers_verdict(
    facts: Corpus, described: object, claim: list[str], verdicts: list[str], carcs: list[str | None]
) -> None:
    found = judged(facts, described, *claim)
    assert [line.verdict for line in found.lines] == verdicts
    assert [line.faults[0].carc if line.faults else None for line in found.lines] == carcs
    assert all(fault.correction for line in found.lines for fault in line.faults)


def test_a_line_of_the_visit_that_is_not_on_the_claim_is_missing(facts: Corpus) -> None:
    found = judged(facts, visit(did("97110", 33), did("97140", 7)), "97110x2 GP")
    assert [(line.code, line.units, line.modifiers) for line in found.missing] == [
        ("97140", 1, ("GP",))
    ]


def test_kx_with_ga_is_named_as_a_contradiction(facts: Corpus) -> None:
    found = judged(facts, EXERCISE, "97110x2 GP KX GA")
    assert any(
        "KX and GA contradict each other" in fault.reason.text for fault in found.lines[0].faults
    )


def test_the_way_back_names_the_modifier_that_is_due(facts: Corpus) -> None:
    assert (
        judged(facts, GROUP, "97110x1 GP", "97150x1 GP").lines[0].faults[0].correction
        == "Append XE: the visit shows a separate service."
    )


def test_no_medicare_rule_is_held_against_another_payers_claim(facts: Corpus) -> None:
    found = judged(
        facts, visit(did("97110", 33), did("97140", 7), payer="commercial-midpoint"), "97110x2"
    )
    assert [line.verdict for line in found.lines] == ["paid"] and found.missing == ()


def test_a_chiropractors_line_for_a_denial_without_gp_is_sent_back(facts: Corpus) -> None:
    described = visit(did("97124", 15), discipline="chiropractic", denial_wanted=True)
    names = [fault.name for fault in judged(facts, described, "97124x1 GY").lines[0].faults]
    assert "plan-missing" in names
    assert "plan-missing" not in [
        fault.name for fault in judged(facts, described, "97124x1 GP GY").lines[0].faults
    ]


@pytest.mark.parametrize("modifier", ["22", "25", "76", "77", "93", "95", "96", "97", "RT"])
def test_a_modifier_that_no_therapy_line_needs_is_explained(facts: Corpus, modifier: str) -> None:
    faults = judged(facts, EXERCISE, f"97110x2 GP {modifier}").lines[0].faults
    assert [fault.name for fault in faults] == ["modifier-other"]
    assert modifier in faults[0].reason.text


def test_a_modifier_outside_the_site_is_said_to_be_and_where_to_look(facts: Corpus) -> None:
    found = judged(facts, EXERCISE, "97110x2 GP Q5").lines[0].faults[0]
    assert "not covered on this site" in found.reason.text and "HCPCS" in found.correction


KX_TOO_EARLY = [
    ({"allowed_so_far_usd": 900}, ["kx-below"]),
    ({}, ["kx-unsupported"]),
    ({"allowed_so_far_usd": 2600, "necessary": True}, []),
]


@pytest.mark.parametrize(("described", "names"), KX_TOO_EARLY)
def test_kx_below_the_threshold_is_said(facts: Corpus, described: dict, names: list[str]) -> None:
    found = judged(facts, visit(did("97110", 30), **described), "97110x2 GP KX")
    assert [fault.name for fault in found.lines[0].faults] == names


def test_the_whole_of_92523_is_not_stated_for_language_alone(facts: Corpus) -> None:
    evaluation = {"technique": "speech-evaluation", "details": {"aspect": "language"}}
    found = judged(facts, visit(evaluation, discipline="slp"), "92523x1 GN")
    assert [fault.name for fault in found.lines[0].faults] == ["reduced-missing"]


def corrections(facts: Corpus, described: object, *claim: str) -> list[str]:
    found = judged(facts, described, *claim)
    return [line.faults[0].correction if line.faults else "" for line in found.lines]


def test_of_a_pair_the_code_comes_off_that_the_visit_does_not_show(facts: Corpus) -> None:
    claim = ("97012x1 GP", "97140x1 GP")
    hands, machine = visit(did("97140", 15)), visit(did("97012", 15))
    assert corrections(facts, hands, *claim) == [
        "Remove the line.",
        "Remove 97012: the visit does not support it. 97140 can then be billed.",
    ]
    assert corrections(facts, machine, *claim) == [
        "",
        "Remove 97140: the visit shows no separate service.",
    ]


def test_an_assistants_modifier_too_many_is_named_where_it_stands(facts: Corpus) -> None:
    found = judged(facts, EXERCISE, "97110x1 GP", "97110x1 GP CQ", "97140x1 GP CO CQ")
    assert [[fault.name for fault in line.faults] for line in found.lines] == [
        [],
        ["mark-not-due"],
        [
            "no-service",
            "contradiction",
            "contradiction",
            "mark-of-another-plan",
            "mark-not-due",
        ],
    ]


@pytest.mark.parametrize("modifier", ["25", "96", "Q5"])
def test_another_payers_borrowed_modifiers_are_explained_too(facts: Corpus, modifier: str) -> None:
    described = visit(did("97110", 30), payer="commercial-midpoint")
    names = [one.name for one in judged(facts, described, f"97110x2 {modifier}").lines[0].faults]
    assert names == ["modifier-unknown" if modifier == "Q5" else "modifier-other"]
