"""The command line; each theme of commands lives in generator/commands."""

import typer

from generator.commands import (
    badge,
    billing,
    blueprint,
    bundle,
    cms,
    content,
    export,
    fact_check,
    new,
    results,
    site,
)

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def main() -> None:
    """RightCode: sourced facts about therapy billing codes, and the site made from them."""


for theme in (
    content,
    new,
    site,
    blueprint,
    bundle,
    export,
    results,
    badge,
    billing,
    cms,
    fact_check,
):
    theme.register(app)

if __name__ == "__main__":
    app()
