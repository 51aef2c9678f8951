"""Statements that are run often: compiled once for each kind of database, then handed to its driver as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.dialects.sqlite import pysqlite
from sqlalchemy.engine.interfaces import DBAPICursor, DBAPIModule
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

Values = Mapping[str, object]
Row = tuple[Any, ...]
_DIALECTS: dict[str, Callable[[], Dialect]] = {
    "sqlite": pysqlite.dialect,
    "postgresql": lambda: psycopg.dialect(paramstyle="format"),  # type: ignore[no-untyped-call]
}


class Statement:
    """Numbers, texts and bytes go in and come out as the driver has them; ``columns`` are those that an insert fills.

    SQLAlchemy's own way of running a statement takes longer than SQLite takes for most of a write's.
    """

    def __init__(self, statement: Executable | Callable[[str], Executable], *columns: str) -> None:
        self._statement, self._columns = statement, columns
        self._compiled: dict[str, tuple[str, Sequence[str], Values]] = {}

    def rows(self, connection: Connection, values: Values) -> Sequence[Row]:
        text, names, constants = self._for(connection.dialect.name)
        given = {**constants, **values} if constants else values
        return rows(connection, text, [given[name] for name in names])

    def run(self, connection: Connection, values: Sequence[Values]) -> None:
        """Once for each of the values; not at all where there are none."""
        if values:
            text, names, constants = self._for(connection.dialect.name)
            given = [{**constants, **each} for each in values] if constants else values
            run(connection, text, [tuple([each[name] for name in names]) for each in given])

    def _for(self, dialect: str) -> tuple[str, Sequence[str], Values]:
        found = self._compiled.get(dialect)
        if found is None:
            found = self._compiled[dialect] = self._made(dialect)
        return found

    def _made(self, dialect: str) -> tuple[str, Sequence[str], Values]:
        statement = self._statement(dialect) if callable(self._statement) else self._statement
        columns = list(self._columns) or None
        compiled = statement.compile(dialect=_DIALECTS[dialect](), column_keys=columns)  # type: ignore[attr-defined]
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - what no DDL is
        names = compiled.positiontup or ()
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        return compiled.string, names, constants


def rows(connection: Connection, text: str, values: Sequence[object]) -> Sequence[Row]:
    try:
        cursor = connection.connection.dbapi_connection.execute(text, values)  # type: ignore[union-attr]
        return cursor.fetchall() if cursor.description else ()
    except connection.dialect.loaded_dbapi.Error as error:
        _fail(connection, text, error)


def run(connection: Connection, text: str, values: Sequence[Row]) -> None:
    try:
        _cursor(connection).executemany(text, values)
    except connection.dialect.loaded_dbapi.Error as error:
        _fail(connection, text, error)


def _cursor(connection: Connection) -> DBAPICursor:
    return connection.connection.cursor()


def _fail(connection: Connection, text: str, error: DBAPIModule.Error) -> NoReturn:
    """As SQLAlchemy does, without the values."""
    dialect, driver = connection.dialect, connection.connection.dbapi_connection
    lost = dialect.is_disconnect(error, driver, None)
    if lost:
        connection.invalidate(error)
    raise DBAPIError.instance(
        text,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=dialect,
    ) from error
