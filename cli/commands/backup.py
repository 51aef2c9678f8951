"""`dateline backup`: the store in a file of its own."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import data_option, format_option, say
from cli.saving import store_at


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@format_option
@data_option
def backup(file: Path, form: str, data: Path) -> None:
    """Save the store to FILE, while everything runs.

    That is every article accepted over HTTP, read or still waiting, with its events, and the tokens. The queue is not
    in it: what waits is sent again after a restore.
    """
    from timeline import store

    with store_at(data) as url:
        articles = store.backup(url, str(file))
    say(form, f"{file} holds {articles} articles.", file=str(file), articles=articles)
