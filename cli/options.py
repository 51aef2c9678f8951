"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

data_option = click.option(
    "--data",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="data",
    show_default=True,
    help="Data folder of `dateline up`; DATABASE_URL goes before it.",
)
