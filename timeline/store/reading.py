"""What is read back: an article, the list of topics, a page of a timeline."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Row, bindparam, func, select, tuple_

from timeline.chronology.life import silenced
from timeline.chronology.merging import alone, echoed
from timeline.model import Event, Timeline, Topic
from timeline.progress import State
from timeline.store import records
from timeline.store.columns import moment
from timeline.store.order import OPEN_END, OPEN_START, Place, after, between, cursor, day, instant
from timeline.store.port import Entry, TopicSummary
from timeline.store.reports import copies
from timeline.store.schema import articles, event_keys, events, happenings, places, topics

_ARTICLE = select(articles).where(articles.c.id == bindparam("id"))
_EVENTS = (
    select(events.c.record).where(events.c.key.between(bindparam("first"), bindparam("last"))).order_by(events.c.key)
)
_TOPIC = select(topics).where(topics.c.slug == bindparam("slug"))

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
_TOPICS = select(topics, _EARLIEST.label("earliest"), _LATEST.label("latest")).order_by(topics.c.slug)

_KEYS = tuple(places.c[name] for name in Place._fields)
_FIRST_PAGE = (
    select(*_KEYS, places.c.echoed, events.c.record, happenings.c.record.label("merged"))
    .join(events, events.c.key == places.c.key)
    .outerjoin(happenings, (happenings.c.topic == places.c.topic) & (happenings.c.home == places.c.key))
    .where(places.c.topic == bindparam("topic"))
    .order_by(*_KEYS)
    .limit(bindparam("limit"))
)
_NEXT_PAGE = _FIRST_PAGE.where(
    tuple_(*_KEYS) > tuple_(*(bindparam(f"after_{column.name}", type_=column.type) for column in _KEYS))
)


def entry(connection: Connection, article: str) -> Entry | None:
    row = connection.execute(_ARTICLE, {"id": article}).one_or_none()
    return None if row is None else told(connection, row)


def told(connection: Connection, row: Row[tuple[object, ...]]) -> Entry:
    """The entry of a row of ``articles``."""
    known = row.events is not None
    return Entry(
        id=row.id,
        state=State(row.state),
        received=moment(row.received),
        submission=json.loads(row.submission),
        topics=tuple(Topic(slug, title) for slug, title in json.loads(row.topics)),
        article=None if row.article is None else records.article(row.article),
        events=tuple(map(records.event, stored_events(connection, row.key))) if known else None,
        failure=row.failure,
        reference=row.reference,
    )


def stored_events(connection: Connection, article: int) -> list[bytes]:
    """The records of an article's events, as they were given."""
    keys = event_keys(article)
    return list(connection.execute(_EVENTS, {"first": keys[0], "last": keys[-1]}).scalars())


def summaries(connection: Connection) -> tuple[TopicSummary, ...]:
    return tuple(
        TopicSummary(
            topic=Topic(row.slug, row.title),
            count=row.events,
            articles=row.articles,
            earliest=day(row.earliest),
            latest=day(row.latest),
        )
        for row in connection.execute(_TOPICS)
    )


def page(connection: Connection, slug: str, limit: int, cursor_after: str | None) -> Timeline | None:
    begin = None if cursor_after is None else after(cursor_after)
    topic = connection.execute(_TOPIC, {"slug": slug}).one_or_none()
    if topic is None:
        return None
    rows = _rows(connection, topic.key, limit + 1, begin)
    newest = None if topic.newest is None else instant(topic.newest)
    return Timeline(
        topic=Topic(topic.slug, topic.title),
        as_of=moment(topic.changed),
        count=topic.events,
        events=tuple(silenced(event, newest) for event in _told(connection, topic.key, rows[:limit])),
        next=cursor(rows[limit - 1][: len(Place._fields)]) if len(rows) > limit else None,
        before=None if begin is None else between(begin),
    )


def _told(connection: Connection, topic: int, rows: Sequence[Row[tuple[object, ...]]]) -> Iterator[Event]:
    """The events of these places, with all who print what each of their reports says."""
    echoes = copies(connection, topic, (row.echoed for row in rows if row.echoed is not None))
    for row in rows:
        event = alone(records.event(row.record)) if row.merged is None else records.event(row.merged)
        heard = (source for record in echoes.get(row.key, ()) for source in records.event(record).sources)
        yield echoed(event, heard) if row.echoed is not None else event


def _rows(connection: Connection, topic: int, limit: int, begin: Place | None) -> list[Row[tuple[object, ...]]]:
    values: dict[str, object] = {"topic": topic, "limit": limit}
    if begin is None:
        return list(connection.execute(_FIRST_PAGE, values))
    values |= {f"after_{name}": value for name, value in begin._asdict().items()}
    return list(connection.execute(_NEXT_PAGE, values))
