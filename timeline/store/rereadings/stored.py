"""Rereadings in their tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from timeline.progress import State
from timeline.store.columns import microseconds, moment, storable
from timeline.store.entries import Entry
from timeline.store.past.turning import reread
from timeline.store.reading import told
from timeline.store.records import json_bytes
from timeline.store.rereadings.port import MOST_CHANGES, Reread, Rereading
from timeline.store.rereadings.tables import COUNTS, rereading_changes, rereadings
from timeline.store.schema import articles, filings, topics
from timeline.store.transactions import Transaction


class StoredRereadings:
    """See `timeline.store.Rereadings` for what its methods promise."""

    def __init__(self, reading: Transaction, writing: Transaction) -> None:
        self._reading, self._writing = reading, writing

    def begin(self, topic: str | None, reading: str, now: datetime, *, dry: bool) -> Rereading | None:
        if topic is not None and not storable(topic):
            return None
        given = {"topic": topic, "reading": reading, "dry": dry}
        with self._writing() as connection:
            if topic is not None and not connection.execute(select(topics.c.key).where(topics.c.slug == topic)).first():
                return None
            same = (rereadings.c[name].is_not_distinct_from(value) for name, value in given.items())
            running = select(rereadings).where(rereadings.c.ended.is_(None), *same).limit(1)
            if row := connection.execute(running).one_or_none():
                return _rereading(row)
            done = _done(topic).subquery()
            total, last = connection.execute(select(func.count(), func.max(done.c.key)).select_from(done)).one()
            counts = {**dict.fromkeys(COUNTS, 0), "position": 0, "total": total, "last": last or 0}
            values = {**given, **counts, "begun": microseconds(now)}
            return _rereading(connection.execute(insert(rereadings).returning(rereadings), values).one())

    def find(self, rereading: int, /) -> Rereading | None:
        with self._reading() as connection:
            row = connection.execute(select(rereadings).where(rereadings.c.key == rereading)).one_or_none()
        return None if row is None else _rereading(row)

    def all(self, *, limit: int, before: int | None = None) -> tuple[Rereading, ...]:
        found = select(rereadings).order_by(rereadings.c.key.desc()).limit(limit)
        with self._reading() as connection:
            rows = connection.execute(found if before is None else found.where(rereadings.c.key < before)).all()
        return tuple(map(_rereading, rows))

    def next(self, rereading: Rereading, /, *, limit: int) -> tuple[tuple[int, Entry], ...]:
        between = (articles.c.key > rereading.position) & (articles.c.key <= rereading.last)
        later = _done(rereading.topic).where(between)
        with self._reading() as connection:
            rows = connection.execute(later.order_by(articles.c.key).limit(limit)).all()
            return tuple((row.key, told(connection, row)) for row in rows)

    def advance(self, rereading: Rereading, found: Sequence[Reread], now: datetime) -> Rereading | None:
        same = select(rereadings).where(rereadings.c.key == rereading.id).with_for_update()
        with self._writing() as connection:
            row = connection.execute(same).one_or_none()
            if row is None or row.ended is not None or row.position != rereading.position:
                return None
            counted = _counted(connection, found, dry=row.dry)
            _write_lines(connection, row, counted)
            values = _progress(row, found, counted, now)
            changed = update(rereadings).where(rereadings.c.key == row.key).values(values).returning(rereadings)
            return _rereading(connection.execute(changed).one())

    def changes(self, rereading: int, /, *, limit: int, after: int = 0) -> tuple[tuple[int, dict[str, object]], ...]:
        here = (rereading_changes.c.rereading == rereading) & (rereading_changes.c.number > after)
        found = select(rereading_changes).where(here).order_by(rereading_changes.c.number).limit(limit)
        with self._reading() as connection:
            return tuple((row.number, json.loads(row.line)) for row in connection.execute(found))


def _counted(connection: Connection, found: Sequence[Reread], *, dry: bool) -> list[Reread]:
    """Those whose articles are not what they were, and took no newer version meanwhile."""
    other = {one.after.id: one for one in found if one.after is not None}
    counts = set(other) if dry else reread(connection, [one.after for one in other.values() if one.after])
    return [one for id_, one in other.items() if id_ in counts]


def _write_lines(connection: Connection, row: Row[tuple[object, ...]], counted: Iterable[Reread]) -> None:
    room = max(0, MOST_CHANGES - (row.added + row.removed + row.changed))
    first = MOST_CHANGES - room + 1
    lines = [line for one in counted for line in one.lines][:room]
    rows = [
        {"rereading": row.key, "number": first + place, "line": json_bytes(line)} for place, line in enumerate(lines)
    ]
    if rows:
        connection.execute(insert(rereading_changes), rows)


def _progress(
    row: Row[tuple[object, ...]], found: Sequence[Reread], counted: Sequence[Reread], now: datetime
) -> dict[str, int]:
    kinds = Counter(str(line["change"]) for one in counted for line in one.lines)
    more = {"read": len(found), "failed": sum(one.failed for one in found), "articles": len(counted), **kinds}
    values = {name: getattr(row, name) + count for name, count in more.items()}
    if not found:
        return {**values, "ended": microseconds(now)}
    return {**values, "position": max(one.position for one in found)}


def _done(topic: str | None) -> Select[tuple[object, ...]]:
    found = select(articles).where(articles.c.state == State.DONE.value)
    if topic is None:
        return found
    under = select(filings.c.article).join(topics, topics.c.key == filings.c.topic).where(topics.c.slug == topic)
    return found.where(articles.c.key.in_(under))


def _rereading(row: Row[tuple[object, ...]]) -> Rereading:
    return Rereading(
        id=row.key,
        begun=moment(row.begun),
        ended=None if row.ended is None else moment(row.ended),
        topic=row.topic,
        dry=row.dry,
        reading=row.reading,
        position=row.position,
        last=row.last,
        total=row.total,
        **{name: getattr(row, name) for name in COUNTS},
    )
