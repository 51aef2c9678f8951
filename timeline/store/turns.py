"""Whose turn it is to write to a SQLite file.

SQLite looks for its write lock after 1, 2, 5, 10, 15 and 20 ms: two processes that write for 4 ms each leave it
free for longer than they hold it. Looking costs 20 µs.
"""

from __future__ import annotations

import sqlite3
import time

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from timeline.store.statements import rows

_SHORTEST, _LONGEST, _GROWTH = 0.0003, 0.005, 1.3


def write(connection: Connection, seconds: float) -> None:
    """Begin a transaction that may write, within so many seconds; raises the driver's error after them."""
    rows(connection, "PRAGMA busy_timeout = 0", ())
    try:
        _waited(connection, time.monotonic() + seconds)
    finally:
        rows(connection, f"PRAGMA busy_timeout = {round(seconds * 1000)}", ())


def _waited(connection: Connection, deadline: float) -> None:
    pause = _SHORTEST
    while not _begun(connection, last=time.monotonic() >= deadline):
        time.sleep(pause)
        pause = min(pause * _GROWTH, _LONGEST)


def _begun(connection: Connection, *, last: bool) -> bool:
    try:
        rows(connection, "BEGIN IMMEDIATE", ())
    except DBAPIError as error:
        if last or not _busy(error):
            raise
        return False
    return True


def _busy(error: DBAPIError) -> bool:
    """Also while another process recovers the log: of an extended code the last byte is the plain one."""
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
