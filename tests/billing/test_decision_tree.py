"""Questions grown from the techniques.

Nothing is asked that decides nothing, and nothing that decides is left out.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from generator.billing.decision_tree import (
    Known,
    TreeAnswer,
    TreeNode,
    TreeQuestion,
    answers,
    build_tree,
    values_named,
)
from generator.billing.reasons import Ask
from generator.billing.select_codes import select_code
from generator.facts.corpus import Corpus
from generator.facts.techniques import Range
from tests.billing.conftest import visit


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


def test_every_answer_is_the_engines(facts: Corpus, trees: dict[str, TreeNode]) -> None:
    wrong = [
        (name, answer.known)
        for name, tree in trees.items()
        for answer in answers(tree)
        if answer.outcome.reasons[0].text != engine_says(facts, name, with_assumed(answer))
    ]
    assert wrong == []


def test_every_rule_is_reached(facts: Corpus, trees: dict[str, TreeNode]) -> None:
    unreached = {
        name: {rule.why for rule in facts.techniques[name].codes}
        - {answer.outcome.reasons[0].text for answer in answers(tree)}
        for name, tree in trees.items()
    }
    assert {name: rules for name, rules in unreached.items() if rules} == {}


def test_no_answer_leaves_the_code_open(trees: dict[str, TreeNode]) -> None:
    left_open = [
        (name, answer.known)
        for name, tree in trees.items()
        for answer in answers(tree)
        if isinstance(answer.outcome, Ask)
    ]
    assert left_open == []


def test_any_value_of_a_choice_leads_to_the_same_answers(
    facts: Corpus, trees: dict[str, TreeNode]
) -> None:
    """A choice stands for several values.

    Each of them, taken in its place, gives the engine's same reasons.
    """
    wrong = [
        (name, question.attribute, value, answer.known)
        for name, tree in trees.items()
        for question in questions(tree)
        for branch in question.branches
        for value in values_shown(branch.cell.shown)
        for answer in answers(branch.next)
        if engine_says(facts, name, {**with_assumed(answer), question.attribute: value})
        != answer.outcome.reasons[0].text
    ]
    assert wrong == []


def values_shown(shown: Any) -> list[Any]:
    """The values that a choice stands for: of a range, its ends."""
    values = (shown.at_least, shown.at_most) if isinstance(shown, Range) else shown
    return [value for value in values if value is not None]


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
