"""`dateline restore`: a backup becomes the store."""

from __future__ import annotations

import os
from pathlib import Path

import click

from cli.options import data_option, format_option, say
from cli.saving import store_at


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Also in place of a store that has articles.")
@format_option
@data_option
def restore(file: Path, force: bool, form: str, data: Path) -> None:
    """Make FILE, which `dateline backup` saved, the store; nothing else may use it meanwhile."""
    from cli.running.folder import data_folder
    from timeline import store

    with store_at(data) as url:
        if not os.environ.get("DATABASE_URL"):
            data_folder(data)  # locked until this process ends
        articles = store.restore(url, str(file), force=force)
    say(form, f"The store holds the {articles} articles of {file}.", file=str(file), articles=articles)
