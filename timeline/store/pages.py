"""A page of a timeline, and a timeline of one event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from timeline.model import Order, Timeline, Topic
from timeline.model.altered import altered
from timeline.remembering import Remembering, Whole
from timeline.selection import Selection
from timeline.store import walk
from timeline.store.columns import moment
from timeline.store.cursors import after, back, beginning, cursor
from timeline.store.found import FoundEvent
from timeline.store.happened import told
from timeline.store.order import between, instant
from timeline.store.schema import topics
from timeline.store.selecting import conditions
from timeline.store.statements import Row, Statement
from timeline.store.walk import Places, Walk

_REMEMBERED = 200
"""Ends of pages."""


class Asked(NamedTuple):
    """A page of a topic; ``after`` is the cursor of the page before. ``numbered``: what is before it is counted."""

    slug: str
    selection: Selection
    limit: int
    after: str | None = None
    numbered: bool = False


class _Topic(NamedTuple):
    key: int
    slug: str
    title: str
    changed: int
    events: int
    newest: int | None


_COLUMNS = tuple(topics.c[name] for name in _Topic._fields)
_TOPIC = Statement(select(*_COLUMNS).where(topics.c.slug == bindparam("slug")))
_TOPIC_BY_KEY = Statement(select(*_COLUMNS).where(topics.c.key == bindparam("topic")))


def page(connection: Connection, asked: Asked) -> Timeline | None:
    selection, limit = asked.selection, asked.limit
    begin = None if asked.after is None else after(asked.after, selection)
    topic = _topic(_TOPIC.rows(connection, {"slug": asked.slug}))
    if topic is None:
        return None
    chosen = tuple(conditions(selection, topic.key, connection.dialect.name))
    on = Walk(topic.key, chosen, selection.order, begin)
    found = walk.walked(connection, on, limit + 1)
    count = len(found.key)
    return altered(
        _timeline(connection, topic, found.until(limit)),
        # Of all its events a topic knows the number; those selected are counted along the index of its places.
        count=walk.counted(connection, topic.key, chosen) if chosen else topic.events,
        next=_cursor(connection, topic, found, limit - 1, selection) if count > limit else None,
        previous=_cursor(connection, topic, found, 0, back(selection)) if count and begin else None,
        before=None if begin is None else between(begin),
        passed=walk.passed(connection, on) if begin and asked.numbered else 0,
        order=selection.order,
    )


def around(connection: Connection, slug: str, day: date, limit: int) -> tuple[Timeline, Timeline] | None:
    """See `timeline.store.Store.around`."""
    topic = _topic(_TOPIC.rows(connection, {"slug": slug}))
    if topic is None:
        return None
    ways = [Walk(topic.key, (), order, beginning(day, order)) for order in (Order.DESC, Order.ASC)]
    before, after = (_timeline(connection, topic, walk.walked(connection, on, limit)) for on in ways)
    return before, after


def single(connection: Connection, slug: str, event: str) -> Timeline | None:
    """See `timeline.store.Store.event`."""
    topic = _topic(_TOPIC.rows(connection, {"slug": slug}))
    if topic is None:
        return None
    home = walk.home(connection, topic.key, event)
    return _timeline(connection, topic, walk.standing(connection, topic.key, home))


def standing(connection: Connection, topic: int, home: int) -> FoundEvent | None:
    """The event that stands there."""
    found = _topic(_TOPIC_BY_KEY.rows(connection, {"topic": topic}))
    timeline = found and _timeline(connection, found, walk.standing(connection, topic, home))
    if not timeline or not timeline.events:
        return None
    return FoundEvent(timeline.topic, replace(timeline.events[0], importance=timeline.weights[0]))


def _topic(rows: Iterable[Row]) -> _Topic | None:
    return next(map(_Topic._make, rows), None)


def _timeline(connection: Connection, topic: _Topic, found: Places) -> Timeline:
    newest = None if topic.newest is None else instant(topic.newest)
    return Timeline(
        topic=Topic(topic.slug, topic.title),
        as_of=moment(topic.changed),
        count=topic.events,
        events=told(connection, topic.key, newest, found),
        weights=_weights((topic.key, found.middle), found.importance),
    )


def _cursor(connection: Connection, topic: _Topic, found: Places, at: int, selection: Selection) -> str:
    return _known_cursor(selection, topic.key, found.key[at], found.stamp[at], connection=connection)


def _end(selection: Selection, topic: int, key: int, _: int, *, connection: Connection) -> str:
    return cursor(walk.place(connection, topic, key), selection)


_known_cursor = Remembering(_end, _REMEMBERED)
_weights = Whole[float, tuple[float, ...]](tuple)
