"""The command line; each theme of commands lives in generator/commands."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from generator.commands.exits import fail
from generator.commands.lazy_group import LazyGroup, Listed
from generator.disk.output_error import OutputError
from generator.findings import ProjectError

COMMANDS: Listed = {
    "check": ("check_command", "Name every problem of the content at file:line:column."),
    "build": ("site_commands", "Build the site."),
    "serve": (
        "site_commands",
        "Serve the site; whenever a file is saved, build again what depends on it.",
    ),
    "pages": ("site_commands", "Write the same pages as Markdown, for any other site engine."),
    "schema": (
        "schema_command",
        "Write the JSON Schemas that editors use, with the ids there are, to site_config/schema.",
    ),
    "explain": (
        "explain_command",
        "Why a question has its key: the claim with reasons, each option's verdict, the facts.",
    ),
    "where": (
        "where_command",
        "Every place that uses a fact: questions, lessons, other facts, and texts that state it.",
    ),
    "blueprint": (
        "blueprint_command",
        "What the questions cover: objective × code × difficulty × kind, and the holes.",
    ),
    "bundle": (
        "bundle_command",
        "Write the site as a zip that opens by double-click, without a server.",
    ),
    "export": ("export_command", "Write questions for other programs; those held back are in it."),
    "results": (
        "results_command",
        "Write gradebook and item analysis from result files or a store.",
    ),
    "badge": ("badge_command", "Issue an Open Badge for each learner who reached the mark."),
    "units": ("billing_commands", "Minutes to units: the lines of one day, with every step."),
    "edits": (
        "billing_commands",
        "The NCCI edit between two codes on a date of service: null for none, or not known.",
    ),
    "visit": (
        "billing_commands",
        "What a visit bills: lines with reasons, what is not billable and why, what to ask.",
    ),
    "review": (
        "billing_commands",
        "What a payer would do with each line of a claim for a visit, and how to fix it.",
    ),
    "adjudicate": (
        "adjudicate_command",
        "What a payer answers to a claim: rejected, or for each line paid, denied or waiting,"
        " and why.",
    ),
    "on": ("billing_commands", "What was true on a date of service."),
    "import-cms": (
        "cms_command",
        "Read CMS's pair, MUE and relative value files into .rightcode/cms, all of them or none.",
    ),
    "fact-check": ("fact_check_command", "Find wrong statements about billing codes."),
}
"""Every command, in the order of the help: where it lives, and the first lines of its docstring."""
NEW_COMMANDS: Listed = {
    "clinic": ("new_command", "Make an overlay."),
    "code": ("new_files", "Write the file of a code: what a page needs, and what to look up."),
    "quiz": ("new_files", "Write a quiz with one question."),
    "question": ("new_files", "Write a question at the end of a quiz, or print it."),
    "payer": (
        "new_files",
        "Write the file of a payer that says nothing yet, so that the engine asks.",
    ),
    "plan": (
        "new_files",
        "Write an invented plan with a fee and a copay, for remittances of patient cases.",
    ),
    "denial": (
        "new_files",
        "Write the entry of a reason or remark code of remittances, with one cause.",
    ),
    "case": (
        "new_files",
        "Write a patient case: a chart of two records, and two steps about them.",
    ),
    "claim": ("new_files", "Write an article with one published claim to judge."),
    "template": (
        "new_files",
        "Write a template: a question that is drawn again and again; the site's list names it.",
    ),
    "track": ("new_files", "Write a track of one module: reading, practice and a check."),
    "assignment": ("new_files", "Write an assignment that draws from a quiz."),
}


class Commands(LazyGroup):
    """What the disk refuses ends every command with one sentence; a wrong argument too."""

    listed = COMMANDS

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


class NewCommands(LazyGroup):
    """What begins something of one's own."""

    listed = NEW_COMMANDS
    prefix = "new "


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


new = typer.Typer(cls=NewCommands, no_args_is_help=True, help="Begin something of your own.")


@new.callback()
def beginnings() -> None:
    """Begin something of your own."""


app.add_typer(new, name="new")

if __name__ == "__main__":
    app()
