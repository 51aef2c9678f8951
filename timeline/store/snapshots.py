"""Transactions that read: what they see is of one moment."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from timeline.store import engine
from timeline.store.failures import served
from timeline.store.statements import rows

_KEPT = 5
"""Connections that wait, each with up to 2 MB of the file."""


class Snapshots:
    """SQLite's connections are kept, and their transactions begun and ended by hand: the pool and SQLAlchemy's own
    transactions take twenty times as long. They belong to no thread, for the reason that `Looking` has."""

    def __init__(self, made: Engine, address: str) -> None:
        self._keeps = made.dialect.name == "sqlite"
        self._engine, self._address = engine.begun(made) if self._keeps else engine.reading(made), address
        self._idle = deque[Connection]()

    @contextmanager
    def begun(self) -> Iterator[Connection]:
        """Raises `Unavailable` where the database cannot serve it."""
        with served(self._address):
            if self._keeps:
                yield from self._on_a_kept_one()
            else:
                with self._engine.begin() as connection:
                    yield connection

    def close(self) -> None:
        """Those in use meanwhile are forgotten when they are given back."""
        idle, self._idle = self._idle, deque()
        while idle:
            idle.pop().close()

    def _on_a_kept_one(self) -> Iterator[Connection]:
        idle = self._idle
        try:
            connection = idle.pop()
        except IndexError:
            connection = self._engine.connect()
        try:
            rows(connection, "BEGIN", ())
            yield connection
        except DBAPIError:
            connection.close()
            raise
        except BaseException:
            _end(connection)
            self._give_back(connection, idle)
            raise
        _end(connection)
        self._give_back(connection, idle)

    def _give_back(self, connection: Connection, idle: deque[Connection]) -> None:
        if idle is self._idle and len(idle) < _KEPT:
            idle.append(connection)
        else:
            connection.close()


def _end(connection: Connection) -> None:
    """Nothing was written. SQLAlchemy has a transaction of its own where it ran a statement itself."""
    if connection.in_transaction():
        connection.rollback()
    else:
        rows(connection, "ROLLBACK", ())
