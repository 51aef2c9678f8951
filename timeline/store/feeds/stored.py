"""Feeds in their tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import cache

import orjson
from sqlalchemy import ColumnElement, Row, bindparam, delete, insert, select, update
from sqlalchemy.sql.dml import Insert

from timeline.store.columns import clean, microseconds, moment, storable
from timeline.store.feeds.port import Feed
from timeline.store.feeds.tables import feed_entries, feeds
from timeline.store.insertion import insertion
from timeline.store.transactions import Transaction

_OUTCOME = ("due", "polled", "etag", "modified", "failures", "told", "gone")
_KNOWN = select(feed_entries.c.entry, feed_entries.c.version).where(
    feed_entries.c.feed == bindparam("feed"), feed_entries.c.entry.in_(bindparam("entries", expanding=True))
)


class StoredFeeds:
    """See `timeline.store.Feeds` for what its methods promise."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading, self._writing = reading, writing

    def put(self, feed: Feed) -> None:
        row = _row(feed)
        with self._writing() as connection:
            if not connection.execute(update(feeds).where(feeds.c.id == feed.id).values(row)).rowcount:
                connection.execute(insert(feeds), row)

    def all(self) -> tuple[Feed, ...]:
        with self._reading() as connection:
            return tuple(map(_feed, connection.execute(select(feeds).order_by(feeds.c.url, feeds.c.id))))

    def find(self, feed: str, /) -> Feed | None:
        if not storable(feed):
            return None
        with self._reading() as connection:
            row = connection.execute(select(feeds).where(feeds.c.id == feed)).one_or_none()
        return None if row is None else _feed(row)

    def remove(self, feed: str, /) -> bool:
        if not storable(feed):
            return False
        with self._writing() as connection:
            return bool(connection.execute(delete(feeds).where(feeds.c.id == feed)).rowcount)

    def hasten(self, feed: str, /, now: datetime) -> bool:
        if not storable(feed):
            return False
        values = {"due": microseconds(now), "gone": False}
        with self._writing() as connection:
            return bool(connection.execute(update(feeds).where(feeds.c.id == feed).values(values)).rowcount)

    def due(self, now: datetime, /) -> bool:
        with self._reading() as connection:
            return connection.execute(select(feeds.c.id).where(_due(now)).limit(1)).first() is not None

    def take(self, now: datetime, until: datetime, *, limit: int) -> tuple[Feed, ...]:
        first = select(feeds).where(_due(now)).order_by(feeds.c.due).limit(limit)
        with self._writing() as connection:
            rows = connection.execute(first.with_for_update(skip_locked=True)).all()
            taken = update(feeds).where(feeds.c.id.in_([row.id for row in rows]))
            connection.execute(taken.values(due=microseconds(until)))
        return tuple(map(_feed, rows))

    def polled(self, feed: Feed) -> None:
        row = _row(feed)
        with self._writing() as connection:
            outcome = {name: row[name] for name in _OUTCOME}
            connection.execute(update(feeds).where(feeds.c.id == feed.id).values(outcome))

    def unseen(self, feed: str, entries: Mapping[str, str], /) -> frozenset[str]:
        with self._reading() as connection:
            rows = connection.execute(_KNOWN, {"feed": feed, "entries": list(entries)})
            known = {row.entry: row.version for row in rows}
        return frozenset(entry for entry, version in entries.items() if known.get(entry) != version)

    def note(self, feed: str, entries: Mapping[str, str], /) -> None:
        rows = [{"feed": feed, "entry": entry, "version": version} for entry, version in sorted(entries.items())]
        with self._writing() as connection:
            there = connection.execute(select(feeds.c.id).where(feeds.c.id == feed)).first()
            if rows and there:
                connection.execute(_noted(connection.dialect.name), rows)


def _due(now: datetime) -> ColumnElement[bool]:
    return (feeds.c.due <= microseconds(now)) & feeds.c.gone.is_(False)


@cache
def _noted(dialect: str) -> Insert:
    noted = insertion(feed_entries, dialect)
    return noted.on_conflict_do_update(
        index_elements=[feed_entries.c.feed, feed_entries.c.entry], set_={"version": noted.excluded.version}
    )


def _row(feed: Feed) -> dict[str, object]:
    moments = {name: microseconds(getattr(feed, name)) for name in ("made", "due")}
    polled = None if feed.polled is None else microseconds(feed.polled)
    texts = {name: _clean(getattr(feed, name)) for name in ("etag", "modified", "told")}
    return asdict(feed) | moments | texts | {"polled": polled, "topics": orjson.dumps(feed.topics)}


def _clean(text: str | None) -> str | None:
    return None if text is None else clean(text)


def _feed(row: Row[tuple[object, ...]]) -> Feed:
    return Feed(
        id=row.id,
        url=row.url,
        topics=tuple(orjson.loads(row.topics)),
        every=row.every,
        made=moment(row.made),
        due=moment(row.due),
        polled=None if row.polled is None else moment(row.polled),
        etag=row.etag,
        modified=row.modified,
        failures=row.failures,
        told=row.told,
        gone=row.gone,
    )
