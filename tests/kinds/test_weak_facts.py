"""A fact of confidence low bars the key of every kind of question."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.checks.item_checks import keys_on_weak_facts
from generator.facts.base import Model
from generator.facts.corpus import Corpus
from generator.questions.kinds.registry import KINDS


def low(value: Any) -> Any:
    return value.model_copy(update={"confidence": "low"})


def lowered(entries: Mapping[str, Any], slot: str) -> dict[str, Model]:
    """Every entry with the facts of one slot of confidence low."""
    return {
        name: entry.model_copy(
            update={
                slot: tuple(map(low, value))
                if isinstance(value := getattr(entry, slot), tuple)
                else low(value)
            }
        )
        for name, entry in entries.items()
    }


def barred(corpus: Corpus) -> set[str]:
    found = {(spot.path, spot.keys[:2]) for spot, _ in keys_on_weak_facts(corpus)}
    return {
        item.kind
        for name, item in corpus.items.items()
        if (corpus.spot("items", name).path, corpus.spot("items", name).keys[:2]) in found
    }


OF_VISITS = set(KINDS) - {"judge-claim"}
COUNTED = OF_VISITS - {"choose-code", "mark-words"}


@pytest.mark.parametrize(
    ("weaken", "kinds"),
    [
        (lambda corpus: {"codes": lowered(corpus.codes, "unit")}, OF_VISITS),
        (lambda corpus: {"rules": lowered(corpus.rules, "counting")}, COUNTED),
        (lambda corpus: {"payers": lowered(corpus.payers, "unit_fact")}, OF_VISITS),
        (lambda corpus: {"techniques": lowered(corpus.techniques, "codes")}, OF_VISITS),
        (lambda corpus: {"claims": {n: low(c) for n, c in corpus.claims.items()}}, {"judge-claim"}),
    ],
    ids=["units of codes", "counting", "payers", "techniques", "claims"],
)
def test_a_weak_fact_bars_the_keys_of_every_kind(
    corpus: Corpus, weaken: Callable[[Corpus], Mapping[str, Any]], kinds: set[str]
) -> None:
    assert barred(replace(corpus, **weaken(corpus))) >= kinds
