"""What every run of a command makes for itself, made once in the process that runs fork from."""

import contextlib
import gc
import importlib
from collections.abc import Callable, Iterator
from typing import Any

LIBRARIES = ("lxml.html", "pypdf", "openpyxl", "yaml", "zipfile", "cryptography.x509")
ON_USE = (
    "duckdb",
    "encodings.ascii",
    "encodings.cp437",
    "encodings.idna",
    "encodings.unicode_escape",
    "generator.badges",
    "generator.exports.format_registry",
    "generator.results.result_outputs",
    "markdown.extensions.attr_list",
    "markdown.extensions.codehilite",
    "markdown.extensions.fenced_code",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "typer._adapters",
    "typer._click.decorators",
    "typer.rich_utils",
)
"""What commands import only where they need it."""


def tool() -> Callable[[], Any]:
    """The command line, with every command, and what most of them import, in memory."""
    import typer

    from generator.cli import app

    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    command = typer.main.get_command(app)
    _import_commands(command)
    return command


def _import_commands(group: Any) -> None:
    """A group imports a command when it is asked for it: ask for each."""
    for command in getattr(group, "commands", {}).values():
        _import_commands(command)


def prepare() -> None:
    """Import what few commands need, and build the models whose building waits for their use."""
    from generator.facts.base import Model
    from generator.pages.template_environment import environment

    for name in ON_USE:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for model in _below(Model):
        model.model_rebuild()
    environment().get_template("results/report.html.jinja")
    gc.collect()
    gc.freeze()


def _below(model: Any) -> Iterator[Any]:
    for one in model.__subclasses__():
        yield one
        yield from _below(one)
