"""The browser's own code, run outside the browser: one Deno process, a JSON value a line."""

import os
import subprocess
from typing import IO, Any, Self, cast

import deno  # type: ignore[import-untyped]  # it has no types
from pydantic_core import to_json

from generator.disk.packaged_project import own_project
from generator.findings import ProjectError

FRONTEND = own_project() / "site_config/frontend"
OPTIONS = ("run", "--quiet", "--no-config", "--no-remote", "--v8-flags=--max-old-space-size=4096")


class DenoError(ProjectError):
    """The process ended; what it printed says why."""


class DenoProcess:
    """Runs a module of the browser's code, offline; a context manager that ends the process.

    It starts at once, so that it may load while facts are loaded.
    """

    def __init__(self, entry: str) -> None:
        self._entry = entry
        self._process = subprocess.Popen(
            [deno.find_deno_bin(), *OPTIONS, FRONTEND / entry],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "DENO_NO_UPDATE_CHECK": "1"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def send(self, value: Any) -> None:
        """Hand over a value that is not answered."""
        stdin = cast(IO[bytes], self._process.stdin)
        stdin.write(to_json(value) + b"\n")
        stdin.flush()

    def ask(self, value: Any) -> bytes:
        """The answer to a value, as JSON; raises `DenoError`."""
        self.send(value)
        answer = cast(IO[bytes], self._process.stdout).readline()
        if not answer:
            raise DenoError(
                f"The script {self._entry} ended with exit code {self._process.wait()}; make room"
                " on the disk and in memory, and run the command again."
            )
        return answer
