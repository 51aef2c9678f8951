"""A record that is another in some fields alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def altered(one: T, **changes: object) -> T:
    """As `dataclasses.replace`, which looks at every field anew each time and takes five times as many steps."""
    names, values = _fields(type(one))
    return type(one)(**dict(zip(names, values(one), strict=True), **changes))


@cache
def _fields(kind: type[DataclassInstance]) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)
