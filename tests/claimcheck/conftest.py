"""A checker of the real content, made once, and the labelled statements."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.fact_check.checker import Checker
from generator.fact_check.knowledge import knowledge_of
from generator.fact_check.readers import read_blocks
from generator.fact_check.statement import Statement
from generator.facts.corpus import Corpus

DAY = date(2026, 11, 21)
Check = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def checker(corpus: Corpus) -> Checker:
    return Checker(knowledge_of(corpus, DAY))


@pytest.fixture(scope="session")
def check(checker: Checker) -> Check:
    """The statements of a text, read as the kind of file that its name says."""

    def checked(text: str | bytes, name: str = "text.md") -> tuple[Statement, ...]:
        return checker.check(read_blocks(name, text.encode() if isinstance(text, str) else text))

    return checked
