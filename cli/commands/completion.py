"""`dateline completion`: commands and options completed by the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print the script by which SHELL completes `dateline`; have it read in the shell's start-up file."""
    from cli.main import main

    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"There is no completion for {shell}.")
    made = kind(main, {}, "dateline", "_DATELINE_COMPLETE")
    click.echo(made.source_template % made.source_vars())
