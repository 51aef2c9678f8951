"""Rows that are made where they are missing, whoever comes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, bindparam, func, select, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert, ReturningInsert

from timeline.model import Topic
from timeline.progress import State
from timeline.store.columns import clean, microseconds
from timeline.store.port import Entry
from timeline.store.records import article_bytes, json_bytes
from timeline.store.schema import articles, topics

_RANK = {State.QUEUED: 0, State.PROCESSING: 1, State.DONE: 2, State.FAILED: 2, State.WITHDRAWN: 2}
_OVERWRITTEN = ("received", "rank", "state", "submission", "topics", "failure", "reference")
_KEPT_WHEN_UNKNOWN = ("article", "events")
_TOPIC_KEYS = select(topics.c.slug, topics.c.key).where(topics.c.slug.in_(bindparam("slugs", expanding=True)))


def article_key(connection: Connection, entry: Entry) -> tuple[int, bool] | None:
    """The article's key, and whether its events are known; ``None``, and nothing written, for an old version.

    The row stays locked until the transaction ends.
    """
    row = connection.execute(_newer_article(connection.dialect.name), _values(entry)).one_or_none()
    return None if row is None else (row.key, row.events is not None)


def topic_keys(connection: Connection, given: Sequence[Topic], now: datetime) -> dict[str, int]:
    """By slug, each topic under the title that is given first."""
    titles = {topic.slug: clean(topic.title) for topic in reversed(given)}
    found = _known(connection, titles)
    if len(found) < len(titles):
        made = {"changed": microseconds(now), "events": 0, "articles": 0}
        rows = [{"slug": slug, "title": titles[slug], **made} for slug in sorted(titles)]
        connection.execute(_missing_topic(connection.dialect.name), rows)
        found = _known(connection, titles)
    return found


def _known(connection: Connection, slugs: dict[str, str]) -> dict[str, int]:
    return {row.slug: row.key for row in connection.execute(_TOPIC_KEYS, {"slugs": list(slugs)})}


def _values(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "received": microseconds(entry.received),
        "rank": _RANK[entry.state],
        "state": entry.state.value,
        "submission": json_bytes(entry.submission),
        "topics": json_bytes([(topic.slug, clean(topic.title)) for topic in entry.topics]),
        "article": None if entry.article is None else article_bytes(entry.article),
        "events": None if entry.events is None else len(entry.events),
        "failure": None if entry.failure is None else clean(entry.failure),
        "reference": entry.reference,
    }


@cache
def _newer_article(dialect: str) -> ReturningInsert[tuple[int, int | None]]:
    insertion = postgresql.insert(articles) if dialect == "postgresql" else sqlite.insert(articles)
    new = insertion.excluded
    overwritten = {name: new[name] for name in _OVERWRITTEN}
    kept = {name: func.coalesce(new[name], articles.c[name]) for name in _KEPT_WHEN_UNKNOWN}
    return insertion.on_conflict_do_update(
        index_elements=[articles.c.id],
        set_=overwritten | kept,
        where=tuple_(new.received, new.rank) >= tuple_(articles.c.received, articles.c.rank),
    ).returning(articles.c.key, articles.c.events)


@cache
def _missing_topic(dialect: str) -> Insert:
    insertion = postgresql.insert(topics) if dialect == "postgresql" else sqlite.insert(topics)
    return insertion.on_conflict_do_nothing(index_elements=[topics.c.slug])
