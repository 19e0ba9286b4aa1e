"""A checker of the real content, started once, and the labeled statements."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from generator.fact_check.checker import Checker
from generator.fact_check.knowledge import knowledge_of
from generator.fact_check.readers import read_document
from generator.fact_check.statement import Statement
from generator.facts.corpus import Corpus

DAY = date(2026, 11, 21)
Check = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def knowledge(corpus: Corpus) -> Mapping[str, Any]:
    return knowledge_of(corpus, DAY)


@pytest.fixture(scope="session")
def checker(knowledge: Mapping[str, Any]) -> Iterator[Checker]:
    with Checker() as started:
        started.load(knowledge)
        yield started


@pytest.fixture(scope="session")
def check(checker: Checker) -> Check:
    """The statements of a text, read as the kind of file that its name says."""

    def checked(text: str | bytes, name: str = "text.md") -> tuple[Statement, ...]:
        raw = text.encode() if isinstance(text, str) else text
        return checker.check(read_document(name, raw))

    return checked
