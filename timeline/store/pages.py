"""A page of a timeline, and a timeline of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select, tuple_

from timeline.chronology.life import silenced
from timeline.chronology.merging import alone, echoed
from timeline.model import Event, Order, Status, Timeline, Topic
from timeline.remembering import Remembering
from timeline.selection import Selection
from timeline.store import records
from timeline.store.columns import moment
from timeline.store.cursors import after, back, cursor
from timeline.store.damage import damaged
from timeline.store.found import FoundEvent
from timeline.store.legible import sources_read
from timeline.store.order import Place, between, instant
from timeline.store.reports import copies
from timeline.store.schema import events, happenings, places, tellers, tellings, topics
from timeline.store.selecting import conditions

_REMEMBERED = 2000
"""Events, of the pages asked for last."""
_Chosen = Sequence[ColumnElement[bool]]

_TOPIC = select(topics).where(topics.c.slug == bindparam("slug"))
_TOPIC_BY_KEY = select(topics).where(topics.c.key == bindparam("topic"))
_KEYS = tuple(places.c[name] for name in Place._fields)
_PLACES = (
    select(*_KEYS, places.c.echoed, places.c.importance, events.c.record, happenings.c.record.label("merged"))
    .join(events, events.c.key == places.c.key)
    .outerjoin(happenings, (happenings.c.topic == places.c.topic) & (happenings.c.home == places.c.key))
    .where(places.c.topic == bindparam("topic"))
)
_HOME = (
    select(tellings.c.home)
    .join(tellers, (tellers.c.topic == tellings.c.topic) & (tellers.c.telling == tellings.c.telling))
    .where(tellers.c.topic == bindparam("topic"), tellers.c.id == bindparam("id"))
    .order_by(tellers.c.published, tellers.c.key)
    .limit(1)
)
_SINGLE: Select[tuple[object, ...]] = _PLACES.where(places.c.key == bindparam("home"))
_PAGE = _PLACES.limit(bindparam("limit"))
_FORWARD, _BACK = _PAGE.order_by(*_KEYS), _PAGE.order_by(*(key.desc() for key in _KEYS))
_COUNT = select(func.count()).select_from(places).where(places.c.topic == bindparam("topic"))
_AFTER = tuple_(*(bindparam(f"after_{column.name}", type_=column.type) for column in _KEYS))


class Asked(NamedTuple):
    """A page of a topic; ``after`` is the cursor of the page before. ``numbered``: what is before it is counted."""

    slug: str
    selection: Selection
    limit: int
    after: str | None = None
    numbered: bool = False


def page(connection: Connection, asked: Asked) -> Timeline | None:
    selection, limit = asked.selection, asked.limit
    begin = None if asked.after is None else after(asked.after, selection)
    topic = connection.execute(_TOPIC, {"slug": asked.slug}).one_or_none()
    if topic is None:
        return None
    chosen = tuple(conditions(selection, topic.key, connection.dialect.name))
    rows = _rows(connection, _ordered(selection.order, begin).where(*chosen), topic.key, limit + 1, begin)
    return Timeline(
        topic=Topic(topic.slug, topic.title),
        as_of=moment(topic.changed),
        count=_count(connection, topic, chosen),
        events=_told(connection, topic, rows[:limit]),
        next=cursor(rows[limit - 1][: len(Place._fields)], selection) if len(rows) > limit else None,
        previous=cursor(rows[0][: len(Place._fields)], back(selection)) if rows and begin is not None else None,
        before=None if begin is None else between(begin),
        passed=_passed(connection, topic.key, chosen, begin, selection.order) if begin and asked.numbered else 0,
        order=selection.order,
        weights=tuple(row.importance for row in rows[:limit]),
    )


def single(connection: Connection, slug: str, event: str) -> Timeline | None:
    """See `timeline.store.Store.event`."""
    topic = connection.execute(_TOPIC, {"slug": slug}).one_or_none()
    if topic is None:
        return None
    home = connection.execute(_HOME, {"topic": topic.key, "id": event}).scalar_one_or_none()
    rows = [] if home is None else list(connection.execute(_SINGLE, {"topic": topic.key, "home": home}))
    return Timeline(
        topic=Topic(topic.slug, topic.title),
        as_of=moment(topic.changed),
        count=topic.events,
        events=_told(connection, topic, rows),
        weights=tuple(row.importance for row in rows),
    )


def standing(connection: Connection, topic: int, home: int) -> FoundEvent | None:
    """The event that stands there."""
    row = connection.execute(_TOPIC_BY_KEY, {"topic": topic}).one_or_none()
    rows = [] if row is None else list(connection.execute(_SINGLE, {"topic": topic, "home": home}))
    if row is None or not rows:
        return None
    (event,) = _told(connection, row, rows)
    return FoundEvent(Topic(row.slug, row.title), replace(event, importance=rows[0].importance))


def _told(
    connection: Connection, topic: Row[tuple[object, ...]], rows: Sequence[Row[tuple[object, ...]]]
) -> tuple[Event, ...]:
    newest = None if topic.newest is None else instant(topic.newest)
    return tuple(_silenced(event, newest) for event in _heard(connection, topic.key, rows))


def _silenced(event: Event, newest: datetime | None) -> Event:
    if event.status is not Status.SCHEDULED:  # as most are
        return event
    return _silently(event, newest)


def _heard(connection: Connection, topic: int, rows: Sequence[Row[tuple[object, ...]]]) -> Iterator[Event]:
    """The events of these places, with all who print what each of their reports says."""
    echoes = copies(connection, topic, [row.echoed for row in rows if row.echoed is not None])
    for row in rows:
        heard = None if row.echoed is None else tuple(echoes.get(row.key, ()))
        try:
            yield _happened(row.record, row.merged, heard)
        except records.Unreadable as fault:
            yield damaged(connection, row.key, fault)


@lru_cache(_REMEMBERED)
def _happened(record: bytes, merged: bytes | None, heard: tuple[bytes, ...] | None) -> Event:
    """The same object for the same records, so that what was made of it is found again."""
    event = alone(records.event(record)) if merged is None else records.event(merged)
    if heard is None:
        return event
    return echoed(event, (source for copy in heard for source in sources_read(copy)))


_silently = Remembering(silenced, _REMEMBERED)


def _rows(
    connection: Connection, statement: Select[tuple[object, ...]], topic: int, limit: int, begin: Place | None
) -> list[Row[tuple[object, ...]]]:
    values: dict[str, object] = {"topic": topic, "limit": limit}
    if begin is not None:
        values |= {f"after_{name}": value for name, value in begin._asdict().items()}
    return list(connection.execute(statement, values).all())


def _passed(connection: Connection, topic: int, chosen: _Chosen, begin: Place, order: Order) -> int:
    """How many of the selected events stand at this place or before it."""
    behind = tuple_(*_KEYS) >= _AFTER if order is Order.DESC else tuple_(*_KEYS) <= _AFTER
    values = {"topic": topic} | {f"after_{name}": value for name, value in begin._asdict().items()}
    return int(connection.execute(_COUNT.where(behind, *chosen), values).scalar_one())


def _ordered(order: Order, begin: Place | None) -> Select[tuple[object, ...]]:
    if order is Order.DESC:
        return _BACK if begin is None else _BACK.where(tuple_(*_KEYS) < _AFTER)
    return _FORWARD if begin is None else _FORWARD.where(tuple_(*_KEYS) > _AFTER)


def _count(connection: Connection, topic: Row[tuple[object, ...]], chosen: _Chosen) -> int:
    """Of all events a topic knows the number; those selected are counted along the index of its places."""
    if not chosen:
        return int(topic.events)
    return int(connection.execute(_COUNT.where(*chosen), {"topic": topic.key}).scalar_one())
