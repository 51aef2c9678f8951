"""Cursors: where a page of a selection ended."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256

import orjson

from timeline.model import Order
from timeline.selection import Selection
from timeline.store.order import Place


def cursor(place: tuple[object, ...], selection: Selection) -> str:
    """Made of the values of a `Place`."""
    return urlsafe_b64encode(orjson.dumps((*place, _mark(selection)))).decode("ascii").rstrip("=")


def at(day: date, selection: Selection) -> str:
    """As if the page before ended there."""
    return cursor(beginning(day, selection.order), selection)


def beginning(day: date, order: Order) -> Place:
    """Just before the first event that begins on ``day`` or later; told from the end, just before the last that begins
    on it or earlier."""
    return Place(day.toordinal() + (order is Order.DESC), 0, 0, 0, "", 0)


def back(selection: Selection) -> Selection:
    """The same events, told the other way round."""
    return replace(selection, order=Order.ASC if selection.order is Order.DESC else Order.DESC)


def after(cursor: str, selection: Selection) -> Place:
    """The place that a cursor names; `ValueError` when no page of this selection ever gave it out."""
    broken = ValueError("after: not a cursor of this timeline; use the 'next' of a page, or leave it out")
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        *values, mark = orjson.loads(urlsafe_b64decode(padded))
        found = Place(*values)
    except (ValueError, TypeError) as error:
        raise broken from error
    numbers = (*found[:4], found.key)
    if not isinstance(found.event, str) or not all(type(n) is int and 0 <= n < 2**63 for n in numbers):
        raise broken
    if mark != _mark(selection):
        raise ValueError("after: a cursor of another selection; begin at the first page of this one")
    return found


def _mark(selection: Selection) -> str:
    """The same for the same selection, whichever process asks."""
    parts = (
        selection.first, selection.last, sorted(selection.statuses), sorted(selection.granularities),
        selection.min_importance, selection.source, repr(selection.query), selection.as_of, selection.order,
    )  # fmt: skip
    return sha256(orjson.dumps(parts, default=str)).hexdigest()[:12]
