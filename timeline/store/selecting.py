"""Selections as conditions on places."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement

from timeline.selection import Selection
from timeline.store.schema import places


def conditions(selection: Selection) -> Iterator[ColumnElement[bool]]:
    if selection.first is not None:
        yield places.c.latest >= selection.first.toordinal()
    if selection.last is not None:
        yield places.c.earliest <= selection.last.toordinal()
