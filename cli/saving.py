"""What backups and their restoring have in common."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.failures import CannotStart, Failed, Unreachable


@contextmanager
def store_at(data: Path) -> Iterator[str]:
    """The store's address; its errors in words."""
    from cli.running.folder import database_url
    from timeline import store

    try:
        yield database_url(data.resolve(), os.environ)
    except store.Refused as error:
        raise Failed(str(error)) from error
    except store.Unavailable as error:
        raise Unreachable(f"The store cannot be reached: {error} See DATABASE_URL and --data.") from error
    except (store.TooNew, ValueError) as error:
        raise CannotStart(str(error)) from error
