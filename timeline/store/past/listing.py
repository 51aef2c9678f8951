"""The versions of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, Row, bindparam, func, select

from timeline.model import Topic
from timeline.store.columns import moment
from timeline.store.legible import article_read, events_read
from timeline.store.past.tables import versions
from timeline.store.reading import events_told
from timeline.store.schema import articles, filings, topics
from timeline.store.versions import Ending, Version

_ARTICLE = select(articles).where(articles.c.id == bindparam("id"))
_NUMBER = func.row_number().over(order_by=(versions.c.until, versions.c.key))
_NUMBERED = select(versions, _NUMBER.label("number")).where(versions.c.article == bindparam("article")).subquery()
_FORMER = select(_NUMBERED).where(_NUMBERED.c.number < bindparam("before")).order_by(_NUMBERED.c.number.desc())
_COUNT = select(func.count()).select_from(versions).where(versions.c.article == bindparam("article"))
_TOPICS = (
    select(topics.c.slug, topics.c.title)
    .join(filings, filings.c.topic == topics.c.key)
    .where(filings.c.article == bindparam("article"))
    .order_by(topics.c.slug)
)


def listed(connection: Connection, article: str, limit: int, after: int | None) -> Iterator[Version]:
    row = connection.execute(_ARTICLE, {"id": article}).one_or_none()
    if row is None or limit < 1:
        return
    former = connection.execute(_COUNT, {"article": row.key}).scalar_one()
    if row.events is not None and row.withdrawn is None and (after is None or after > former + 1):
        limit -= 1
        yield _present(connection, row, former + 1)
    if limit:
        values = {"article": row.key, "before": former + 1 if after is None else after}
        yield from map(_former, connection.execute(_FORMER.limit(limit), values).all())


def _present(connection: Connection, row: Row[tuple[object, ...]], number: int) -> Version:
    article, reading = article_read(row.article, row.id)
    return Version(
        number=number,
        since=moment(row.told),
        until=None,
        topics=tuple(Topic(*each) for each in connection.execute(_TOPICS, {"article": row.key})),
        article=article,
        events=events_told(connection, row.key),
        reading=reading,
    )


def _former(row: Row[tuple[object, ...]]) -> Version:
    article, reading = article_read(row.record, f"{row.article}, version {row.number}")
    return Version(
        number=row.number,
        since=moment(row.since),
        until=moment(row.until),
        topics=tuple(Topic(slug, title) for slug, title in json.loads(row.topics)),
        article=article,
        events=events_read(row.events),
        reading=reading,
        ended=Ending(row.ended),
        reason=row.reason,
    )
