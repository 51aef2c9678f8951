"""Transactions that read: what they see is of one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import TracebackType

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from timeline.store import engine
from timeline.store.failures import served
from timeline.store.statements import rows
from timeline.store.waiting import Waiting


class Snapshots:
    """Those of SQLite are begun and ended by hand on connections that are ``waiting``: the pool and SQLAlchemy's own
    transactions take twenty times as long."""

    def __init__(self, made: Engine, address: str) -> None:
        self.waiting = Waiting(made) if made.dialect.name == "sqlite" else None
        self._engine, self._address = engine.reading(made), address

    def begun(self) -> AbstractContextManager[Connection]:
        """Raises `Unavailable` where the database cannot serve it."""
        return self._pooled() if self.waiting is None else _ByHand(self.waiting, self._address)

    def close(self) -> None:
        if self.waiting is not None:
            self.waiting.close()

    @contextmanager
    def _pooled(self) -> Iterator[Connection]:
        with served(self._address), self._engine.begin() as connection:
            yield connection


class _ByHand:
    __slots__ = ("_address", "_connection", "_idle", "_waiting")

    def __init__(self, waiting: Waiting, address: str) -> None:
        self._waiting, self._idle, self._address = waiting, waiting.idle, address

    def __enter__(self) -> Connection:
        try:
            self._connection = self._idle.pop()
        except IndexError:
            with served(self._address):
                self._connection = self._waiting.another()
        self._do(_begin)
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        if isinstance(fault, DBAPIError):
            self._fail(fault)
        self._do(_end)
        self._waiting.give_back(self._connection, self._idle)

    def _do(self, step: Callable[[Connection], None]) -> None:
        try:
            step(self._connection)
        except DBAPIError as fault:
            self._fail(fault)

    def _fail(self, fault: DBAPIError) -> None:
        """It raises."""
        self._connection.close()
        with served(self._address):
            raise fault


def _begin(connection: Connection) -> None:
    rows(connection, "BEGIN", ())


def _end(connection: Connection) -> None:
    """Nothing was written. SQLAlchemy has a transaction of its own where it ran a statement itself."""
    if connection.in_transaction():
        connection.rollback()
    else:
        rows(connection, "ROLLBACK", ())
