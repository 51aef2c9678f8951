"""Lists as one parameter of a statement, which a thousand numbers do not make another statement."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
from sqlalchemy import ARRAY, BigInteger, ColumnElement, bindparam, func, select


def among(column: ColumnElement[int], name: str, dialect: str) -> ColumnElement[bool]:
    """Whether the column is one of the numbers in the parameter ``name``, given as `numbers` makes it."""
    if dialect == "postgresql":
        return column == func.any(bindparam(name, type_=ARRAY(BigInteger)))
    return column.in_(select(listed(name, dialect)))


def listed(name: str, dialect: str) -> ColumnElement[int]:
    """The numbers themselves, to select from."""
    if dialect == "postgresql":
        return func.unnest(bindparam(name, type_=ARRAY(BigInteger))).column_valued("listed")
    return func.json_each(bindparam(name)).table_valued("value", name="listed").c.value


def numbers(given: Iterable[int], dialect: str) -> object:
    found = list(set(given))
    return found if dialect == "postgresql" else orjson.dumps(found).decode()
