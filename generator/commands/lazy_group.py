"""A group whose commands are imported when they are run: `--help` lists them without."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from generator.commands.examples import example

PLACES = "generator.commands"

Listed = Mapping[str, tuple[str, str]]
"""The commands of a group by name: the module of each, and what help says of it in a list."""


class LazyCommands(MutableMapping[str, Any]):
    """The commands of a group, each imported when it is asked for."""

    def __init__(self, listed: Listed, prefix: str, made: Mapping[str, Any]) -> None:
        self._listed, self._prefix = listed, prefix
        self._made = dict(made)

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            module, _ = self._listed[name]
            found = getattr(import_module(f"{PLACES}.{module}"), name.replace("-", "_"))
            self._made[name] = _command(self._prefix + name, found)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._listed, *self._made)))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def summary(self, name: str) -> Any:
        """The command as a list shows it."""
        if name not in self._listed:
            return self._made.get(name)
        return TyperCommand(name=name, help=self._listed[name][1])


class LazyGroup(TyperGroup):
    """Lists its commands in help and to the shell without importing them."""

    listed: Listed = {}
    prefix = ""
    listing = False

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = LazyCommands(self.listed, self.prefix, self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, or what a list shows of it."""
        commands = self.commands
        if self.listing and isinstance(commands, LazyCommands):
            return commands.summary(cmd_name)
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names."""
        return list(self.commands)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The group's help."""
        with self._as_listed():
            super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """What the shell offers."""
        with self._as_listed():
            return super().shell_complete(ctx, incomplete)

    @contextmanager
    def _as_listed(self) -> Iterator[None]:
        self.listing = True
        try:
            yield
        finally:
            self.listing = False


def _command(name: str, found: Callable[..., None]) -> Any:
    """A function as the command of that name, its words before it."""
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    alone.command(name.rsplit(" ", maxsplit=1)[-1], epilog=example(name))(found)
    return get_command(alone)
