"""The claim checker of the site's page, run outside the browser."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.deno_process import DenoProcess
from generator.fact_check.passages import Document
from generator.fact_check.statement import Statement

STATEMENTS = TypeAdapter(tuple[Statement, ...])


class Checker(DenoProcess):
    """Judges documents by one table of knowledge."""

    def __init__(self) -> None:
        super().__init__("fact_check/stdio.js")

    def load(self, knowledge: Mapping[str, Any]) -> None:
        """Hand over what `knowledge_of` returns, once, before the first document."""
        self.send(knowledge)

    def check(self, document: Document) -> tuple[Statement, ...]:
        """Every statement about a code, in the order of the text; raises `DenoError`."""
        return STATEMENTS.validate_json(self.ask(document))
