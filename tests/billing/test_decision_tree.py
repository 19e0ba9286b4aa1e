"""Questions grown from the techniques.

Nothing is asked that decides nothing, and nothing that decides is left out.
"""

from collections.abc import Iterator

import pytest

from generator.authoring.loader import load
from generator.billing.decision_tree import (
    Known,
    TreeAnswer,
    TreeNode,
    TreeQuestion,
    answers,
    build_tree,
    values_named,
)
from generator.billing.outcomes import Ask
from generator.billing.select_codes import select_code
from generator.build.project import read_files
from generator.facts.corpus import Corpus
from generator.facts.techniques import Range
from tests.billing.conftest import ROOT, visit

TECHNIQUES = sorted(
    load(
        {path: raw for path, raw in read_files(ROOT).items() if path == "content/techniques.yaml"}
    ).corpus.techniques
)


@pytest.fixture(scope="module")
def trees(facts: Corpus) -> dict[str, TreeNode]:
    named = values_named(facts.techniques.values())
    return {name: build_tree(technique, named) for name, technique in facts.techniques.items()}


def engine_says(facts: Corpus, technique: str, known: Known) -> str:
    """The engine's own reason for a service of which so much is known, before any payer's."""
    own = {name: known[name] for name in ("purpose", "contact", "minutes") if name in known}
    details = {name: value for name, value in known.items() if name not in own}
    described = visit({"technique": technique, **own, "details": details}, payer="commercial")
    return select_code(facts, described, described.services[0]).reasons[0].text


def with_assumed(answer: TreeAnswer) -> Known:
    return {**answer.known, **{attribute: cell.value for attribute, cell in answer.assumed}}


def questions(node: TreeNode) -> Iterator[TreeQuestion]:
    if isinstance(node, TreeQuestion):
        yield node
        for branch in node.branches:
            yield from questions(branch.next)


@pytest.mark.parametrize("name", TECHNIQUES)
def test_every_answer_is_the_engines(facts: Corpus, trees: dict[str, TreeNode], name: str) -> None:
    for answer in answers(trees[name]):
        assert answer.outcome.reasons[0].text == engine_says(facts, name, with_assumed(answer))


@pytest.mark.parametrize("name", TECHNIQUES)
def test_every_rule_is_reached(facts: Corpus, trees: dict[str, TreeNode], name: str) -> None:
    reached = {answer.outcome.reasons[0].text for answer in answers(trees[name])}
    assert {rule.why for rule in facts.techniques[name].codes} <= reached


@pytest.mark.parametrize("name", TECHNIQUES)
def test_no_answer_leaves_the_code_open(trees: dict[str, TreeNode], name: str) -> None:
    assert not [answer.known for answer in answers(trees[name]) if isinstance(answer.outcome, Ask)]


@pytest.mark.parametrize("name", TECHNIQUES)
def test_any_value_of_a_choice_leads_to_the_same_answers(facts: Corpus, name: str) -> None:
    """A choice stands for several values.

    Each of them, taken in its place, gives the engine's same reasons.
    """
    technique, named = facts.techniques[name], values_named(facts.techniques.values())
    for question in questions(build_tree(technique, named)):
        for branch in question.branches:
            shown = branch.cell.shown
            others = (shown.at_least, shown.at_most) if isinstance(shown, Range) else shown
            for answer in answers(branch.next):
                reached = {
                    engine_says(facts, name, {**with_assumed(answer), question.attribute: value})
                    for value in others
                    if value is not None
                }
                assert reached == {answer.outcome.reasons[0].text}


def test_an_evaluation_asks_only_for_what_still_decides(trees: dict[str, TreeNode]) -> None:
    first = trees["pt-evaluation"]
    assert isinstance(first, TreeQuestion) and first.attribute == "personal_factors"
    low = first.branches[0].next
    assert isinstance(low, TreeAnswer), (
        "with no personal factor the level is low, whatever else was found"
    )
    assert [attribute for attribute, _ in low.assumed] == [
        "elements",
        "presentation",
        "decision_making",
    ]


def test_purposes_that_no_rule_tells_apart_are_one_choice(trees: dict[str, TreeNode]) -> None:
    first = trees["massage"]
    assert isinstance(first, TreeQuestion) and [
        len(branch.cell.shown) for branch in first.branches
    ] == [4, 1]
