"""The worked examples of the rules: enough of them, and each says what its evidence says."""

import pytest

from generator.facts.corpus import Corpus
from generator.pages.rule_pages import ExampleView, example_view

THEMES = (
    "eight-minute",
    "midpoint",
    "one-on-one-time",
    "assistants",
    "group-therapy",
    "concurrent-care",
    "ncci-pairs",
    "modifiers",
    "kx-threshold",
    "certification",
    "progress-report",
    "mppr",
    "advance-notice",
    "telehealth",
    "remote-monitoring",
    "students-and-aides",
    "maintenance-care",
    "chiropractic",
)
# As CMS's examples and the judged evidence say it; several claims where several are right.
CLAIMS = {
    "eight-minute/forty-seven-minutes": ["97110 × 1 GP, 97112 × 2 GP"],
    "eight-minute/thirty-three-and-seven": ["97110 × 2 GP, 97140 × 1 GP"],
    "eight-minute/four-codes": ["97110 × 1 GP, 97116 × 1 GP, 97140 × 1 GP"],
    "eight-minute/three-sevens": ["97110 × 1 GP", "97112 × 1 GP", "97140 × 1 GP"],
    "assistants/cms-case": ["97110 × 1 GP CQ, 97110 × 1 GP, 97140 × 2 GP"],
    "group-therapy/group-and-alone": ["97110 × 1 XE GP, 97150 × 1 GP"],
    "ncci-pairs/indicator-0": ["97140 × 1 GP"],
    "ncci-pairs/pair-that-was": ["97140 × 1 GP, 97530 × 1 GP"],
    "ncci-pairs/pair-in-2019": ["97140 × 1 GP, 97530 × 1 59 GP"],
    "chiropractic/maintenance": ["98941 × 1 GA"],
    "chiropractic/massage-denied": ["97124 × 1 GP GX GY"],
    "acupuncture-benefit/fifteen-minutes-by-a-physician": ["97810 × 1"],
    "acupuncture-benefit/the-fourteenth-visit": ["97810 × 1 KX"],
    "acupuncture-benefit/the-visit-is-not-counted": [""],
    "acupuncture-benefit/dry-needling-by-a-therapist": ["20560 × 1 GA"],
    "national-coverage/infrared-for-neuropathy": [""],
    "national-coverage/infrared-with-a-notice": ["97026 × 1 GP GA"],
    "national-coverage/ultrasound-for-the-chest": [""],
    "orthoses/an-l-code-and-training": ["97760 × 1 GO"],
    "orthoses/no-l-code": ["97760 × 3 GO"],
    "students-and-aides/aide-watches": ["97110 × 1 GP"],
    "students-and-aides/student-alone": [""],
    "modifiers/all-on-one-line": ["97110 × 1 XE GP CQ KX, 97150 × 1 GP KX"],
}


def shown(corpus: Corpus, name: str) -> ExampleView:
    rule, _, example = name.partition("/")
    return next(
        example_view(corpus, one) for one in corpus.rules[rule].examples if one.id == example
    )


@pytest.mark.parametrize("rule", THEMES)
def test_a_rule_has_worked_examples(corpus: Corpus, rule: str) -> None:
    assert len(corpus.rules[rule].examples) >= 2


@pytest.mark.parametrize("name", CLAIMS)
def test_an_example_bills_what_the_evidence_says(corpus: Corpus, name: str) -> None:
    (claim,) = shown(corpus, name).claims
    told = ", ".join(
        " ".join((f"{line.code} × {line.units}", *line.modifiers)) for line in claim.lines
    )
    assert [told, *claim.others] == CLAIMS[name]


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("midpoint/three-eights", (2, 3)),
        ("midpoint/three-twenties", (4, 3)),
        ("midpoint/one-code", (2, 2)),
    ],
)
def test_the_two_methods_differ_as_the_evidence_says(
    corpus: Corpus, name: str, units: tuple[int, int]
) -> None:
    assert (
        tuple(sum(line.units for line in claim.lines) for claim in shown(corpus, name).claims)
        == units
    )


def test_every_example_answers_something(corpus: Corpus) -> None:
    views = [
        (rule.id, example_view(corpus, example))
        for rule in corpus.rules.values()
        for example in rule.examples
    ]
    silent = [
        f"{rule}/{view.example.id}"
        for rule, view in views
        if not view.steps
        and not view.reduction
        and not any(claim.lines or claim.questions or claim.not_billed for claim in view.claims)
    ]
    assert silent == []


def test_every_statement_that_a_slot_may_name_has_an_id(corpus: Corpus) -> None:
    lists = [(rule.id, rule.statements) for rule in corpus.rules.values()]
    lists += [(code.id, code.prevent) for code in corpus.adjustments.values()]
    assert [name for name, facts in lists if not all(fact.id for fact in facts)] == []
