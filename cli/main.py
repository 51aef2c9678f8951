"""The command ``dateline``."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import click

from cli import commands
from cli.examples import illustrated


class Commands(click.Group):
    """The commands of ``cli/commands``, one a module, each imported only when it is called."""

    def invoke(self, ctx: click.Context) -> object:
        """What was printed is on its way before the end: only until then is a reader that has gone noticed in peace."""
        ended: object = super().invoke(ctx)
        sys.stdout.flush()
        return ended

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{commands.__name__}.{cmd_name}")
        for value in vars(module).values():
            if isinstance(value, click.Command) and value.name == cmd_name:
                return illustrated(value, cmd_name)
        raise LookupError(f"{module.__name__} holds no click command named {cmd_name}")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """Takes in news articles and gives back dated chronologies."""


illustrated(main, "")
