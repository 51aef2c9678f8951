"""Rows put into a table many at a time.

SQLite takes them one by one. On PostgreSQL each row would cost its driver more than the server: there a column is an
array.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Connection, Double, LargeBinary, SmallInteger, Table, Text
from sqlalchemy.types import TypeEngine

from timeline.store import statements

_TYPES: dict[type[TypeEngine[Any]], str] = {
    BigInteger: "bigint",
    Boolean: "boolean",
    Double: "double precision",
    LargeBinary: "bytea",
    SmallInteger: "smallint",
    Text: "text",
}


class Rows:
    """Each with these columns, in this order."""

    def __init__(self, table: Table, *columns: str) -> None:
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join(["?"] * len(columns))
        arrays = ", ".join(f"%s::{_type(table.c[name])}[]" for name in columns)
        self._single = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608
        self._many = f'INSERT INTO "{table.name}" ({names}) SELECT * FROM unnest({arrays})'  # noqa: S608

    def put(self, connection: Connection, rows: Sequence[statements.Row]) -> None:
        if not rows:
            return
        if connection.dialect.name == "sqlite":
            statements.run(connection, self._single, rows)
        else:
            statements.rows(connection, self._many, arrays(rows))


def arrays(rows: Sequence[statements.Row]) -> list[str]:
    """Their columns, as PostgreSQL writes arrays."""
    return [
        f"{{{','.join([_ELEMENTS[type(value)](value) for value in column])}}}" for column in zip(*rows, strict=True)
    ]


def _type(column: Column[Any]) -> str:
    return next(name for kind, name in _TYPES.items() if isinstance(column.type, kind))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_ELEMENTS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "t" if value else "f",
    bytes: lambda value: f'"\\\\x{value.hex()}"',
    float: repr,
    int: str,
    str: _quoted,
    type(None): lambda _: "NULL",
}
