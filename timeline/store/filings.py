"""Under which topics an article stands, when it was published, and since when it tells there what it tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from timeline.model import Event
from timeline.store.columns import microseconds, moment
from timeline.store.order import calendar
from timeline.store.schema import filings, topics
from timeline.store.statements import Statement
from timeline.store.tally import Change

_FILED = Statement(select(filings.c.topic, filings.c.told).where(filings.c.article == bindparam("article")))
_FILE = Statement(insert(filings), "article", "topic", "published", "told")
_UNFILE = Statement(delete(filings).where(filings.c.article == bindparam("of"), filings.c.topic == bindparam("under")))
_TOLD = Statement(
    update(filings)
    .where(filings.c.article == bindparam("of"))
    .values(published=bindparam("at"), told=bindparam("since"))
)
_PUBLISHED = update(filings).where(filings.c.article == bindparam("of")).values(published=bindparam("at"))
_LOCKED = (
    select(topics.c.key, topics.c.changed)
    .where(topics.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(topics.c.key)
    .with_for_update()
)


def filed(connection: Connection, article: int) -> dict[int, int]:
    """The keys of its topics, and since when it tells there what it tells."""
    return dict(_FILED.rows(connection, {"article": article}))


def turn(connection: Connection, changes: Sequence[Change], known: Mapping[int, int]) -> datetime:
    """Now, and after every change of their topics, which nobody else changes until the transaction ends.

    ``known`` is when topics last changed, as far as it was read.
    """
    keys = frozenset[int]().union(*(change.topics_before | change.topics for change in changes))
    if keys and (connection.dialect.name == "postgresql" or keys - known.keys()):
        known = {row.key: row.changed for row in connection.execute(_LOCKED, {"keys": sorted(keys)})}
    return max([datetime.now(UTC), *(moment(known[key] + 1) for key in keys)])


class Telling(NamedTuple):
    """What an article tells ``since`` a moment; ``anew``: also in topics where it stays."""

    given: Sequence[Event]
    since: datetime
    anew: bool


def file(connection: Connection, article: int, change: Change, telling: Telling) -> None:
    left, joined = change.topics_before - change.topics, change.topics - change.topics_before
    at, told = _published(telling.given), microseconds(telling.since)
    _UNFILE.run(connection, [{"of": article, "under": topic} for topic in left])
    _FILE.run(connection, [{"article": article, "topic": topic, "published": at, "told": told} for topic in joined])
    if telling.anew and change.topics_before & change.topics:
        _TOLD.rows(connection, {"of": article, "at": at, "since": told})


def publish(connection: Connection, article: int, given: Sequence[Event]) -> None:
    """As `file` does, of an article that stays where it is."""
    connection.execute(_PUBLISHED, {"of": article, "at": _published(given)})


def _published(given: Sequence[Event]) -> int | None:
    """When an article was published, as far as it tells anything."""
    moments = (calendar(source.published.replace(tzinfo=None)) for event in given for source in event.sources)
    return max(moments, default=None)
