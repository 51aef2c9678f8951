"""Single statements that read, without a transaction around them: beginning and ending one costs more than they do."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from contextlib import closing

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from timeline.store import engine
from timeline.store.failures import served
from timeline.store.statements import Row, Statement, Values


class Looking:
    """SQLite's connections cost nothing while they wait, so as many are kept as were needed at a time: having one out
    of the pool takes four times as long as a look at a row. PostgreSQL's are few.

    They belong to no thread: a connection that ended with its thread would run its finalizers on the way out, where a
    server whose threads Python did not start (granian's, after half a minute without work) has no frames for them.
    """

    def __init__(self, made: Engine, address: str) -> None:
        self._engine, self._address = engine.looking(made), address
        self._keeps = made.dialect.name == "sqlite"
        self._idle: deque[Connection] = deque()

    def rows(self, statement: Statement, values: Values) -> Sequence[Row]:
        idle = self._idle
        try:
            connection = idle.pop()
        except IndexError:
            return self._first(statement, values)
        try:
            found = statement.rows(connection, values)
        except DBAPIError:
            connection.close()
            self.close()
            return self._first(statement, values)
        idle.append(connection)
        return found

    def close(self) -> None:
        """Those in use meanwhile are forgotten when they are given back."""
        idle, self._idle = self._idle, deque()
        while idle:
            idle.pop().close()

    def _first(self, statement: Statement, values: Values) -> Sequence[Row]:
        idle = self._idle
        with served(self._address):
            if not self._keeps:
                with closing(self._engine.connect()) as connection:
                    return statement.rows(connection, values)
            connection = self._engine.connect()
            try:
                found = statement.rows(connection, values)
            except DBAPIError:
                connection.close()
                raise
        idle.append(connection)
        return found
