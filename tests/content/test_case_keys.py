"""Patient cases: the key of each step computed anew, and from facts in another order."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.facts.corpus import Corpus
from generator.facts.quizzes import Item
from generator.questions.kinds.choose_all.choose_all_kind import StatementOption
from generator.questions.kinds.registry import kind_of
from tests.conftest import ROOT

CASES = sorted((ROOT / "quizzes" / "cases").glob("*.yaml"))
LISTS = {
    "rules": ("statements", "values"),
    "adjustments": ("causes", "prevent"),
    "claim_forms": ("parts",),
    "codes": ("mue", "history"),
    "payers": ("substitutions",),
}
"""Lists in which slots name entries."""


@pytest.fixture(scope="module")
def turned(corpus: Corpus) -> Corpus:
    """The corpus with every such list read from its end."""
    registers: dict[str, Any] = {
        register: {name: _turned(thing, slots) for name, thing in corpus.register(register).items()}
        for register, slots in LISTS.items()
    }
    return replace(corpus, **registers)


def _turned(thing: Any, slots: tuple[str, ...]) -> Any:
    return thing.model_copy(update={slot: _reversed(getattr(thing, slot)) for slot in slots})


def _reversed(entries: tuple[BaseModel, ...]) -> tuple[BaseModel, ...]:
    """The entries from the last to the first, and so the lists of parts in them."""
    nested = ("boxes", "values")
    return tuple(
        entry.model_copy(
            update={
                name: _reversed(getattr(entry, name))
                for name in nested
                if isinstance(getattr(entry, name, None), tuple)
            }
        )
        for entry in reversed(entries)
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_step_has_the_key_that_its_author_marks(corpus: Corpus, path: Path) -> None:
    steps = corpus.quizzes[path.stem].items
    assert {step.id: differing(corpus, step) for step in steps} == {step.id: [] for step in steps}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_statement_rests_on_a_place_in_a_list(
    corpus: Corpus, turned: Corpus, path: Path
) -> None:
    for step in corpus.quizzes[path.stem].items:
        if any(isinstance(option, StatementOption) for option in step.choices):
            kind = kind_of(step)
            assert kind.derive(turned, step).right == kind.derive(corpus, step).right, step.id


def differing(corpus: Corpus, item: Item) -> list[str]:
    """The answers whose mark is not what the facts say; the whole key where none fits."""
    kind = kind_of(item)
    key = kind.derive(corpus, item)
    own: Mapping[str, bool] = {answer.id: answer.right for answer in kind.own_keys(item)}
    wrong = [
        name for name, right in own.items() if name not in key.free and right != (name in key.right)
    ]
    mine = {name for name, right in own.items() if right}
    if not wrong and key.right_answers and mine not in key.right_answers:
        return sorted(mine)
    return wrong
