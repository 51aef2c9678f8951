"""Transactions that write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine

from timeline.store import engine, turns
from timeline.store.failures import served
from timeline.store.statements import rows
from timeline.store.waiting import Waiting


class Committed:
    """SQLite's are begun and ended by hand, as those of `Snapshots` are, on a connection that is kept: one writes at a
    time, and so one is enough."""

    def __init__(self, made: Engine, url: URL, address: str) -> None:
        self._waiting = Waiting(made, most=1) if made.dialect.name == "sqlite" else None
        self._engine, self._address, self._seconds = engine.writing(made), address, engine.patience(url)

    @contextmanager
    def begun(self) -> Iterator[Connection]:
        """Raises `Unavailable` where the database cannot serve it; what is raised inside undoes it."""
        with served(self._address):
            if self._waiting is not None:
                yield from self._by_hand(self._waiting)
            else:
                with self._engine.begin() as connection:
                    yield connection

    def close(self) -> None:
        if self._waiting is not None:
            self._waiting.close()

    def _by_hand(self, waiting: Waiting) -> Iterator[Connection]:
        idle = waiting.idle
        try:
            connection = idle.pop()
        except IndexError:
            connection = waiting.another()
        try:
            turns.write(connection, self._seconds)
            yield connection
            _commit(connection)
        except BaseException:
            connection.close()  # which undoes what was begun
            raise
        waiting.give_back(connection, idle)


def _commit(connection: Connection) -> None:
    """SQLAlchemy has a transaction of its own where it ran a statement itself."""
    if connection.in_transaction():
        connection.commit()
    else:
        rows(connection, "COMMIT", ())
