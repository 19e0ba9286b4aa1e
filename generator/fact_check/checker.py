"""The claim checker of the site's page, run outside the browser: one Deno process."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Self, cast

import deno  # type: ignore[import-untyped]  # it has no types
from pydantic import TypeAdapter
from pydantic_core import to_json

from generator.fact_check.passages import Document
from generator.fact_check.statement import Statement

ENTRY = Path(__file__).parents[2] / "site_config/frontend/fact_check/stdio.js"
OPTIONS = ("run", "--quiet", "--no-config", "--no-remote", "--v8-flags=--max-old-space-size=4096")
STATEMENTS = TypeAdapter(tuple[Statement, ...])


class CheckerError(Exception):
    """The checker's process ended; what it printed says why."""


class Checker:
    """Judges documents by one table of knowledge; a context manager that ends its process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [deno.find_deno_bin(), *OPTIONS, ENTRY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "DENO_NO_UPDATE_CHECK": "1"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def load(self, knowledge: Mapping[str, Any]) -> None:
        """Hand over what `knowledge_of` returns, once, before the first document."""
        self._send(knowledge)

    def check(self, document: Document) -> tuple[Statement, ...]:
        """Every statement about a code, in the order of the text."""
        self._send(document)
        answer = cast(IO[bytes], self._process.stdout).readline()
        if not answer:
            raise CheckerError(f"the claim checker stopped with exit code {self._process.wait()}")
        return STATEMENTS.validate_json(answer)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _send(self, value: Mapping[str, Any] | Document) -> None:
        stdin = cast(IO[bytes], self._process.stdin)
        stdin.write(to_json(value) + b"\n")
        stdin.flush()
