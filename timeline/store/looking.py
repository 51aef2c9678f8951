"""Single statements that read, without a transaction around them: beginning and ending one costs more than they do."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import closing

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from timeline.store import engine
from timeline.store.failures import served
from timeline.store.statements import Row, Statement, Values


class Looking:
    """SQLite's connections cost nothing while they wait, so each thread keeps one: having one out of the pool each time
    takes four times as long as a look at a row. PostgreSQL's are few."""

    def __init__(self, made: Engine, address: str) -> None:
        self._engine, self._address = engine.looking(made), address
        self._keeps = made.dialect.name == "sqlite"
        self._own = threading.local()

    def rows(self, statement: Statement, values: Values) -> Sequence[Row]:
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            return self._first(statement, values)
        try:
            return statement.rows(connection, values)
        except DBAPIError:
            self.close()
            return self._first(statement, values)

    def close(self) -> None:
        """Gives back this thread's connection and forgets those of others, which end with their threads."""
        connection: Connection | None = getattr(self._own, "connection", None)
        self._own = threading.local()
        if connection is not None:
            connection.close()

    def _first(self, statement: Statement, values: Values) -> Sequence[Row]:
        with served(self._address):
            if self._keeps:
                self._own.connection = self._engine.connect()
                return statement.rows(self._own.connection, values)
            with closing(self._engine.connect()) as connection:
                return statement.rows(connection, values)
