"""A file of a store is made, put back and spoilt."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from timeline import store as stores


def backup(url: str, to: Path) -> int:
    return stores.backup(url, str(to))


def restore(url: str, given: Path, *, force: bool = False) -> int:
    return stores.restore(url, str(given), force=force)


def altered(file: Path, statement: str) -> Path:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)
    return file
