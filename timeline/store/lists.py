"""Lists as one parameter of a statement, which a thousand numbers do not make another statement."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

import orjson
from sqlalchemy import ARRAY, ColumnElement, bindparam, func, select

T = TypeVar("T", int, str)


def among(column: ColumnElement[T], name: str, dialect: str) -> ColumnElement[bool]:
    """Whether the column is one of those in the parameter ``name``, given as `numbers` or `texts` makes it."""
    if dialect == "postgresql":
        return column == func.any(bindparam(name, type_=ARRAY(column.type)))
    return column.in_(select(listed(column, name, dialect)))


def listed(column: ColumnElement[T], name: str, dialect: str) -> ColumnElement[T]:
    """The values themselves, to select from; of the ``column``'s type."""
    if dialect == "postgresql":
        return func.unnest(bindparam(name, type_=ARRAY(column.type))).column_valued("listed")
    return func.json_each(bindparam(name)).table_valued("value", name="listed").c.value


def numbers(given: Iterable[int], dialect: str) -> str:
    found = list(set(given))
    return f"{{{','.join(map(str, found))}}}" if dialect == "postgresql" else orjson.dumps(found).decode()


def texts(given: Iterable[str], dialect: str) -> object:
    found = list(given)
    return found if dialect == "postgresql" else json.dumps(found)
