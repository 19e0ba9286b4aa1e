"""The command line; each theme of commands lives in generator/commands."""

import typer

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

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


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
