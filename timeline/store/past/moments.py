"""What a topic's articles told at a moment: versions that count still and counted then, and those that counted then."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

import orjson
from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from timeline.model import Event
from timeline.store.damage import event_read
from timeline.store.faults import OutOfReach
from timeline.store.legible import events_read
from timeline.store.lists import among, numbers
from timeline.store.past.tables import former_filings, versions
from timeline.store.schema import event_keys, events, filings
from timeline.store.statements import Statement

MOST = 30_000
"""Events of articles from which a timeline is made again, at about a third of a millisecond each."""

_TOPIC: BindParameter[int] = bindparam("topic")
_AT: BindParameter[int] = bindparam("at")
_THEN = (filings.c.topic == _TOPIC) & (filings.c.told <= _AT)
_BEFORE = (former_filings.c.topic == _TOPIC) & (former_filings.c.until > _AT) & (former_filings.c.since <= _AT)
_STANDING = select(filings.c.article, filings.c.told).where(_THEN).order_by(filings.c.article)
_FORMER = select(former_filings.c.version, former_filings.c.since).where(_BEFORE).order_by(former_filings.c.version)
_ENDED = select(func.max(former_filings.c.until)).where(former_filings.c.topic == _TOPIC, former_filings.c.until <= _AT)
_ROOM = len(event_keys(1))
_TOLD = (
    select(events.c.key, events.c.record)
    .select_from(filings)
    .join(events, (events.c.key >= filings.c.article * _ROOM) & (events.c.key < (filings.c.article + 1) * _ROOM))
    .where(_THEN)
    .limit(MOST + 1)
)
_ONCE_TOLD = (
    select(versions.c.events)
    .join(former_filings, former_filings.c.version == versions.c.key)
    .where(_BEFORE)
    .limit(MOST)
)


def _of_articles(dialect: str) -> Select[tuple[bytes]]:
    return (
        select(versions.c.events)
        .join(former_filings, former_filings.c.version == versions.c.key)
        .where(_BEFORE, among(versions.c.article, "given", dialect))
    )


_OF_ARTICLES = Statement(_of_articles)


@dataclass(frozen=True, slots=True)
class Known:
    """``mark`` is the same as long as the same versions counted; ``since`` is when the last of them did."""

    mark: str
    since: int | None


def known(connection: Connection, topic: int, at: int) -> Known:
    values = {"topic": topic, "at": at}
    standing = [tuple(row) for row in connection.execute(_STANDING, values)]
    former = [tuple(row) for row in connection.execute(_FORMER, values)]
    ended = connection.execute(_ENDED, values).scalar()
    moments = [since for _, since in (*standing, *former)] + ([] if ended is None else [ended])
    return Known(sha256(orjson.dumps((topic, standing, former))).hexdigest(), max(moments, default=None))


def told_then(connection: Connection, topic: int, at: int) -> list[Event]:
    """All events of these versions. Raises OutOfReach."""
    values = {"topic": topic, "at": at}
    found = [event_read(connection, key, record) for key, record in connection.execute(_TOLD, values).all()]
    for stored in connection.execute(_ONCE_TOLD, values).scalars():
        found += events_read(stored)
        if len(found) > MOST:
            break
    if len(found) > MOST:
        raise OutOfReach(f"At that moment the topic had more than {MOST} reports: its past cannot be told again.")
    return found


def once_told(connection: Connection, topic: int, at: int, articles: Collection[int]) -> Iterator[Event]:
    """Events of the versions of these articles that counted then and count no more."""
    values = {"topic": topic, "at": at, "given": numbers(articles, connection.dialect.name)}
    for (stored,) in _OF_ARTICLES.rows(connection, values):
        yield from events_read(stored)
