"""How commands end where something is wrong: with a sentence, or with findings."""

from collections.abc import Iterable, Sequence
from typing import NoReturn

import typer

from generator.findings import Finding, did_you_mean, format_findings, printable

MOST_NAMED = 40
"""How many names are listed where none is near; every format of the exports among them."""


def fail(sentence: str, prefix: str = "error: ") -> NoReturn:
    """Print the sentence and exit with 2."""
    typer.echo(prefix + printable(sentence), err=True)
    raise typer.Exit(2)


def known(sort: str, name: str, names: Iterable[str]) -> str:
    """The name, if it is one of those; else say which there are, and exit with 2."""
    listed = list(names)
    if name not in listed:
        every = f"there is {', '.join(listed) or 'none yet'}."
        hint = did_you_mean(name, listed, every if len(listed) <= MOST_NAMED else "name another.")
        fail(f"There is no {sort} '{name}'; {hint}", prefix="")
    return name


def exit_with(findings: Sequence[Finding], code: int) -> NoReturn:
    """Print the findings and exit with `code`."""
    typer.echo(format_findings(tuple(findings), "text"), err=True)
    raise typer.Exit(code)
