"""Weighing a topic's events anew, by another title."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, literal, select, update

from timeline.chronology import importance
from timeline.model import Event
from timeline.store import weights
from timeline.store.chronologies import places
from timeline.store.columns import later, microseconds
from timeline.store.damage import happening_read
from timeline.store.passing import STANDING
from timeline.store.schema import topics

_LOCKED = select(topics.c.title).where(topics.c.key == bindparam("topic")).with_for_update()
_WEIGHED = (
    update(places)
    .where(places.c.topic == bindparam("of"), places.c.key == bindparam("at"))
    .values(weight=bindparam("now"), importance=bindparam("whole"))
)


def weigh(connection: Connection, topic: int, done: int, limit: int) -> int | None:
    """So many more events after the one of this key; the last one's, ``None`` where there are no more."""
    title = connection.execute(_LOCKED, {"topic": topic}).scalar_one()
    rows = connection.execute(STANDING, {"topic": topic, "after": done, "limit": limit}).all()
    if not rows:
        return None
    told = weights.articles(connection, topic, {row.echoed for row in rows if row.echoed is not None})
    standing = [(row.key, happening_read(connection, row.key, row.record, row.merged)) for row in rows]
    connection.execute(_WEIGHED, [_values(topic, title, key, event, told.get(key)) for key, event in standing])
    now = literal(microseconds(datetime.now(UTC)), topics.c.changed.type)
    moved = {name: later(topics.c[name], now) for name in ("changed", "edition")}
    connection.execute(update(topics).where(topics.c.key == topic).values(moved))
    return int(rows[-1].key)


def _values(topic: int, title: str, key: int, event: Event, told: int | None) -> dict[str, object]:
    weight = importance.weight(event, title)
    whole = importance.whole(weight, told or len({source.article for source in event.sources}))
    return {"of": topic, "at": key, "now": weight, "whole": whole}
