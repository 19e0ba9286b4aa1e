"""Exhibits: whatever the key rests on and nobody is asked to know is called for, and no more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.checks.unseen_values import tables_needed
from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.exhibits import exhibit_tables
from generator.questions.keys import derive_key
from generator.questions.kinds.answers import UnderivableError
from generator.questions.kinds.registry import kind_of


def without_edits(corpus: Corpus) -> Corpus:
    return replace(corpus, edits={})


def other_indicators(corpus: Corpus) -> Corpus:
    edits = {
        name: edit.model_copy(update={"indicator": {0: 1, 1: 0}.get(edit.indicator, 9)})
        for name, edit in corpus.edits.items()
    }
    return replace(corpus, edits=edits)


def doubled_thresholds(corpus: Corpus) -> Corpus:
    rule = corpus.rules["kx-threshold"]
    values = tuple(value.model_copy(update={"amount": 2 * value.amount}) for value in rule.values)
    changed = rule.model_copy(update={"values": values})
    return replace(corpus, rules={**corpus.rules, "kx-threshold": changed})


def other_policies(corpus: Corpus) -> Corpus:
    """Real payers outside Medicare want no modifier, pay for all, and count the other way."""
    gone = {"modifiers": (), "assistants": None, "not_covered": {}, "substitutions": ()}
    method = {"cms": "ama", "ama": "cms"}
    payers = {
        name: payer
        if payer.invented or payer.kind in ("medicare", "home-health")
        else payer.model_copy(
            update={**gone, "unit_method": method.get(payer.unit_method, payer.unit_method)}
        )
        for name, payer in corpus.payers.items()
    }
    return replace(corpus, payers=payers)


def right_answers(corpus: Corpus, item: Item) -> object:
    try:
        return derive_key(corpus, item).right
    except UnderivableError as problem:
        return str(problem)


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (without_edits, "pairs"),
        (other_indicators, "pairs"),
        (doubled_thresholds, "thresholds"),
        (other_policies, "policy"),
    ],
)
def test_a_key_that_another_table_would_change_calls_for_it(
    corpus: Corpus, change: Callable[[Corpus], Corpus], table: str
) -> None:
    other = change(corpus)
    visits = [item for item in corpus.items.values() if getattr(item, "visit", None)]
    turned = [one for one in visits if right_answers(corpus, one) != right_answers(other, one)]
    assert len(turned) > 1
    assert not [
        item.id
        for item in turned
        if table not in tables_needed(corpus, item, derive_key(corpus, item))
    ]


def test_an_exhibit_shows_only_codes_that_the_question_or_its_author_shows(corpus: Corpus) -> None:
    shown = [item for item in corpus.items.values() if item.exhibits]
    assert {exhibit.table for item in shown for exhibit in item.exhibits} == {
        "pairs",
        "mues",
        "thresholds",
        "policy",
    }
    for item in shown:
        codes = kind_of(item).view(corpus, item, derive_key(corpus, item)).codes
        wanted = {code for exhibit in item.exhibits for code in exhibit.codes} | set(codes)
        told = {
            cell
            for table in exhibit_tables(corpus, item, codes)
            for row in table.rows
            for cell in row
        }
        assert not told & (set(corpus.codes) - wanted)


def test_an_edit_between_the_lines_of_a_claim_calls_for_its_table(corpus: Corpus) -> None:
    """Although the visit bills only one of them."""
    item = corpus.items["slp-claims-04"]
    assert "pairs" in tables_needed(corpus, item, derive_key(corpus, item))
