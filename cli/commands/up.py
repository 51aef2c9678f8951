"""`dateline up`: everything, in one terminal."""

from __future__ import annotations

import os
from pathlib import Path

import click


@click.command()
@click.option(
    "--data",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default="data",
    show_default=True,
    help="Folder of queue, store and logs.",
)
@click.option("--host", metavar="H", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 256),
    default=os.cpu_count() or 1,
    show_default="one a core",
    help="Processes that read articles.",
)
@click.option("--seeds", is_flag=True, help="Submit the example articles of seeds/.")
def up(data: Path, host: str, port: int, workers: int, seeds: bool) -> None:
    """Start broker, worker and API; Ctrl-C or SIGTERM stops all of it.

    REDIS_URL names a broker to use in place of the embedded one, DATABASE_URL a store in place of the
    SQLite file in the data folder.
    """
    from cli.running.address import free_address
    from cli.running.folder import data_folder
    from cli.running.seeds import seeds_folder
    from cli.running.session import Session

    address = free_address(host, port)
    examples = seeds_folder() if seeds else None
    Session(data_folder(data), address, workers, examples).run(os.environ)
