"""The command line; each theme of commands lives in generator/commands."""

from typing import Any

import typer
from typer.core import TyperGroup

from generator.commands import (
    badge_command,
    billing_commands,
    blueprint_command,
    bundle_command,
    check_command,
    cms_command,
    export_command,
    fact_check_command,
    new_command,
    results_command,
    site_commands,
)
from generator.commands.exits import fail
from generator.disk.output_error import OutputError


class Commands(TyperGroup):
    """What the disk refuses ends every command with one sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OutputError as problem:
            fail(str(problem))
        except OSError as problem:
            fail(f"{problem.filename or 'the disk'}: {problem.strerror or problem}.")


app = typer.Typer(
    cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False
)


@app.callback()
def main() -> None:
    """RightCode: sourced facts about therapy billing codes, and the site made from them."""


for theme in (
    check_command,
    new_command,
    site_commands,
    blueprint_command,
    bundle_command,
    export_command,
    results_command,
    badge_command,
    billing_commands,
    cms_command,
    fact_check_command,
):
    theme.register(app)

if __name__ == "__main__":
    app()
