"""What is read back of articles and topics."""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import Connection, Row, bindparam, func, select

from timeline.model import Event, Topic
from timeline.progress import State
from timeline.store.chronologies import places
from timeline.store.columns import moment
from timeline.store.damage import event_read
from timeline.store.entries import Entry
from timeline.store.legible import article_read
from timeline.store.order import OPEN_END, OPEN_START, day, instant
from timeline.store.overviews import TopicSummary
from timeline.store.schema import articles, event_keys, events, topics
from timeline.store.statements import Statement

_ARTICLE = select(articles).where(articles.c.id == bindparam("id"))
_EVENTS = (
    select(events.c.record).where(events.c.key.between(bindparam("first"), bindparam("last"))).order_by(events.c.key)
)

_EARLIEST = (
    select(func.min(places.c.earliest))
    .where(places.c.topic == topics.c.key, places.c.earliest > OPEN_START)
    .scalar_subquery()
)
_LATEST = (
    select(func.max(places.c.latest))
    .where(places.c.topic == topics.c.key, places.c.latest < OPEN_END)
    .scalar_subquery()
)


class _Summed(NamedTuple):
    slug: str
    title: str
    events: int
    articles: int
    newest: int | None
    earliest: int | None
    latest: int | None


_COLUMNS = (*(topics.c[name] for name in _Summed._fields[:-2]), _EARLIEST.label("earliest"), _LATEST.label("latest"))
_TOPICS = select(*_COLUMNS).where(topics.c.slug.not_like("/%")).order_by(topics.c.slug)
_TOPIC = Statement(_TOPICS.where(topics.c.slug == bindparam("slug")))


def entry(connection: Connection, article: str) -> Entry | None:
    row = connection.execute(_ARTICLE, {"id": article}).one_or_none()
    return None if row is None else told(connection, row)


def told(connection: Connection, row: Row[tuple[object, ...]]) -> Entry:
    """The entry of a row of ``articles``."""
    known = row.events is not None
    article, rules = article_read(row.article, row.id)
    return Entry(
        id=row.id,
        state=State(row.state),
        received=moment(row.received),
        submission=json.loads(row.submission),
        topics=tuple(Topic(slug, title) for slug, title in json.loads(row.topics)),
        article=article,
        events=events_told(connection, row.key) if known else None,
        failure=row.failure,
        reference=row.reference,
        reading=rules,
        withdrawn=None if row.withdrawn is None else moment(row.withdrawn),
        reason=row.reason,
    )


def events_told(connection: Connection, article: int) -> tuple[Event, ...]:
    """An article's events, in the order they were given."""
    stored = zip(event_keys(article), stored_events(connection, article), strict=False)
    return tuple(event_read(connection, key, record) for key, record in stored)


def stored_events(connection: Connection, article: int) -> list[bytes]:
    """The records of an article's events, as they were given."""
    keys = event_keys(article)
    return list(connection.execute(_EVENTS, {"first": keys[0], "last": keys[-1]}).scalars())


def summaries(connection: Connection) -> tuple[TopicSummary, ...]:
    return tuple(_summary(_Summed(*row)) for row in connection.execute(_TOPICS))


def summary(connection: Connection, slug: str) -> TopicSummary | None:
    return next((_summary(_Summed(*row)) for row in _TOPIC.rows(connection, {"slug": slug})), None)


def _summary(row: _Summed) -> TopicSummary:
    return TopicSummary(
        topic=Topic(row.slug, row.title),
        count=row.events,
        articles=row.articles,
        earliest=day(row.earliest),
        latest=day(row.latest),
        newest=None if row.newest is None else instant(row.newest),
    )
