"""What is told of an event whose record cannot be read back: where it stands in its timeline, and by which article."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, select

from timeline.chronology.merging import alone
from timeline.chronology.trace import Trace
from timeline.interval import Granularity, Interval
from timeline.model import Damaged, Event, Source, Status, TimexValue, When
from timeline.store import records
from timeline.store.chronologies import places, tellers, tellings
from timeline.store.columns import moment
from timeline.store.kept import stored_trace
from timeline.store.legible import article_read
from timeline.store.order import Place, between, instant
from timeline.store.schema import MOST_EVENTS, articles, filings

log = logging.getLogger(__name__)

HEADLINE = "An event that cannot be read: what was stored of it is damaged"
_WHY = "What was stored of this event is damaged. What is left is the time at which it stands in its timeline."
_MINUTE = 60_000_000
_UNKNOWN = "XXXX-XX-XX"  # TIMEX3 for a day that nothing is known of
_NAMES = (*Place._fields, "status", "granularity", "importance")
_PLACE = (
    select(*(places.c[name] for name in _NAMES))
    .where(places.c.key == bindparam("key"))
    .order_by(places.c.topic)
    .limit(1)
)
_ARTICLE = select(articles.c.id, articles.c.received, articles.c.article).where(articles.c.key == bindparam("article"))
_FILED = (
    select(tellers.c.id, tellers.c.published, tellings.c.trace)
    .join(tellings, (tellings.c.topic == tellers.c.topic) & (tellings.c.telling == tellers.c.telling))
    .join(filings, filings.c.topic == tellers.c.topic)
    .where(filings.c.article == bindparam("article"), tellers.c.key == bindparam("key"))
    .limit(1)
)


class _Standing(NamedTuple):
    event: str
    interval: Interval | None
    status: Status
    granularity: Granularity
    importance: float


def damaged(connection: Connection, key: int, fault: records.Unreadable) -> Damaged:
    """In place of the event of this key. Where the article is damaged too, it was published when it came in."""
    article = connection.execute(_ARTICLE, {"article": key // MOST_EVENTS}).one()
    log.warning("Event %d of article %s cannot be read back: %s", key % MOST_EVENTS, article.id, fault)
    filed = _filed(connection, key)
    known = _standing(connection, key, filed)
    left = fault.left
    when = When(
        interval=known.interval,
        granularity=known.granularity,
        timex=TimexValue(type="DATE", value=_UNKNOWN),
        text="" if left is None else left.when.text,
        explanation=_WHY,
    )
    return Damaged(
        id=known.event,
        headline=HEADLINE if left is None else left.headline,
        status=known.status,
        when=when,
        sources=(_source(article, filed),) if left is None else left.sources,
        importance=known.importance,
        confidence=0.0,
    )


def filed_trace(connection: Connection, key: int) -> Trace | None:
    """By which a report is found in its topics, whether it can be read back or not."""
    filed = _filed(connection, key)
    return None if filed is None else stored_trace(filed.trace)


def event_read(connection: Connection, key: int, stored: bytes) -> Event:
    """The event of this key, or what is left of it."""
    try:
        return records.event(stored)
    except records.Unreadable as fault:
        return damaged(connection, key, fault)


def happening_read(connection: Connection, key: int, record: bytes, merged: bytes | None) -> Event:
    """What stands at the place of this key; ``merged`` is what its event tells together with others, if it does."""
    if merged is not None:
        return event_read(connection, key, merged)
    event = event_read(connection, key, record)
    return event if isinstance(event, Damaged) else alone(event)


def _filed(connection: Connection, key: int) -> Row[Any, Any, Any] | None:
    return connection.execute(_FILED, {"key": key, "article": key // MOST_EVENTS}).one_or_none()


def _standing(connection: Connection, key: int, filed: Row[Any, Any, Any] | None) -> _Standing:
    """In a timeline, or, where it stands in none by itself, as it was filed."""
    row = connection.execute(_PLACE, {"key": key}).one_or_none()
    if row is None:
        reach = (None, None) if filed is None else stored_trace(filed.trace).reach
        name = f"damaged-{key}" if filed is None else filed.id
        return _Standing(name, _interval(*map(_minute, reach)), Status.POSSIBLE, Granularity.DAY, 0.0)
    return _Standing(
        event=row.event,
        interval=_interval(*between(Place(*row[: len(Place._fields)]))),
        status=Status(row.status) if row.status in set(Status) else Status.POSSIBLE,
        granularity=Granularity(row.granularity) if row.granularity in set(Granularity) else Granularity.DAY,
        importance=row.importance,
    )


def _minute(minutes: int | None) -> datetime | None:
    return None if minutes is None else instant(minutes * _MINUTE)


def _interval(start: datetime | None, end: datetime | None) -> Interval | None:
    """With two open ends it was none."""
    return None if start is None and end is None else Interval(start, end)


def _source(row: Row[Any, Any, Any], filed: Row[Any, Any, Any] | None) -> Source:
    """A newer version of the article may have another time of publication than what was told."""
    read, _ = article_read(row.article, row.id)
    then = moment(row.received if filed is None else filed.published)
    return Source(
        article=row.id,
        title=read.title if read else "",
        url=read.url if read else None,
        publisher=read.publisher if read else None,
        published=read.published if read and (filed is None or read.published == then) else then,
        quote="",
        start=0,
        end=0,
    )
