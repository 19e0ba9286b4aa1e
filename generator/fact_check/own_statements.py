"""Our own texts, read by the claim checker as it reads anybody's."""

from collections.abc import Iterator

from generator.checks.figures.sentences import REGISTERS, stated_texts
from generator.fact_check.checker import Checker
from generator.fact_check.knowledge import knowledge_of
from generator.fact_check.passages import Document
from generator.facts.corpus import Corpus
from generator.findings import Problems, Spot

OF_OTHERS = {"title", "address", "tell_apart"}
"""Keys whose texts may state what is wrong, such as a belief's title or the signs of it."""
OF_A_VISIT = ("quizzes", "templates")
"""Their sentences speak of one visit, which the checker does not know."""
SHORTEST = 25
"""Characters; a name is shorter than a statement."""


def wrong_statements(corpus: Corpus) -> Problems:
    """Statements in our own texts that the facts contradict; raises `DenoError`."""
    with Checker() as checker:
        checker.load(knowledge_of(corpus, corpus.judged_on))
        for spot, text in _texts(corpus):
            if len(text) > SHORTEST:
                markdown = spot.keys[-1:] == ("body",)
                for one in checker.check(Document(text, markdown)):
                    if one.verdict == "wrong":
                        at = spot / _offset(text, one.line, one.column) if markdown else spot
                        yield at, f"'{one.text}': {one.why} Correct the sentence or the fact."


def _texts(corpus: Corpus) -> Iterator[tuple[Spot, str]]:
    for register in (name for name in REGISTERS if name not in OF_A_VISIT):
        for name, thing in corpus.register(register).items():
            spot = corpus.spot(register, name)
            for keys, text, _ in stated_texts(thing, name):
                if OF_OTHERS.isdisjoint(keys):
                    yield Spot(spot.path, (*spot.keys, *keys)), text


def _offset(text: str, line: int, column: int) -> int:
    """Where in the text a line and a column are, both from 1."""
    return sum(map(len, text.splitlines(keepends=True)[: line - 1])) + column - 1
