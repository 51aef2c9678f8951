"""`dateline upgrade`: the store's tables, as this version wants them."""

from __future__ import annotations

import os

import click

from cli.failures import CannotStart, Unreachable
from cli.options import format_option, say


@click.command()
@format_option
def upgrade(form: str) -> None:
    """Bring the store at DATABASE_URL to this version's tables; `dateline up` does it by itself."""
    from timeline import store
    from worker.settings import settings

    try:
        store.upgrade(settings(os.environ).database_url)
    except store.Unavailable as error:
        raise Unreachable(f"The store cannot be upgraded: {error} See DATABASE_URL.") from error
    except (store.TooNew, ValueError) as error:
        raise CannotStart(f"The store cannot be upgraded: {error}") from error
    say(form, "The store is up to date.", state="up to date")
