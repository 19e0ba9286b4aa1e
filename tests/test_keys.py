"""The right answer of an item follows from its visit and the facts."""

from dataclasses import replace
from typing import Any

import pytest

from generator.facts.corpus import Corpus
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError, ask_clinician, visit_of
from generator.questions.kinds.choose_all.choose_all_kind import ChooseAll
from generator.questions.kinds.choose_code.choose_code_kind import ChooseCode
from generator.questions.kinds.judge_claim.judge_claim_kind import VERDICT, JudgeClaim

COMMON = {
    "id": "an-item",
    "version": 1,
    "title": "An item",
    "payer": "medicare-part-b",
    "date": "2026-04-02",
    "difficulty": 1,
    "objectives": ["tell-massage"],
    "rests_on": ["codes/97124"],
    "reason": "So it is.",
}
CODES = [{"code": code, "feedback": "…"} for code in ("97124", "97140", "97110")]
KNEADING = {"id": "calf", "technique": "petrissage", "purpose": "ease-spasm", "minutes": 15}
MOBILIZING = {"id": "knee", "technique": "joint-mobilization", "minutes": 15}
RAISING = {"id": "raises", "technique": "leg-raises", "minutes": 15}


def choose_code(*services: dict[str, Any], **more: Any) -> ChooseCode:
    visit = {"discipline": "pt", "services": services}
    return ChooseCode.model_validate(
        {
            **COMMON,
            "kind": "choose-code",
            "note": "A note.",
            "visit": visit,
            "options": CODES,
            **more,
        }
    )


def choose_codes(*services: dict[str, Any], **more: Any) -> ChooseAll:
    visit = {"discipline": "pt", "services": services}
    return ChooseAll.model_validate(
        {
            **COMMON,
            "kind": "choose-all",
            "note": "A note.",
            "prompt": "Which?",
            "visit": visit,
            "options": CODES,
            **more,
        }
    )


def choose_statements(*statements: tuple[str, str, object]) -> ChooseAll:
    options = [
        {
            "id": f"s{number}",
            "text": "…",
            "feedback": "…",
            "holds": {"fact": "codes/97124", "slot": slot, comparison: value}
            | ({"error": "reverse"} if comparison == "contradicts" else {}),
        }
        for number, (slot, comparison, value) in enumerate(statements, 1)
    ]
    return ChooseAll.model_validate(
        {**COMMON, "kind": "choose-all", "note": "A note.", "prompt": "Which?", "options": options}
    )


def judge(claim: str) -> JudgeClaim:
    options = [{"verdict": verdict, "feedback": "…"} for verdict in VERDICT]
    return JudgeClaim.model_validate(
        {**COMMON, "kind": "judge-claim", "claim": claim, "options": options}
    )


@pytest.mark.parametrize(
    ("service", "right"),
    [
        (KNEADING, {"97124"}),
        ({**KNEADING, "purpose": "relaxation"}, {"not-billable"}),
        ({"id": "calf", "technique": "petrissage"}, {"ask-therapist"}),
        ({**KNEADING, "purpose": "strength"}, {"ask-therapist"}),
        (MOBILIZING, {"97140"}),
        ({"id": "line", "code": "97110"}, {"97110"}),
        ({"id": "point", "technique": "trigger-point-pressure"}, {"97124", "97140"}),
    ],
)
def test_the_technique_and_its_purpose_decide(
    base: Corpus, service: dict[str, Any], right: set[str]
) -> None:
    assert derive_key(base, choose_code(service)).right == right


def test_a_key_says_on_which_facts_it_rests(base: Corpus) -> None:
    [reason] = derive_key(base, choose_code(KNEADING)).reasons
    assert reason.text == "Strokes toward a goal are massage."
    assert (reason.rests_on, reason.sources) == (
        ("techniques/petrissage", "codes/97124"),
        ("trade-article",),
    )


def test_an_author_has_no_say_in_the_key(base: Corpus) -> None:
    options = [{**CODES[0], "key": False}, {**CODES[1], "key": True}, CODES[2]]
    assert derive_key(base, choose_code(KNEADING, options=options)).right == {"97124"}


def test_of_several_services_the_one_asked_about_counts(base: Corpus) -> None:
    assert derive_key(base, choose_code(KNEADING, MOBILIZING, about="knee")).right == {"97140"}


def test_all_codes_of_a_visit_leave_out_what_a_pair_denies(base: Corpus) -> None:
    assert derive_key(base, choose_codes(KNEADING, MOBILIZING)).right == {"97140"}
    assert derive_key(base, choose_codes(KNEADING)).right == {"97124"}


def test_all_codes_of_a_visit_are_open_where_one_is_not_taught(base: Corpus) -> None:
    with pytest.raises(UnderivableError, match="97110 is listed but not taught"):
        derive_key(base, choose_codes(KNEADING, RAISING))


def test_a_pair_of_medicares_is_open_where_the_payer_is_another(base: Corpus) -> None:
    with pytest.raises(UnderivableError, match="whether Commercial plans denies 97124"):
        derive_key(base, choose_codes(KNEADING, MOBILIZING, payer="commercial"))


def test_a_statement_is_right_where_the_fact_says_the_same(base: Corpus) -> None:
    item = choose_statements(
        ("unit.kind", "equals", "timed"),
        ("unit.minutes", "equals", 15),
        ("unit.minutes", "equals", 8),
        ("mue.practitioner.units", "equals", 4),
        ("also_called", "says", "effleurage"),
        ("plain_name", "contradicts", "Massage"),
        ("coverage.medicare-part-b.status", "equals", "active"),
    )
    assert derive_key(base, item).right == {"s1", "s2", "s4", "s5", "s7"}


@pytest.mark.parametrize(
    "slot",
    ["unit.length", "mue.1.units", "mue.²", "mue.-1", "coverage.nobody.status", "unit.kind.first"],
)
def test_a_slot_that_leads_nowhere_has_no_key(base: Corpus, slot: str) -> None:
    item = choose_statements(
        ("unit.kind", "equals", "timed"), ("unit.minutes", "equals", 15), (slot, "equals", "x")
    )
    with pytest.raises(
        UnderivableError, match=f"'{slot}' leads to nothing in codes/97124"
    ) as caught:
        derive_key(base, item)
    assert caught.value.keys == ("options", 2, "holds", "slot")


@pytest.mark.parametrize(
    ("verdict", "right"),
    [
        ("true", "holds"),
        ("false", "does-not-hold"),
        ("misleading", "misleading"),
        ("outdated", "does-not-hold"),
    ],
)
def test_only_a_true_claim_holds_as_it_is_written(base: Corpus, verdict: str, right: str) -> None:
    claim = base.claims["an-article-c2"].model_copy(update={"verdict": verdict})
    judged = replace(base, claims={**base.claims, "an-article-c2": claim})
    assert derive_key(judged, judge("an-article-c2")).right == {right}


def test_the_doubt_about_a_claim_is_a_doubt_about_its_key(base: Corpus) -> None:
    claim = base.claims["an-article-c2"].model_copy(update={"confidence": "low"})
    doubted = replace(base, claims={**base.claims, "an-article-c2": claim})
    assert [
        reason.confidence for reason in derive_key(doubted, judge("an-article-c2")).reasons
    ] == ["low"]


def test_an_answer_is_stored_under_a_name_that_outlives_its_wording(base: Corpus) -> None:
    named = [option.answer_id for item in base.items.values() for option in item.options]
    assert named == [
        "97124",
        "97140",
        "97110",
        "ask-therapist",
        "timed",
        "six-units",
        "one-on-one",
        "holds",
        "misleading",
        "does-not-hold",
    ]


@pytest.mark.parametrize(
    ("discipline", "asked"),
    [("slp", "Ask the therapist"), ("chiropractic", "Ask the chiropractor")],
)
def test_a_gap_in_a_note_is_asked_of_who_wrote_it(discipline: str, asked: str) -> None:
    item = choose_code(KNEADING)
    item = item.model_copy(
        update={"visit": item.visit.model_copy(update={"discipline": discipline})}
    )
    assert ask_clinician(visit_of(item)) == asked
