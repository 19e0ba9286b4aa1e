"""The command line; each theme of commands lives in generator/commands."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

from generator.commands.adjudicate_command import adjudicate
from generator.commands.badge_command import badge
from generator.commands.billing_commands import edits, on, review, units, visit
from generator.commands.blueprint_command import blueprint
from generator.commands.bundle_command import bundle
from generator.commands.check_command import check
from generator.commands.cms_command import import_cms
from generator.commands.examples import example
from generator.commands.exits import fail
from generator.commands.explain_command import explain
from generator.commands.export_command import export
from generator.commands.fact_check_command import fact_check
from generator.commands.new_command import clinic, new
from generator.commands.new_files import (
    assignment,
    claim,
    code,
    payer,
    question,
    quiz,
    template,
    track,
)
from generator.commands.results_command import results
from generator.commands.schema_command import schema
from generator.commands.site_commands import build, pages, serve
from generator.commands.where_command import where
from generator.disk.output_error import OutputError
from generator.findings import ProjectError


class Commands(TyperGroup):
    """What the disk refuses ends every command with one sentence; a wrong argument too."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments; one that is empty, as an unset variable leaves it, is refused."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # names of files may be no text
        for before, argument in zip(("", *args), args, strict=False):
            name, _, value = argument.partition("=")
            if not argument or (name.startswith("--") and "=" in argument and not value):
                after = name or before or "rightcode"
                fail(f"The argument after {after} is empty; give it a value, or leave it out.")
        with _refusals_explained():
            return super().parse_args(ctx, args)  # where `--help` is printed

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        with _refusals_explained():
            return super().invoke(ctx)


@contextmanager
def _refusals_explained() -> Iterator[None]:
    """What the disk, the project and the command line refuse, in a sentence."""
    try:
        yield
    except typer.TyperException as problem:
        message = problem.format_message().replace("Value error, ", "").rstrip(".")
        if not message:  # a group without a command, whose help has been printed
            raise
        command = getattr(getattr(problem, "ctx", None), "command_path", "rightcode")
        joint = "" if message.endswith("?") else ";"
        fail(f"{message}{joint} `{command} --help` names what it takes.")
    except (OutputError, ProjectError) as problem:
        fail(str(problem))
    except BrokenPipeError:  # the reader, such as `head`, has enough: end in silence
        _drop_output()
        raise typer.Exit(1) from None
    except OSError as problem:
        _drop_output()
        place = problem.filename or "the output"
        fail(f"{place}: {problem.strerror or problem}; name another, or see to the disk.")


def _drop_output() -> None:
    """What cannot be printed is not tried again when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


app = typer.Typer(cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def main() -> None:
    """RightCode: sourced facts about therapy billing codes, and the site made from them."""


app.add_typer(new, name="new")
GROUPS: tuple[tuple[typer.Typer, str, tuple[Callable[..., None], ...]], ...] = (
    (
        app,
        "",
        (
            check,
            build,
            serve,
            pages,
            schema,
            explain,
            where,
            blueprint,
            bundle,
            export,
            results,
            badge,
            units,
            edits,
            visit,
            review,
            adjudicate,
            on,
            import_cms,
            fact_check,
        ),
    ),
    (new, "new ", (clinic, code, quiz, question, payer, claim, template, track, assignment)),
)
for group, prefix, commands in GROUPS:
    for command in commands:
        name = command.__name__.replace("_", "-")
        group.command(name, epilog=example(prefix + name))(command)

if __name__ == "__main__":
    app()
