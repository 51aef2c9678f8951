"""Single statements that read, without a transaction around them: beginning and ending one costs more than they do."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from timeline.store import engine
from timeline.store.failures import served
from timeline.store.statements import Row, Statement, Values
from timeline.store.waiting import Idle, Waiting


class Looking:
    """On one of the connections that are ``waiting``, where the database has such."""

    def __init__(self, made: Engine, address: str, waiting: Waiting | None) -> None:
        self._engine, self._address, self._waiting = engine.looking(made), address, waiting

    def rows(self, statement: Statement, values: Values) -> Sequence[Row]:
        waiting = self._waiting
        if waiting is None:
            with served(self._address), closing(self._engine.connect()) as connection:
                return statement.rows(connection, values)
        idle = waiting.idle
        try:
            connection = idle.pop()
        except IndexError:
            return self._on_another(waiting, statement, values)
        try:
            return _looked(waiting, connection, idle, statement, values)
        except DBAPIError:
            waiting.close()
            return self._on_another(waiting, statement, values)

    def _on_another(self, waiting: Waiting, statement: Statement, values: Values) -> Sequence[Row]:
        with served(self._address):
            return _looked(waiting, waiting.another(), waiting.idle, statement, values)


def _looked(
    waiting: Waiting, connection: Connection, idle: Idle, statement: Statement, values: Values
) -> Sequence[Row]:
    try:
        found = statement.rows(connection, values)
    except DBAPIError:
        connection.close()
        raise
    waiting.give_back(connection, idle)
    return found
